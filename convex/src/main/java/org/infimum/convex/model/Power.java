package org.infimum.convex.model;

import org.infimum.convex.PowerCone;

/**
 * A power of nonnegative numbers, element by element, by power cones: convex for {@code p > 1} and
 * {@code p < 0}, concave for {@code 0 < p < 1}.
 */
final class Power extends Atom {
  private final double p;

  Power(Expression x, double p) {
    super(Formula.call("pow", x.formula, Formula.number(p)), x.shape, x);
    this.p = p;
  }

  @Override
  boolean isConvex() {
    return p < 0.0 || p > 1.0;
  }

  @Override
  Sign sign() {
    return Sign.NONNEGATIVE;
  }

  @Override
  Monotonicity monotonicity(int argument) {
    return p < 0.0
        ? Monotonicity.NONINCREASING
        : p < 1.0 ? Monotonicity.NONDECREASING : Monotonicity.AWAY_FROM_ZERO;
  }

  @Override
  double[] value(double[][] at) {
    double[] x = at[0];
    double[] value = new double[x.length];
    for (int i = 0; i < value.length; i++) {
      value[i] = x[i] < 0.0 ? Double.NaN : Math.pow(x[i], p);
    }
    return value;
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    Block ones = Block.filled(at[0].rows(), 1.0);
    if (p < 0.0) {
      // t x^-p >= 1, by the exponents 1/(1 - p) and -p/(1 - p).
      program.cones(new PowerCone(1.0 / (1.0 - p)), Block.interleaved(values, at[0], ones));
    } else if (p < 1.0) {
      program.cones(new PowerCone(p), Block.interleaved(at[0], ones, values));
    } else {
      program.cones(new PowerCone(1.0 / p), Block.interleaved(values, ones, at[0]));
      program.nonpositive(at[0].scaled(-1.0));
    }
  }
}
