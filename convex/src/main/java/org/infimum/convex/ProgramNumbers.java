package org.infimum.convex;

import java.util.function.IntFunction;
import org.infimum.core.InputException;
import org.infimum.core.Run;
import org.infimum.linalg.SparseMatrix;

/**
 * A program whose numbers can be replaced while its pattern stays: the entries of P and A, which
 * ends are finite, which rows are equalities and which columns are fixed. A replacement is checked
 * as a whole before any number of it is taken over.
 */
final class ProgramNumbers {
  private final ConicProgram program;
  private final double[] rowLower;
  private final double[] rowUpper;
  private final IntFunction<String> rowName;
  private final IntFunction<String> columnName;

  /** Takes a copy of {@code pattern}; its arrays are not read again. */
  ProgramNumbers(ConicProgram pattern) {
    program = pattern.copy();
    rowLower = new double[pattern.rows()];
    rowUpper = new double[pattern.rows()];
    rowName = program::rowName;
    columnName = program::columnName;
  }

  /** The program; its arrays change with the setters. */
  ConicProgram program() {
    return program;
  }

  void setCost(double[] q) {
    requireFinite(q, program.columns(), "the cost of column ", columnName);
    System.arraycopy(q, 0, program.q(), 0, q.length);
  }

  void setConstraintValues(double[] values) {
    SparseMatrix a = program.a();
    requireFinite(values, a.nonzeros(), "the value of A at entry ", Integer::toString);
    System.arraycopy(values, 0, a.values(), 0, values.length);
  }

  void setQuadraticValues(double[] values) {
    SparseMatrix p = program.p();
    requireFinite(values, p.nonzeros(), "the value of P at entry ", Integer::toString);
    SparseMatrix wanted =
        new SparseMatrix(p.rows(), p.columns(), p.columnStarts(), p.rowIndices(), values);
    ConvexityCheck.requireConvex(program, wanted, Run.unlimited());
    System.arraycopy(values, 0, p.values(), 0, values.length);
  }

  void setRightHandSide(double[] b) {
    requireFinite(b, program.rows(), "the right-hand side of row ", rowName);
    ConicProgram.rowEnds(program.cones(), b, rowLower, rowUpper);
    setRowBounds(rowLower, rowUpper);
    System.arraycopy(b, 0, program.b(), 0, b.length);
  }

  void setRowBounds(double[] lower, double[] upper) {
    replaceEnds(lower, upper, program.rowLower(), program.rowUpper(), "row ", rowName);
  }

  void setColumnBounds(double[] lower, double[] upper) {
    replaceEnds(lower, upper, program.columnLower(), program.columnUpper(), "column ", columnName);
  }

  private static void replaceEnds(
      double[] lower,
      double[] upper,
      double[] ownLower,
      double[] ownUpper,
      String what,
      IntFunction<String> name) {
    requireLength(lower, ownLower.length);
    requireLength(upper, ownUpper.length);
    for (int i = 0; i < lower.length; i++) {
      if (Double.isNaN(lower[i]) || Double.isNaN(upper[i])) {
        throw new InputException("A bound of " + what + name.apply(i) + " is not a number.");
      }
      boolean samePattern =
          hasLower(lower[i]) == hasLower(ownLower[i])
              && hasUpper(upper[i]) == hasUpper(ownUpper[i])
              && (lower[i] == upper[i]) == (ownLower[i] == ownUpper[i]);
      if (!samePattern) {
        throw new InputException(
            "The bounds ["
                + lower[i]
                + ", "
                + upper[i]
                + "] of "
                + what
                + name.apply(i)
                + " do not fit the pattern ["
                + ownLower[i]
                + ", "
                + ownUpper[i]
                + "]: which ends are finite and which are equal must stay.");
      }
    }
    for (int i = 0; i < lower.length; i++) {
      ownLower[i] = hasLower(lower[i]) ? lower[i] : Double.NEGATIVE_INFINITY;
      ownUpper[i] = hasUpper(upper[i]) ? upper[i] : Double.POSITIVE_INFINITY;
    }
  }

  private static boolean hasLower(double end) {
    return end > -ConicProgram.INFINITE_BOUND;
  }

  private static boolean hasUpper(double end) {
    return end < ConicProgram.INFINITE_BOUND;
  }

  private static void requireFinite(
      double[] values, int length, String what, IntFunction<String> name) {
    requireLength(values, length);
    for (int i = 0; i < length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new InputException("Not finite: " + what + name.apply(i) + " is " + values[i] + ".");
      }
    }
  }

  private static void requireLength(double[] values, int length) {
    if (values.length != length) {
      throw new InputException(
          "There are " + values.length + " numbers but " + length + " are needed.");
    }
  }
}
