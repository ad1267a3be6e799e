// float twin: generated
package org.infimum.linalg.spectral;

import java.util.Arrays;

/**
 * Eigenvalues alone of symmetric tridiagonal matrices of norm about one, by the square-root-free QL
 * algorithm of Pal, Walker and Kahan (Parlett, The Symmetric Eigenvalue Problem, 8.15).
 */
final class DoubleTridiagonalValues {
  private static final int MOST_SWEEPS = 50;

  private DoubleTridiagonalValues() {}

  /**
   * Replaces the diagonal by the eigenvalues in ascending order.
   *
   * @param e the subdiagonal in its first n - 1 elements, destroyed
   */
  static void compute(int n, double[] d, double[] e) {
    for (int i = 0; i + 1 < n; i++) {
      e[i] = Math.abs(e[i]) <= DoubleArithmetic.NEGLIGIBLE ? 0 : e[i] * e[i];
    }
    int sweeps = 0;
    for (int low = 0; low < n; ) {
      int end = low;
      while (end + 1 < n && !isNegligible(d, e, end)) {
        end++;
      }
      if (end == low) {
        low++;
        continue;
      }
      if (Math.abs(d[end]) < Math.abs(d[low])) {
        reverse(d, low, end);
        reverse(e, low, end - 1);
      }
      if (sweeps++ == MOST_SWEEPS * n) {
        throw new IllegalStateException("the QL algorithm did not converge");
      }
      sweep(low, end, d, e);
    }
    Arrays.sort(d, 0, n);
  }

  private static boolean isNegligible(double[] d, double[] squares, int i) {
    double tolerance = DoubleArithmetic.UNIT_ROUNDOFF * DoubleArithmetic.UNIT_ROUNDOFF;
    return squares[i] <= tolerance * Math.abs(d[i] * d[i + 1])
        || squares[i] <= DoubleArithmetic.NEGLIGIBLE * DoubleArithmetic.NEGLIGIBLE;
  }

  private static void reverse(double[] x, int first, int last) {
    for (int i = first, j = last; i < j; i++, j--) {
      double swapped = x[i];
      x[i] = x[j];
      x[j] = swapped;
    }
  }

  /** One step on rows low .. end of an unreduced block, with the squares of the subdiagonal. */
  private static void sweep(int low, int end, double[] d, double[] squares) {
    double root = Math.sqrt(squares[low]);
    double g = (d[low + 1] - d[low]) / (2 * root);
    double shift = d[low] - root / (g + Math.copySign(DoubleArithmetic.hypot(g, 1), g));
    double c = 1;
    double s = 0;
    double gamma = d[end] - shift;
    double p = gamma * gamma;
    for (int i = end - 1; i >= low; i--) {
      double square = squares[i];
      double r = p + square;
      if (i + 1 < end) {
        squares[i + 1] = s * r;
      }
      double lastC = c;
      c = p / r;
      s = square / r;
      double lastGamma = gamma;
      double alpha = d[i];
      gamma = c * (alpha - shift) - s * lastGamma;
      d[i + 1] = lastGamma + (alpha - gamma);
      p = c == 0 ? lastC * square : gamma * gamma / c;
    }
    squares[low] = s * p;
    d[low] = shift + gamma;
  }
}
