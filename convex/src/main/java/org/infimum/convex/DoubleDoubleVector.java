package org.infimum.convex;

import java.util.Arrays;

/** A vector of double-doubles in two parallel arrays, with one register for the arithmetic. */
final class DoubleDoubleVector {
  private final double[] high;
  private final double[] low;
  private final DoubleDouble register = new DoubleDouble();

  DoubleDoubleVector(int length) {
    high = new double[length];
    low = new double[length];
  }

  /** The component {@code i} rounded to double. */
  double high(int i) {
    return high[i];
  }

  /** What {@link #high(int)} leaves of component {@code i}. */
  double low(int i) {
    return low[i];
  }

  /** The largest absolute value; NaN if there is one. */
  double norm() {
    double norm = 0.0;
    for (double value : high) {
      norm = Math.max(norm, Math.abs(value));
    }
    return norm;
  }

  /** Whether no component has overflown or become NaN. */
  boolean isFinite() {
    for (int i = 0; i < high.length; i++) {
      if (!Double.isFinite(high[i]) || !Double.isFinite(low[i])) {
        return false;
      }
    }
    return true;
  }

  void clear() {
    Arrays.fill(high, 0.0);
    Arrays.fill(low, 0.0);
  }

  /** Sets every component to {@code values}. */
  void set(double[] values) {
    System.arraycopy(values, 0, high, 0, high.length);
    Arrays.fill(low, 0.0);
  }

  /** Sets component {@code i} to {@code sum}. */
  void set(int i, DoubleDouble sum) {
    high[i] = sum.high();
    low[i] = sum.low();
  }

  /** Adds component {@code i} to {@code sum}. */
  void addTo(int i, DoubleDouble sum) {
    sum.add(high[i], low[i]);
  }

  /** Adds {@code a * b} to component {@code i} without rounding the product. */
  void addProduct(int i, double a, double b) {
    register.set(high[i], low[i]);
    register.addProduct(a, b);
    set(i, register);
  }
}
