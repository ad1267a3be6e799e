package org.infimum.linalg;

import java.util.Arrays;

/**
 * The pattern of P A P' for a symmetric A given by its upper triangle: the entries strictly above
 * the diagonal by columns with ascending rows, each with the place of its value in A.
 */
final class PermutedPattern {
  final int dimension;

  /** Offsets of the columns of the strict upper triangle. */
  final int[] starts;

  /** Row of each entry, ascending within a column. */
  final int[] rows;

  /** Index of each entry among the values of A. */
  final int[] source;

  /** Index of each diagonal entry among the values of A. */
  final int[] diagonalSource;

  /**
   * Permutes the pattern.
   *
   * @throws IllegalArgumentException if the matrix is not square, not upper triangular or lacks a
   *     diagonal entry, or if the permutation is none
   */
  PermutedPattern(SparseMatrix upper, int[] permutation) {
    int n = upper.columns();
    if (upper.rows() != n) {
      throw new IllegalArgumentException("not square: " + upper.rows() + " x " + n);
    }
    int[] inverse = inverse(permutation, n);
    dimension = n;
    diagonalSource = new int[n];
    Arrays.fill(diagonalSource, -1);
    int[] columnStarts = upper.columnStarts();
    int[] rowIndices = upper.rowIndices();

    int[] lowerStarts = new int[n + 1];
    int[] upperStarts = new int[n + 1];
    for (int j = 0; j < n; j++) {
      int newJ = inverse[j];
      for (int e = columnStarts[j]; e < columnStarts[j + 1]; e++) {
        int i = rowIndices[e];
        if (i > j) {
          throw new IllegalArgumentException("entry (" + i + ", " + j + ") is below the diagonal");
        }
        if (i == j) {
          diagonalSource[newJ] = e;
        } else {
          int newI = inverse[i];
          lowerStarts[Math.min(newI, newJ) + 1]++;
          upperStarts[Math.max(newI, newJ) + 1]++;
        }
      }
    }
    for (int k = 0; k < n; k++) {
      if (diagonalSource[k] < 0) {
        throw new IllegalArgumentException("no diagonal entry in column " + permutation[k]);
      }
      lowerStarts[k + 1] += lowerStarts[k];
      upperStarts[k + 1] += upperStarts[k];
    }

    int count = lowerStarts[n];
    int[] lowerRow = new int[count];
    int[] lowerSource = new int[count];
    int[] next = Arrays.copyOf(lowerStarts, n);
    for (int j = 0; j < n; j++) {
      int newJ = inverse[j];
      for (int e = columnStarts[j]; e < columnStarts[j + 1]; e++) {
        int i = rowIndices[e];
        if (i != j) {
          int newI = inverse[i];
          int at = next[Math.min(newI, newJ)]++;
          lowerRow[at] = Math.max(newI, newJ);
          lowerSource[at] = e;
        }
      }
    }
    starts = upperStarts;
    rows = new int[count];
    source = new int[count];
    System.arraycopy(upperStarts, 0, next, 0, n);
    for (int j = 0; j < n; j++) {
      for (int e = lowerStarts[j]; e < lowerStarts[j + 1]; e++) {
        int at = next[lowerRow[e]]++;
        rows[at] = j;
        source[at] = lowerSource[e];
      }
    }
  }

  /** The inverse of a permutation of 0..n-1. */
  static int[] inverse(int[] permutation, int n) {
    if (permutation.length != n) {
      throw new IllegalArgumentException(
          "the permutation has length " + permutation.length + ", the matrix dimension " + n);
    }
    int[] inverse = new int[n];
    Arrays.fill(inverse, -1);
    for (int k = 0; k < n; k++) {
      int old = permutation[k];
      if (old < 0 || old >= n || inverse[old] >= 0) {
        throw new IllegalArgumentException("not a permutation: " + old + " at position " + k);
      }
      inverse[old] = k;
    }
    return inverse;
  }

  /** Offsets of the columns of the strict lower triangle. */
  int[] lowerStarts() {
    int[] lower = new int[dimension + 1];
    for (int row : rows) {
      lower[row + 1]++;
    }
    for (int k = 0; k < dimension; k++) {
      lower[k + 1] += lower[k];
    }
    return lower;
  }

  /** Rows of the strict lower triangle by columns, ascending; {@code starts} as above. */
  int[] lowerRows(int[] lowerStarts) {
    int[] next = Arrays.copyOf(lowerStarts, dimension);
    int[] lower = new int[rows.length];
    for (int j = 0; j < dimension; j++) {
      for (int e = starts[j]; e < starts[j + 1]; e++) {
        lower[next[rows[e]]++] = j;
      }
    }
    return lower;
  }
}
