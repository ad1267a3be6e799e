package org.infimum.linalg;

/**
 * The adjacency graph of a symmetric matrix: one vertex a row, both directions of every
 * off-diagonal entry, no loops.
 *
 * @param starts {@code vertices + 1} offsets into {@code neighbours}
 * @param neighbours the neighbours of each vertex, one vertex after the other
 */
record SymmetricGraph(int[] starts, int[] neighbours) {

  static SymmetricGraph ofUpperTriangle(SparseMatrix upper) {
    int n = upper.columns();
    if (upper.rows() != n) {
      throw new IllegalArgumentException("not square: " + upper.rows() + " x " + n);
    }
    int[] columnStarts = upper.columnStarts();
    int[] rowIndices = upper.rowIndices();
    int[] starts = new int[n + 1];
    for (int j = 0; j < n; j++) {
      for (int k = columnStarts[j]; k < columnStarts[j + 1]; k++) {
        int i = rowIndices[k];
        if (i > j) {
          throw new IllegalArgumentException("entry (" + i + ", " + j + ") is below the diagonal");
        }
        if (i < j) {
          starts[i + 1]++;
          starts[j + 1]++;
        }
      }
    }
    for (int i = 0; i < n; i++) {
      starts[i + 1] = Math.addExact(starts[i + 1], starts[i]);
    }
    int[] neighbours = new int[starts[n]];
    int[] next = starts.clone();
    for (int j = 0; j < n; j++) {
      for (int k = columnStarts[j]; k < columnStarts[j + 1]; k++) {
        int i = rowIndices[k];
        if (i < j) {
          neighbours[next[i]++] = j;
          neighbours[next[j]++] = i;
        }
      }
    }
    return new SymmetricGraph(starts, neighbours);
  }

  int vertices() {
    return starts.length - 1;
  }

  int degree(int vertex) {
    return starts[vertex + 1] - starts[vertex];
  }

  /**
   * The degree above which a vertex is ordered last without being looked at (Amestoy, Davis and
   * Duff: 10 sqrt n): nearly full rows make every other ordering decision slower, not better.
   */
  static int denseDegree(int vertices) {
    return Math.min(vertices, Math.max(16, (int) (10.0 * Math.sqrt(vertices))));
  }
}
