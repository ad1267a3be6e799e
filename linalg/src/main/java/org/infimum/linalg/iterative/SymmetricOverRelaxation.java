package org.infimum.linalg.iterative;

import org.infimum.linalg.SparseMatrix;

/**
 * Symmetric successive over-relaxation: M = (D / omega + L) (omega / (2 - omega) D^-1) (D / omega +
 * L') for A = L + D + L' (Axelsson, "A generalized SSOR method", BIT 12, 1972). It needs no set-up
 * and no memory but the matrix.
 */
public final class SymmetricOverRelaxation implements Preconditioner {
  private final SparseMatrix upper;
  private final double[] diagonal;
  private final double omega;

  /**
   * Keeps the matrix, whose values must not change.
   *
   * @param upper the upper triangle of a symmetric matrix with positive diagonal
   * @param omega the relaxation, in (0, 2); 1 is the symmetric Gauss-Seidel method
   */
  public SymmetricOverRelaxation(SparseMatrix upper, double omega) {
    if (!(omega > 0.0 && omega < 2.0)) {
      throw new IllegalArgumentException("the relaxation must be in (0, 2): " + omega);
    }
    this.upper = upper;
    this.diagonal = UpperTriangle.diagonal(upper);
    this.omega = omega;
  }

  @Override
  public void solve(double[] r, double[] z) {
    int[] starts = upper.columnStarts();
    int[] rows = upper.rowIndices();
    double[] values = upper.values();
    int n = diagonal.length;
    for (int i = 0; i < n; i++) {
      double sum = r[i];
      for (int k = starts[i]; k < starts[i + 1] - 1; k++) {
        sum -= values[k] * z[rows[k]];
      }
      z[i] = sum * omega / diagonal[i];
    }
    for (int i = 0; i < n; i++) {
      z[i] *= (2.0 - omega) / omega * diagonal[i];
    }
    for (int i = n - 1; i >= 0; i--) {
      double solved = z[i] * omega / diagonal[i];
      z[i] = solved;
      for (int k = starts[i]; k < starts[i + 1] - 1; k++) {
        z[rows[k]] -= values[k] * solved;
      }
    }
  }
}
