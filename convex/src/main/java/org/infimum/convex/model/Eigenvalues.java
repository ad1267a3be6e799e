package org.infimum.convex.model;

import org.infimum.linalg.spectral.DoubleSymmetricEigen;

/** Spectra of small dense matrices, for the values of the spectral atoms. */
final class Eigenvalues {
  private Eigenvalues() {}

  /** The eigenvalues of a symmetric matrix, ascending. */
  static double[] of(double[] matrix) {
    int n = (int) Math.round(Math.sqrt(matrix.length));
    DoubleSymmetricEigen eigen = new DoubleSymmetricEigen(n, 1);
    eigen.computeValues(matrix.clone(), 0, n);
    return eigen.values();
  }

  /**
   * The sum of the singular values of an m x n matrix: the eigenvalues of {@code [[0, X], [X', 0]]}
   * are these, their negatives and zeros.
   */
  static double nuclearNorm(double[] matrix, int m, int n) {
    int order = m + n;
    double[] embedded = new double[order * order];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < m; i++) {
        embedded[i + (m + j) * order] = matrix[i + j * m];
        embedded[m + j + i * order] = matrix[i + j * m];
      }
    }
    double sum = 0.0;
    for (double eigenvalue : of(embedded)) {
      sum += Math.abs(eigenvalue);
    }
    return 0.5 * sum;
  }
}
