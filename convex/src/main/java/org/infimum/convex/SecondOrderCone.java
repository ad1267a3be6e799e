package org.infimum.convex;

/**
 * The second-order (Lorentz) cone {@code s_0 >= ||(s_1, ..., s_{d-1})||_2}. It is its own dual.
 *
 * @param dimension number of rows d, at least 1
 */
public record SecondOrderCone(int dimension) implements CurvedCone {
  /** Refuses a dimension below 1. */
  public SecondOrderCone {
    if (dimension < 1) {
      throw new IllegalArgumentException(
          "a second-order cone needs at least one row, not " + dimension);
    }
  }

  /** 1: the rank of its Jordan algebra over two, as the quadratic form counts once. */
  @Override
  public int degree() {
    return 1;
  }

  @Override
  public double distance(double[] s, int offset) {
    return Math.max(0.0, norm(s, offset + 1, offset + dimension) - s[offset]);
  }

  @Override
  public double dualDistance(double[] z, int offset) {
    return distance(z, offset);
  }

  @Override
  public String description() {
    return "second-order cone of " + dimension + " rows";
  }

  /** The Euclidean norm of a slice, without overflow. */
  static double norm(double[] v, int begin, int end) {
    double largest = 0.0;
    for (int i = begin; i < end; i++) {
      largest = Math.max(largest, Math.abs(v[i]));
    }
    if (largest == 0.0 || Double.isInfinite(largest)) {
      return largest;
    }
    double sum = 0.0;
    for (int i = begin; i < end; i++) {
      double scaled = v[i] / largest;
      sum += scaled * scaled;
    }
    return largest * Math.sqrt(sum);
  }
}
