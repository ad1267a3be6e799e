package org.infimum.convex.presolve;

/** The numerical safety limits that all rules share. */
final class Thresholds {
  /** A relative violation above this is an infeasibility; below it the solver decides. */
  static final double INFEASIBLE = 1e-9;

  /** A multiplier or reduced cost must be beyond this, relative, for its sign to be strict. */
  static final double STRICT_SIGN = 1e-9;

  /** Relative size of accumulated rounding: two numbers closer than this count as equal. */
  static final double ROUNDING = 1e-12;

  /** A pivot must be at least this fraction of the largest coefficient of its row and column. */
  static final double PIVOT = 1e-3;

  /** A combined coefficient below this fraction of its terms is a cancellation and is dropped. */
  static final double CANCELLATION = 1e-12;

  /** Relative size of the rounding of one subtraction. */
  private static final double LAST_BITS = 0x1p-50;

  private Thresholds() {}

  /** The absolute tolerance that belongs to the relative one for numbers of this size. */
  static double scaled(double relative, double a, double b) {
    return relative * Math.max(1.0, Math.max(magnitude(a), magnitude(b)));
  }

  /** The absolute value, 0 for infinities. */
  static double magnitude(double a) {
    double size = Math.abs(a);
    return size < Double.POSITIVE_INFINITY ? size : 0.0;
  }

  /** {@code a + b} for coefficients, or 0 where the terms cancel. */
  static double combine(double a, double b) {
    double sum = a + b;
    return Math.abs(sum) <= CANCELLATION * Math.max(Math.abs(a), Math.abs(b)) ? 0.0 : sum;
  }

  /** {@code end - shift} for the end of an interval, or 0 if only the last bits differ. */
  static double shift(double end, double shift) {
    double moved = end - shift;
    return Math.abs(moved) <= LAST_BITS * Math.abs(shift) ? 0.0 : moved;
  }
}
