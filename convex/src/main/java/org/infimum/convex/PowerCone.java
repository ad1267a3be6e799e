package org.infimum.convex;

/**
 * The power cone {@code x^alpha y^(1 - alpha) >= |w|, x, y >= 0}: three rows. Its dual is {@code
 * (u/alpha)^alpha (v/(1 - alpha))^(1 - alpha) >= |w|, u, v >= 0}.
 *
 * @param alpha exponent of the first component, in (0, 1)
 */
public record PowerCone(double alpha) implements CurvedCone {
  /** Refuses an exponent outside (0, 1). */
  public PowerCone {
    if (!(alpha > 0.0 && alpha < 1.0)) {
      throw new IllegalArgumentException(
          "the exponent of a power cone lies between 0 and 1, not at " + alpha);
    }
  }

  @Override
  public int dimension() {
    return 3;
  }

  @Override
  public int degree() {
    return 3;
  }

  @Override
  public double distance(double[] s, int offset) {
    return distance(s[offset], s[offset + 1], Math.abs(s[offset + 2]), 1.0, 1.0);
  }

  @Override
  public double dualDistance(double[] z, int offset) {
    return distance(z[offset], z[offset + 1], Math.abs(z[offset + 2]), alpha, 1.0 - alpha);
  }

  private double distance(double x, double y, double w, double unitX, double unitY) {
    return Monotone.smallest(
        delta ->
            x + delta >= 0.0
                && y + delta >= 0.0
                && Math.pow((x + delta) / unitX, alpha) * Math.pow((y + delta) / unitY, 1.0 - alpha)
                    >= w - delta,
        Math.max(Math.max(Math.abs(x), Math.abs(y)), w));
  }

  @Override
  public String description() {
    return "power cone with exponent " + alpha;
  }
}
