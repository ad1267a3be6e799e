package org.infimum.linalg.spectral;

import org.infimum.linalg.dense.DoubleBlas;
import org.infimum.linalg.dense.DoubleLu;
import org.infimum.linalg.dense.Transpose;

/**
 * The exponential of a square matrix by scaling and squaring: e^A = r(A / 2^s)^(2^s) with the
 * diagonal Pade approximant r of degree 13, or of a lower one where the norm allows it (Higham, The
 * scaling and squaring method for the matrix exponential revisited, SIAM J. Matrix Anal. Appl. 26,
 * 2005, algorithm 2.3). For a symmetric matrix take {@link SymmetricFunction}.
 */
public final class MatrixExponential {
  /** Degrees of the approximants, and the 1-norms up to which each is exact to rounding. */
  private static final int[] DEGREES = {3, 5, 7, 9, 13};

  private static final double[] NORMS = {
    1.495585217958292e-2,
    2.539398330063230e-1,
    9.504178996162932e-1,
    2.097847961257068e0,
    5.371920351148152e0
  };

  private final int n;
  private final int threads;

  private MatrixExponential(int n, int threads) {
    this.n = n;
    this.threads = threads;
  }

  /**
   * The exponential, column-major without gaps.
   *
   * @param n the order
   * @param a column-major; not written
   * @param offset where the matrix starts
   * @param stride the leading dimension, at least n
   * @param threads the largest number of threads to use, at least 1
   * @throws IllegalArgumentException if an element is infinite or not a number, or if the result is
   *     too large
   */
  public static double[] of(int n, double[] a, int offset, int stride, int threads) {
    DoubleMatrices.checkSize(n, n, threads);
    DoubleMatrices.scale(n, n, a, offset, stride);
    double[] copy = new double[n * n];
    for (int j = 0; j < n; j++) {
      System.arraycopy(a, offset + j * stride, copy, j * n, n);
    }
    double[] result = n == 0 ? copy : new MatrixExponential(n, threads).scaleAndSquare(copy);
    for (double element : result) {
      if (!Double.isFinite(element)) {
        throw new IllegalArgumentException("the exponential of the matrix is too large");
      }
    }
    return result;
  }

  private double[] scaleAndSquare(double[] a) {
    double norm = norm(a);
    int choice = 0;
    while (choice + 1 < DEGREES.length && norm > NORMS[choice]) {
      choice++;
    }
    int squarings = 0;
    if (norm > NORMS[choice]) {
      squarings = Math.max(0, Math.getExponent(norm / NORMS[choice]) + 1);
      for (int i = 0; i < n * n; i++) {
        a[i] = Math.scalb(a[i], -squarings);
      }
    }
    double[] power = approximate(a, DEGREES[choice]);
    for (int s = 0; s < squarings; s++) {
      power = multiply(power, power);
    }
    return power;
  }

  /** The largest sum of absolute values in a column. */
  private double norm(double[] a) {
    double largest = 0;
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += Math.abs(a[j * n + i]);
      }
      largest = Math.max(largest, sum);
    }
    return Math.min(largest, Double.MAX_VALUE);
  }

  /**
   * r(A) = (V - U)^-1 (V + U), with the odd terms of the numerator in U and the even ones in V. The
   * higher half of the terms is multiplied by A^6 at once for degree 13.
   */
  private double[] approximate(double[] a, int degree) {
    double[] b = coefficients(degree);
    double[] square = multiply(a, a);
    double[] odd = new double[n * n];
    double[] even = new double[n * n];
    addIdentity(odd, b[1]);
    addIdentity(even, b[0]);
    double[] power = square;
    int plain = degree == 13 ? 6 : degree - 1;
    for (int k = 2; k <= plain; k += 2) {
      add(odd, b[k + 1], power);
      add(even, b[k], power);
      if (k < plain) {
        power = multiply(power, square);
      }
    }
    if (degree == 13) {
      double[] highOdd = new double[n * n];
      double[] highEven = new double[n * n];
      double[] fourth = multiply(square, square);
      double[][] powers = {square, fourth, power};
      for (int k = 0; k < 3; k++) {
        add(highOdd, b[9 + 2 * k], powers[k]);
        add(highEven, b[8 + 2 * k], powers[k]);
      }
      add(odd, 1, multiply(power, highOdd));
      add(even, 1, multiply(power, highEven));
    }
    double[] u = multiply(a, odd);
    double[] numerator = even.clone();
    add(numerator, 1, u);
    add(even, -1, u);
    return solve(even, numerator);
  }

  /** b_k = (2 q - k)! q! / ((2 q)! k! (q - k)!), times (2 q)! / q!. */
  private static double[] coefficients(int degree) {
    double[] b = new double[degree + 1];
    b[degree] = 1;
    for (int k = degree; k > 0; k--) {
      b[k - 1] = b[k] * k * (2 * degree - k + 1) / (degree - k + 1);
    }
    return b;
  }

  private void addIdentity(double[] x, double factor) {
    for (int j = 0; j < n; j++) {
      x[j * n + j] += factor;
    }
  }

  private static void add(double[] x, double factor, double[] y) {
    for (int i = 0; i < x.length; i++) {
      x[i] += factor * y[i];
    }
  }

  private double[] multiply(double[] x, double[] y) {
    double[] product = new double[n * n];
    DoubleBlas.gemm(
        Transpose.NO, Transpose.NO, n, n, n, 1, x, 0, n, y, 0, n, 0, product, 0, n, threads);
    return product;
  }

  /** Overwrites Y with X^-1 Y; the denominator is well conditioned (Higham, table 2.3). */
  private double[] solve(double[] x, double[] y) {
    DoubleLu lu = new DoubleLu(threads);
    lu.factor(n, x, 0, n);
    lu.solve(Transpose.NO, n, y, 0, n);
    return y;
  }
}
