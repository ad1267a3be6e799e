package org.infimum.convex.model;

/** The largest element: {@code t >= x_i}. */
final class Max extends Atom {
  private final Expression x;

  Max(Expression x) {
    super("max", Shape.SCALAR, x);
    Shapes.requireNotEmpty(x, "max");
    this.x = x;
  }

  @Override
  boolean isConvex() {
    return true;
  }

  @Override
  Sign sign() {
    return x.sign();
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
    return new double[] {largest};
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    program.nonpositive(at[0].plus(-1.0, values.repeated(at[0].rows())));
  }
}
