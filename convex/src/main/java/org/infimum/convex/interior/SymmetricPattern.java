package org.infimum.convex.interior;

import java.util.Arrays;
import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Collects the places of a sparse symmetric matrix, each as often as it is asked for, and then
 * tells where each of them lies among the values of the upper triangle.
 */
final class SymmetricPattern {
  private final int order;
  private int[] low = new int[1024];
  private int[] high = new int[1024];
  private int count;

  SymmetricPattern(int order) {
    this.order = order;
  }

  /** Asks for element (i, j) of the matrix; returns the number of the request. */
  int add(int i, int j) {
    if (count == low.length) {
      int longer = (int) Math.min(Integer.MAX_VALUE - 8L, 2L * count);
      low = Arrays.copyOf(low, longer);
      high = Arrays.copyOf(high, longer);
    }
    low[count] = Math.min(i, j);
    high[count] = Math.max(i, j);
    return count++;
  }

  /**
   * The upper triangle with all its values 0, and in {@code position} the place of each request
   * among them.
   */
  SparseMatrix build(int[] position) {
    // sorted by row, then stably by column
    int[] byRow = sorted(low, null);
    int[] sequence = sorted(high, byRow);
    int[] starts = new int[order + 1];
    int[] indices = new int[count];
    int at = 0;
    int previous = -1;
    for (int request : sequence) {
      boolean same =
          previous >= 0 && low[previous] == low[request] && high[previous] == high[request];
      if (!same) {
        indices[at++] = low[request];
        starts[high[request] + 1] = at;
      }
      position[request] = at - 1;
      previous = request;
    }
    for (int j = 1; j <= order; j++) {
      starts[j] = Math.max(starts[j], starts[j - 1]);
    }
    return new SparseMatrix(order, order, starts, Arrays.copyOf(indices, at), new double[at]);
  }

  int count() {
    return count;
  }

  /** Requests in the order of their keys, stable with respect to {@code first}. */
  private int[] sorted(int[] keys, int @Nullable [] first) {
    int[] begin = new int[order + 1];
    for (int k = 0; k < count; k++) {
      begin[keys[k] + 1]++;
    }
    for (int i = 0; i < order; i++) {
      begin[i + 1] += begin[i];
    }
    int[] sorted = new int[count];
    for (int k = 0; k < count; k++) {
      int request = first == null ? k : first[k];
      sorted[begin[keys[request]]++] = request;
    }
    return sorted;
  }
}
