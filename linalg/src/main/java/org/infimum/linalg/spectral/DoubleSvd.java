// float twin: generated
package org.infimum.linalg.spectral;

import java.util.Arrays;
import org.infimum.linalg.dense.DoubleQr;
import org.infimum.linalg.dense.Transpose;
import org.infimum.linalg.machine.Team;
import org.jspecify.annotations.Nullable;

/**
 * The singular value decomposition A = U diag(s) V' of a real matrix: blocked reduction to
 * bidiagonal form, divide and conquer, and blocked back-transformation. The computed singular
 * values are exact for a matrix within a small multiple of the unit roundoff times the norm of A,
 * and the singular vectors are orthonormal to the same accuracy.
 *
 * <p>One instance holds the work space, about eight times that of the matrix, and one
 * decomposition, and is refilled by {@link #decompose}; it must not be used by two threads at once.
 * The result has the same bits on any number of threads.
 */
public final class DoubleSvd {
  /** From this ratio of the sides on, QR first costs less (Golub and Van Loan, 8.6.3). */
  private static final double TALL = 1.6;

  private final int rows;
  private final int columns;
  private final int threads;

  /** Sizes of A or of its transpose, whichever has no more columns than rows. */
  private final int m;

  private final int n;
  private final boolean isTransposed;

  /** Rows of the matrix that is reduced to bidiagonal form: m, or n after QR. */
  private final int height;

  private final double[] copy;

  /** R after QR, else the same array as {@link #copy}. */
  private final double[] reduced;

  private final @Nullable DoubleQr qr;
  private final double[] values;
  private final DoubleBidiagonalization reduction;
  private double[] u = new double[0];
  private double[] v = u;

  /**
   * Allocates for matrices of one shape.
   *
   * @param rows at least 0
   * @param columns at least 0; rows times columns and the square of the smaller of the two at most
   *     2^31 - 1
   * @param threads the largest number of threads to use, at least 1
   */
  public DoubleSvd(int rows, int columns, int threads) {
    DoubleMatrices.checkSize(rows, columns, threads);
    this.rows = rows;
    this.columns = columns;
    this.threads = threads;
    isTransposed = rows < columns;
    m = Math.max(rows, columns);
    n = Math.min(rows, columns);
    copy = new double[m * n];
    boolean isTall = m >= TALL * n && n > 1;
    height = isTall ? n : m;
    qr = isTall ? new DoubleQr(threads) : null;
    reduced = isTall ? new double[n * n] : copy;
    values = new double[n];
    reduction = new DoubleBidiagonalization(height, n);
  }

  /**
   * Computes the singular values and the first min(rows, columns) singular vectors on both sides.
   *
   * @param a column-major; not written
   * @param offset where the matrix starts
   * @param stride the leading dimension, at least the number of rows
   * @throws IllegalArgumentException if an element is infinite or not a number
   */
  public void decompose(double[] a, int offset, int stride) {
    decompose(a, offset, stride, n);
  }

  /**
   * Computes the singular values and bases of the whole spaces: with {@code rows > columns}, U has
   * {@code rows} columns, with {@code columns > rows}, V has {@code columns}.
   *
   * @param a column-major; not written
   * @param offset where the matrix starts
   * @param stride the leading dimension, at least the number of rows
   * @throws IllegalArgumentException if an element is infinite or not a number, or if the basis
   *     does not fit into an array
   */
  public void decomposeFully(double[] a, int offset, int stride) {
    if ((long) m * m > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a basis of " + m + " vectors does not fit into an array");
    }
    decompose(a, offset, stride, m);
  }

  private void decompose(double[] a, int offset, int stride, int width) {
    double scale = load(a, offset, stride);
    reduction.reduce(reduced, height, threads);
    DoubleBidiagonalFactors inner =
        new DoubleBidiagonalFactors(
            n,
            reduction.diagonal(),
            new int[n],
            new double[n * n],
            new double[n * n],
            new double[n * n],
            new double[n * n],
            new double[n * n]);
    inner.decompose(reduction.superdiagonal(), threads);
    if (u.length != m * width) {
      u = new double[m * width];
    }
    if (v.length != n * n) {
      v = new double[n * n];
    }
    Team.shared(threads)
        .forEach(
            width,
            (j, worker) -> {
              Arrays.fill(u, j * m, (j + 1) * m, 0);
              if (j < n) {
                int from = inner.order()[n - 1 - j];
                values[j] = inner.values()[from] * scale;
                System.arraycopy(inner.u(), from * n, u, j * m, n);
                System.arraycopy(inner.v(), from * n, v, j * n, n);
              } else {
                u[j * m + j] = 1;
              }
            });
    transformBack(width);
  }

  /**
   * Computes the singular values alone, in a fraction of the time.
   *
   * @param a column-major; not written
   * @param offset where the matrix starts
   * @param stride the leading dimension, at least the number of rows
   * @throws IllegalArgumentException if an element is infinite or not a number
   */
  public void computeValues(double[] a, int offset, int stride) {
    double scale = load(a, offset, stride);
    reduction.reduce(reduced, height, threads);
    double[] d = reduction.diagonal();
    DoubleBidiagonalQr.compute(n, false, d, reduction.superdiagonal(), 0, null);
    Arrays.sort(d);
    for (int j = 0; j < n; j++) {
      values[j] = d[n - 1 - j] * scale;
    }
  }

  /** The singular values in descending order; refilled by the next computation. */
  public double[] values() {
    return values;
  }

  /**
   * U, column-major, of as many rows as A, in the order of {@link #values()}; refilled by the next
   * decomposition and empty before the first.
   */
  public double[] left() {
    return isTransposed ? v : u;
  }

  /** V, column-major, of as many rows as A has columns; otherwise as {@link #left()}. */
  public double[] right() {
    return isTransposed ? u : v;
  }

  /** Copies A or its transpose, divided by a power of two that makes the largest entry about 1. */
  private double load(double[] a, int offset, int stride) {
    double scale = DoubleMatrices.copyScaled(rows, columns, a, offset, stride, isTransposed, copy);
    if (qr != null) {
      triangularize(qr);
    }
    return scale;
  }

  private void triangularize(DoubleQr factorization) {
    factorization.factor(m, n, copy, 0, m);
    for (int j = 0; j < n; j++) {
      System.arraycopy(copy, j * m, reduced, j * n, j + 1);
      Arrays.fill(reduced, j * n + j + 1, (j + 1) * n, 0);
    }
  }

  /** U := Q U and V := P V. */
  private void transformBack(int width) {
    DoubleReflectorBlock block = new DoubleReflectorBlock(height);
    int most = DoubleReflectorBlock.WIDTH;
    for (int from = Math.max(n - 1, 0) / most * most; from >= 0; from -= most) {
      int reflectors = Math.min(most, n - from);
      if (reflectors > 0) {
        int at = from * height + from;
        block.loadColumns(
            height - from, reflectors, reduced, at, height, reduction.tauQ(), from, threads);
        block.applyTo(u, from, m, qr == null ? width : n, threads);
      }
      if (reflectors > 1) {
        int at = from * n + from + 1;
        block.loadColumns(
            n - 1 - from,
            Math.min(most, n - 1 - from),
            reduction.reflectorsOfP(),
            at,
            n,
            reduction.tauP(),
            from,
            threads);
        block.applyTo(v, from + 1, n, n, threads);
      }
    }
    if (qr != null) {
      qr.applyQ(Transpose.NO, width, u, 0, m);
    }
  }
}
