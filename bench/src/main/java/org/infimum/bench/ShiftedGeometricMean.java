package org.infimum.bench;

/** The mean the field compares solvers with: exp(mean(log(t + shift))) - shift. */
final class ShiftedGeometricMean {
  /** The shift in seconds that keeps the smallest problems from deciding. */
  static final double SHIFT = 0.01;

  private ShiftedGeometricMean() {}

  /** The mean of {@code seconds}; NaN of nothing. */
  static double of(double[] seconds) {
    double sum = 0.0;
    for (double t : seconds) {
      sum += Math.log(t + SHIFT);
    }
    return Math.exp(sum / seconds.length) - SHIFT;
  }
}
