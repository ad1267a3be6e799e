package org.infimum.convex.verify;

import org.infimum.convex.CurvedCone;
import org.infimum.convex.DualCone;
import org.infimum.convex.ExponentialCone;
import org.infimum.convex.GeneralizedPowerCone;
import org.infimum.convex.PowerCone;
import org.infimum.convex.RotatedSecondOrderCone;
import org.infimum.convex.SecondOrderCone;
import org.infimum.convex.SemidefiniteCone;

/**
 * How far a point must move along a fixed direction inside a cone, of components 0, 1 and -1, to
 * lie in it. The move bounds the distance to the cone from above, and is at most {@link #LOOSENESS}
 * times the distance. Written from the definitions of the cones, apart from the library's own
 * measures.
 */
final class ConeShift {
  /** How many times the distance a shift can be. */
  static final double LOOSENESS = 10.0;

  private static final int HALVINGS = 60;

  /** Cholesky's method is tried on shifts that grow by this. */
  private static final double GROWTH = 10.0;

  private ConeShift() {}

  /**
   * The shift that brings {@code s} into the cone.
   *
   * @param unit shifts below a thousandth of it need not be told apart
   */
  static double intoCone(CurvedCone cone, double[] s, double unit) {
    return switch (cone) {
      case SecondOrderCone _ -> Math.max(0.0, norm(s, 1) - s[0]);
      case RotatedSecondOrderCone _ -> rotated(s);
      case SemidefiniteCone matrix -> semidefinite(matrix.order(), s, unit);
      case ExponentialCone _ -> smallest(t -> inExponential(s[0] - t, s[1] + t, s[2] + t), s);
      case PowerCone power -> {
        double[] alpha = {power.alpha(), 1.0 - power.alpha()};
        yield smallest(t -> inPower(alpha, false, s, t), s);
      }
      case GeneralizedPowerCone power -> smallest(t -> inPower(power.exponents(), false, s, t), s);
      case DualCone dual -> intoDual(dual.primal(), s, unit);
    };
  }

  /** The shift that brings {@code z} into the dual cone. */
  static double intoDual(CurvedCone cone, double[] z, double unit) {
    return switch (cone) {
      case ExponentialCone _ -> smallest(t -> inDualExponential(z[0] - t, z[1] + t, z[2] + t), z);
      case PowerCone power -> {
        double[] alpha = {power.alpha(), 1.0 - power.alpha()};
        yield smallest(t -> inPower(alpha, true, z, t), z);
      }
      case GeneralizedPowerCone power -> smallest(t -> inPower(power.exponents(), true, z, t), z);
      case DualCone dual -> intoCone(dual.primal(), z, unit);
      case SecondOrderCone _, RotatedSecondOrderCone _, SemidefiniteCone _ ->
          intoCone(cone, z, unit);
    };
  }

  private static double norm(double[] s, int first) {
    double norm = 0.0;
    for (int i = first; i < s.length; i++) {
      norm = Math.hypot(norm, s[i]);
    }
    return norm;
  }

  /** The larger root of {@code 2 (s_0 + t)(s_1 + t) = n^2}, if the point is outside. */
  private static double rotated(double[] s) {
    double n = norm(s, 2);
    double half = 0.5 * (s[0] - s[1]);
    double root = Math.hypot(half, n / Math.sqrt(2.0));
    return Math.max(0.0, root - 0.5 * (s[0] + s[1]));
  }

  /** {@code y exp(x/y) <= w} as {@code x <= y log(w/y)}; with y = 0, x at most 0. */
  private static boolean inExponential(double x, double y, double w) {
    if (y <= 0.0) {
      return y == 0.0 && x <= 0.0 && w >= 0.0;
    }
    return w > 0.0 && x <= y * (Math.log(w) - Math.log(y));
  }

  /** {@code -u exp(v/u) <= e w} as {@code v >= u (1 + log(w/-u))}; with u = 0, v at least 0. */
  private static boolean inDualExponential(double u, double v, double w) {
    if (u >= 0.0) {
      return u == 0.0 && v >= 0.0 && w >= 0.0;
    }
    return w > 0.0 && v >= u * (1.0 + Math.log(w) - Math.log(-u));
  }

  /** {@code sum_i alpha_i log(u_i + t) >= log |w|}, each u_i over alpha_i in the dual cone. */
  private static boolean inPower(double[] alpha, boolean dual, double[] s, double t) {
    double sum = 0.0;
    for (int i = 0; i < alpha.length; i++) {
      double component = s[i] + t;
      if (component < 0.0) {
        return false;
      }
      sum += alpha[i] * (Math.log(component) - (dual ? Math.log(alpha[i]) : 0.0));
    }
    double tail = norm(s, alpha.length);
    return tail == 0.0 || sum >= Math.log(tail);
  }

  private interface Test {
    boolean holds(double shift);
  }

  /** Bisection for a test that holds from some shift on. */
  private static double smallest(Test test, double[] s) {
    if (test.holds(0.0)) {
      return 0.0;
    }
    double high = Math.max(norm(s, 0), Double.MIN_NORMAL);
    while (!test.holds(high)) {
      high *= 2.0;
      if (Double.isInfinite(high)) {
        return high;
      }
    }
    double low = 0.0;
    for (int k = 0; k < HALVINGS; k++) {
      double middle = low == 0.0 ? high / 1024.0 : 0.5 * (low + high);
      if (test.holds(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /**
   * The first of the shifts 0, unit / 1000, unit / 100, ... whose matrix Cholesky's method finds
   * positive definite.
   */
  private static double semidefinite(int order, double[] s, double unit) {
    double shift = 0.0;
    while (!isPositive(order, s, shift)) {
      shift = shift == 0.0 ? unit / 1000.0 : GROWTH * shift;
      if (Double.isInfinite(shift)) {
        return shift;
      }
    }
    return shift;
  }

  private static boolean isPositive(int order, double[] s, double shift) {
    double[][] l = new double[order][];
    for (int i = 0; i < order; i++) {
      l[i] = new double[i + 1];
    }
    int at = 0;
    for (int j = 0; j < order; j++) {
      for (int i = j; i < order; i++) {
        l[i][j] = i == j ? s[at] + shift : s[at] / Math.sqrt(2.0);
        at++;
      }
    }
    for (int i = 0; i < order; i++) {
      double[] row = l[i];
      for (int j = 0; j <= i; j++) {
        double[] other = l[j];
        double sum = row[j];
        for (int k = 0; k < j; k++) {
          sum -= row[k] * other[k];
        }
        if (j < i) {
          row[j] = sum / other[j];
        } else if (sum > 0.0) {
          row[i] = Math.sqrt(sum);
        } else {
          return false;
        }
      }
    }
    return true;
  }
}
