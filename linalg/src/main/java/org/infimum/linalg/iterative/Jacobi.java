package org.infimum.linalg.iterative;

import org.infimum.linalg.SparseMatrix;

/** The diagonal of a symmetric matrix as its preconditioner. */
public final class Jacobi implements Preconditioner {
  private final double[] inverse;

  /**
   * Takes the diagonal.
   *
   * @param upper the upper triangle of a symmetric matrix
   * @throws IllegalArgumentException if a diagonal entry is missing or not positive
   */
  public Jacobi(SparseMatrix upper) {
    double[] diagonal = UpperTriangle.diagonal(upper);
    inverse = new double[diagonal.length];
    for (int i = 0; i < inverse.length; i++) {
      inverse[i] = 1.0 / diagonal[i];
    }
  }

  @Override
  public void solve(double[] r, double[] z) {
    for (int i = 0; i < inverse.length; i++) {
      z[i] = r[i] * inverse[i];
    }
  }
}
