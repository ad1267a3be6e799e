package org.infimum.linalg.transform;

/** As {@link DoubleRoots}, rounded once. */
final class FloatRoots {
  private FloatRoots() {}

  /** cos(2 pi k / n). */
  static float cosine(long k, long n) {
    return (float) Turn.cosine(k, n);
  }

  /** sin(2 pi k / n). */
  static float sine(long k, long n) {
    return (float) Turn.sine(k, n);
  }
}
