package org.infimum.convex.model;

import org.infimum.convex.RotatedSecondOrderCone;

/**
 * The sum of squares over a positive number, {@code sum(x^2) / y}: {@code (t, y/2, x)} in the
 * rotated second-order cone.
 */
final class QuadOverLin extends Atom {
  QuadOverLin(Expression x, Expression y) {
    super("quadOverLin", Shape.SCALAR, x, y);
    Shapes.requireScalar(y, "The divisor of quadOverLin");
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
    return argument == 0 ? Monotonicity.AWAY_FROM_ZERO : Monotonicity.NONINCREASING;
  }

  @Override
  double[] value(double[][] at) {
    double sum = 0.0;
    for (double element : at[0]) {
      sum += element * element;
    }
    double y = at[1][0];
    return new double[] {y > 0.0 ? sum / y : y == 0.0 && sum == 0.0 ? 0.0 : Double.NaN};
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    program.cones(
        new RotatedSecondOrderCone(at[0].rows() + 2),
        Block.stacked(values, at[1].scaled(0.5), at[0]));
  }
}
