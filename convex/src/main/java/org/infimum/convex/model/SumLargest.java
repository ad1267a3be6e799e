package org.infimum.convex.model;

import java.util.Arrays;

/**
 * A multiple of the sum of the largest elements: {@code t >= k eta + sum(d)}, {@code d >= x - eta},
 * {@code d >= 0}, times a factor (Rockafellar and Uryasev, "Optimization of conditional
 * value-at-risk", 2000). A fractional k counts the next element by its fraction.
 */
final class SumLargest extends Atom {
  private final double k;
  private final double factor;

  /**
   * @param k how many elements, at most their number
   * @param factor positive
   */
  SumLargest(Formula formula, Expression x, double k, double factor) {
    super(formula, Shape.SCALAR, x);
    this.k = k;
    this.factor = factor;
  }

  @Override
  boolean isConvex() {
    return true;
  }

  @Override
  Sign sign() {
    return arguments()[0].sign();
  }

  @Override
  Monotonicity monotonicity(int argument) {
    return Monotonicity.NONDECREASING;
  }

  @Override
  double[] value(double[][] at) {
    double[] sorted = at[0].clone();
    Arrays.sort(sorted);
    double sum = 0.0;
    double left = k;
    for (int i = sorted.length - 1; i >= 0 && left > 0.0; i--) {
      sum += Math.min(1.0, left) * sorted[i];
      left -= 1.0;
    }
    return new double[] {factor * sum};
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    int n = at[0].rows();
    Block eta = program.free(1);
    Block excess = program.nonnegative(n);
    program.nonpositive(at[0].plus(-1.0, eta.repeated(n)).plus(-1.0, excess));
    Block sum = eta.scaled(k).plus(1.0, excess.summed(n));
    program.nonpositive(sum.scaled(factor).plus(-1.0, values));
  }
}
