package org.infimum.convex.model;

import org.infimum.convex.ExponentialCone;
import org.infimum.convex.SemidefiniteCone;

/**
 * The logarithm of the determinant of a positive definite matrix: with a lower triangular Z, {@code
 * [[X, Z], [Z', diag(Z)]]} positive semidefinite and {@code t <= sum log Z_ii} (Ben-Tal and
 * Nemirovski, "Lectures on modern convex optimization", 2001, section 4.2).
 */
final class LogDet extends Atom {
  LogDet(Expression x) {
    super("logDet", Shape.SCALAR, x);
    Shapes.requireSymmetric(x, "logDet");
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
    for (double eigenvalue : Eigenvalues.of(at[0])) {
      sum += Math.log(eigenvalue);
    }
    return new double[] {sum};
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    int n = arguments()[0].rows();
    Block packed = program.free(n * (n + 1) / 2);
    BlockBuilder triangle = new BlockBuilder(n * n, n * n);
    BlockBuilder diagonal = new BlockBuilder(n * n, n);
    int[] onDiagonal = new int[n];
    for (int j = 0; j < n; j++) {
      onDiagonal[j] = SymmetricForm.position(n, j, j);
      for (int i = 0; i < n; i++) {
        if (i >= j) {
          triangle.addRow(packed, SymmetricForm.position(n, i, j), 1.0);
        }
        if (i == j) {
          diagonal.addRow(packed, onDiagonal[j], 1.0);
        }
        triangle.endRow();
        diagonal.endRow();
      }
    }
    Block whole = SymmetricForm.ofQuadrants(at[0], triangle.build(), diagonal.build(), n, n);
    program.cones(new SemidefiniteCone(2 * n), SymmetricForm.svec(whole, 2 * n));
    Block logarithms = program.free(n);
    program.cones(
        new ExponentialCone(),
        Block.interleaved(logarithms, Block.filled(n, 1.0), packed.select(onDiagonal, 1.0)));
    program.nonpositive(values.plus(-1.0, logarithms.summed(n)));
  }
}
