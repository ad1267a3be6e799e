package org.infimum.convex.model;

/** The sum of absolute values: {@code a >= x, a >= -x, t >= sum(a)}. */
final class NormOne extends Atom {
  NormOne(Expression x) {
    super("norm1", Shape.SCALAR, x);
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
      sum += Math.abs(element);
    }
    return new double[] {sum};
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    Block absolute = program.nonnegative(at[0].rows());
    program.nonpositive(at[0].plus(-1.0, absolute));
    program.nonpositive(at[0].scaled(-1.0).plus(-1.0, absolute));
    program.nonpositive(absolute.summed(absolute.rows()).plus(-1.0, values));
  }
}
