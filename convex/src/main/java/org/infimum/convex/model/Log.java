package org.infimum.convex.model;

import org.infimum.convex.ExponentialCone;

/** The natural logarithm, element by element: {@code (t, 1, x)} in the exponential cone. */
final class Log extends Atom {
  Log(Expression x) {
    super("log", x.shape, x);
  }

  @Override
  boolean isConvex() {
    return false;
  }

  @Override
  Sign sign() {
    return Sign.UNKNOWN;
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
      value[i] = Math.log(x[i]);
    }
    return value;
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    program.cones(
        new ExponentialCone(), Block.interleaved(values, Block.filled(at[0].rows(), 1.0), at[0]));
  }
}
