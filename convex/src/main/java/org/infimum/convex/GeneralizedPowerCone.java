package org.infimum.convex;

import java.util.Arrays;
import java.util.List;

/**
 * The generalized power cone {@code prod_i u_i^alpha_i >= ||w||_2, u >= 0}: first the k components
 * of u, then the tail w. Its dual is {@code prod_i (u_i / alpha_i)^alpha_i >= ||w||_2, u >= 0}.
 *
 * @param alpha exponents, positive with sum 1
 * @param tail number of components of w, at least 1
 */
public record GeneralizedPowerCone(List<Double> alpha, int tail) implements CurvedCone {
  /** How far the exponents may sum up to something else than 1. */
  private static final double SUM_TOLERANCE = 1e-12;

  /** Refuses exponents that are not positive or do not add up to 1, and an empty tail. */
  public GeneralizedPowerCone {
    alpha = List.copyOf(alpha);
    double sum = 0.0;
    for (double exponent : alpha) {
      if (!(exponent > 0.0)) {
        throw new IllegalArgumentException(
            "an exponent of a generalized power cone is not positive: " + exponent);
      }
      sum += exponent;
    }
    if (!(Math.abs(sum - 1.0) <= SUM_TOLERANCE)) {
      throw new IllegalArgumentException(
          "the exponents of a generalized power cone add up to " + sum + ", not to 1");
    }
    if (tail < 1) {
      throw new IllegalArgumentException(
          "a generalized power cone needs at least one tail component, not " + tail);
    }
  }

  /** The exponents as an array, a copy. */
  public double[] exponents() {
    return alpha.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Override
  public int dimension() {
    return alpha.size() + tail;
  }

  @Override
  public int degree() {
    return alpha.size() + 1;
  }

  @Override
  public double distance(double[] s, int offset) {
    double[] unit = new double[alpha.size()];
    Arrays.fill(unit, 1.0);
    return distance(s, offset, unit);
  }

  @Override
  public double dualDistance(double[] z, int offset) {
    return distance(z, offset, exponents());
  }

  private double distance(double[] v, int offset, double[] unit) {
    int k = alpha.size();
    double norm = SecondOrderCone.norm(v, offset + k, offset + k + tail);
    double size = norm;
    for (int i = 0; i < k; i++) {
      size = Math.max(size, Math.abs(v[offset + i]));
    }
    return Monotone.smallest(
        delta -> {
          double logarithm = 0.0;
          for (int i = 0; i < k; i++) {
            double component = v[offset + i] + delta;
            if (component < 0.0) {
              return false;
            }
            logarithm += alpha.get(i) * Math.log(component / unit[i]);
          }
          return Math.exp(logarithm) >= norm - delta;
        },
        size);
  }

  @Override
  public String description() {
    return "generalized power cone of " + alpha.size() + " + " + tail + " rows";
  }
}
