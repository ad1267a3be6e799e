package org.infimum.linalg.iterative;

import org.infimum.linalg.SparseMatrix;

/** What the preconditioners ask of the upper triangle of a symmetric matrix. */
final class UpperTriangle {
  private UpperTriangle() {}

  /**
   * The diagonal, which must be the last entry of every column and positive.
   *
   * @throws IllegalArgumentException if it is not
   */
  static double[] diagonal(SparseMatrix upper) {
    if (upper.rows() != upper.columns()) {
      throw new IllegalArgumentException("not square: " + upper.rows() + " x " + upper.columns());
    }
    double[] diagonal = new double[upper.columns()];
    for (int j = 0; j < diagonal.length; j++) {
      int last = upper.columnStarts()[j + 1] - 1;
      if (last < upper.columnStarts()[j] || upper.rowIndices()[last] != j) {
        throw new IllegalArgumentException(
            "column " + j + " of an upper triangle does not end with its diagonal entry");
      }
      diagonal[j] = upper.values()[last];
      if (!(diagonal[j] > 0.0)) {
        throw new IllegalArgumentException("diagonal entry " + j + " is not positive");
      }
    }
    return diagonal;
  }
}
