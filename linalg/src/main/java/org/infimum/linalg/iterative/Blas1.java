package org.infimum.linalg.iterative;

/** Operations on whole vectors, in a fixed order of summation. */
final class Blas1 {
  private Blas1() {}

  /** The inner product of the first {@code n} elements, in four interleaved sums. */
  static double dot(int n, double[] x, double[] y) {
    double s0 = 0.0;
    double s1 = 0.0;
    double s2 = 0.0;
    double s3 = 0.0;
    int i = 0;
    for (; i + 4 <= n; i += 4) {
      s0 += x[i] * y[i];
      s1 += x[i + 1] * y[i + 1];
      s2 += x[i + 2] * y[i + 2];
      s3 += x[i + 3] * y[i + 3];
    }
    for (; i < n; i++) {
      s0 += x[i] * y[i];
    }
    return s0 + s1 + (s2 + s3);
  }

  static double norm(int n, double[] x) {
    return Math.sqrt(dot(n, x, x));
  }

  /** y := y + alpha x. */
  static void axpy(int n, double alpha, double[] x, double[] y) {
    for (int i = 0; i < n; i++) {
      y[i] += alpha * x[i];
    }
  }

  /** y := x + beta y. */
  static void xpby(int n, double[] x, double beta, double[] y) {
    for (int i = 0; i < n; i++) {
      y[i] = x[i] + beta * y[i];
    }
  }

  static void scale(int n, double alpha, double[] x) {
    for (int i = 0; i < n; i++) {
      x[i] *= alpha;
    }
  }
}
