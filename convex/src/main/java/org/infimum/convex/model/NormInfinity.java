package org.infimum.convex.model;

/** The largest absolute value: {@code t >= x_i, t >= -x_i}. */
final class NormInfinity extends Atom {
  NormInfinity(Expression x) {
    super("normInf", Shape.SCALAR, x);
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
    double largest = 0.0;
    for (double element : at[0]) {
      largest = Math.max(largest, Math.abs(element));
    }
    return new double[] {largest};
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    Block everywhere = values.repeated(at[0].rows());
    program.nonpositive(at[0].plus(-1.0, everywhere));
    program.nonpositive(at[0].scaled(-1.0).plus(-1.0, everywhere));
  }
}
