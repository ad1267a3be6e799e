package org.infimum.linalg;

import java.util.Arrays;

/** The pattern of L by columns and by rows, for the simplicial factorization. */
final class SimplicialStructure {
  final PermutedPattern pattern;

  /** Offsets of the columns of L below the diagonal. */
  final int[] columnStarts;

  /** Row of each entry, ascending within a column. */
  final int[] rowIndices;

  /** Offsets of the rows of L left of the diagonal. */
  final int[] rowStarts;

  /** Column of each entry, ascending within a row, hence in a topological order of the tree. */
  final int[] columnIndices;

  SimplicialStructure(PermutedPattern pattern, EliminationTree tree, int[] columnCounts) {
    this.pattern = pattern;
    int n = pattern.dimension;
    columnStarts = new int[n + 1];
    for (int j = 0; j < n; j++) {
      columnStarts[j + 1] = Math.addExact(columnStarts[j], columnCounts[j] - 1);
    }
    int nonzeros = columnStarts[n];
    rowIndices = new int[nonzeros];
    rowStarts = new int[n + 1];
    int[] next = Arrays.copyOf(columnStarts, n);
    int[] mark = new int[n];
    Arrays.fill(mark, -1);
    for (int k = 0; k < n; k++) {
      mark[k] = k;
      int length = 0;
      for (int e = pattern.starts[k]; e < pattern.starts[k + 1]; e++) {
        for (int j = pattern.rows[e]; mark[j] != k; j = tree.parent()[j]) {
          mark[j] = k;
          rowIndices[next[j]++] = k;
          length++;
        }
      }
      rowStarts[k + 1] = rowStarts[k] + length;
    }
    columnIndices = new int[nonzeros];
    System.arraycopy(rowStarts, 0, next, 0, n);
    for (int j = 0; j < n; j++) {
      for (int e = columnStarts[j]; e < columnStarts[j + 1]; e++) {
        columnIndices[next[rowIndices[e]]++] = j;
      }
    }
  }
}
