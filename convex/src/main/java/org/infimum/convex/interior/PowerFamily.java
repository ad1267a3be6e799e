package org.infimum.convex.interior;

import java.util.List;

/**
 * Power cones (x, y, w): {@code x^alpha y^(1-alpha) >= |w|}. Their dual barrier has {@code psi(z) =
 * (z_1/alpha)^(2 alpha) (z_2/(1-alpha))^(2 - 2 alpha) - z_3^2} and the logarithms of z_1 and z_2
 * with weights 1 - alpha and alpha.
 */
final class PowerFamily extends ThreeRowFamily {
  private static final int NEWTON_STEPS = 60;

  private final double[] alpha;

  PowerFamily(List<ConeLayout.Block> blocks, int firstRow) {
    super(blocks, firstRow);
    alpha = new double[cones];
    for (int cone = 0; cone < cones; cone++) {
      alpha[cone] = blocks.get(cone).exponents()[0];
    }
  }

  @Override
  public void startAtUnit(double[] s, double[] z) {
    for (int cone = 0; cone < cones; cone++) {
      int at = start + 3 * cone;
      s[at] = Math.sqrt(1.0 + alpha[cone]);
      s[at + 1] = Math.sqrt(2.0 - alpha[cone]);
      s[at + 2] = 0.0;
      System.arraycopy(s, at, z, at, 3);
    }
  }

  private double power(int cone, double[] z, int at) {
    double a = alpha[cone];
    return z[at] > 0.0 && z[at + 1] > 0.0
        ? Math.exp(2.0 * (a * Math.log(z[at] / a) + (1.0 - a) * Math.log(z[at + 1] / (1.0 - a))))
        : Double.NaN;
  }

  @Override
  double psi(int cone, double[] z, int at) {
    double power = power(cone, z, at);
    double root = Math.sqrt(power);
    double w = Math.abs(z[at + 2]);
    return (root - w) * (root + w);
  }

  @Override
  void psiDerivatives(int cone, double[] z, int at) {
    double power = power(cone, z, at);
    double a = 2.0 * alpha[cone];
    double b = 2.0 - a;
    double z1 = z[at];
    double z2 = z[at + 1];
    psiGradient[0] = a * power / z1;
    psiGradient[1] = b * power / z2;
    psiGradient[2] = -2.0 * z[at + 2];
    psiHessian[0] = a * (a - 1.0) * power / (z1 * z1);
    psiHessian[1] = a * b * power / (z1 * z2);
    psiHessian[2] = b * (b - 1.0) * power / (z2 * z2);
    psiHessian[3] = 0.0;
    psiHessian[4] = 0.0;
    psiHessian[5] = -2.0;
  }

  @Override
  void psiThird(int cone, double[] z, int at, double[] u, double[] v, double[] out) {
    double power = power(cone, z, at);
    double a = 2.0 * alpha[cone];
    double b = 2.0 - a;
    double u1 = u[0] / z[at];
    double u2 = u[1] / z[at + 1];
    double v1 = v[0] / z[at];
    double v2 = v[1] / z[at + 1];
    double mixed = u1 * v2 + u2 * v1;
    double second = a * b * ((a - 1.0) * mixed + (b - 1.0) * u2 * v2);
    out[0] = power / z[at] * (a * (a - 1.0) * (a - 2.0) * u1 * v1 + second);
    double first = a * b * ((b - 1.0) * mixed + (a - 1.0) * u1 * v1);
    out[1] = power / z[at + 1] * (b * (b - 1.0) * (b - 2.0) * u2 * v2 + first);
    out[2] = 0.0;
  }

  @Override
  double logWeight(int cone, int i) {
    return i == 0 ? 1.0 - alpha[cone] : i == 1 ? alpha[cone] : 0.0;
  }

  @Override
  double logSign(int i) {
    return 1.0;
  }

  /**
   * With {@code p = phi/psi >= 1} the conditions {@code -grad f*(z) = s} read {@code z_1 = (2 alpha
   * p + 1 - alpha)/s_1}, {@code z_2 = (2 (1 - alpha) p + alpha)/s_2}, {@code z_3 = -2 (p - 1)/s_3},
   * which leaves one monotone equation in p.
   */
  @Override
  boolean shadow(int cone, double[] s, int at, double[] out) {
    double a = alpha[cone];
    double x = s[at];
    double y = s[at + 1];
    double w = Math.abs(s[at + 2]);
    if (!(x > 0.0 && y > 0.0)) {
      return false;
    }
    double logPower = 2.0 * (a * Math.log(x) + (1.0 - a) * Math.log(y));
    double gap = logPower - 2.0 * Math.log(w);
    if (!(gap > 0.0)) {
      return false;
    }
    double q = w > 0.0 ? excess(a, gap) : 0.0;
    double p = 1.0 + q;
    out[0] = (2.0 * a * p + 1.0 - a) / x;
    out[1] = (2.0 * (1.0 - a) * p + a) / y;
    out[2] = q > 0.0 ? -2.0 * q / s[at + 2] : 0.0;
    return true;
  }

  /**
   * The root q = p - 1 of {@code 2a log(2p + (1-a)/a) + 2(1-a) log(2p + a/(1-a)) - log(4 p q) =
   * gap}, by Newton's method in log q, which is monotone; halved where it would leave the bracket.
   */
  private static double excess(double a, double gap) {
    double low = -745.0;
    double high = 709.0;
    double t = Math.min(Math.max(-gap, low), high);
    for (int k = 0; k < NEWTON_STEPS; k++) {
      double q = Math.exp(t);
      double p = 1.0 + q;
      double first = 2.0 * p + (1.0 - a) / a;
      double second = 2.0 * p + a / (1.0 - a);
      double value =
          2.0 * (a * Math.log(first) + (1.0 - a) * Math.log(second)) - Math.log(4.0 * p) - t - gap;
      if (value > 0.0) {
        low = t;
      } else {
        high = t;
      }
      double slope = q * (4.0 * a / first + 4.0 * (1.0 - a) / second - 1.0 / p) - 1.0;
      double next = t - value / slope;
      if (!(next > low && next < high)) {
        next = 0.5 * (low + high);
      }
      if (Math.abs(next - t) <= 1e-16 * Math.max(1.0, Math.abs(t))) {
        t = next;
        break;
      }
      t = next;
    }
    return Math.exp(t);
  }
}
