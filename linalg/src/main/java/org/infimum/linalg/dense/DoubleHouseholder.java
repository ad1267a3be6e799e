// float twin: generated
package org.infimum.linalg.dense;

/**
 * Elementary reflectors H = I - tau v v' with v[0] = 1 (G. Golub and C. Van Loan, Matrix
 * Computations, 4th ed., 5.1).
 */
final class DoubleHouseholder {
  private DoubleHouseholder() {}

  /**
   * Makes the reflector that maps the vector x to (beta, 0, ..., 0): x[0] becomes beta and the rest
   * v[1], v[2], ...
   *
   * @return tau; 0 if the rest is zero already and H = I
   */
  static double annihilate(int count, double[] x, int at) {
    double rest = DoubleColumns.norm(count - 1, x, at + 1);
    if (rest == 0) {
      return 0;
    }
    double alpha = x[at];
    double length = hypot(alpha, rest);
    double beta = alpha >= 0 ? -length : length;
    double pivot = alpha - beta;
    DoubleColumns.divide(count - 1, pivot, x, at + 1);
    x[at] = beta;
    return -pivot / beta;
  }

  private static double hypot(double x, double y) {
    double larger = Math.max(Math.abs(x), Math.abs(y));
    double ratio = Math.min(Math.abs(x), Math.abs(y)) / larger;
    return larger * Math.sqrt(1 + ratio * ratio);
  }
}
