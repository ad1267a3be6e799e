package org.infimum.convex.model;

import org.infimum.convex.RotatedSecondOrderCone;

/**
 * The square root, element by element: {@code t^2 <= x}, {@code (x, 1/2, t)} in the rotated cone.
 */
final class Sqrt extends Atom {
  Sqrt(Expression x) {
    super("sqrt", x.shape, x);
  }

  @Override
  boolean isConvex() {
    return false;
  }

  @Override
  Sign sign() {
    return Sign.NONNEGATIVE;
  }

  @Override
  Monotonicity monotonicity(int argument) {
    return Monotonicity.NONDECREASING;
  }

  @Override
  double[] value(double[][] at) {
    double[] x = at[0];
    double[] value = new double[x.length];
    for (int i = 0; i < value.length; i++) {
      value[i] = Math.sqrt(x[i]);
    }
    return value;
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    program.cones(
        new RotatedSecondOrderCone(3),
        Block.interleaved(at[0], Block.filled(at[0].rows(), 0.5), values));
  }
}
