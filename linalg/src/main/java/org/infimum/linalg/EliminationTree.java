package org.infimum.linalg;

import java.util.Arrays;

/**
 * The elimination tree of a symmetric matrix: the parent of column j is the row of the first entry
 * below the diagonal of column j of L (Liu, The role of elimination trees in sparse factorization,
 * SIAM J. Matrix Anal. Appl. 11, 1990).
 *
 * @param parent parent of each column, -1 at a root
 */
record EliminationTree(int[] parent) {
  /** The elimination tree by Liu's algorithm with path compression. */
  static EliminationTree of(PermutedPattern pattern) {
    int n = pattern.dimension;
    int[] parent = new int[n];
    int[] ancestor = new int[n];
    for (int j = 0; j < n; j++) {
      parent[j] = -1;
      ancestor[j] = -1;
      for (int e = pattern.starts[j]; e < pattern.starts[j + 1]; e++) {
        int i = pattern.rows[e];
        while (i != -1 && i < j) {
          int up = ancestor[i];
          ancestor[i] = j;
          if (up == -1) {
            parent[i] = j;
          }
          i = up;
        }
      }
    }
    return new EliminationTree(parent);
  }

  /** A depth-first postorder of a forest: position k holds a node, children before parents. */
  static int[] postorder(int[] parent) {
    int n = parent.length;
    int[] firstChild = new int[n];
    int[] sibling = new int[n];
    Arrays.fill(firstChild, -1);
    for (int j = n - 1; j >= 0; j--) {
      if (parent[j] != -1) {
        sibling[j] = firstChild[parent[j]];
        firstChild[parent[j]] = j;
      }
    }
    int[] order = new int[n];
    int[] stack = new int[n];
    int placed = 0;
    for (int root = 0; root < n; root++) {
      if (parent[root] != -1) {
        continue;
      }
      int top = 0;
      stack[0] = root;
      while (top >= 0) {
        int node = stack[top];
        int child = firstChild[node];
        if (child == -1) {
          order[placed++] = node;
          top--;
        } else {
          firstChild[node] = sibling[child];
          stack[++top] = child;
        }
      }
    }
    return order;
  }

  /** The same tree when node {@code order[k]} is renamed k. */
  EliminationTree relabel(int[] order) {
    int n = parent.length;
    int[] inverse = PermutedPattern.inverse(order, n);
    int[] relabelled = new int[n];
    for (int k = 0; k < n; k++) {
      int up = parent[order[k]];
      relabelled[k] = up == -1 ? -1 : inverse[up];
    }
    return new EliminationTree(relabelled);
  }

  /**
   * Entries of each column of L with the diagonal, in nearly linear time (Gilbert, Ng, Peyton, An
   * efficient algorithm to compute row and column counts for sparse Cholesky factorization, SIAM J.
   * Matrix Anal. Appl. 15, 1994).
   */
  int[] columnCounts(PermutedPattern pattern) {
    int n = parent.length;
    int[] postorder = postorder(parent);
    int[] counts = new int[n];
    int[] firstDescendant = new int[n];
    Arrays.fill(firstDescendant, -1);
    for (int k = 0; k < n; k++) {
      int j = postorder[k];
      counts[j] = firstDescendant[j] == -1 ? 1 : 0;
      for (int i = j; i != -1 && firstDescendant[i] == -1; i = parent[i]) {
        firstDescendant[i] = k;
      }
    }
    int[] lowerStarts = pattern.lowerStarts();
    int[] lowerRows = pattern.lowerRows(lowerStarts);
    int[] latestFirst = new int[n];
    int[] previousLeaf = new int[n];
    int[] ancestor = new int[n];
    Arrays.fill(latestFirst, -1);
    Arrays.fill(previousLeaf, -1);
    for (int j = 0; j < n; j++) {
      ancestor[j] = j;
    }
    for (int j : postorder) {
      int up = parent[j];
      if (up != -1) {
        counts[up]--;
      }
      for (int e = lowerStarts[j]; e < lowerStarts[j + 1]; e++) {
        int i = lowerRows[e];
        if (firstDescendant[j] <= latestFirst[i]) {
          continue;
        }
        latestFirst[i] = firstDescendant[j];
        int leaf = previousLeaf[i];
        previousLeaf[i] = j;
        counts[j]++;
        if (leaf != -1) {
          counts[leastCommonAncestor(leaf, ancestor)]--;
        }
      }
      if (up != -1) {
        ancestor[j] = up;
      }
    }
    for (int j = 0; j < n; j++) {
      if (parent[j] != -1) {
        counts[parent[j]] += counts[j];
      }
    }
    return counts;
  }

  private static int leastCommonAncestor(int leaf, int[] ancestor) {
    int root = leaf;
    while (root != ancestor[root]) {
      root = ancestor[root];
    }
    for (int node = leaf; node != root; ) {
      int up = ancestor[node];
      ancestor[node] = root;
      node = up;
    }
    return root;
  }
}
