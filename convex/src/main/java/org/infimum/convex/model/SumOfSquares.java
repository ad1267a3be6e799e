package org.infimum.convex.model;

import org.infimum.convex.RotatedSecondOrderCone;

/**
 * The sum of the squares of all elements: {@code (t, 1/2, x)} in the rotated second-order cone; in
 * the objective, entries of P on the columns x or on auxiliary columns that equal x.
 */
final class SumOfSquares extends Atom {
  SumOfSquares(Expression x) {
    super("sumSquares", Shape.SCALAR, x);
  }

  @Override
  boolean isConvex() {
    return true;
  }

  @Override
  Sign sign() {
    return Sign.NONNEGATIVE;
  }

  @Override
  Monotonicity monotonicity(int argument) {
    return Monotonicity.AWAY_FROM_ZERO;
  }

  @Override
  double[] value(double[][] at) {
    double sum = 0.0;
    for (double element : at[0]) {
      sum += element * element;
    }
    return new double[] {sum};
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    program.cones(
        new RotatedSecondOrderCone(at[0].rows() + 2),
        Block.stacked(values, Block.filled(1, 0.5), at[0]));
  }

  @Override
  boolean emitObjective(Lowering program, int element, Weight weight, Block[] at) {
    addCost(program, weight, at[0]);
    return true;
  }

  /** Adds the weighted sum of squares of the rows to the objective. */
  static void addCost(Lowering program, Weight weight, Block rows) {
    Block columns = program.asColumns(rows);
    for (int i = 0; i < columns.rows(); i++) {
      int column = columns.column()[i];
      double factor = columns.value()[i];
      program.quadraticCost().add(column, column, weight, factor * factor);
    }
  }
}
