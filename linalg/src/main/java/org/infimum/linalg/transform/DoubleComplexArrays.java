// float twin: generated
package org.infimum.linalg.transform;

/** Where a stage reads and writes: real and imaginary parts apart. */
final class DoubleComplexArrays {
  double[] xRe;
  double[] xIm;
  int xAt;
  double[] yRe;
  double[] yIm;
  int yAt;
  private boolean away;

  DoubleComplexArrays(double[] xRe, double[] xIm, int xAt, double[] yRe, double[] yIm, int yAt) {
    this.xRe = xRe;
    this.xIm = xIm;
    this.xAt = xAt;
    this.yRe = yRe;
    this.yIm = yIm;
    this.yAt = yAt;
  }

  /** Whether the result is where the first stage wrote. */
  boolean isAway() {
    return away;
  }

  /** What was written is read next. */
  void swap() {
    double[] re = xRe;
    double[] im = xIm;
    int at = xAt;
    xRe = yRe;
    xIm = yIm;
    xAt = yAt;
    yRe = re;
    yIm = im;
    yAt = at;
    away = !away;
  }
}
