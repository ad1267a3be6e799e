package org.infimum.convex.model;

import org.infimum.convex.SemidefiniteCone;

/**
 * The trace of the inverse of a positive definite matrix: {@code [[X, I], [I, W]]} positive
 * semidefinite and {@code t >= trace W}, by the Schur complement.
 */
final class TraceInverse extends Atom {
  TraceInverse(Expression x) {
    super("traceInv", Shape.SCALAR, x);
    Shapes.requireSymmetric(x, "traceInv");
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
    double sum = 0.0;
    for (double eigenvalue : Eigenvalues.of(at[0])) {
      sum += eigenvalue > 0.0 ? 1.0 / eigenvalue : Double.NaN;
    }
    return new double[] {sum};
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    int n = arguments()[0].rows();
    Block inverse = SymmetricForm.unpacked(program.free(n * (n + 1) / 2), n);
    Block identity = SymmetricForm.diagonal(Block.filled(1, 1.0), n);
    Block whole = SymmetricForm.ofQuadrants(at[0], identity, inverse, n, n);
    program.cones(new SemidefiniteCone(2 * n), SymmetricForm.svec(whole, 2 * n));
    program.nonpositive(SymmetricForm.trace(inverse, n).plus(-1.0, values));
  }
}
