package org.infimum.linalg.array;

/** The exponential function to compare with. */
final class Exponential {
  private Exponential() {}

  static double of(double x) {
    return StrictMath.exp(x);
  }
}
