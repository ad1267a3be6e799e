package org.infimum.convex.interior;

/** Watches error and duality measure from iterate to iterate for want of progress. */
final class StallTest {
  private static final int PATIENCE = 12;

  /** An error or measure below this share of the lowest so far is progress. */
  private static final double PROGRESS = 0.9;

  /**
   * Above this error, and on the way to a ray, a falling duality measure counts as progress: the
   * relative gap may saturate at 1.
   */
  private static final double FAR = 1e-3;

  private double lowestError;
  private double smallestMu;
  private int withoutProgress;

  /** Begins anew. */
  void reset() {
    lowestError = Double.POSITIVE_INFINITY;
    smallestMu = Double.POSITIVE_INFINITY;
    withoutProgress = 0;
  }

  /** Whether the iterates up to {@code at}, the next one, have gone without progress too long. */
  boolean isStalled(Iterate at) {
    boolean falling = at.mu < PROGRESS * smallestMu && (at.error > FAR || at.kappa > at.tau);
    boolean progress = falling || at.error < PROGRESS * lowestError;
    withoutProgress = progress ? 0 : withoutProgress + 1;
    smallestMu = Math.min(smallestMu, at.mu);
    lowestError = Math.min(lowestError, at.error);
    return withoutProgress > PATIENCE;
  }
}
