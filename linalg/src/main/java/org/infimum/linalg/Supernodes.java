package org.infimum.linalg;

import java.util.Arrays;

/**
 * A partition of the columns of L into supernodes: sets of columns that are stored as one dense
 * trapezoid. Columns of equal pattern form the maximal supernodes; a child is then merged into its
 * parent where the dense kernels gain more than the explicit zeros cost (relaxed amalgamation,
 * Ashcraft and Grimes, The influence of relaxed supernode partitions on the multifrontal method,
 * ACM TOMS 15, 1989). Any child may merge, not only the last one: {@link #order} makes the columns
 * of a supernode contiguous.
 */
final class Supernodes {
  /** New column k is the postordered column {@code order[k]}. */
  final int[] order;

  /** First new column of each supernode, and the dimension at the end. */
  final int[] firstColumn;

  /** Parent of each supernode, which has a larger index, or -1. */
  final int[] parent;

  private Supernodes(int[] order, int[] firstColumn, int[] parent) {
    this.order = order;
    this.firstColumn = firstColumn;
    this.parent = parent;
  }

  int count() {
    return parent.length;
  }

  /**
   * Partitions the columns.
   *
   * @param columnParent elimination tree of postordered columns
   * @param columnCounts entries of each column of L with the diagonal
   */
  static Supernodes relaxed(int[] columnParent, int[] columnCounts) {
    int n = columnParent.length;
    int[] nodeOf = new int[n];
    int nodes = 0;
    for (int j = 0; j < n; j++) {
      boolean joins =
          j > 0 && columnParent[j - 1] == j && columnCounts[j - 1] == columnCounts[j] + 1;
      if (!joins) {
        nodes++;
      }
      nodeOf[j] = nodes - 1;
    }
    int[] width = new int[nodes];
    int[] rows = new int[nodes];
    long[] nonzeros = new long[nodes];
    int[] parent = new int[nodes];
    for (int j = n - 1; j >= 0; j--) {
      int s = nodeOf[j];
      if (width[s]++ == 0) {
        parent[s] = columnParent[j] == -1 ? -1 : nodeOf[columnParent[j]];
      }
      rows[s] = columnCounts[j];
      nonzeros[s] += columnCounts[j];
    }
    int[] mergedInto = merge(parent, width, rows, nonzeros);
    return arrange(nodeOf, mergedInto, parent);
  }

  /** Merges children into parents, bottom-up; returns the supernode each one ends in. */
  private static int[] merge(int[] parent, int[] width, int[] rows, long[] nonzeros) {
    int nodes = parent.length;
    int[] firstChild = new int[nodes];
    int[] sibling = new int[nodes];
    Arrays.fill(firstChild, -1);
    int[] mergedInto = new int[nodes];
    for (int s = 0; s < nodes; s++) {
      mergedInto[s] = s;
      for (int child = firstChild[s]; child != -1; child = sibling[child]) {
        int mergedWidth = width[s] + width[child];
        int mergedRows = rows[s] + width[child];
        long stored = trapezoid(mergedWidth, mergedRows);
        long kept = nonzeros[s] + nonzeros[child];
        if (worthMerging(mergedWidth, stored - kept, stored)) {
          mergedInto[child] = s;
          width[s] = mergedWidth;
          rows[s] = mergedRows;
          nonzeros[s] = kept;
        }
      }
      if (parent[s] != -1) {
        sibling[s] = firstChild[parent[s]];
        firstChild[parent[s]] = s;
      }
    }
    for (int s = nodes - 1; s >= 0; s--) {
      mergedInto[s] = mergedInto[mergedInto[s]];
    }
    return mergedInto;
  }

  /** Entries of a dense lower trapezoid. */
  static long trapezoid(int width, int rows) {
    return (long) width * rows - (long) width * (width - 1) / 2;
  }

  private static boolean worthMerging(int width, long zeros, long stored) {
    double share = (double) zeros / stored;
    if (width < 4) {
      return share < 0.8;
    }
    if (width < 16) {
      return share < 0.3;
    }
    return share < (width < 48 ? 0.1 : 0.05);
  }

  /** Puts the columns of each merged supernode together, in a postorder of the merged tree. */
  private static Supernodes arrange(int[] nodeOf, int[] mergedInto, int[] parent) {
    int n = nodeOf.length;
    int nodes = parent.length;
    int[] compact = new int[nodes];
    int kept = 0;
    for (int s = 0; s < nodes; s++) {
      if (mergedInto[s] == s) {
        compact[s] = kept++;
      }
    }
    int[] keptParent = new int[kept];
    for (int s = 0; s < nodes; s++) {
      if (mergedInto[s] == s) {
        keptParent[compact[s]] = parent[s] == -1 ? -1 : compact[mergedInto[parent[s]]];
      }
    }
    int[] postorder = EliminationTree.postorder(keptParent);
    int[] position = PermutedPattern.inverse(postorder, kept);
    int[] arrangedParent = new int[kept];
    for (int s = 0; s < kept; s++) {
      int up = keptParent[postorder[s]];
      arrangedParent[s] = up == -1 ? -1 : position[up];
    }
    int[] finalNode = new int[n];
    int[] firstColumn = new int[kept + 1];
    for (int j = 0; j < n; j++) {
      finalNode[j] = position[compact[mergedInto[nodeOf[j]]]];
      firstColumn[finalNode[j] + 1]++;
    }
    for (int s = 0; s < kept; s++) {
      firstColumn[s + 1] += firstColumn[s];
    }
    int[] next = Arrays.copyOf(firstColumn, kept);
    int[] order = new int[n];
    for (int j = 0; j < n; j++) {
      order[next[finalNode[j]]++] = j;
    }
    return new Supernodes(order, firstColumn, arrangedParent);
  }
}
