package org.infimum.convex.model;

import org.infimum.convex.ExponentialCone;

/** The exponential, element by element: {@code (x, 1, t)} in the exponential cone. */
final class Exp extends Atom {
  Exp(Expression x) {
    super("exp", x.shape, x);
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
    return Monotonicity.NONDECREASING;
  }

  @Override
  double[] value(double[][] at) {
    double[] x = at[0];
    double[] value = new double[x.length];
    for (int i = 0; i < value.length; i++) {
      value[i] = Math.exp(x[i]);
    }
    return value;
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    program.cones(
        new ExponentialCone(), Block.interleaved(at[0], Block.filled(at[0].rows(), 1.0), values));
  }
}
