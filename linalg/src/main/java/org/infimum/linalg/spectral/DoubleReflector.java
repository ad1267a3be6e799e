// float twin: generated
package org.infimum.linalg.spectral;

import java.util.Arrays;

/**
 * An elementary reflector H = I - tau v v' with v[0] = 1 that maps a vector x to beta times the
 * first unit vector (Golub and Van Loan, Matrix Computations, 4th ed., 5.1).
 */
final class DoubleReflector {
  /** What is less counts as zero: the reciprocal of the difference below must not overflow. */
  private static final double TINY = DoubleArithmetic.SAFE_MIN / DoubleArithmetic.UNIT_ROUNDOFF;

  private double tau;
  private double beta;

  /** The factor tau of the last reflector; 0 if it is the identity, else between 1 and 2. */
  double tau() {
    return tau;
  }

  /** What became of the first element. */
  double beta() {
    return beta;
  }

  /**
   * Makes the reflector for the vector of length n at {@code x[at]} and overwrites the vector with
   * v, its leading one included. Entries below {@link DoubleArithmetic#SAFE_MIN} over the unit
   * roundoff count as zero.
   */
  void annihilate(int n, double[] x, int at, DoubleColumnKernels kernels) {
    double alpha = x[at];
    double norm = kernels.norm(n - 1, x, at + 1);
    x[at] = 1;
    tau = 0;
    beta = alpha;
    if (norm < TINY) {
      Arrays.fill(x, at + 1, at + n, 0);
    } else {
      finish(n, x, at, alpha, norm);
    }
  }

  private void finish(int n, double[] x, int at, double alpha, double norm) {
    double length = DoubleArithmetic.hypot(alpha, norm);
    beta = alpha >= 0 ? -length : length;
    tau = (beta - alpha) / beta;
    double scale = 1 / (alpha - beta);
    for (int i = 1; i < n; i++) {
      x[at + i] *= scale;
    }
  }
}
