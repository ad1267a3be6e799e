// float twin: generated
package org.infimum.linalg.dense;

/** One matrix at a time. */
final class DoubleScalarSmall implements DoubleSmallKernels {
  static final DoubleSmallKernels KERNELS = new DoubleScalarSmall();

  private DoubleScalarSmall() {}

  @Override
  public int width() {
    return 1;
  }

  @Override
  public void multiply(int n, int at, double[] a, double[] b, double[] c) {
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          double left = a[at + (i + k * n) * GROUP];
          double right = b[at + (k + j * n) * GROUP];
          sum = Math.fma(left, right, sum);
        }
        c[at + (i + j * n) * GROUP] = sum;
      }
    }
  }

  @Override
  public void cholesky(int n, int at, double[] a) {
    for (int j = 0; j < n; j++) {
      double diagonal = 0;
      for (int i = j; i < n; i++) {
        double sum = a[at + (i + j * n) * GROUP];
        for (int k = 0; k < j; k++) {
          double left = a[at + (i + k * n) * GROUP];
          double right = a[at + (j + k * n) * GROUP];
          sum = Math.fma(-left, right, sum);
        }
        if (i == j) {
          diagonal = root(sum);
          sum = diagonal;
        } else {
          sum = sum / diagonal;
        }
        a[at + (i + j * n) * GROUP] = sum;
      }
    }
  }

  @Override
  public void solve(int n, int at, int xAt, double[] l, double[] x) {
    for (int i = 0; i < n; i++) {
      substitute(0, i, n, 1, i, at, xAt, l, x);
    }
    for (int i = n - 1; i >= 0; i--) {
      substitute(i + 1, n, 1, n, i, at, xAt, l, x);
    }
  }

  /** x_i less the solved x_k times their coefficients, over the diagonal of row i. */
  private static void substitute(
      int first, int end, int kStep, int iStep, int i, int at, int xAt, double[] l, double[] x) {
    int n = Math.max(kStep, iStep);
    double sum = x[xAt + i * GROUP];
    for (int k = first; k < end; k++) {
      double left = l[at + (i * iStep + k * kStep) * GROUP];
      double right = x[xAt + k * GROUP];
      sum = Math.fma(-left, right, sum);
    }
    double quotient = sum / l[at + i * (n + 1) * GROUP];
    x[xAt + i * GROUP] = quotient;
  }

  @Override
  public void symmetricEigen(int n, int at, double[] a, double[] v) {
    double square = 0;
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        v[at + (i + j * n) * GROUP] = i == j ? 1 : 0;
        if (i >= j) {
          double element = a[at + (i + j * n) * GROUP];
          square = Math.fma(element, element, square);
        }
      }
    }
    double least = Math.sqrt(square) * NEGLIGIBLE;
    boolean isDiagonal = false;
    for (int sweep = 0; sweep < MOST_SWEEPS && !isDiagonal; sweep++) {
      isDiagonal = true;
      for (int q = 1; q < n; q++) {
        for (int p = 0; p < q; p++) {
          isDiagonal &= !rotate(n, at, a, v, p, q, least);
        }
      }
    }
  }

  private static double root(double pivot) {
    return pivot > 0 ? Math.sqrt(pivot) : Double.NaN;
  }

  /** Annihilates element (q, p) if it is not negligible; whether it was not. */
  private static boolean rotate(int n, int at, double[] a, double[] v, int p, int q, double least) {
    int pq = at + (q + p * n) * GROUP;
    int pp = at + p * (n + 1) * GROUP;
    int qq = at + q * (n + 1) * GROUP;
    double apq = a[pq];
    if (!(Math.abs(apq) > least)) {
      return false;
    }
    double tau = (a[qq] - a[pp]) / (apq + apq);
    double tangent = 1 / (Math.abs(tau) + Math.sqrt(Math.fma(tau, tau, 1)));
    tangent = tau < 0 ? -tangent : tangent;
    double cosine = 1 / Math.sqrt(Math.fma(tangent, tangent, 1));
    double sine = tangent * cosine;
    a[pp] = Math.fma(-tangent, apq, a[pp]);
    a[qq] = Math.fma(tangent, apq, a[qq]);
    a[pq] = 0;
    for (int i = 0; i < n; i++) {
      if (i != p && i != q) {
        int ip = at + (Math.max(i, p) + Math.min(i, p) * n) * GROUP;
        int iq = at + (Math.max(i, q) + Math.min(i, q) * n) * GROUP;
        turn(a, ip, iq, cosine, sine);
      }
      turn(v, at + (i + p * n) * GROUP, at + (i + q * n) * GROUP, cosine, sine);
    }
    return true;
  }

  private static void turn(double[] values, int xAt, int yAt, double cosine, double sine) {
    double x = values[xAt];
    double y = values[yAt];
    values[xAt] = cosine * x - sine * y;
    values[yAt] = sine * x + cosine * y;
  }
}
