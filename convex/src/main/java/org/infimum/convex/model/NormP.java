package org.infimum.convex.model;

import org.infimum.convex.PowerCone;

/**
 * The p-norm for {@code 1 < p < infinity}: {@code sum(r) = t} and {@code |x_i|^p <= r_i t^(p - 1)},
 * a power cone with exponent 1/p for each element.
 */
final class NormP extends Atom {
  private final double p;

  NormP(Expression x, double p) {
    super(Formula.call("normP", x.formula, Formula.number(p)), Shape.SCALAR, x);
    this.p = p;
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
    double sum = 0.0;
    for (double element : at[0]) {
      sum += largest == 0.0 ? 0.0 : Math.pow(Math.abs(element) / largest, p);
    }
    return new double[] {largest * Math.pow(sum, 1.0 / p)};
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    int n = at[0].rows();
    Block shares = program.free(n);
    program.zero(shares.summed(n).plus(-1.0, values));
    program.cones(new PowerCone(1.0 / p), Block.interleaved(shares, values.repeated(n), at[0]));
  }
}
