package org.infimum.linalg.iterative;

import java.util.Arrays;

/**
 * The tridiagonal matrix T of the Lanczos process behind conjugate gradients, and its extreme
 * eigenvalues by bisection (Golub and Van Loan, Matrix Computations, 11.3.5 and 8.4): T has the
 * diagonal 1 / alpha_k + beta_k / alpha_{k-1} and off the diagonal sqrt(beta_k) / alpha_{k-1}. They
 * lie within the spectrum of the preconditioned matrix and approach its ends.
 */
final class LanczosSpectrum {
  /** Halvings of the logarithm of the bracket: to three digits. */
  private static final int BISECTIONS = 16;

  /** Eigenvalues below this share of the largest are lost in rounding. */
  private static final double LEAST_SHARE = 0x1p-60;

  private double[] diagonal = new double[16];
  private double[] squares = new double[16];
  private int size;
  private double previousAlpha;

  /** Takes the coefficients of a step; {@code beta} of the first is 0. */
  void add(double alpha, double beta) {
    if (size == diagonal.length) {
      diagonal = Arrays.copyOf(diagonal, 2 * size);
      squares = Arrays.copyOf(squares, 2 * size);
    }
    diagonal[size] = 1.0 / alpha + (size == 0 ? 0.0 : beta / previousAlpha);
    squares[size] = size == 0 ? 0.0 : beta / (previousAlpha * previousAlpha);
    size++;
    previousAlpha = alpha;
  }

  /** An estimate of the largest eigenvalue; 0 before the first step. */
  double largest() {
    return size == 0 ? 0.0 : eigenvalue(size - 1);
  }

  /** An estimate of the condition number; 1 before the first step. */
  double condition() {
    if (size == 0) {
      return 1.0;
    }
    double smallest = eigenvalue(0);
    return smallest > 0.0 ? Math.max(1.0, largest() / smallest) : Double.POSITIVE_INFINITY;
  }

  /** Eigenvalue {@code index} of T in ascending order, by bisection in the logarithm. */
  private double eigenvalue(int index) {
    double high = 0.0;
    for (int k = 0; k < size; k++) {
      double next = k + 1 < size ? Math.sqrt(squares[k + 1]) : 0.0;
      high = Math.max(high, diagonal[k] + Math.sqrt(squares[k]) + next);
    }
    double low = high * LEAST_SHARE;
    for (int step = 0; step < BISECTIONS; step++) {
      double middle = Math.sqrt(low * high);
      if (countBelow(middle) > index) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** Number of eigenvalues below a number: negative pivots of T - shift I (Sturm). */
  private int countBelow(double shift) {
    int count = 0;
    double pivot = 1.0;
    for (int k = 0; k < size; k++) {
      pivot = diagonal[k] - shift - (k == 0 ? 0.0 : squares[k] / pivot);
      if (pivot == 0.0) {
        pivot = -Double.MIN_NORMAL;
      }
      if (pivot < 0.0) {
        count++;
      }
    }
    return count;
  }
}
