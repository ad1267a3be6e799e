package org.infimum.convex.interior;

import java.util.List;

/**
 * Exponential cones (x, y, w): {@code y exp(x/y) <= w}. Their dual barrier has {@code psi(z) = z_2
 * - z_1 - z_1 log(-z_3 / z_1)} and the logarithms of {@code -z_1} and {@code z_3}.
 */
final class ExponentialFamily extends ThreeRowFamily {
  private static final double[] START = {-1.051383945322714, 0.556409619469370, 1.258967884768947};
  private static final int NEWTON_STEPS = 30;

  ExponentialFamily(List<ConeLayout.Block> blocks, int firstRow) {
    super(blocks, firstRow);
  }

  @Override
  public void startAtUnit(double[] s, double[] z) {
    for (int cone = 0; cone < cones; cone++) {
      System.arraycopy(START, 0, s, start + 3 * cone, 3);
      System.arraycopy(START, 0, z, start + 3 * cone, 3);
    }
  }

  @Override
  double psi(int cone, double[] z, int at) {
    return z[at + 1] - z[at] - z[at] * Math.log(-z[at + 2] / z[at]);
  }

  @Override
  void psiDerivatives(int cone, double[] z, int at) {
    double z1 = z[at];
    double z3 = z[at + 2];
    psiGradient[0] = -Math.log(-z3 / z1);
    psiGradient[1] = 1.0;
    psiGradient[2] = -z1 / z3;
    psiHessian[0] = 1.0 / z1;
    psiHessian[1] = 0.0;
    psiHessian[2] = 0.0;
    psiHessian[3] = -1.0 / z3;
    psiHessian[4] = 0.0;
    psiHessian[5] = z1 / (z3 * z3);
  }

  @Override
  void psiThird(int cone, double[] z, int at, double[] u, double[] v, double[] out) {
    double z1 = z[at];
    double z3 = z[at + 2];
    out[0] = -(u[0] / z1) * (v[0] / z1) + (u[2] / z3) * (v[2] / z3);
    out[1] = 0.0;
    out[2] =
        (u[0] / z3) * (v[2] / z3)
            + (u[2] / z3) * (v[0] / z3)
            - 2.0 * z1 * (u[2] / z3) * (v[2] / z3) / z3;
  }

  @Override
  double logWeight(int cone, int i) {
    return i == 1 ? 0.0 : 1.0;
  }

  @Override
  double logSign(int i) {
    return i == 0 ? -1.0 : 1.0;
  }

  /**
   * With {@code delta + log(1 + delta) = log(w/y) - x/y} (the Wright omega function less 1), the
   * gradient of the primal barrier is rational in delta (Serrano 2015, section 8.3, in other
   * terms).
   */
  @Override
  boolean shadow(int cone, double[] s, int at, double[] out) {
    double x = s[at];
    double y = s[at + 1];
    double w = s[at + 2];
    if (!(y > 0.0 && w > 0.0)) {
      return false;
    }
    double t = Math.log(w / y) - x / y;
    if (!(t > 0.0 && t < Double.POSITIVE_INFINITY)) {
      return false;
    }
    double delta = omegaLessOne(t);
    double first = 1.0 / (delta * y);
    out[0] = -first;
    out[1] = 1.0 / y - first * (1.0 + Math.log((1.0 + delta) * y / w));
    out[2] = (1.0 + delta) / (delta * w);
    return true;
  }

  /** The root delta > 0 of {@code delta + log(1 + delta) = t}, to the last digits. */
  static double omegaLessOne(double t) {
    double delta = t < 2.0 ? 0.5 * t : t - Math.log(t);
    for (int k = 0; k < NEWTON_STEPS; k++) {
      double step = (delta + Math.log1p(delta) - t) * (1.0 + delta) / (2.0 + delta);
      delta -= step;
      if (Math.abs(step) <= 2e-16 * delta) {
        break;
      }
    }
    return delta;
  }
}
