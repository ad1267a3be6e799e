package org.infimum.convex;

/**
 * The exponential cone, the closure of {@code {(x, y, w) : y exp(x/y) <= w, y > 0}}: three rows.
 * Its dual is the closure of {@code {(u, v, w) : -u exp(v/u) <= e w, u < 0}}.
 */
public record ExponentialCone() implements CurvedCone {
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
    double x = s[offset];
    double y = s[offset + 1];
    double w = s[offset + 2];
    return Monotone.smallest(
        delta -> contains(x - delta, y - delta, y + delta, w + delta),
        Math.max(Math.max(Math.abs(x), Math.abs(y)), Math.abs(w)));
  }

  /**
   * Whether a point (x, y, w) with y in an interval lies in the cone: y is best at x, where {@code
   * y exp(x/y)} is least, or at the interval's near end.
   */
  private static boolean contains(double x, double yLow, double yHigh, double w) {
    if (yHigh < 0.0 || w < 0.0) {
      return false;
    }
    if (yLow <= 0.0 && x <= 0.0) {
      return true;
    }
    double y = Math.min(Math.max(x, yLow), yHigh);
    return y > 0.0 && y * Math.exp(x / y) <= w;
  }

  /** The dual cone is the cone turned: {@code (u - v, -u, w)} lies in the primal one. */
  @Override
  public double dualDistance(double[] z, int offset) {
    double u = z[offset];
    double v = z[offset + 1];
    double w = z[offset + 2];
    return Monotone.smallest(
        delta -> containsDual(u - delta, u + delta, v + delta, w + delta),
        Math.max(Math.max(Math.abs(u), Math.abs(v)), Math.abs(w)));
  }

  /**
   * {@code -u exp(v/u - 1) <= w}: least at u = v in u < 0, where the derivative -e^{..}(1 - v/u)
   * vanishes.
   */
  private static boolean containsDual(double uLow, double uHigh, double v, double w) {
    if (uLow > 0.0 || w < 0.0) {
      return false;
    }
    if (uHigh >= 0.0 && v >= 0.0) {
      return true;
    }
    double u = Math.min(Math.max(v, uLow), uHigh);
    return u < 0.0 && -u * Math.exp(v / u - 1.0) <= w;
  }

  @Override
  public String description() {
    return "exponential cone";
  }
}
