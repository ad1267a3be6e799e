package org.infimum.convex;

import java.util.function.DoublePredicate;

/** Bisection for the smallest relaxation that a monotone test accepts. */
final class Monotone {
  private static final int HALVINGS = 70;

  private Monotone() {}

  /**
   * The smallest {@code delta >= 0} that {@code accepts}, rounded up, if every larger one is
   * accepted too.
   *
   * @param size a delta that is accepted for sure, unless it is 0
   */
  static double smallest(DoublePredicate accepts, double size) {
    if (accepts.test(0.0)) {
      return 0.0;
    }
    double high = Math.max(size, Double.MIN_NORMAL);
    while (!accepts.test(high) && high < Double.MAX_VALUE / 2.0) {
      high *= 2.0;
    }
    double low = 0.0;
    for (int k = 0; k < HALVINGS; k++) {
      // the geometric mean first finds the magnitude, then the digits
      double middle = low == 0.0 ? high * 0x1p-8 : 0.5 * (low + high);
      if (accepts.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
