package org.infimum.convex.model;

import org.infimum.convex.SemidefiniteCone;

/**
 * The nuclear norm, the sum of the singular values: {@code [[U, X], [X', V]]} positive semidefinite
 * and {@code t >= (trace U + trace V) / 2} (Fazel, Hindi and Boyd, 2001).
 */
final class Nuclear extends Atom {
  Nuclear(Expression x) {
    super("nuclear", Shape.SCALAR, x);
    Shapes.requireNotEmpty(x, "nuclear");
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
    return Monotonicity.NONE;
  }

  @Override
  double[] value(double[][] at) {
    Shape shape = arguments()[0].shape;
    return new double[] {Eigenvalues.nuclearNorm(at[0], shape.rows(), shape.columns())};
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    int m = arguments()[0].rows();
    int n = arguments()[0].columns();
    Block left = freeSymmetric(program, m);
    Block right = freeSymmetric(program, n);
    Block whole = SymmetricForm.ofQuadrants(left, at[0], right, m, n);
    program.cones(new SemidefiniteCone(m + n), SymmetricForm.svec(whole, m + n));
    Block traces = SymmetricForm.trace(left, m).plus(1.0, SymmetricForm.trace(right, n));
    program.nonpositive(traces.scaled(0.5).plus(-1.0, values));
  }

  private static Block freeSymmetric(Lowering program, int n) {
    return SymmetricForm.unpacked(program.free(n * (n + 1) / 2), n);
  }
}
