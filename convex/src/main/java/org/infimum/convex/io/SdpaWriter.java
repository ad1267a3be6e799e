package org.infimum.convex.io;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.infimum.convex.Cone;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.CurvedCone;
import org.infimum.convex.SemidefiniteCone;
import org.infimum.convex.Sense;
import org.infimum.linalg.SparseMatrix;

/**
 * Writes the sparse format of SDPA: the ends of rows and the bounds of columns are the elements of
 * one diagonal block, an equation as two of them, and each semidefinite block follows as it is.
 */
final class SdpaWriter extends ProblemWriter {
  private final List<SemidefiniteCone> matrices = new ArrayList<>();

  /** By row: its element of the diagonal block for its lower and its upper end, from 1; 0: none. */
  private final int[] lowerElement;

  private final int[] upperElement;

  /** The same of the columns. */
  private final int[] lowerBound;

  private final int[] upperBound;

  /** By row of a semidefinite block: which block, from 1. */
  private final int[] matrixOf;

  private final int[] firstRow;
  private int elements;

  SdpaWriter(ConicProgram program, ReadLog log) {
    super(program, log);
    if (!program.isLinear()) {
      throw log.error("SDPA has no quadratic objective.");
    }
    lowerElement = new int[program.rows()];
    upperElement = new int[program.rows()];
    matrixOf = new int[program.rows()];
    IntList begins = new IntList();
    int row = 0;
    for (Cone cone : program.cones()) {
      int end = row + cone.dimension();
      if (cone instanceof SemidefiniteCone matrix) {
        matrices.add(matrix);
        begins.add(row);
        Arrays.fill(matrixOf, row, end, matrices.size());
      } else if (cone instanceof CurvedCone curved) {
        throw StatedRows.refusal("SDPA", curved, program.rowName(row), log);
      }
      row = end;
    }
    firstRow = begins.toArray();
    number(program.rowLower(), program.rowUpper(), lowerElement, upperElement);
    lowerBound = new int[program.columns()];
    upperBound = new int[program.columns()];
    number(program.columnLower(), program.columnUpper(), lowerBound, upperBound);
    warn();
  }

  private void number(double[] lower, double[] upper, int[] atLower, int[] atUpper) {
    for (int i = 0; i < lower.length; i++) {
      if (lower[i] > Double.NEGATIVE_INFINITY) {
        atLower[i] = ++elements;
      }
      if (upper[i] < Double.POSITIVE_INFINITY) {
        atUpper[i] = ++elements;
      }
    }
  }

  private void warn() {
    if (program.sense() == Sense.MAXIMIZE) {
      log.warn("SDPA minimizes: the objective is written negated.");
    }
    if (program.r() != 0.0) {
      log.warn(
          "SDPA has no objective constant: " + program.r() + " is left out of the minimization.");
    }
  }

  @Override
  void write(OutputStream out) throws IOException {
    if (!titleLine().isEmpty()) {
      text.append("* ").append(titleLine()).append('\n');
    }
    text.append(program.columns()).append('\n');
    text.append(matrices.size() + (elements > 0 ? 1 : 0)).append('\n');
    if (elements > 0) {
      text.append(-elements).append(' ');
    }
    for (SemidefiniteCone matrix : matrices) {
      text.append(matrix.order()).append(' ');
    }
    text.append('\n');
    for (double cost : program.q()) {
      number(cost);
      text.append(' ');
      flush(out, false);
    }
    text.append('\n');
    writeConstants(out);
    SparseMatrix a = program.a();
    for (int j = 0; j < program.columns(); j++) {
      for (int k = a.columnStarts()[j]; k < a.columnStarts()[j + 1]; k++) {
        writeEntry(j + 1, a.rowIndices()[k], a.values()[k]);
      }
      writeElement(j + 1, lowerBound[j], 1.0);
      writeElement(j + 1, upperBound[j], -1.0);
      flush(out, false);
    }
    flush(out, true);
  }

  /** F_0: the ends, and minus the right-hand sides of the semidefinite blocks. */
  private void writeConstants(OutputStream out) throws IOException {
    for (int i = 0; i < program.rows(); i++) {
      if (matrixOf[i] > 0) {
        writeMatrixElement(0, i, -program.b()[i]);
      } else {
        writeElement(0, lowerElement[i], program.rowLower()[i]);
        writeElement(0, upperElement[i], -program.rowUpper()[i]);
      }
      flush(out, false);
    }
    for (int j = 0; j < program.columns(); j++) {
      writeElement(0, lowerBound[j], program.columnLower()[j]);
      writeElement(0, upperBound[j], -program.columnUpper()[j]);
      flush(out, false);
    }
  }

  private void writeEntry(int variable, int row, double value) {
    if (matrixOf[row] > 0) {
      writeMatrixElement(variable, row, -value);
    } else {
      writeElement(variable, lowerElement[row], value);
      writeElement(variable, upperElement[row], -value);
    }
  }

  private void writeElement(int variable, int element, double value) {
    if (element > 0) {
      line(variable, 1, element, element, value);
    }
  }

  private void writeMatrixElement(int variable, int row, double coefficient) {
    int matrix = matrixOf[row] - 1;
    int order = matrices.get(matrix).order();
    int position = row - firstRow[matrix];
    int j = Svec.column(order, position);
    int i = Svec.row(order, j, position);
    int block = matrix + (elements > 0 ? 2 : 1);
    line(variable, block, j + 1, i + 1, Svec.unscaled(coefficient, i, j));
  }

  private void line(int variable, int block, int i, int j, double value) {
    if (value != 0.0) {
      text.append(variable).append(' ').append(block).append(' ');
      text.append(i).append(' ').append(j).append(' ');
      number(value);
      text.append('\n');
    }
  }
}
