// float twin: generated
package org.infimum.linalg.spectral;

/** The plane rotation that maps (f, g) to (r, 0): r = c f + s g, c g = s f, c^2 + s^2 = 1. */
final class DoublePlaneRotation {
  private double c;
  private double s;
  private double r;

  double c() {
    return c;
  }

  double s() {
    return s;
  }

  double r() {
    return r;
  }

  /** Makes the rotation for (f, g). */
  void annihilate(double f, double g) {
    if (g == 0) {
      c = 1;
      s = 0;
      r = f;
    } else if (f == 0) {
      c = 0;
      s = 1;
      r = g;
    } else {
      double length = DoubleArithmetic.hypot(f, g);
      r = f < 0 ? -length : length;
      c = f / r;
      s = g / r;
    }
  }
}
