package org.infimum.linalg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who meets whom in S = A diag(w) A': the entries of A by rows, the pattern of S, and blocks of
 * columns of S of about equal work.
 *
 * @param a the matrix A
 * @param rowStarts offsets of the rows of A, less the excluded columns
 * @param rowColumns column of each entry of a row
 * @param rowPositions where each entry of a row stands in the arrays of A
 * @param matrix upper triangle of S, with a full diagonal
 * @param blockStarts first column of S of each block, and the end of the last
 * @param products how many products of two entries of A make up S
 */
record GramLayout(
    SparseMatrix a,
    int[] rowStarts,
    int[] rowColumns,
    int[] rowPositions,
    SparseMatrix matrix,
    int[] blockStarts,
    long products) {
  /** Many enough that unequal blocks even out over the threads. */
  private static final int BLOCKS = 64;

  static GramLayout of(SparseMatrix a, boolean @Nullable [] excluded) {
    int m = a.rows();
    int[] columnStarts = a.columnStarts();
    int[] rowIndices = a.rowIndices();
    int[] rowStarts = new int[m + 1];
    for (int k = 0; k < a.columns(); k++) {
      if (excluded == null || !excluded[k]) {
        for (int p = columnStarts[k]; p < columnStarts[k + 1]; p++) {
          rowStarts[rowIndices[p] + 1]++;
        }
      }
    }
    for (int i = 0; i < m; i++) {
      rowStarts[i + 1] += rowStarts[i];
    }
    int[] rowColumns = new int[rowStarts[m]];
    int[] rowPositions = new int[rowStarts[m]];
    int[] next = rowStarts.clone();
    for (int k = 0; k < a.columns(); k++) {
      if (excluded == null || !excluded[k]) {
        for (int p = columnStarts[k]; p < columnStarts[k + 1]; p++) {
          int at = next[rowIndices[p]]++;
          rowColumns[at] = k;
          rowPositions[at] = p;
        }
      }
    }
    SparseMatrix matrix = pattern(a, rowStarts, rowColumns, rowPositions);
    long[] before = new long[m + 1];
    long products = 0;
    for (int j = 0; j < m; j++) {
      for (int e = rowStarts[j]; e < rowStarts[j + 1]; e++) {
        products += rowPositions[e] - columnStarts[rowColumns[e]] + 1;
      }
      before[j + 1] = products + matrix.columnStarts()[j + 1];
    }
    return new GramLayout(
        a, rowStarts, rowColumns, rowPositions, matrix, equalShares(before), products);
  }

  int blocks() {
    return blockStarts.length - 1;
  }

  /**
   * The upper triangle, by one pass over the rows of S that collects each unordered and one
   * transposition, which leaves the rows of every column in ascending order.
   */
  private static SparseMatrix pattern(
      SparseMatrix a, int[] rowStarts, int[] rowColumns, int[] rowPositions) {
    int m = a.rows();
    int[] columnStarts = a.columnStarts();
    int[] rowIndices = a.rowIndices();
    int[] collected = new int[m + a.nonzeros()];
    int[] collectedStarts = new int[m + 1];
    int[] starts = new int[m + 1];
    int[] seen = new int[m];
    Arrays.fill(seen, -1);
    int count = 0;
    for (int i = 0; i < m; i++) {
      if (count > collected.length - (m - i)) {
        collected = Arrays.copyOf(collected, grown(collected.length, m - i));
      }
      seen[i] = i;
      collected[count++] = i;
      starts[i + 1]++;
      for (int e = rowStarts[i]; e < rowStarts[i + 1]; e++) {
        int end = columnStarts[rowColumns[e] + 1];
        for (int p = rowPositions[e] + 1; p < end; p++) {
          int j = rowIndices[p];
          if (seen[j] != i) {
            seen[j] = i;
            collected[count++] = j;
            starts[j + 1]++;
          }
        }
      }
      collectedStarts[i + 1] = count;
    }
    for (int j = 0; j < m; j++) {
      starts[j + 1] += starts[j];
    }
    int[] indices = new int[count];
    int[] next = starts.clone();
    for (int i = 0; i < m; i++) {
      for (int k = collectedStarts[i]; k < collectedStarts[i + 1]; k++) {
        indices[next[collected[k]]++] = i;
      }
    }
    return new SparseMatrix(m, m, starts, indices, new double[count]);
  }

  private static int grown(int length, int needed) {
    long wanted = length + Math.max(length / 2L, needed);
    if (wanted > Integer.MAX_VALUE - 8) {
      wanted = Integer.MAX_VALUE - 8;
      if (wanted - length < needed) {
        throw new IllegalArgumentException("A A' has more than 2^31 - 1 entries");
      }
    }
    return (int) wanted;
  }

  private static int[] equalShares(long[] before) {
    int m = before.length - 1;
    int[] starts = new int[BLOCKS + 1];
    int j = 0;
    for (int b = 1; b < BLOCKS; b++) {
      double target = (double) before[m] * b / BLOCKS;
      while (j < m && before[j] < target) {
        j++;
      }
      starts[b] = j;
    }
    starts[BLOCKS] = m;
    return starts;
  }
}
