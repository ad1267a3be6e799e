// float twin: generated
package org.infimum.linalg.spectral;

/**
 * The roots of f(t) = 1 / rho + sum_j z_j^2 / (p_j - t) for poles p_1 < p_2 < ..., one right of
 * each pole, to high relative accuracy of their distance from the nearest pole (R.-C. Li, Solving
 * secular equations stably and efficiently, LAPACK Working Note 89, 1993: the weight of the nearest
 * pole is exact, the other poles are interpolated by one). The caller gives the poles relative to
 * the nearest, so that f is evaluated without cancellation. Every step that leaves the bracket of
 * the root is replaced by bisection.
 */
final class DoubleSecularEquation {
  private static final int MOST_STEPS = 100;

  private final double[] squares;
  private int count;
  private double inverseRho;

  /** Sums over the poles left of the root and right of it, and the derivatives of these. */
  private double left;

  private double leftSlope;
  private double right;
  private double rightSlope;

  /** For at most {@code capacity} poles. */
  DoubleSecularEquation(int capacity) {
    squares = new double[capacity];
  }

  /** Sets the weights z_1 .. z_count, none of them zero, and rho, positive. */
  void set(int count, double[] z, double rho) {
    this.count = count;
    inverseRho = 1 / rho;
    for (int j = 0; j < count; j++) {
      squares[j] = z[j] * z[j];
    }
  }

  /**
   * Whether root i is nearer to its left pole than to its right one.
   *
   * @param i index of the root, less than count - 1
   * @param gaps the poles less pole i
   */
  boolean isNearLeftPole(int i, double[] gaps) {
    evaluate(i, gaps, gaps[i + 1] / 2);
    return inverseRho + left + right >= 0;
  }

  /**
   * The distance of root i from the nearest pole, negative for a root left of it.
   *
   * @param origin index of the nearest pole, i or i + 1; always i for the last root
   * @param gaps the poles less the pole {@code origin}
   */
  double root(int i, int origin, double[] gaps) {
    boolean last = i == count - 1;
    double low = 0;
    double high = 0;
    if (last) {
      double sum = 0;
      for (int j = 0; j < count; j++) {
        sum += squares[j];
      }
      high = sum / inverseRho;
    } else if (origin == i) {
      high = gaps[i + 1] / 2;
    } else {
      low = gaps[i] / 2;
    }
    if (count == 1) {
      return high;
    }
    int a = last ? i - 1 : i;
    double t = firstGuess(last, a, gaps, low, high);
    boolean weighted = true;
    double before = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      evaluate(i, gaps, t);
      double f = inverseRho + left + right;
      double bound =
          inverseRho + (4 + count / 64) * (right - left) + Math.abs(t) * (leftSlope + rightSlope);
      if (Math.abs(f) <= 2 * DoubleArithmetic.UNIT_ROUNDOFF * bound) {
        return t;
      }
      if (f < 0) {
        low = t;
      } else {
        high = t;
      }
      if (step > 0 && Math.abs(f) * 10 > Math.abs(before)) {
        weighted = !weighted;
      }
      before = f;
      double next = t + step(last, a, origin, gaps, t, f, weighted);
      if (!(next > low && next < high)) {
        next = middle(low, high);
      }
      if (next == t || !(next > low && next < high)) {
        return t;
      }
      t = next;
    }
    return t;
  }

  /** A point inside the bracket: the geometric mean where the bracket spans magnitudes. */
  private static double middle(double low, double high) {
    double sum = low + high;
    double small = Math.min(Math.abs(low), Math.abs(high));
    double large = Math.max(Math.abs(low), Math.abs(high));
    if (small * 16 < large) {
      double size = large * Math.sqrt(Math.max(small / large, DoubleArithmetic.UNIT_ROUNDOFF));
      return Math.copySign(size, sum);
    }
    return low + (high - low) / 2;
  }

  /** The root if all poles but a and a + 1 were constant. */
  private double firstGuess(boolean last, int a, double[] gaps, double low, double high) {
    double mid = last ? high / 2 : low + high;
    evaluate(last ? a + 1 : a, gaps, mid);
    double fa = squares[a];
    double fb = squares[a + 1];
    double rest = inverseRho + left + right - fa / (gaps[a] - mid) - fb / (gaps[a + 1] - mid);
    double pa = gaps[a];
    double pb = gaps[a + 1];
    double sum = rest * (pa + pb) + fa + fb;
    double product = rest * pa * pb + fa * pb + fb * pa;
    double t = solve(last, rest, sum, product);
    return t > low && t < high ? t : (low + high) / 2;
  }

  /** The increment of one step: the root of c + s / (da - x) + S / (db - x). */
  private double step(
      boolean last, int a, int origin, double[] gaps, double t, double f, boolean weighted) {
    double da = gaps[a] - t;
    double db = gaps[a + 1] - t;
    double slope = leftSlope + rightSlope;
    double c;
    if (last) {
      c = f - da * (slope - square(a + 1, db)) - db * square(a + 1, db);
    } else if (!weighted) {
      c = f - da * leftSlope - db * rightSlope;
    } else if (origin == a) {
      c = f - db * slope - (da - db) * square(a, da);
    } else {
      c = f - da * slope - (db - da) * square(a + 1, db);
    }
    double sum = (da + db) * f - da * db * slope;
    double product = da * db * f;
    double x = solve(last, last ? Math.abs(c) : c, sum, product);
    return f * x < 0 ? x : -f / slope;
  }

  private double square(int j, double gap) {
    return squares[j] / gap / gap;
  }

  /**
   * The root of c x^2 - sum x + product that lies between the poles, or right of both if {@code
   * last}.
   */
  private static double solve(boolean last, double c, double sum, double product) {
    double discriminant = Math.sqrt(Math.max(sum * sum - 4 * product * c, 0));
    if (last) {
      return sum >= 0 ? (sum + discriminant) / (2 * c) : 2 * product / (sum - discriminant);
    }
    return sum <= 0 ? (sum - discriminant) / (2 * c) : 2 * product / (sum + discriminant);
  }

  private void evaluate(int i, double[] gaps, double t) {
    left = 0;
    leftSlope = 0;
    right = 0;
    rightSlope = 0;
    for (int j = 0; j <= i; j++) {
      double gap = gaps[j] - t;
      double ratio = squares[j] / gap;
      left += ratio;
      leftSlope += ratio / gap;
    }
    for (int j = i + 1; j < count; j++) {
      double gap = gaps[j] - t;
      double ratio = squares[j] / gap;
      right += ratio;
      rightSlope += ratio / gap;
    }
  }
}
