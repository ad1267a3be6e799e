package org.infimum.convex;

/**
 * The rotated second-order cone {@code 2 s_0 s_1 >= ||(s_2, ..., s_{d-1})||_2^2, s_0, s_1 >= 0}. It
 * is the second-order cone turned by 45 degrees in its first two components, and its own dual.
 *
 * @param dimension number of rows d, at least 2
 */
public record RotatedSecondOrderCone(int dimension) implements CurvedCone {
  /** Refuses a dimension below 2. */
  public RotatedSecondOrderCone {
    if (dimension < 2) {
      throw new IllegalArgumentException(
          "a rotated second-order cone needs at least two rows, not " + dimension);
    }
  }

  @Override
  public int degree() {
    return 1;
  }

  /** By the rotation: {@code ||((s_0 - s_1) / sqrt 2, s_2, ...)|| - (s_0 + s_1) / sqrt 2}. */
  @Override
  public double distance(double[] s, int offset) {
    double tail = SecondOrderCone.norm(s, offset + 2, offset + dimension);
    double difference = (s[offset] - s[offset + 1]) * Math.sqrt(0.5);
    double sum = (s[offset] + s[offset + 1]) * Math.sqrt(0.5);
    return Math.max(0.0, Math.hypot(difference, tail) - sum);
  }

  @Override
  public double dualDistance(double[] z, int offset) {
    return distance(z, offset);
  }

  @Override
  public String description() {
    return "rotated second-order cone of " + dimension + " rows";
  }
}
