// float twin: generated
package org.infimum.linalg.spectral;

/**
 * Eigenvalues and eigenvectors of symmetric matrices of order 1, 2 or 3 by the cyclic Jacobi
 * method: accurate where closed formulas for cubic roots cancel, and without the costs of the
 * general algorithm. Nothing is allocated after construction; one instance must not be used by two
 * threads at once.
 */
public final class DoubleSmallSymmetric {
  private static final int MOST_SWEEPS = 30;

  private final int n;
  private final double[] a;
  private final double[] values;
  private final double[] vectors;

  /**
   * Allocates for matrices of one order.
   *
   * @param n 1, 2 or 3
   */
  public DoubleSmallSymmetric(int n) {
    if (n < 1 || n > 3) {
      throw new IllegalArgumentException("the order must be 1, 2 or 3: " + n);
    }
    this.n = n;
    a = new double[n * n];
    values = new double[n];
    vectors = new double[n * n];
  }

  /**
   * Computes all eigenvalues and eigenvectors.
   *
   * @param matrix column-major; only its lower triangle is read, and nothing is written
   * @param offset where the matrix starts
   * @param stride the leading dimension, at least n
   * @throws IllegalArgumentException if an element is infinite or not a number
   */
  public void decompose(double[] matrix, int offset, int stride) {
    double scale = DoubleMatrices.lowerScale(n, matrix, offset, stride);
    double inverse = 1 / scale;
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        a[j * n + i] = matrix[offset + j * stride + i] * inverse;
      }
      for (int i = 0; i < n; i++) {
        vectors[j * n + i] = i == j ? 1 : 0;
      }
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(); sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(p, q);
        }
      }
    }
    for (int j = 0; j < n; j++) {
      values[j] = a[j * n + j] * scale;
    }
    sort();
  }

  private boolean isDiagonal() {
    for (int j = 0; j < n; j++) {
      for (int i = j + 1; i < n; i++) {
        if (a[j * n + i] != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** Makes element (q, p) zero; one far below the rounding of both diagonal elements is dropped. */
  private void rotate(int p, int q) {
    double element = a[p * n + q];
    double first = a[p * n + p];
    double second = a[q * n + q];
    double size = Math.abs(element);
    double least = Math.min(Math.abs(first), Math.abs(second));
    if (size <= DoubleArithmetic.SAFE_MIN || size <= DoubleArithmetic.UNIT_ROUNDOFF / 8 * least) {
      a[p * n + q] = 0;
      return;
    }
    double theta = (second - first) / 2 / element;
    double t = 1 / (theta + Math.copySign(DoubleArithmetic.hypot(1, theta), theta));
    double c = 1 / DoubleArithmetic.hypot(1, t);
    double s = t * c;
    a[p * n + p] = first - t * element;
    a[q * n + q] = second + t * element;
    a[p * n + q] = 0;
    for (int i = 0; i < n; i++) {
      if (i != p && i != q) {
        int atP = Math.min(i, p) * n + Math.max(i, p);
        int atQ = Math.min(i, q) * n + Math.max(i, q);
        double x = a[atP];
        double y = a[atQ];
        a[atP] = c * x - s * y;
        a[atQ] = s * x + c * y;
      }
      double x = vectors[p * n + i];
      double y = vectors[q * n + i];
      vectors[p * n + i] = c * x - s * y;
      vectors[q * n + i] = s * x + c * y;
    }
  }

  private void sort() {
    for (int j = 1; j < n; j++) {
      for (int k = j; k > 0 && values[k] < values[k - 1]; k--) {
        double value = values[k];
        values[k] = values[k - 1];
        values[k - 1] = value;
        for (int i = 0; i < n; i++) {
          double element = vectors[k * n + i];
          vectors[k * n + i] = vectors[(k - 1) * n + i];
          vectors[(k - 1) * n + i] = element;
        }
      }
    }
  }

  /** The eigenvalues in ascending order; refilled by the next {@link #decompose}. */
  public double[] values() {
    return values;
  }

  /** The eigenvectors, column-major, in the order of {@link #values()}; refilled likewise. */
  public double[] vectors() {
    return vectors;
  }
}
