package org.infimum.convex.model;

import org.infimum.convex.RotatedSecondOrderCone;

/** The reciprocal of positive numbers, element by element: {@code 2 t x >= (sqrt 2)^2}. */
final class Inverse extends Atom {
  Inverse(Expression x) {
    super("inverse", x.shape, x);
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
    return Monotonicity.NONINCREASING;
  }

  @Override
  double[] value(double[][] at) {
    double[] x = at[0];
    double[] value = new double[x.length];
    for (int i = 0; i < value.length; i++) {
      value[i] = x[i] > 0.0 ? 1.0 / x[i] : Double.NaN;
    }
    return value;
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    program.cones(
        new RotatedSecondOrderCone(3),
        Block.interleaved(values, at[0], Block.filled(at[0].rows(), Math.sqrt(2.0))));
  }
}
