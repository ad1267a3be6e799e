// float twin: generated
package org.infimum.linalg.array;

import java.util.Objects;
import org.infimum.linalg.machine.Team;

/**
 * The soft-max e^x_i / sum_j e^x_j of rows in double precision, by the online normalizer of Milakov
 * and Gimelshein, "Online normalizer calculation for softmax", 2018, arXiv 1805.02867: largest
 * entry and sum of exponentials are found together, so that a row is read twice and written once.
 *
 * <p>The row is taken in blocks that stay in the first-level cache. The largest entry of a block is
 * found first; if it exceeds the running one the running sum is rescaled, once. Short rows keep the
 * exponentials of the first reading and rescale them; long ones, whose result does not stay in
 * cache, compute them again.
 *
 * <p>Entries may be minus infinity: they get the value 0, and a row of nothing else is all 0. If an
 * entry is NaN or plus infinity, every value of its row is NaN. Values below the smallest normal
 * number are 0. The relative error of a value is at most {@code (|x_i - max| + 4)} units in the
 * last place; their sum is 1 to a few units.
 */
public final class DoubleSoftmax {
  /** Entries of a block. */
  static final int BLOCK = 1024;

  /** Up to here the exponentials of the first reading are kept. */
  private static final int KEPT = 256 * BLOCK;

  private DoubleSoftmax() {}

  /**
   * The normalizer of x[at .. at + n).
   *
   * @throws IndexOutOfBoundsException if the row is not within the array
   */
  public static DoubleNormalizer normalizer(int n, double[] x, int at) {
    Objects.checkFromIndexSize(at, n, x.length);
    DoubleSoftmaxKernels kernels = DoubleSoftmaxKernelChoice.forEntries(n);
    DoubleNormalizer running = DoubleNormalizer.EMPTY;
    for (int i = 0; i < n; i += BLOCK) {
      int from = at + i;
      int to = at + Math.min(n, i + BLOCK);
      double max = Math.max(running.max(), kernels.largest(x, from, to));
      /* wide */ double sum = kernels.sumExp(x, from, to, shift(max));
      running = running.merge(new DoubleNormalizer(max, sum));
    }
    return running;
  }

  /**
   * ln sum e^x_i of x[at .. at + n): minus infinity if there is no entry above minus infinity, NaN
   * if an entry is NaN or plus infinity.
   *
   * @throws IndexOutOfBoundsException if the row is not within the array
   */
  public static /* wide */ double logSumExp(int n, double[] x, int at) {
    return normalizer(n, x, at).logSumExp();
  }

  /**
   * y[yAt .. yAt + n) := soft-max of x[xAt .. xAt + n). Both may be the same range of one array,
   * but must not overlap otherwise.
   *
   * @throws IndexOutOfBoundsException if a row is not within its array
   */
  public static void softmax(int n, double[] x, int xAt, double[] y, int yAt) {
    Objects.checkFromIndexSize(xAt, n, x.length);
    Objects.checkFromIndexSize(yAt, n, y.length);
    row(DoubleSoftmaxKernelChoice.forEntries(n), n, x, xAt, y, yAt);
  }

  /**
   * y_i := x_i - ln sum e^x_j; minus infinity where x_i is, NaN throughout if an entry is NaN or
   * plus infinity.
   *
   * @throws IndexOutOfBoundsException if a row is not within its array
   */
  public static void logSoftmax(int n, double[] x, int xAt, double[] y, int yAt) {
    Objects.checkFromIndexSize(yAt, n, y.length);
    DoubleNormalizer whole = normalizer(n, x, xAt);
    double max = shift(whole.max());
    double log = DoubleRounding.of(whole.sum() == 0.0 ? 0.0 : Logarithm.of(whole.sum()));
    for (int i = 0; i < n; i++) {
      y[yAt + i] = x[xAt + i] - max - log;
    }
  }

  /**
   * The soft-max of {@code rows} rows; row r starts at {@code xAt + r * xStride} and goes to {@code
   * yAt + r * yStride}.
   *
   * @param threads how many threads share the rows, at least 1; the result does not depend on it
   * @throws IllegalArgumentException if a stride is less than {@code n} or {@code threads < 1}
   * @throws IndexOutOfBoundsException if a row is not within its array
   */
  public static void softmaxRows(
      int rows,
      int n,
      double[] x,
      int xAt,
      int xStride,
      double[] y,
      int yAt,
      int yStride,
      int threads) {
    Rows.check(rows, n, xAt, xStride, x.length);
    Rows.check(rows, n, yAt, yStride, y.length);
    DoubleSoftmaxKernels kernels = DoubleSoftmaxKernelChoice.forEntries((long) rows * n);
    Rows.forEach(
        Team.shared(Rows.checkThreads(threads)),
        rows,
        n,
        r -> row(kernels, n, x, xAt + r * xStride, y, yAt + r * yStride));
  }

  /**
   * The {@code k} largest values of the soft-max of x[at .. at + n) with their places, in one
   * reading of the row and without writing the soft-max (Milakov and Gimelshein, algorithm 4). A
   * block without an entry above the least value kept takes one pass; few have one.
   *
   * @param index receives the places, counted from {@code at}, the largest value first, of equal
   *     ones the first
   * @param value receives the values, NaN if an entry of the row is NaN or plus infinity
   * @throws IllegalArgumentException if not {@code 1 <= k <= n} or a target has less than k places
   * @throws IndexOutOfBoundsException if the row is not within the array
   */
  public static void softmaxTopK(int n, double[] x, int at, int k, int[] index, double[] value) {
    Objects.checkFromIndexSize(at, n, x.length);
    DoubleTopK.check(n, k, index, value);
    DoubleSoftmaxKernels kernels = DoubleSoftmaxKernelChoice.forEntries(n);
    DoubleHeap heap = new DoubleHeap(k);
    DoubleNormalizer running = DoubleNormalizer.EMPTY;
    for (int i = 0; i < n; i += BLOCK) {
      int from = at + i;
      int to = at + Math.min(n, i + BLOCK);
      double max = running.max();
      /* wide */ double sum = -1.0;
      boolean isFull = heap.isFull();
      if (isFull) {
        sum = kernels.sumExpUpTo(x, from, to, shift(max), heap.least());
      }
      if (!(Math.copySign(1.0, sum) > 0.0 && sum >= 0.0)) {
        double largest = kernels.largest(x, from, to);
        heap.offer(kernels, x, from, to, at);
        if (largest > max || !isFull) {
          max = Math.max(max, largest);
          sum = kernels.sumExp(x, from, to, shift(max));
        }
        sum = Math.abs(sum);
      }
      running = running.merge(new DoubleNormalizer(max, sum));
    }
    heap.drain(index, value);
    double factor = factor(running.sum());
    for (int j = 0; j < k; j++) {
      value[j] = DoubleExp.ofNonpositive(value[j] - shift(running.max())) * factor;
    }
  }

  private static void row(
      DoubleSoftmaxKernels kernels, int n, double[] x, int xAt, double[] y, int yAt) {
    if (n <= BLOCK) {
      double shift = shift(kernels.largest(x, xAt, xAt + n));
      /* wide */ double sum = kernels.storeExp(x, xAt, xAt + n, shift, y, yAt);
      kernels.scale(y, yAt, yAt + n, factor(sum));
    } else if (n <= KEPT) {
      keptRow(kernels, n, x, xAt, y, yAt);
    } else {
      DoubleNormalizer whole = normalizer(n, x, xAt);
      kernels.scaledExp(x, xAt, xAt + n, shift(whole.max()), factor(whole.sum()), y, yAt);
    }
  }

  private static void keptRow(
      DoubleSoftmaxKernels kernels, int n, double[] x, int xAt, double[] y, int yAt) {
    double[] maxima = new double[(n + BLOCK - 1) / BLOCK];
    DoubleNormalizer running = DoubleNormalizer.EMPTY;
    for (int b = 0; b < maxima.length; b++) {
      int from = b * BLOCK;
      int to = Math.min(n, from + BLOCK);
      double max = Math.max(running.max(), kernels.largest(x, xAt + from, xAt + to));
      maxima[b] = max;
      /* wide */ double sum = kernels.storeExp(x, xAt + from, xAt + to, shift(max), y, yAt + from);
      running = running.merge(new DoubleNormalizer(max, sum));
    }
    double factor = factor(running.sum());
    double shift = shift(running.max());
    for (int b = 0; b < maxima.length; b++) {
      int from = yAt + b * BLOCK;
      int to = yAt + Math.min(n, (b + 1) * BLOCK);
      kernels.scale(y, from, to, factor * DoubleExp.ofNonpositive(maxima[b] - shift));
    }
  }

  /** 1 / sum, and 0 for a row all of whose entries are minus infinity. */
  private static double factor(/* wide */ double sum) {
    return sum == 0.0 ? 0.0 : DoubleRounding.of(1.0 / sum);
  }

  /** What is subtracted: the largest entry, but not minus infinity from itself. */
  private static double shift(double max) {
    return max == Double.NEGATIVE_INFINITY ? 0.0 : max;
  }
}
