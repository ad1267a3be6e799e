package org.infimum.convex.model;

import org.infimum.convex.RotatedSecondOrderCone;

/**
 * Huber's function, element by element: {@code x^2} up to the threshold M, {@code 2 M |x| - M^2}
 * beyond: {@code t >= n^2 + 2 M a} with {@code a >= |x - n|}; in the objective, n^2 goes to P.
 */
final class Huber extends Atom {
  private final double threshold;

  Huber(Expression x, double threshold) {
    super(Formula.call("huber", x.formula, Formula.number(threshold)), x.shape, x);
    this.threshold = threshold;
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
    double[] x = at[0];
    double[] value = new double[x.length];
    for (int i = 0; i < value.length; i++) {
      value[i] =
          Math.abs(x[i]) <= threshold
              ? x[i] * x[i]
              : threshold * (2.0 * Math.abs(x[i]) - threshold);
    }
    return value;
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    int n = at[0].rows();
    Block inner = program.free(n);
    Block outer = outer(program, at[0], inner);
    program.cones(
        new RotatedSecondOrderCone(3),
        Block.interleaved(values.plus(-2.0 * threshold, outer), Block.filled(n, 0.5), inner));
  }

  /** The part of |x| beyond the inner one. */
  private static Block outer(Lowering program, Block x, Block inner) {
    Block outer = program.nonnegative(x.rows());
    Block rest = x.plus(-1.0, inner);
    program.nonpositive(rest.plus(-1.0, outer));
    program.nonpositive(rest.scaled(-1.0).plus(-1.0, outer));
    return outer;
  }

  @Override
  boolean emitObjective(Lowering program, int element, Weight weight, Block[] at) {
    Block inner = program.free(1);
    Block outer = outer(program, at[0].select(new int[] {element}, 1.0), inner);
    SumOfSquares.addCost(program, weight, inner);
    program.addCost(weight.times(2.0 * threshold), outer, 0);
    return true;
  }
}
