package org.infimum.linalg;

/**
 * Static pivoting of a quasi-definite matrix: the sign of each pivot is known beforehand, and a
 * pivot that is too small or has the wrong sign is replaced. Mutable, so that a factorization
 * allocates nothing.
 */
final class PivotRule {
  private byte[] signs = new byte[0];
  private double threshold;
  private double replacement;

  /** Sets the rule; see {@link LdlFactor#factor}. */
  void set(byte[] expectedSigns, double least, double absoluteReplacement) {
    signs = expectedSigns;
    threshold = least;
    replacement = absoluteReplacement;
  }

  /** Whether a pivot may stay; one that is not a number may not. */
  boolean keeps(double pivot, int originalIndex) {
    return signs[originalIndex] * pivot > threshold;
  }

  double replacement(int originalIndex) {
    return signs[originalIndex] * replacement;
  }
}
