package org.infimum.linalg.iterative;

import org.infimum.linalg.SparseMatrix;

/**
 * The incomplete Cholesky factorization without fill, A ~ R'R with R in the pattern of the upper
 * triangle (Meijerink and van der Vorst, Math. Comp. 31, 1977). Where a pivot breaks down, A +
 * shift diag(A) is factored instead with the shift raised until it holds (Manteuffel, "An
 * incomplete factorization technique for positive definite linear systems", Math. Comp. 34, 1980).
 */
public final class IncompleteCholesky implements Preconditioner {
  /** The first shift tried after none at all, and the factor between shifts. */
  private static final double FIRST_SHIFT = 1e-3;

  private static final double SHIFT_GROWTH = 4.0;

  /** A pivot below this share of its diagonal entry counts as broken down. */
  private static final double LEAST_PIVOT = 1e-8;

  private final int[] starts;
  private final int[] rows;
  private final double[] factor;
  private final int dimension;
  private final double shift;

  /**
   * Factors a matrix.
   *
   * @param upper the upper triangle of a symmetric matrix with positive diagonal
   */
  public IncompleteCholesky(SparseMatrix upper) {
    double[] diagonal = UpperTriangle.diagonal(upper);
    starts = upper.columnStarts();
    rows = upper.rowIndices();
    dimension = upper.columns();
    factor = new double[upper.nonzeros()];
    double tried = 0.0;
    while (!isFactored(upper.values(), diagonal, tried)) {
      tried = tried == 0.0 ? FIRST_SHIFT : SHIFT_GROWTH * tried;
    }
    shift = tried;
  }

  /** The multiple of its diagonal that was added to the matrix; 0 if none was needed. */
  public double shift() {
    return shift;
  }

  /** Column j of R solves a triangular system with the columns before, in its own pattern. */
  private boolean isFactored(double[] values, double[] diagonal, double tried) {
    double[] column = new double[dimension];
    for (int j = 0; j < dimension; j++) {
      int end = starts[j + 1] - 1;
      double pivot = diagonal[j] * (1.0 + tried);
      for (int e = starts[j]; e < end; e++) {
        int i = rows[e];
        int last = starts[i + 1] - 1;
        double sum = values[e];
        for (int k = starts[i]; k < last; k++) {
          sum -= factor[k] * column[rows[k]];
        }
        double entry = sum / factor[last];
        factor[e] = entry;
        column[i] = entry;
        pivot -= entry * entry;
      }
      for (int e = starts[j]; e < end; e++) {
        column[rows[e]] = 0.0;
      }
      if (!(pivot > LEAST_PIVOT * diagonal[j])) {
        return false;
      }
      factor[end] = Math.sqrt(pivot);
    }
    return true;
  }

  @Override
  public void solve(double[] r, double[] z) {
    for (int j = 0; j < dimension; j++) {
      int end = starts[j + 1] - 1;
      double sum = r[j];
      for (int e = starts[j]; e < end; e++) {
        sum -= factor[e] * z[rows[e]];
      }
      z[j] = sum / factor[end];
    }
    for (int j = dimension - 1; j >= 0; j--) {
      int end = starts[j + 1] - 1;
      double solved = z[j] / factor[end];
      z[j] = solved;
      for (int e = starts[j]; e < end; e++) {
        z[rows[e]] -= factor[e] * solved;
      }
    }
  }
}
