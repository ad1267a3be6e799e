package org.infimum.linalg.spectral;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The polynomials of a Newton-Schulz iteration, whose composition maps the singular values of a
 * matrix to about one.
 *
 * @param steps the polynomials, the first to be applied first
 */
public record PolarTable(List<OddQuintic> steps) {
  private static final int SAMPLES = 20_000;

  /** Keeps an unmodifiable copy of the list. */
  public PolarTable {
    steps = List.copyOf(steps);
  }

  /**
   * The best composition of its length for singular values in an interval: each polynomial is the
   * nearest to one on the image of the interval under those before it, which is optimal for the
   * whole (Amsel, Persson, Musco, Gower, The Polar Express, 2025, theorem 3.1).
   *
   * @param lower least singular value to be mapped to one, greater than 0 and less than 1; the
   *     largest is one
   * @param count number of polynomials, at least 1; eight bring 1e-3 to rounding in double
   *     precision
   */
  public static PolarTable optimal(double lower, int count) {
    if (!(lower > 0 && lower < 1) || count < 1) {
      throw new IllegalArgumentException(
          "a table needs a lower bound in (0, 1) and at least one step: " + lower + ", " + count);
    }
    List<OddQuintic> steps = new ArrayList<>();
    double from = lower;
    double to = 1;
    for (int step = 0; step < count; step++) {
      OddQuintic quintic = OddQuintic.nearestToOne(from, to);
      steps.add(quintic);
      from = Math.min(quintic.at(from), 1);
      to = 2 - from;
    }
    return new PolarTable(steps);
  }

  /**
   * The same polynomial in each step, chosen for a steep slope at zero rather than for convergence:
   * singular values end between 0.7 and 1.2 (K. Jordan et al., Muon: an optimizer for hidden layers
   * in neural networks, 2024).
   *
   * @param count number of steps, usually 5
   */
  public static PolarTable muon(int count) {
    return new PolarTable(Collections.nCopies(count, new OddQuintic(3.4445, -4.7750, 2.0315)));
  }

  /** The image of a singular value. */
  public double at(double singularValue) {
    double x = singularValue;
    for (OddQuintic quintic : steps) {
      x = quintic.at(x);
    }
    return x;
  }

  /**
   * The largest distance from one to which singular values in an interval are mapped, sampled.
   *
   * @param lower the start of the interval, greater than 0; its end is one
   */
  public double deviation(double lower) {
    double largest = 0;
    for (int sample = 0; sample <= SAMPLES; sample++) {
      double x = Math.pow(lower, sample / (double) SAMPLES);
      largest = Math.max(largest, Math.abs(at(x) - 1));
    }
    return largest;
  }
}
