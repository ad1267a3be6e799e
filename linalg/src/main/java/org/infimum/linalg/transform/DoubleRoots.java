package org.infimum.linalg.transform;

/** Roots of unity to the last bit or nearly so: angles are reduced in integers. */
final class DoubleRoots {
  private DoubleRoots() {}

  /** cos(2 pi k / n). */
  static double cosine(long k, long n) {
    return Turn.cosine(k, n);
  }

  /** sin(2 pi k / n). */
  static double sine(long k, long n) {
    return Turn.sine(k, n);
  }
}
