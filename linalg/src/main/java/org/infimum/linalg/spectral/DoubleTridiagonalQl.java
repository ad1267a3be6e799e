// float twin: generated
package org.infimum.linalg.spectral;

/**
 * The QL algorithm for symmetric tridiagonal matrices of norm about one, with implicit Wilkinson
 * shifts (Parlett, The Symmetric Eigenvalue Problem, chapter 8). Reliable at every size; the
 * fastest only for small matrices and for eigenvalues alone.
 */
final class DoubleTridiagonalQl {
  /** Sweeps allowed for each eigenvalue; two are usual. */
  private static final int MOST_SWEEPS = 50;

  private DoubleTridiagonalQl() {}

  /**
   * Eigenvalues in no particular order, and Z times the eigenvectors.
   *
   * @param n the order
   * @param d the diagonal from {@code at} on, overwritten with the eigenvalues
   * @param e the subdiagonal from {@code at} on, destroyed
   * @param z matrix of n columns and {@code rows} rows at {@code zAt}
   */
  static void decompose(
      int n, double[] d, double[] e, int at, int rows, double[] z, int zAt, int stride) {
    DoubleColumnKernels kernels = DoubleColumnKernels.forOrder(rows);
    int sweeps = 0;
    for (int low = 0; low < n; ) {
      int end = low;
      while (end + 1 < n && !isNegligible(d, e, at + end)) {
        end++;
      }
      if (end == low) {
        low++;
        continue;
      }
      if (sweeps++ == MOST_SWEEPS * n) {
        throw new IllegalStateException("the QL algorithm did not converge");
      }
      sweep(low, end, d, e, at, rows, z, zAt, stride, kernels);
    }
  }

  private static boolean isNegligible(double[] d, double[] e, int i) {
    double size = Math.abs(e[i]);
    return size <= DoubleArithmetic.NEGLIGIBLE
        || size <= DoubleArithmetic.UNIT_ROUNDOFF * (Math.abs(d[i]) + Math.abs(d[i + 1]));
  }

  /** One implicit step on rows low .. end of an unreduced block. */
  private static void sweep(
      int low,
      int end,
      double[] d,
      double[] e,
      int at,
      int rows,
      double[] z,
      int zAt,
      int stride,
      DoubleColumnKernels kernels) {
    double g = (d[at + low + 1] - d[at + low]) / (2 * e[at + low]);
    double r = DoubleArithmetic.hypot(g, 1);
    g = d[at + end] - d[at + low] + e[at + low] / (g + Math.copySign(r, g));
    double s = 1;
    double c = 1;
    double p = 0;
    for (int i = end - 1; i >= low; i--) {
      double f = s * e[at + i];
      double b = c * e[at + i];
      r = DoubleArithmetic.hypot(f, g);
      if (i + 1 < end) {
        e[at + i + 1] = r;
      }
      if (r == 0) {
        d[at + i + 1] -= p;
        return;
      }
      s = f / r;
      c = g / r;
      g = d[at + i + 1] - p;
      r = (d[at + i] - g) * s + 2 * c * b;
      p = s * r;
      d[at + i + 1] = g + p;
      g = c * r - b;
      kernels.rotate(rows, z, zAt + (i + 1) * stride, z, zAt + i * stride, c, s);
    }
    d[at + low] -= p;
    e[at + low] = g;
  }
}
