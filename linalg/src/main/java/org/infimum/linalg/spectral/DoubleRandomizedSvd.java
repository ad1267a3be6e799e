// float twin: generated
package org.infimum.linalg.spectral;

import java.util.Arrays;

/**
 * A truncated singular value decomposition A = U diag(s) V' from the products of A with a few
 * random vectors, with an error bound (Halko, Martinsson, Tropp, Finding structure with randomness,
 * SIAM Review 53, 2011). It costs a few products of A with thin matrices, where the full
 * decomposition costs a cubic number of operations, and is as good as the decay of the singular
 * values allows.
 *
 * <p>The result depends on the seed, not on the number of threads.
 */
public final class DoubleRandomizedSvd {
  /** Random vectors more than the rank asked for (section 1.3 of the paper). */
  private static final int OVERSAMPLING = 10;

  /** Vectors by which the adaptive range grows. */
  private static final int BLOCK = 16;

  private final int rank;
  private final double[] values;
  private final double[] left;
  private final double[] right;
  private final double errorBound;

  private DoubleRandomizedSvd(DoubleRandomRange range, int mostValues, double residual) {
    int width = range.width();
    int rows = range.rows();
    int columns = range.columns();
    rank = Math.min(mostValues, width);
    DoubleSvd inner = new DoubleSvd(width, columns, range.threads());
    inner.decompose(range.projectedMatrix(), 0, Math.max(width, 1));
    values = Arrays.copyOf(inner.values(), rank);
    right = Arrays.copyOf(inner.right(), rank * columns);
    left = new double[rank * rows];
    range.multiply(inner.left(), rank, left);
    errorBound = residual + (rank < width ? inner.values()[rank] : 0);
  }

  /**
   * The largest singular values and their vectors.
   *
   * @param rows at least 0
   * @param columns at least 0
   * @param a column-major; not written
   * @param offset where the matrix starts
   * @param stride the leading dimension, at least the number of rows
   * @param rank how many values are wanted; there are fewer if the matrix is smaller
   * @param powerSteps products with A A' that sharpen the range, at least 0; two serve most spectra
   * @param seed of the random vectors
   * @param threads the largest number of threads to use, at least 1
   * @throws IllegalArgumentException if an argument is out of range or an element of A not finite
   */
  public static DoubleRandomizedSvd ofRank(
      int rows,
      int columns,
      double[] a,
      int offset,
      int stride,
      int rank,
      int powerSteps,
      long seed,
      int threads) {
    if (rank < 0 || powerSteps < 0) {
      throw new IllegalArgumentException(
          "rank and power steps must not be negative: " + rank + ", " + powerSteps);
    }
    DoubleRandomRange range =
        new DoubleRandomRange(rows, columns, a, offset, stride, powerSteps, seed, threads);
    range.extend(rank + OVERSAMPLING);
    return new DoubleRandomizedSvd(range, rank, range.bound(range.residual(OVERSAMPLING)));
  }

  /**
   * As many singular values and vectors as an error in the spectral norm asks for.
   *
   * @param rows at least 0
   * @param columns at least 0
   * @param a column-major; not written
   * @param offset where the matrix starts
   * @param stride the leading dimension, at least the number of rows
   * @param tolerance positive: the error bound to reach; at rounding level of A all are computed
   * @param powerSteps products with A A' that sharpen the range, at least 0
   * @param seed of the random vectors
   * @param threads the largest number of threads to use, at least 1
   * @throws IllegalArgumentException if an argument is out of range or an element of A not finite
   */
  public static DoubleRandomizedSvd toTolerance(
      int rows,
      int columns,
      double[] a,
      int offset,
      int stride,
      double tolerance,
      int powerSteps,
      long seed,
      int threads) {
    if (!(tolerance > 0) || powerSteps < 0) {
      throw new IllegalArgumentException(
          "the tolerance must be positive and the power steps not negative: "
              + tolerance
              + ", "
              + powerSteps);
    }
    DoubleRandomRange range =
        new DoubleRandomRange(rows, columns, a, offset, stride, powerSteps, seed, threads);
    double residual = range.bound(range.residual(BLOCK));
    while (residual > tolerance && range.extend(BLOCK)) {
      residual = range.bound(range.residual(BLOCK));
    }
    return new DoubleRandomizedSvd(range, range.width(), residual);
  }

  /** The number of singular values. */
  public int rank() {
    return rank;
  }

  /** The singular values in descending order. */
  public double[] values() {
    return values;
  }

  /** U, column-major, of as many rows as A and {@link #rank()} columns. */
  public double[] left() {
    return left;
  }

  /** V, column-major, of as many rows as A has columns and {@link #rank()} columns. */
  public double[] right() {
    return right;
  }

  /**
   * A bound on the spectral norm of A - U diag(s) V' that fails with a probability of at most 1e-10
   * (Halko, Martinsson, Tropp, equation 4.3).
   */
  public double errorBound() {
    return errorBound;
  }
}
