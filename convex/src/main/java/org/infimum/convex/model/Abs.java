package org.infimum.convex.model;

/** The absolute value, element by element: {@code t >= x, t >= -x}. */
final class Abs extends Atom {
  Abs(Expression x) {
    super("abs", x.shape, x);
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
      value[i] = Math.abs(x[i]);
    }
    return value;
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    program.nonpositive(at[0].plus(-1.0, values));
    program.nonpositive(at[0].scaled(-1.0).plus(-1.0, values));
  }
}
