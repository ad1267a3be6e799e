package org.infimum.convex.model;

import org.infimum.convex.SemidefiniteCone;

/** The largest eigenvalue of a symmetric matrix: {@code t I - X} positive semidefinite. */
final class LambdaMax extends Atom {
  LambdaMax(Expression x) {
    super("lambdaMax", Shape.SCALAR, x);
    Shapes.requireSymmetric(x, "lambdaMax");
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
    return Monotonicity.NONE;
  }

  @Override
  double[] value(double[][] at) {
    double[] eigenvalues = Eigenvalues.of(at[0]);
    return new double[] {eigenvalues[eigenvalues.length - 1]};
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    int n = arguments()[0].rows();
    Block difference = SymmetricForm.diagonal(values, n).plus(-1.0, at[0]);
    program.cones(new SemidefiniteCone(n), SymmetricForm.svec(difference, n));
  }
}
