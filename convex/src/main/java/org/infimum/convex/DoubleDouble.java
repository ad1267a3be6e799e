package org.infimum.convex;

/**
 * A running sum in double-double arithmetic: the unevaluated {@code high + low} with about 32
 * significant digits. One instance serves a whole computation, so nothing is allocated per
 * operation. Overflow leaves a value that is not finite, never a wrong finite one.
 *
 * <p>Source: T. J. Dekker, A floating-point technique for extending the available precision, Numer.
 * Math. 18 (1971); Y. Hida, X. S. Li, D. H. Bailey, Library for double-double and quad-double
 * arithmetic (2001), the accurate addition.
 */
final class DoubleDouble {
  private double high;
  private double low;

  /** The leading part: the sum rounded to double. */
  double high() {
    return high;
  }

  /** The trailing part, at most half a unit in the last place of {@link #high}. */
  double low() {
    return low;
  }

  /** Sets the sum to {@code high + low}, which must not overlap. */
  void set(double newHigh, double newLow) {
    high = newHigh;
    low = newLow;
  }

  /** Sets the sum to zero. */
  void clear() {
    high = 0.0;
    low = 0.0;
  }

  /** Adds the double-double {@code otherHigh + otherLow}; relative error at most 2^-104. */
  void add(double otherHigh, double otherLow) {
    double sum = high + otherHigh;
    double part = sum - high;
    double error = (high - (sum - part)) + (otherHigh - part);
    double lowSum = low + otherLow;
    double lowPart = lowSum - low;
    double lowError = (low - (lowSum - lowPart)) + (otherLow - lowPart);
    error += lowSum;
    double renormalized = sum + error;
    error -= renormalized - sum;
    error += lowError;
    high = renormalized + error;
    low = error - (high - renormalized);
  }

  /** Adds {@code value}. */
  void add(double value) {
    add(value, 0.0);
  }

  /** Adds {@code a * b} without rounding the product. */
  void addProduct(double a, double b) {
    double product = a * b;
    add(product, Math.fma(a, b, -product));
  }

  /** Adds {@code (aHigh + aLow) * b}. */
  void addProduct(double aHigh, double aLow, double b) {
    addProduct(aHigh, b);
    addProduct(aLow, b);
  }

  /**
   * Adds {@code (aHigh + aLow) * (bHigh + bLow)}; the product of the low parts is below rounding.
   */
  void addProduct(double aHigh, double aLow, double bHigh, double bLow) {
    addProduct(aHigh, aLow, bHigh);
    addProduct(aHigh, bLow);
  }
}
