package org.infimum.convex.model;

import org.infimum.convex.ConvexityCheck;
import org.infimum.convex.RotatedSecondOrderCone;
import org.infimum.core.InputException;
import org.infimum.core.Run;
import org.infimum.linalg.SparseMatrix;

/**
 * The quadratic form {@code x'Sx} with a semidefinite matrix S of numbers. In the objective it is
 * the block S of P; elsewhere {@code S = GG'} by a pivoted Cholesky factorization and {@code t >=
 * ||G'x||^2} in the rotated second-order cone.
 */
final class QuadraticForm extends Atom {
  private final SparseMatrix upper;
  private final boolean convex;

  /**
   * @param matrix S, both triangles
   * @throws InputException if S is not symmetric, or neither it nor its negative is positive
   *     semidefinite
   */
  QuadraticForm(Expression x, SparseMatrix matrix) {
    super("quadForm", Shape.SCALAR, x);
    Shapes.requireVector(x, "quadForm");
    Numbers.requireFinite(matrix);
    if (matrix.rows() != x.size() || matrix.columns() != x.size()) {
      throw new InputException(
          "The matrix of "
              + formula()
              + " is "
              + matrix.rows()
              + " x "
              + matrix.columns()
              + ", but "
              + x
              + " is "
              + x.shape
              + ".");
    }
    upper = upperTriangle(matrix);
    convex = ConvexityCheck.failingPivot(upper, Run.unlimited()) < 0;
    if (!convex && ConvexityCheck.failingPivot(negated(upper), Run.unlimited()) >= 0) {
      throw new InputException(
          "The matrix of "
              + formula()
              + " is indefinite: the quadratic form is neither convex nor concave.");
    }
  }

  private SparseMatrix upperTriangle(SparseMatrix matrix) {
    SparseMatrix transposed = matrix.transpose();
    int n = matrix.columns();
    int[] starts = new int[n + 1];
    int[] rows = new int[matrix.nonzeros()];
    double[] values = new double[matrix.nonzeros()];
    int count = 0;
    for (int j = 0; j < n; j++) {
      int begin = matrix.columnStarts()[j];
      int end = matrix.columnStarts()[j + 1];
      boolean same =
          transposed.columnStarts()[j] == begin && transposed.columnStarts()[j + 1] == end;
      for (int k = begin; k < end; k++) {
        same =
            same
                && transposed.rowIndices()[k] == matrix.rowIndices()[k]
                && nearlyEqual(transposed.values()[k], matrix.values()[k]);
        if (!same) {
          throw new InputException(
              "The matrix of " + formula() + " is not symmetric: see column " + j + ".");
        }
        if (matrix.rowIndices()[k] <= j) {
          rows[count] = matrix.rowIndices()[k];
          values[count++] = 0.5 * (matrix.values()[k] + transposed.values()[k]);
        }
      }
      starts[j + 1] = count;
    }
    return new SparseMatrix(n, n, starts, rows, values);
  }

  /** A matrix product such as F'F is symmetric up to rounding only. */
  private static boolean nearlyEqual(double a, double b) {
    return Math.abs(a - b) <= 1e-10 * Math.max(Math.abs(a), Math.abs(b));
  }

  private static SparseMatrix negated(SparseMatrix matrix) {
    double[] values = new double[matrix.nonzeros()];
    for (int k = 0; k < values.length; k++) {
      values[k] = -matrix.values()[k];
    }
    return new SparseMatrix(
        matrix.rows(), matrix.columns(), matrix.columnStarts(), matrix.rowIndices(), values);
  }

  @Override
  boolean isConvex() {
    return convex;
  }

  @Override
  Sign sign() {
    return convex ? Sign.NONNEGATIVE : Sign.NONPOSITIVE;
  }

  @Override
  Monotonicity monotonicity(int argument) {
    return Monotonicity.NONE;
  }

  @Override
  double[] value(double[][] at) {
    double[] product = new double[at[0].length];
    upper.symmetricMultiplyAdd(1.0, at[0], product);
    double sum = 0.0;
    for (int i = 0; i < product.length; i++) {
      sum += product[i] * at[0][i];
    }
    return new double[] {sum};
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    SparseMatrix factor = PivotedCholesky.factor(convex ? upper : negated(upper));
    Block root = at[0].multipliedBy(factor.transpose());
    program.cones(
        new RotatedSecondOrderCone(root.rows() + 2),
        Block.stacked(values.scaled(convex ? 1.0 : -1.0), Block.filled(1, 0.5), root));
  }

  @Override
  boolean emitObjective(Lowering program, int element, Weight weight, Block[] at) {
    Block columns = program.asColumns(at[0]);
    for (int j = 0; j < upper.columns(); j++) {
      for (int k = upper.columnStarts()[j]; k < upper.columnStarts()[j + 1]; k++) {
        int i = upper.rowIndices()[k];
        double coefficient =
            upper.values()[k] * columns.value()[i] * columns.value()[j] * (i == j ? 1.0 : 2.0);
        program.quadraticCost().add(columns.column()[i], columns.column()[j], weight, coefficient);
      }
    }
    return true;
  }
}
