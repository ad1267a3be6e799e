package org.infimum.convex.interior;

import java.util.List;

/**
 * Three-dimensional cones that are not self-scaled, given by the barrier {@code f*(z) = -log psi(z)
 * - sum_i w_i log |z_i|} of the dual cone, of degree 3. The scaling is Tuncel's primal-dual one in
 * the form of Dahl and Andersen 2022, section 4: with the shadow points {@code s~ = -grad f*(z)}
 * and {@code z~ = -grad f(s)},
 *
 * <pre>
 *   E = s s'/s'z + d d'/d'e + t a a',   d = s - mu s~,  e = z - mu z~,  mu = s'z / 3
 * </pre>
 *
 * where a is orthogonal to z and z~ and t matches mu times the Hessian of f* there. Near the
 * central path, and where rounding leaves no positive products, {@code E = mu f*''(z)}.
 */
abstract class ThreeRowFamily implements ConeFamily {
  /** Steps are shortened by this factor until they stay inside. */
  private static final double BACKTRACK = 0.8;

  private static final double SMALLEST_STEP = 1e-10;
  private static final double NEAR_PATH = Math.sqrt(Math.ulp(1.0));

  /** {@code 3 / s~'z~} of a cone stays above this share of mu (Dahl and Andersen, section 6). */
  private static final double LEAST_CENTRALITY = 1e-6;

  final int cones;
  final int start;
  private final double[] scaling;
  private final double[] gradient;
  private final double[] hessian;

  // work space of one cone
  final double[] psiGradient = new double[3];
  final double[] psiHessian = new double[6];
  private final double[] shadowS = new double[3];
  private final double[] shadowZ = new double[3];
  private final double[] trialS = new double[3];
  private final double[] trialZ = new double[3];
  private final double[] u = new double[3];
  private final double[] v = new double[3];
  private final double[] third = new double[3];

  ThreeRowFamily(List<ConeLayout.Block> blocks, int firstRow) {
    cones = blocks.size();
    start = blocks.get(0).begin() - firstRow;
    scaling = new double[6 * cones];
    gradient = new double[3 * cones];
    hessian = new double[6 * cones];
  }

  /** psi at {@code z[at..at+2]}, not positive or NaN outside the dual cone. */
  abstract double psi(int cone, double[] z, int at);

  /** Sets {@link #psiGradient} and {@link #psiHessian} (11, 21, 22, 31, 32, 33). */
  abstract void psiDerivatives(int cone, double[] z, int at);

  /** Writes {@code psi'''(z)[u, v]}. */
  abstract void psiThird(int cone, double[] z, int at, double[] u, double[] v, double[] out);

  /** The weight w_i of the logarithm of {@code |z_i|}. */
  abstract double logWeight(int cone, int i);

  /** The sign of z_i in the dual cone, where its logarithm has weight. */
  abstract double logSign(int i);

  /**
   * Writes {@code z~ = -grad f(s)}, the z with {@code -grad f*(z) = s}.
   *
   * @return whether s lies in the interior of the cone
   */
  abstract boolean shadow(int cone, double[] s, int at, double[] out);

  @Override
  public int degree() {
    return 3 * cones;
  }

  @Override
  public boolean isSymmetric() {
    return false;
  }

  @Override
  public double margin(double[] v) {
    throw new IllegalStateException("a cone that is not symmetric has no eigenvalues");
  }

  @Override
  public void addIdentity(double[] v, double factor) {
    throw new IllegalStateException("a cone that is not symmetric has no identity");
  }

  /** f* at a point, {@code +infinity} outside the dual cone. */
  private double barrier(int cone, double[] z, int at) {
    double value = 0.0;
    for (int i = 0; i < 3; i++) {
      double weight = logWeight(cone, i);
      if (weight > 0.0) {
        double size = logSign(i) * z[at + i];
        if (!(size > 0.0)) {
          return Double.POSITIVE_INFINITY;
        }
        value -= weight * Math.log(size);
      }
    }
    double psi = psi(cone, z, at);
    return psi > 0.0 ? value - Math.log(psi) : Double.POSITIVE_INFINITY;
  }

  /** Sets gradient and Hessian of f* of one cone; returns whether z is inside. */
  private boolean derivatives(int cone, double[] z, int at, double[] g, int gAt) {
    double psi = psi(cone, z, at);
    if (!(psi > 0.0)) {
      return false;
    }
    psiDerivatives(cone, z, at);
    int h = 6 * cone;
    int k = 0;
    for (int i = 0; i < 3; i++) {
      g[gAt + i] = -psiGradient[i] / psi;
      for (int j = 0; j <= i; j++) {
        hessian[h + k] = (psiGradient[i] / psi) * (psiGradient[j] / psi) - psiHessian[k] / psi;
        k++;
      }
    }
    for (int i = 0; i < 3; i++) {
      double weight = logWeight(cone, i);
      if (weight > 0.0) {
        if (!(logSign(i) * z[at + i] > 0.0)) {
          return false;
        }
        g[gAt + i] -= weight / z[at + i];
        hessian[h + diagonal(i)] += weight / (z[at + i] * z[at + i]);
      }
    }
    return true;
  }

  private static int diagonal(int i) {
    return i * (i + 3) / 2;
  }

  @Override
  public boolean updateScaling(double[] s, double[] z, double mu, boolean dual) {
    for (int cone = 0; cone < cones; cone++) {
      int at = start + 3 * cone;
      if (!derivatives(cone, z, at, gradient, 3 * cone)) {
        return false;
      }
      if (dual || !primalDualScaling(cone, s, z, at)) {
        for (int k = 0; k < 6; k++) {
          scaling[6 * cone + k] = mu * hessian[6 * cone + k];
        }
      }
    }
    return true;
  }

  private boolean primalDualScaling(int cone, double[] s, double[] z, int at) {
    if (!shadow(cone, s, at, shadowZ)) {
      return false;
    }
    double sz = 0.0;
    double shadows = 0.0;
    for (int i = 0; i < 3; i++) {
      shadowS[i] = -gradient[3 * cone + i];
      sz += s[at + i] * z[at + i];
      shadows += shadowS[i] * shadowZ[i];
    }
    double mu = sz / 3.0;
    double shadowMu = shadows / 3.0;
    multiplyPacked(hessian, 6 * cone, shadowZ, 0, u, 0);
    double curvature = dot(shadowZ, u) - 3.0 * shadowMu * shadowMu;
    double de = 0.0;
    for (int i = 0; i < 3; i++) {
      // d = s - mu s~ in trialS, e = z - mu z~ in trialZ
      trialS[i] = s[at + i] - mu * shadowS[i];
      trialZ[i] = z[at + i] - mu * shadowZ[i];
      de += trialS[i] * trialZ[i];
    }
    boolean near = !(Math.abs(mu * shadowMu - 1.0) > NEAR_PATH);
    if (near || !(curvature > Math.ulp(1.0)) || !(sz > 0.0) || !(de > 0.0)) {
      return false;
    }
    // the axis orthogonal to z and z~, and the curvature of f* that is left to it
    v[0] = z[at + 1] * shadowZ[2] - z[at + 2] * shadowZ[1];
    v[1] = z[at + 2] * shadowZ[0] - z[at] * shadowZ[2];
    v[2] = z[at] * shadowZ[1] - z[at + 1] * shadowZ[0];
    double length = Math.sqrt(dot(v, v));
    if (!(length > 0.0)) {
      return false;
    }
    double frobenius = 0.0;
    int k = 0;
    for (int i = 0; i < 3; i++) {
      v[i] /= length;
      u[i] -= shadowMu * shadowS[i];
    }
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j <= i; j++) {
        double rest =
            hessian[6 * cone + k] - shadowS[i] * shadowS[j] / 3.0 - u[i] * u[j] / curvature;
        frobenius += (i == j ? 1.0 : 2.0) * rest * rest;
        k++;
      }
    }
    double t = mu * Math.sqrt(frobenius);
    k = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j <= i; j++) {
        scaling[6 * cone + k++] =
            s[at + i] * s[at + j] / sz + trialS[i] * trialS[j] / de + t * v[i] * v[j];
      }
    }
    return true;
  }

  @Override
  public void diagonal(double[] out) {
    for (int cone = 0; cone < cones; cone++) {
      for (int i = 0; i < 3; i++) {
        out[start + 3 * cone + i] = scaling[6 * cone + diagonal(i)];
      }
    }
  }

  @Override
  public void block(int cone, double[] packed) {
    System.arraycopy(scaling, 6 * cone, packed, 0, 6);
  }

  @Override
  public void multiply(double[] in, double[] out) {
    for (int cone = 0; cone < cones; cone++) {
      multiplyPacked(scaling, 6 * cone, in, start + 3 * cone, out, start + 3 * cone);
    }
  }

  private static void multiplyPacked(
      double[] packed, int at, double[] in, int inAt, double[] out, int outAt) {
    double a = in[inAt];
    double b = in[inAt + 1];
    double c = in[inAt + 2];
    out[outAt] = packed[at] * a + packed[at + 1] * b + packed[at + 3] * c;
    out[outAt + 1] = packed[at + 1] * a + packed[at + 2] * b + packed[at + 4] * c;
    out[outAt + 2] = packed[at + 3] * a + packed[at + 4] * b + packed[at + 5] * c;
  }

  @Override
  public void targetAffine(double[] s, double[] target) {
    System.arraycopy(s, start, target, start, 3 * cones);
  }

  /** {@code target = s + sigmaMu grad f*(z) - 1/2 f*'''(z)[dz, f*''(z)^-1 ds]}. */
  @Override
  public void targetCombined(
      double[] s,
      double[] z,
      double[] ds,
      double[] dz,
      double sigmaMu,
      double correction,
      double[] target) {
    for (int cone = 0; cone < cones; cone++) {
      int at = start + 3 * cone;
      boolean solved = solvePacked(hessian, 6 * cone, ds, at, u);
      for (int i = 0; i < 3; i++) {
        v[i] = dz[at + i];
      }
      if (solved && correction > 0.0) {
        third(cone, z, at);
      } else {
        third[0] = 0.0;
        third[1] = 0.0;
        third[2] = 0.0;
      }
      for (int i = 0; i < 3; i++) {
        target[at + i] = s[at + i] + sigmaMu * gradient[3 * cone + i] - 0.5 * correction * third[i];
      }
    }
  }

  /** Sets {@link #third} to {@code f*'''(z)[u, v]}. */
  private void third(int cone, double[] z, int at) {
    double psi = psi(cone, z, at);
    psiDerivatives(cone, z, at);
    psiThird(cone, z, at, u, v, third);
    multiplyPacked(psiHessian, 0, u, 0, trialS, 0);
    multiplyPacked(psiHessian, 0, v, 0, trialZ, 0);
    double alongU = dot(psiGradient, u) / psi;
    double alongV = dot(psiGradient, v) / psi;
    double both = dot(trialS, v) / psi;
    for (int i = 0; i < 3; i++) {
      double value =
          (-third[i]
                  + trialS[i] * alongV
                  + trialZ[i] * alongU
                  + psiGradient[i] * (both - 2.0 * alongU * alongV))
              / psi;
      double weight = logWeight(cone, i);
      if (weight > 0.0) {
        double zi = z[at + i];
        value -= 2.0 * weight * (u[i] / zi) * (v[i] / zi) / zi;
      }
      third[i] = value;
    }
  }

  /** Solves the packed 3 x 3 system by Cholesky; returns whether it is positive definite. */
  private static boolean solvePacked(double[] h, int at, double[] b, int bAt, double[] x) {
    double l11 = Math.sqrt(h[at]);
    double l21 = h[at + 1] / l11;
    double l22 = Math.sqrt(h[at + 2] - l21 * l21);
    double l31 = h[at + 3] / l11;
    double l32 = (h[at + 4] - l31 * l21) / l22;
    double l33 = Math.sqrt(h[at + 5] - l31 * l31 - l32 * l32);
    if (!(l11 > 0.0 && l22 > 0.0 && l33 > 0.0)) {
      return false;
    }
    double y1 = b[bAt] / l11;
    double y2 = (b[bAt + 1] - l21 * y1) / l22;
    double y3 = (b[bAt + 2] - l31 * y1 - l32 * y2) / l33;
    x[2] = y3 / l33;
    x[1] = (y2 - l32 * x[2]) / l22;
    x[0] = (y1 - l21 * x[1] - l31 * x[2]) / l11;
    return true;
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
    move(cone, s, z, ds, dz, step);
    return barrier(cone, trialZ, 0) < Double.POSITIVE_INFINITY && shadow(cone, trialS, 0, shadowZ);
  }

  private void move(int cone, double[] s, double[] z, double[] ds, double[] dz, double step) {
    int at = start + 3 * cone;
    for (int i = 0; i < 3; i++) {
      trialS[i] = s[at + i] + step * ds[at + i];
      trialZ[i] = z[at + i] + step * dz[at + i];
    }
  }

  @Override
  public boolean isCentral(
      double[] s, double[] z, double[] ds, double[] dz, double step, double mu) {
    for (int cone = 0; cone < cones; cone++) {
      if (!isInside(cone, s, z, ds, dz, step)) {
        return false;
      }
      double psi = psi(cone, trialZ, 0);
      psiDerivatives(cone, trialZ, 0);
      double shadows = 0.0;
      for (int i = 0; i < 3; i++) {
        double weight = logWeight(cone, i);
        double g = psiGradient[i] / psi + (weight > 0.0 ? weight / trialZ[i] : 0.0);
        shadows += g * shadowZ[i];
      }
      if (!(shadows > 0.0) || !(3.0 / shadows >= LEAST_CENTRALITY * mu)) {
        return false;
      }
    }
    return true;
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
