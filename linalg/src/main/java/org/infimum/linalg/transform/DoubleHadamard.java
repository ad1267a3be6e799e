// float twin: generated
package org.infimum.linalg.transform;

import java.util.Objects;
import org.infimum.linalg.machine.Team;

/**
 * The Walsh-Hadamard transform in double precision, in place and in natural (Hadamard) order: y_i =
 * sum_j (-1)^popcount(i and j) x_j, in n log2 n additions. It is its own inverse up to the factor
 * n; multiply by 1 / sqrt(n) to make it orthogonal. Long transforms go quarter by quarter, so that
 * each part is finished in cache.
 */
public final class DoubleHadamard {
  /** Elements that stay in the first-level cache. */
  private static final int CACHED = 2048;

  private DoubleHadamard() {}

  /**
   * Transforms x[at .. at + n).
   *
   * @param n a power of two
   * @throws IllegalArgumentException if n is not a power of two
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public static void transform(int n, double[] x, int at) {
    checkLength(n);
    Objects.checkFromIndexSize(at, n, x.length);
    descend(DoubleTransformKernelChoice.forElements(n), n, x, at);
  }

  /**
   * Transforms {@code rows} rows, row r at {@code at + r * stride}.
   *
   * @param n length of a row, a power of two
   * @param threads how many threads share the rows, at least 1; the result does not depend on it
   * @throws IllegalArgumentException if n is not a power of two, the stride is less than n, or
   *     {@code threads < 1}
   * @throws IndexOutOfBoundsException if a row is not within the array
   */
  public static void transformRows(int rows, int n, double[] x, int at, int stride, int threads) {
    checkLength(n);
    if (stride < n || threads < 1) {
      throw new IllegalArgumentException(
          "The stride must be at least " + n + " and there must be at least one thread.");
    }
    if (rows > 0) {
      Objects.checkFromIndexSize(at, (long) (rows - 1) * stride + n, x.length);
    }
    DoubleTransformKernels kernels = DoubleTransformKernelChoice.forElements((long) rows * n);
    int together = Math.max(1, CACHED / n);
    Team.shared(threads)
        .forEach(
            (rows + together - 1) / together,
            (task, worker) -> {
              int to = Math.min(rows, (task + 1) * together);
              for (int r = task * together; r < to; r++) {
                descend(kernels, n, x, at + r * stride);
              }
            });
  }

  private static void descend(DoubleTransformKernels kernels, int n, double[] x, int at) {
    if (n <= CACHED) {
      kernels.hadamard(n, x, at);
      return;
    }
    int quarter = n / 4;
    kernels.quarters(quarter, x, at);
    for (int q = 0; q < 4; q++) {
      descend(kernels, quarter, x, at + q * quarter);
    }
  }

  private static void checkLength(int n) {
    if (n < 1 || Integer.bitCount(n) != 1) {
      throw new IllegalArgumentException("The length must be a power of two, not " + n + ".");
    }
  }
}
