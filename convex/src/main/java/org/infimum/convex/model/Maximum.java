package org.infimum.convex.model;

/** The larger of two expressions, element by element: {@code t >= x, t >= y}. */
final class Maximum extends Atom {
  private final Expression x;
  private final Expression y;

  Maximum(Expression x, Expression y) {
    super("maximum", x.shape, x, y);
    this.x = x;
    this.y = y;
  }

  @Override
  boolean isConvex() {
    return true;
  }

  @Override
  Sign sign() {
    return x.sign().isNonnegative() || y.sign().isNonnegative()
        ? Sign.NONNEGATIVE
        : x.sign().plus(y.sign());
  }

  @Override
  Monotonicity monotonicity(int argument) {
    return Monotonicity.NONDECREASING;
  }

  @Override
  double[] value(double[][] at) {
    double[] value = new double[at[0].length];
    for (int i = 0; i < value.length; i++) {
      value[i] = Math.max(at[0][i], at[1][i]);
    }
    return value;
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    program.nonpositive(at[0].plus(-1.0, values));
    program.nonpositive(at[1].plus(-1.0, values));
  }
}
