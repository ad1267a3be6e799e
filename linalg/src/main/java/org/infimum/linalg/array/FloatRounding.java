package org.infimum.linalg.array;

/** Rounds what was computed in double precision to the precision of the twin. */
final class FloatRounding {
  private FloatRounding() {}

  static float of(double x) {
    return (float) x;
  }
}
