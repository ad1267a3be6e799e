package org.infimum.convex.model;

import org.infimum.linalg.SparseMatrix;

/**
 * A factor G with {@code S = GG'} of a positive semidefinite matrix by Cholesky's method with
 * diagonal pivoting (Higham, "Accuracy and stability of numerical algorithms", section 10.3): as
 * many columns as the numerical rank. A diagonal matrix stays sparse.
 */
final class PivotedCholesky {
  /** Pivots below this share of the largest diagonal element are rounding. */
  private static final double RANK_TOLERANCE = 1e-13;

  private PivotedCholesky() {}

  /**
   * The factor, n x rank.
   *
   * @param upper the upper triangle of S
   */
  static SparseMatrix factor(SparseMatrix upper) {
    int n = upper.columns();
    double[] diagonal = new double[n];
    boolean isDiagonal = true;
    for (int j = 0; j < n; j++) {
      for (int k = upper.columnStarts()[j]; k < upper.columnStarts()[j + 1]; k++) {
        if (upper.rowIndices()[k] == j) {
          diagonal[j] = upper.values()[k];
        } else {
          isDiagonal &= upper.values()[k] == 0.0;
        }
      }
    }
    return isDiagonal ? root(diagonal) : dense(upper, diagonal);
  }

  private static SparseMatrix root(double[] diagonal) {
    int n = diagonal.length;
    int[] row = new int[n];
    int[] column = new int[n];
    double[] value = new double[n];
    int rank = 0;
    for (int i = 0; i < n; i++) {
      if (diagonal[i] > 0.0) {
        row[rank] = i;
        column[rank] = rank;
        value[rank++] = Math.sqrt(diagonal[i]);
      }
    }
    return SparseMatrix.ofTriplets(n, rank, rank, row, column, value);
  }

  /** Column by column; a column of S is read once, when its pivot is chosen. */
  private static SparseMatrix dense(SparseMatrix upper, double[] remaining) {
    int n = upper.columns();
    SparseMatrix lower = upper.transpose();
    double[][] columns = new double[n][];
    int rank = 0;
    double tolerance = RANK_TOLERANCE * n * largest(remaining);
    while (rank < n) {
      int pivot = indexOfLargest(remaining);
      if (!(remaining[pivot] > tolerance)) {
        break;
      }
      double[] next = column(upper, lower, pivot);
      for (int c = 0; c < rank; c++) {
        double factor = columns[c][pivot];
        for (int i = 0; i < n; i++) {
          next[i] -= factor * columns[c][i];
        }
      }
      double root = Math.sqrt(remaining[pivot]);
      for (int i = 0; i < n; i++) {
        // A pivot row is done with: what is left of it is rounding.
        next[i] = remaining[i] == Double.NEGATIVE_INFINITY ? 0.0 : next[i] / root;
        remaining[i] -= next[i] * next[i];
      }
      next[pivot] = root;
      remaining[pivot] = Double.NEGATIVE_INFINITY;
      columns[rank++] = next;
    }
    return sparse(columns, n, rank);
  }

  private static double[] column(SparseMatrix upper, SparseMatrix lower, int j) {
    double[] column = new double[upper.columns()];
    for (int k = upper.columnStarts()[j]; k < upper.columnStarts()[j + 1]; k++) {
      column[upper.rowIndices()[k]] = upper.values()[k];
    }
    for (int k = lower.columnStarts()[j]; k < lower.columnStarts()[j + 1]; k++) {
      column[lower.rowIndices()[k]] = lower.values()[k];
    }
    return column;
  }

  private static SparseMatrix sparse(double[][] columns, int n, int rank) {
    int count = 0;
    for (int c = 0; c < rank; c++) {
      for (double value : columns[c]) {
        count += value == 0.0 ? 0 : 1;
      }
    }
    int[] starts = new int[rank + 1];
    int[] rows = new int[count];
    double[] values = new double[count];
    int at = 0;
    for (int c = 0; c < rank; c++) {
      for (int i = 0; i < n; i++) {
        if (columns[c][i] != 0.0) {
          rows[at] = i;
          values[at++] = columns[c][i];
        }
      }
      starts[c + 1] = at;
    }
    return new SparseMatrix(n, rank, starts, rows, values);
  }

  private static int indexOfLargest(double[] values) {
    int index = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[index]) {
        index = i;
      }
    }
    return index;
  }

  private static double largest(double[] values) {
    return values.length == 0 ? 0.0 : Math.max(0.0, values[indexOfLargest(values)]);
  }
}
