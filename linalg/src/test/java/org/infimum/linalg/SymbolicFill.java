package org.infimum.linalg;

import java.util.Arrays;

/** Counts the entries of L by the elimination tree, straight from the definition (Liu, 1990). */
final class SymbolicFill {
  private SymbolicFill() {}

  /** Off-diagonal entries of the factor L of the permuted matrix. */
  static long entries(SparseMatrix upper, int[] permutation) {
    int n = permutation.length;
    int[] pivot = new int[n];
    for (int k = 0; k < n; k++) {
      pivot[permutation[k]] = k;
    }
    SparseMatrix lower = upper.transpose();
    int[] parent = new int[n];
    int[] visitor = new int[n];
    Arrays.fill(parent, -1);
    Arrays.fill(visitor, -1);
    long entries = 0;
    for (int k = 0; k < n; k++) {
      visitor[k] = k;
      for (SparseMatrix triangle : new SparseMatrix[] {upper, lower}) {
        int old = permutation[k];
        for (int p = triangle.columnStarts()[old]; p < triangle.columnStarts()[old + 1]; p++) {
          int i = pivot[triangle.rowIndices()[p]];
          while (i < k && visitor[i] != k) {
            visitor[i] = k;
            entries++;
            if (parent[i] < 0) {
              parent[i] = k;
            }
            i = parent[i];
          }
        }
      }
    }
    return entries;
  }
}
