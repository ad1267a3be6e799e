// float twin: generated
package org.infimum.linalg.spectral;

/** What the algorithms need to know of double precision. */
final class DoubleArithmetic {
  /** The largest relative error of a rounding: half the distance from 1 to the next number. */
  static final double UNIT_ROUNDOFF = Math.ulp(1.0) / 2;

  /** The smallest number whose reciprocal is finite. */
  static final double SAFE_MIN = Double.MIN_NORMAL;

  /**
   * Below this a number is zero beside a matrix of norm one: its square may have lost digits, and
   * the matrix without it is the same to far better than rounding.
   */
  static final double NEGLIGIBLE = Math.sqrt(SAFE_MIN) / UNIT_ROUNDOFF;

  private DoubleArithmetic() {}

  /** The root of a^2 + b^2, without the overflow or underflow of the squares. */
  static double hypot(double a, double b) {
    double x = Math.abs(a);
    double y = Math.abs(b);
    double large = Math.max(x, y);
    if (large == 0) {
      return 0;
    }
    double ratio = Math.min(x, y) / large;
    return large * Math.sqrt(1 + ratio * ratio);
  }

  /** The power of two next below |x|, for x finite and not zero: scaling by it is exact. */
  static double binade(double x) {
    return Math.scalb(1.0, Math.max(Math.getExponent(x), Double.MIN_EXPONENT));
  }
}
