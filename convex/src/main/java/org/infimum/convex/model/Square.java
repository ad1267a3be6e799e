package org.infimum.convex.model;

import org.infimum.convex.RotatedSecondOrderCone;

/**
 * The square, element by element: {@code (t, 1/2, x)} in the rotated second-order cone; in the
 * objective, a diagonal entry of P.
 */
final class Square extends Atom {
  Square(Expression x) {
    super("square", x.shape, x);
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
    double[] x = at[0];
    double[] value = new double[x.length];
    for (int i = 0; i < value.length; i++) {
      value[i] = x[i] * x[i];
    }
    return value;
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    program.cones(
        new RotatedSecondOrderCone(3),
        Block.interleaved(values, Block.filled(at[0].rows(), 0.5), at[0]));
  }

  @Override
  boolean emitObjective(Lowering program, int element, Weight weight, Block[] at) {
    SumOfSquares.addCost(program, weight, at[0].select(new int[] {element}, 1.0));
    return true;
  }
}
