package org.infimum.convex.interior;

import java.util.Arrays;
import java.util.List;

/**
 * Generalized power cones {@code prod u_i^alpha_i >= ||w||_2} scaled by their dual barrier {@code
 * f*(z) = -log psi(z) - sum (1 - alpha_i) log u_i}, {@code psi = prod (u_i / alpha_i)^(2 alpha_i) -
 * ||w||^2}, whose Hessian is a diagonal plus two rank-one terms.
 */
final class GeneralizedPowerFamily implements ConeFamily {
  private static final double BACKTRACK = 0.8;
  private static final double SMALLEST_STEP = 1e-10;

  private final int cones;
  private final int[] start;
  private final double[][] alpha;
  private final int degree;

  /** E = diagonal + outer outer' - p plane plane', the last on the components u alone. */
  private final double[] diagonal;

  private final double[] outer;
  private final double[] plane;
  private final double[] gradient;
  private final double[] trialS;
  private final double[] trialZ;

  GeneralizedPowerFamily(List<ConeLayout.Block> blocks, int firstRow) {
    cones = blocks.size();
    start = new int[cones + 1];
    alpha = new double[cones][];
    int terms = 0;
    for (int k = 0; k < cones; k++) {
      start[k] = blocks.get(k).begin() - firstRow;
      start[k + 1] = blocks.get(k).end() - firstRow;
      alpha[k] = blocks.get(k).exponents();
      terms += alpha[k].length + 1;
    }
    degree = terms;
    int length = start[cones] - start[0];
    diagonal = new double[length];
    outer = new double[length];
    plane = new double[length];
    gradient = new double[length];
    trialS = new double[length];
    trialZ = new double[length];
  }

  @Override
  public int degree() {
    return degree;
  }

  @Override
  public boolean isSymmetric() {
    return false;
  }

  @Override
  public void startAtUnit(double[] s, double[] z) {
    for (int cone = 0; cone < cones; cone++) {
      Arrays.fill(s, start[cone], start[cone + 1], 0.0);
      for (int i = 0; i < alpha[cone].length; i++) {
        s[start[cone] + i] = Math.sqrt(1.0 + alpha[cone][i]);
      }
    }
    System.arraycopy(s, start[0], z, start[0], start[cones] - start[0]);
  }

  @Override
  public double margin(double[] v) {
    throw new IllegalStateException("a cone that is not symmetric has no eigenvalues");
  }

  @Override
  public void addIdentity(double[] v, double factor) {
    throw new IllegalStateException("a cone that is not symmetric has no identity");
  }

  /** log of {@code prod (u_i / unit_i)^(2 alpha_i)}, NaN outside. */
  private double logPower(int cone, double[] v, int at, boolean dual) {
    double sum = 0.0;
    for (int i = 0; i < alpha[cone].length; i++) {
      double a = alpha[cone][i];
      sum += 2.0 * a * Math.log(dual ? v[at + i] / a : v[at + i]);
    }
    return sum;
  }

  private double tailSquared(int cone, double[] v, int at) {
    double sum = 0.0;
    for (int i = alpha[cone].length; i < start[cone + 1] - start[cone]; i++) {
      sum += v[at + i] * v[at + i];
    }
    return sum;
  }

  /** f* at a point, {@code +infinity} outside the dual cone. */
  private double barrier(int cone, double[] z, int at) {
    double value = 0.0;
    for (int i = 0; i < alpha[cone].length; i++) {
      if (!(z[at + i] > 0.0)) {
        return Double.POSITIVE_INFINITY;
      }
      value -= (1.0 - alpha[cone][i]) * Math.log(z[at + i]);
    }
    double psi = Math.exp(logPower(cone, z, at, true)) - tailSquared(cone, z, at);
    return psi > 0.0 ? value - Math.log(psi) : Double.POSITIVE_INFINITY;
  }

  @Override
  public boolean updateScaling(double[] s, double[] z, double mu, boolean dual) {
    for (int cone = 0; cone < cones; cone++) {
      int at = start[cone];
      int here = at - start[0];
      int k = alpha[cone].length;
      int dimension = start[cone + 1] - at;
      double power = Math.exp(logPower(cone, z, at, true));
      double psi = power - tailSquared(cone, z, at);
      if (!(psi > 0.0)) {
        return false;
      }
      double p = power / psi;
      for (int i = 0; i < k; i++) {
        double u = z[at + i];
        double a = alpha[cone][i];
        diagonal[here + i] = mu * (2.0 * a * p + 1.0 - a) / (u * u);
        outer[here + i] = Math.sqrt(mu) * 2.0 * a * p / u;
        plane[here + i] = Math.sqrt(mu * p) * 2.0 * a / u;
        gradient[here + i] = -(2.0 * a * p + 1.0 - a) / u;
      }
      for (int i = k; i < dimension; i++) {
        double w = z[at + i];
        diagonal[here + i] = 2.0 * mu / psi;
        outer[here + i] = -Math.sqrt(mu) * 2.0 * w / psi;
        plane[here + i] = 0.0;
        gradient[here + i] = 2.0 * w / psi;
      }
    }
    return true;
  }

  @Override
  public void multiply(double[] in, double[] out) {
    for (int cone = 0; cone < cones; cone++) {
      int shift = start[0];
      double alongOuter = 0.0;
      double alongPlane = 0.0;
      for (int i = start[cone]; i < start[cone + 1]; i++) {
        alongOuter += outer[i - shift] * in[i];
        alongPlane += plane[i - shift] * in[i];
      }
      for (int i = start[cone]; i < start[cone + 1]; i++) {
        out[i] =
            diagonal[i - shift] * in[i]
                + alongOuter * outer[i - shift]
                - alongPlane * plane[i - shift];
      }
    }
  }

  @Override
  public void diagonal(double[] out) {
    for (int i = 0; i < diagonal.length; i++) {
      out[start[0] + i] = diagonal[i] + outer[i] * outer[i] - plane[i] * plane[i];
    }
  }

  @Override
  public void block(int cone, double[] packed) {
    int begin = start[cone] - start[0];
    int end = start[cone + 1] - start[0];
    int at = 0;
    for (int i = begin; i < end; i++) {
      for (int j = begin; j <= i; j++) {
        packed[at++] = (i == j ? diagonal[i] : 0.0) + outer[i] * outer[j] - plane[i] * plane[j];
      }
    }
  }

  @Override
  public void targetAffine(double[] s, double[] target) {
    System.arraycopy(s, start[0], target, start[0], start[cones] - start[0]);
  }

  /** {@code target = s + sigmaMu grad f*(z)}: the dual scaling has no second-order term here. */
  @Override
  public void targetCombined(
      double[] s,
      double[] z,
      double[] ds,
      double[] dz,
      double sigmaMu,
      double correction,
      double[] target) {
    for (int i = start[0]; i < start[cones]; i++) {
      target[i] = s[i] + sigmaMu * gradient[i - start[0]];
    }
  }

  @Override
  public double largestStep(double[] s, double[] z, double[] ds, double[] dz, double limit) {
    double step = limit;
    for (int cone = 0; cone < cones; cone++) {
      while (step > SMALLEST_STEP && !isInside(cone, s, z, ds, dz, step)) {
        step *= BACKTRACK;
      }
    }
    return step;
  }

  private boolean isInside(
      int cone, double[] s, double[] z, double[] ds, double[] dz, double step) {
    int at = start[cone];
    int here = at - start[0];
    for (int i = 0; i < start[cone + 1] - at; i++) {
      trialS[here + i] = s[at + i] + step * ds[at + i];
      trialZ[here + i] = z[at + i] + step * dz[at + i];
    }
    for (int i = 0; i < alpha[cone].length; i++) {
      if (!(trialS[here + i] > 0.0)) {
        return false;
      }
    }
    return logPower(cone, trialS, here, false) > Math.log(tailSquared(cone, trialS, here))
        && barrier(cone, trialZ, here) < Double.POSITIVE_INFINITY;
  }

  @Override
  public boolean isCentral(
      double[] s, double[] z, double[] ds, double[] dz, double step, double mu) {
    for (int cone = 0; cone < cones; cone++) {
      if (!isInside(cone, s, z, ds, dz, step)) {
        return false;
      }
    }
    return true;
  }
}
