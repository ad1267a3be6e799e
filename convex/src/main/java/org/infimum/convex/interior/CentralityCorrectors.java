package org.infimum.convex.interior;

/**
 * Multiple centrality correctors (Gondzio 1996): further solves with the same factor that lead
 * outlying products back towards the central path, kept as long as they lengthen the step.
 */
final class CentralityCorrectors {
  /** Products outside [BAND_LOW, BAND_HIGH] times the target are corrected. */
  static final double BAND_LOW = 0.1;

  static final double BAND_HIGH = 10.0;

  /** Steps from here on are long enough. */
  private static final double LONG_STEP = 0.9;

  /** How much longer a step each corrector aims at, ... */
  private static final double LENGTHENING = 0.3;

  /** ... and the share of that which must come true for another one. */
  private static final double WORTHWHILE_SHARE = 0.1;

  private final SearchDirection direction;
  private final int most;

  /**
   * @param most how many an iteration may take
   */
  CentralityCorrectors(SearchDirection direction, int most) {
    this.direction = direction;
    this.most = most;
  }

  /** Gondzio's rule: more correctors the more a factorization costs beside a solve. */
  static int worthwhile(double flops, long nonzeros) {
    double ratio = flops / (4.0 * Math.max(1L, nonzeros));
    return ratio > 50 ? 3 : ratio > 20 ? 2 : ratio > 5 ? 1 : 0;
  }

  /**
   * Corrects the direction, whose largest step is {@code step}; returns the largest step then.
   *
   * @param eta share of the residuals that the direction removes
   * @param sigmaMu the product that it aims at
   */
  double lengthen(double step, double eta, double sigmaMu, double accuracy) {
    double longest = step;
    for (int k = 0; k < most && longest < LONG_STEP; k++) {
      double trial = Math.min(1.0, longest + LENGTHENING);
      direction.save();
      if (!direction.targetCentered(trial, sigmaMu)) {
        return longest;
      }
      direction.solve(eta, accuracy);
      double corrected = direction.largestStep();
      if (!(corrected > longest)) {
        direction.restore();
        return longest;
      }
      if (!(corrected >= longest + WORTHWHILE_SHARE * (trial - longest))) {
        return corrected;
      }
      longest = corrected;
    }
    return longest;
  }
}
