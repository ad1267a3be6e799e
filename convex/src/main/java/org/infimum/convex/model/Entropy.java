package org.infimum.convex.model;

import org.infimum.convex.ExponentialCone;

/**
 * The entropy {@code -sum x_i log x_i}: {@code t = sum(h)} with {@code (h_i, x_i, 1)} in the
 * exponential cone, which says {@code x_i exp(h_i / x_i) <= 1}.
 */
final class Entropy extends Atom {
  Entropy(Expression x) {
    super("entropy", Shape.SCALAR, x);
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
    return Monotonicity.NONE;
  }

  @Override
  double[] value(double[][] at) {
    double sum = 0.0;
    for (double element : at[0]) {
      sum -= element == 0.0 ? 0.0 : element * Math.log(element);
    }
    return new double[] {sum};
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    int n = at[0].rows();
    Block terms = program.free(n);
    program.nonpositive(values.plus(-1.0, terms.summed(n)));
    program.cones(new ExponentialCone(), Block.interleaved(terms, at[0], Block.filled(n, 1.0)));
  }
}
