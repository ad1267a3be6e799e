package org.infimum.linalg.spectral;

/**
 * The polynomial a x + b x^3 + c x^5, one step of a Newton-Schulz iteration.
 *
 * @param a the coefficient of x
 * @param b the coefficient of x^3
 * @param c the coefficient of x^5
 */
public record OddQuintic(double a, double b, double c) {
  /** The Newton-Schulz step of fifth order, which converges to one from 0 to root 7/3. */
  public static final OddQuintic CLASSICAL = new OddQuintic(15.0 / 8, -10.0 / 8, 3.0 / 8);

  /** Intervals narrower than this relative to their end have the classical step as their best. */
  private static final double NARROW = 5e-6;

  private static final int MOST_EXCHANGES = 100;

  /** The value at x. */
  public double at(double x) {
    double square = x * x;
    return x * (a + square * (b + square * c));
  }

  /**
   * The polynomial that is nearest to one on an interval: 1 - p has its largest size, E, with
   * alternating signs at the ends and at two points between, found by exchange (Amsel, Persson,
   * Musco, Gower, The Polar Express: optimal matrix sign methods and their application to the Muon
   * algorithm, 2025, section 3). Its values there lie in 1 - E .. 1 + E, and 1 - E at both ends is
   * where p(lower) lies.
   *
   * @param lower positive, less than {@code upper}
   */
  static OddQuintic nearestToOne(double lower, double upper) {
    if (lower >= upper * (1 - NARROW)) {
      return new OddQuintic(
          CLASSICAL.a / upper, CLASSICAL.b / Math.pow(upper, 3), CLASSICAL.c / Math.pow(upper, 5));
    }
    double q = (3 * lower + upper) / 4;
    double r = (lower + 3 * upper) / 4;
    OddQuintic nearest = CLASSICAL;
    double error = Double.POSITIVE_INFINITY;
    for (int exchange = 0; exchange < MOST_EXCHANGES; exchange++) {
      nearest = levelled(lower, q, r, upper);
      double last = error;
      error = 1 - nearest.at(lower);
      if (Math.abs(last - error) <= 1e-15) {
        break;
      }
      double root = Math.sqrt(9 * nearest.b * nearest.b - 20 * nearest.a * nearest.c);
      q = Math.sqrt((-3 * nearest.b - root) / (10 * nearest.c));
      r = Math.sqrt((-3 * nearest.b + root) / (10 * nearest.c));
    }
    return nearest;
  }

  /** The odd quintic p with p = 1 - E, 1 + E, 1 - E, 1 + E at the four points, for some E. */
  private static OddQuintic levelled(double... points) {
    int n = points.length;
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      double x = points[i];
      rows[i] = new double[] {x, Math.pow(x, 3), Math.pow(x, 5), i % 2 == 0 ? 1 : -1, 1};
    }
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        if (Math.abs(rows[i][k]) > Math.abs(rows[pivot][k])) {
          pivot = i;
        }
      }
      double[] chosen = rows[pivot];
      rows[pivot] = rows[k];
      rows[k] = chosen;
      for (int i = 0; i < n; i++) {
        if (i != k) {
          double factor = rows[i][k] / chosen[k];
          for (int j = k; j <= n; j++) {
            rows[i][j] -= factor * chosen[j];
          }
        }
      }
    }
    return new OddQuintic(
        rows[0][n] / rows[0][0], rows[1][n] / rows[1][1], rows[2][n] / rows[2][2]);
  }

  /** Stores a, b and c. */
  void copyTo(double[] coefficients) {
    coefficients[0] = a;
    coefficients[1] = b;
    coefficients[2] = c;
  }

  /** Stores a, b and c, rounded. */
  void copyTo(float[] coefficients) {
    coefficients[0] = (float) a;
    coefficients[1] = (float) b;
    coefficients[2] = (float) c;
  }
}
