package org.infimum.convex.model;

import org.infimum.convex.SecondOrderCone;

/** The Euclidean norm of all elements: {@code (t, x)} in the second-order cone. */
final class NormTwo extends Atom {
  NormTwo(Expression x) {
    super("norm2", Shape.SCALAR, x);
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
    double norm = 0.0;
    for (double element : at[0]) {
      norm = Math.hypot(norm, element);
    }
    return new double[] {norm};
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    program.cones(new SecondOrderCone(at[0].rows() + 1), Block.stacked(values, at[0]));
  }
}
