package org.infimum.convex.model;

import org.infimum.convex.ExponentialCone;

/**
 * The logarithm of the sum of exponentials: {@code u_i >= exp(x_i - t), sum(u) <= 1}, an
 * exponential cone for each element.
 */
final class LogSumExp extends Atom {
  LogSumExp(Expression x) {
    super("logSumExp", Shape.SCALAR, x);
    Shapes.requireNotEmpty(x, "logSumExp");
  }

  @Override
  boolean isConvex() {
    return true;
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
    double largest = Double.NEGATIVE_INFINITY;
    for (double element : at[0]) {
      largest = Math.max(largest, element);
    }
    double sum = 0.0;
    for (double element : at[0]) {
      sum += Math.exp(element - largest);
    }
    return new double[] {largest + Math.log(sum)};
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    int n = at[0].rows();
    Block shares = program.nonnegative(n);
    program.nonpositive(shares.summed(n).plus(-1.0, Block.filled(1, 1.0)));
    program.cones(
        new ExponentialCone(),
        Block.interleaved(at[0].plus(-1.0, values.repeated(n)), Block.filled(n, 1.0), shares));
  }
}
