package org.infimum.convex.model;

import org.infimum.convex.ExponentialCone;

/**
 * The relative entropy {@code sum x_i log(x_i / y_i)} (Kullback-Leibler divergence where both sum
 * up to 1): {@code (-d_i, x_i, y_i)} in the exponential cone, {@code t >= sum(d)}.
 */
final class RelativeEntropy extends Atom {
  RelativeEntropy(Expression x, Expression y) {
    super("relEntropy", Shape.SCALAR, x, y);
    if (!x.shape.equals(y.shape)) {
      throw Shapes.mismatch(formula(), x, y);
    }
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
    return argument == 0 ? Monotonicity.NONE : Monotonicity.NONINCREASING;
  }

  @Override
  double[] value(double[][] at) {
    double sum = 0.0;
    for (int i = 0; i < at[0].length; i++) {
      double x = at[0][i];
      double y = at[1][i];
      boolean inside = x >= 0.0 && y >= 0.0;
      sum += !inside ? Double.NaN : x == 0.0 ? 0.0 : x * Math.log(x / y);
    }
    return new double[] {sum};
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    int n = at[0].rows();
    Block terms = program.free(n);
    program.nonpositive(terms.summed(n).plus(-1.0, values));
    program.cones(new ExponentialCone(), Block.interleaved(terms.scaled(-1.0), at[0], at[1]));
  }
}
