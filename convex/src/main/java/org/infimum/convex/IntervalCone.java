package org.infimum.convex;

/**
 * Two-sided rows: {@code lower <= s <= upper} componentwise, so {@code b - upper <= Ax <= b -
 * lower}. A row is one row with up to two barrier terms; either side may be infinite, and an
 * equality has {@code lower = upper}. The set is a product of intervals rather than a cone; its
 * recession cone and its support function take the places of the cone and the dual cone.
 *
 * @param lower lower ends, {@code -infinity} allowed; not copied
 * @param upper upper ends, {@code +infinity} allowed; not copied
 */
public record IntervalCone(double[] lower, double[] upper) implements Cone {
  /**
   * Refuses arrays of different lengths and NaN. A lower end above its upper end is allowed: it
   * makes the problem infeasible.
   */
  public IntervalCone {
    if (lower.length != upper.length) {
      throw new IllegalArgumentException(
          "an interval has " + lower.length + " lower but " + upper.length + " upper ends");
    }
    for (int i = 0; i < lower.length; i++) {
      if (Double.isNaN(lower[i]) || Double.isNaN(upper[i])) {
        throw new IllegalArgumentException("interval " + i + " is not a number");
      }
    }
  }

  @Override
  public int dimension() {
    return lower.length;
  }

  @Override
  public int degree() {
    int terms = 0;
    for (int i = 0; i < lower.length; i++) {
      if (lower[i] < upper[i]) {
        terms +=
            (lower[i] > Double.NEGATIVE_INFINITY ? 1 : 0)
                + (upper[i] < Double.POSITIVE_INFINITY ? 1 : 0);
      }
    }
    return terms;
  }
}
