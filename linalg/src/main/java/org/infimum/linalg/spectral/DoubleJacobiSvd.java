// float twin: generated
package org.infimum.linalg.spectral;

import java.util.Arrays;
import org.infimum.linalg.dense.DoublePivotedQr;
import org.infimum.linalg.dense.DoubleQr;
import org.infimum.linalg.dense.Transpose;

/**
 * The singular value decomposition A = U diag(s) V' to high relative accuracy: where A is a matrix
 * of modest condition with scaled columns, even the smallest singular values have almost all digits
 * right. Columns of R' are rotated in pairs until all are orthogonal, where A P = Q R with column
 * pivoting makes that fast (Drmac and Veselic, New fast and accurate Jacobi SVD algorithm, SIAM J.
 * Matrix Anal. Appl. 29, 2008; de Rijk, A one-sided Jacobi algorithm, SIAM J. Sci. Stat. Comput.
 * 10, 1989). About ten times the time of {@link DoubleSvd}; on one thread.
 *
 * <p>One instance holds the work space and one decomposition; it must not be used by two threads at
 * once.
 */
public final class DoubleJacobiSvd {
  private static final int MOST_SWEEPS = 60;

  private final int rows;
  private final int columns;
  private final int m;
  private final int n;
  private final boolean isTransposed;
  private final double[] values;
  private final double[] u;
  private final double[] v;
  private final double[] copy;

  /** Columns of R', rotated. */
  private final double[] x;

  /** The product of all rotations. */
  private final double[] w;

  private final double[] norms;
  private final DoubleColumnKernels kernels;

  /**
   * Allocates for matrices of one shape.
   *
   * @param rows at least 0
   * @param columns at least 0
   */
  public DoubleJacobiSvd(int rows, int columns) {
    DoubleMatrices.checkSize(rows, columns, 1);
    this.rows = rows;
    this.columns = columns;
    isTransposed = rows < columns;
    m = Math.max(rows, columns);
    n = Math.min(rows, columns);
    values = new double[n];
    u = new double[m * n];
    v = new double[n * n];
    copy = new double[m * n];
    x = new double[n * n];
    w = new double[n * n];
    norms = new double[n];
    kernels = DoubleColumnKernels.forOrder(n);
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
    double scale = DoubleMatrices.copyScaled(rows, columns, a, offset, stride, isTransposed, copy);
    DoublePivotedQr qr = new DoublePivotedQr(1);
    qr.factor(m, n, copy, 0, Math.max(m, 1));
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        x[j * n + i] = i < j ? 0 : copy[i * m + j];
      }
    }
    Arrays.fill(w, 0);
    for (int j = 0; j < n; j++) {
      w[j * n + j] = 1;
      norms[j] = norm(j);
    }
    int sweeps = 0;
    while (sweep()) {
      if (++sweeps == MOST_SWEEPS) {
        throw new IllegalStateException("the Jacobi method did not converge");
      }
    }
    finish(qr, scale);
  }

  /** One pass over all pairs; false if all were orthogonal. */
  private boolean sweep() {
    boolean isRotated = false;
    for (int p = 0; p < n; p++) {
      int largest = p;
      for (int q = p + 1; q < n; q++) {
        if (norms[q] > norms[largest]) {
          largest = q;
        }
      }
      swap(p, largest);
      for (int q = p + 1; q < n; q++) {
        isRotated |= rotates(p, q);
      }
    }
    return isRotated;
  }

  private void swap(int p, int q) {
    if (p == q) {
      return;
    }
    double norm = norms[p];
    norms[p] = norms[q];
    norms[q] = norm;
    for (double[] matrix : new double[][] {x, w}) {
      for (int i = 0; i < n; i++) {
        double swapped = matrix[p * n + i];
        matrix[p * n + i] = matrix[q * n + i];
        matrix[q * n + i] = swapped;
      }
    }
  }

  /** Makes two columns orthogonal, unless they are so already to rounding. */
  private boolean rotates(int p, int q) {
    double first = norms[p];
    double second = norms[q];
    if (second < DoubleArithmetic.SAFE_MIN) {
      return false;
    }
    double cosine = cosine(p, q);
    if (Math.abs(cosine) <= DoubleArithmetic.UNIT_ROUNDOFF * Math.sqrt(n)) {
      return false;
    }
    double zeta = (second / first - first / second) / (2 * cosine);
    double t = 1 / (zeta + Math.copySign(DoubleArithmetic.hypot(1, zeta), zeta));
    double c = 1 / DoubleArithmetic.hypot(1, t);
    kernels.rotate(n, x, p * n, x, q * n, c, -c * t);
    kernels.rotate(n, w, p * n, w, q * n, c, -c * t);
    norms[p] = norm(p);
    norms[q] = norm(q);
    return true;
  }

  private double norm(int j) {
    return kernels.norm(n, x, j * n);
  }

  /**
   * The cosine of the angle between two columns; tiny ones are scaled before they are multiplied.
   */
  private double cosine(int p, int q) {
    if (norms[q] > DoubleArithmetic.NEGLIGIBLE) {
      return kernels.dot(n, x, p * n, x, q * n) / norms[p] / norms[q];
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += x[p * n + i] / norms[p] * (x[q * n + i] / norms[q]);
    }
    return sum;
  }

  /** With R' W = X: A P = Q R = Q W diag(s) (X diag(s)^-1)'. */
  private void finish(DoublePivotedQr qr, double scale) {
    int rank = 0;
    while (rank < n && norms[rank] >= DoubleArithmetic.SAFE_MIN) {
      for (int i = 0; i < n; i++) {
        x[rank * n + i] /= norms[rank];
      }
      rank++;
    }
    complete(rank);
    for (int j = 0; j < n; j++) {
      values[j] = j < rank ? norms[j] * scale : 0;
      System.arraycopy(w, j * n, u, j * m, n);
      Arrays.fill(u, j * m + n, (j + 1) * m, 0);
      for (int i = 0; i < n; i++) {
        v[j * n + qr.column(i)] = x[j * n + i];
      }
    }
    qr.applyQ(Transpose.NO, n, u, 0, Math.max(m, 1));
  }

  /** Replaces the columns from {@code rank} on by an orthonormal basis of what the others leave. */
  private void complete(int rank) {
    if (rank == n) {
      return;
    }
    DoubleQr basis = new DoubleQr(1);
    basis.factor(n, rank, Arrays.copyOf(x, rank * n), 0, n);
    Arrays.fill(x, rank * n, n * n, 0);
    for (int j = rank; j < n; j++) {
      x[j * n + j] = 1;
    }
    basis.applyQ(Transpose.NO, n - rank, x, rank * n, n);
  }

  /** The singular values in descending order; refilled by the next computation. */
  public double[] values() {
    return values;
  }

  /** U, column-major, of as many rows as A and as many columns as there are values. */
  public double[] left() {
    return isTransposed ? v : u;
  }

  /** V, column-major, of as many rows as A has columns and as many columns as there are values. */
  public double[] right() {
    return isTransposed ? u : v;
  }
}
