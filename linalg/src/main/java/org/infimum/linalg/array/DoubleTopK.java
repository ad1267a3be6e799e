// float twin: generated
package org.infimum.linalg.array;

import java.util.Arrays;
import java.util.Objects;
import org.infimum.linalg.machine.Team;

/**
 * The largest entries of an array of doubles, by a filter on vectors: entries are compared with the
 * least one kept, and only those above it reach the heap, which for n entries in random order are
 * about k ln(n / k). Of equal entries the first is chosen. NaN is never chosen: if less than k
 * entries are numbers, the places left over get index -1 and value NaN.
 */
public final class DoubleTopK {
  private DoubleTopK() {}

  /**
   * The {@code k} largest entries of x[at .. at + n) in descending order.
   *
   * @param index receives their places, counted from {@code at}
   * @param value receives their values
   * @throws IllegalArgumentException if not {@code 1 <= k <= n} or a target has less than k places
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public static void select(int n, double[] x, int at, int k, int[] index, double[] value) {
    Objects.checkFromIndexSize(at, n, x.length);
    check(n, k, index, value);
    DoubleHeap heap = new DoubleHeap(k);
    heap.offer(DoubleSoftmaxKernelChoice.forEntries(n), x, at, at + n, at);
    heap.drain(index, value);
  }

  /**
   * The {@code k} entries of x[at .. at + n) of largest magnitude, in descending order of it.
   *
   * @param index receives their places, counted from {@code at}
   * @param value receives their values, with sign
   * @throws IllegalArgumentException if not {@code 1 <= k <= n} or a target has less than k places
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public static void selectMagnitudes(
      int n, double[] x, int at, int k, int[] index, double[] value) {
    Objects.checkFromIndexSize(at, n, x.length);
    check(n, k, index, value);
    DoubleHeap heap = new DoubleHeap(k);
    heap.offerMagnitudes(DoubleSoftmaxKernelChoice.forEntries(n), x, at, at + n, at);
    heap.drain(index, value);
    for (int j = 0; j < k; j++) {
      value[j] = index[j] < 0 ? value[j] : x[at + index[j]];
    }
  }

  /**
   * Sets to 0 all but the {@code k} entries of largest magnitude in each block of {@code block}
   * entries of x[at .. at + n); the last block may be shorter. A block keeps its NaNs out: they
   * become 0.
   *
   * @param k entries kept of each block, at least 1
   * @param threads how many threads share the blocks, at least 1; the result does not depend on it
   * @throws IllegalArgumentException if not {@code 1 <= k <= block} or {@code threads < 1}
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public static void keepBlocks(int n, double[] x, int at, int block, int k, int threads) {
    Objects.checkFromIndexSize(at, n, x.length);
    if (k < 1 || k > block) {
      throw new IllegalArgumentException(
          "Of a block of " + block + " entries 1 to " + block + " can be kept, not " + k + ".");
    }
    int blocks = (int) (((long) n + block - 1) / block);
    DoubleSoftmaxKernels kernels = DoubleSoftmaxKernelChoice.forEntries(n);
    Rows.forEach(
        Team.shared(Rows.checkThreads(threads)),
        blocks,
        block,
        b -> {
          int from = at + b * block;
          keep(kernels, x, from, Math.min(at + n, from + block), k);
        });
  }

  private static void keep(DoubleSoftmaxKernels kernels, double[] x, int from, int to, int k) {
    int kept = Math.min(k, to - from);
    DoubleHeap heap = new DoubleHeap(kept);
    heap.offerMagnitudes(kernels, x, from, to, from);
    int[] index = new int[kept];
    double[] value = new double[kept];
    heap.drain(index, value);
    for (int j = 0; j < kept; j++) {
      value[j] = index[j] < 0 ? 0.0 : x[from + index[j]];
    }
    Arrays.fill(x, from, to, 0.0);
    for (int j = 0; j < kept; j++) {
      if (index[j] >= 0) {
        x[from + index[j]] = value[j];
      }
    }
  }

  static void check(int n, int k, int[] index, double[] value) {
    if (k < 1 || k > n) {
      throw new IllegalArgumentException(
          "Of " + n + " entries 1 to " + n + " can be chosen, not " + k + ".");
    }
    if (index.length < k || value.length < k) {
      throw new IllegalArgumentException("The targets need room for " + k + " entries.");
    }
  }
}
