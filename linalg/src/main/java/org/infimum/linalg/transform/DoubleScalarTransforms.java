// float twin: generated
package org.infimum.linalg.transform;

/** The kernels in plain Java. */
final class DoubleScalarTransforms implements DoubleTransformKernels {
  @Override
  public void hadamard(int n, double[] x, int at) {
    int length = n;
    for (; length >= 4; length /= 4) {
      for (int b = 0; b < n; b += length) {
        quarters(length / 4, x, at + b);
      }
    }
    if (length == 2) {
      for (int i = at; i < at + n; i += 2) {
        double a = x[i];
        double b = x[i + 1];
        x[i] = a + b;
        x[i + 1] = a - b;
      }
    }
  }

  @Override
  public void quarters(int quarter, double[] x, int at) {
    for (int i = at; i < at + quarter; i++) {
      double a = x[i];
      double b = x[i + quarter];
      double c = x[i + 2 * quarter];
      double d = x[i + 3 * quarter];
      x[i] = (a + c) + (b + d);
      x[i + quarter] = (a + c) - (b + d);
      x[i + 2 * quarter] = (a - c) + (b - d);
      x[i + 3 * quarter] = (a - c) - (b - d);
    }
  }

  @Override
  public void radix2(
      int length, int width, DoubleComplexArrays arrays, DoubleRootTable roots, int step) {
    for (int p = 0; p < length / 2; p++) {
      double wRe = roots.re[p * step];
      double wIm = roots.im[p * step];
      radix2(length, width, arrays, p, 0, wRe, wIm);
    }
  }

  /** The butterflies q = from .. width - 1 of twiddle factor number p. */
  static void radix2(
      int length, int width, DoubleComplexArrays arrays, int p, int from, double wRe, double wIm) {
    double[] xRe = arrays.xRe;
    double[] xIm = arrays.xIm;
    int gap = length / 2 * width;
    int in = arrays.xAt + p * width;
    int out = arrays.yAt + 2 * p * width;
    for (int q = from; q < width; q++) {
      double aRe = xRe[in + q];
      double aIm = xIm[in + q];
      double bRe = xRe[in + gap + q];
      double bIm = xIm[in + gap + q];
      arrays.yRe[out + q] = aRe + bRe;
      arrays.yIm[out + q] = aIm + bIm;
      put(arrays, out + width + q, aRe - bRe, aIm - bIm, wRe, wIm);
    }
  }

  @Override
  public void radix4(
      int length, int width, DoubleComplexArrays arrays, DoubleRootTable roots, int step) {
    for (int p = 0; p < length / 4; p++) {
      radix4(length, width, arrays, p, 0, roots, step);
    }
  }

  /** The butterflies q = from .. width - 1 of twiddle factors number p. */
  static void radix4(
      int length,
      int width,
      DoubleComplexArrays arrays,
      int p,
      int from,
      DoubleRootTable roots,
      int step) {
    double[] xRe = arrays.xRe;
    double[] xIm = arrays.xIm;
    int w1 = p * step;
    int gap = length / 4 * width;
    int in = arrays.xAt + p * width;
    int out = arrays.yAt + 4 * p * width;
    for (int q = from; q < width; q++) {
      int i = in + q;
      double sRe = xRe[i] + xRe[i + 2 * gap];
      double sIm = xIm[i] + xIm[i + 2 * gap];
      double dRe = xRe[i] - xRe[i + 2 * gap];
      double dIm = xIm[i] - xIm[i + 2 * gap];
      double tRe = xRe[i + gap] + xRe[i + 3 * gap];
      double tIm = xIm[i + gap] + xIm[i + 3 * gap];
      double eRe = xRe[i + gap] - xRe[i + 3 * gap];
      double eIm = xIm[i + gap] - xIm[i + 3 * gap];
      int o = out + q;
      arrays.yRe[o] = sRe + tRe;
      arrays.yIm[o] = sIm + tIm;
      put(arrays, o + width, dRe + eIm, dIm - eRe, roots.re[w1], roots.im[w1]);
      put(arrays, o + 2 * width, sRe - tRe, sIm - tIm, roots.re[2 * w1], roots.im[2 * w1]);
      put(arrays, o + 3 * width, dRe - eIm, dIm + eRe, roots.re[3 * w1], roots.im[3 * w1]);
    }
  }

  @Override
  public void radix(
      int radix,
      int length,
      int width,
      DoubleComplexArrays arrays,
      DoubleRootTable roots,
      int step) {
    for (int p = 0; p < length / radix; p++) {
      for (int k = 0; k < radix; k++) {
        radix(radix, length, width, arrays, p, k, 0, roots, step);
      }
    }
  }

  /** Output k for the columns q = from .. width - 1 of twiddle factors number p. */
  static void radix(
      int radix,
      int length,
      int width,
      DoubleComplexArrays arrays,
      int p,
      int k,
      int from,
      DoubleRootTable roots,
      int step) {
    int gap = length / radix * width;
    int root = roots.n / radix;
    for (int q = from; q < width; q++) {
      int in = arrays.xAt + p * width + q;
      double re = arrays.xRe[in];
      double im = arrays.xIm[in];
      int w = 0;
      for (int j = 1; j < radix; j++) {
        w = w + k * root < roots.n ? w + k * root : w + k * root - roots.n;
        double xRe = arrays.xRe[in + j * gap];
        double xIm = arrays.xIm[in + j * gap];
        re = Math.fma(xRe, roots.re[w], Math.fma(-xIm, roots.im[w], re));
        im = Math.fma(xRe, roots.im[w], Math.fma(xIm, roots.re[w], im));
      }
      int factor = p * k * step;
      int out = arrays.yAt + (radix * p + k) * width + q;
      put(arrays, out, re, im, roots.re[factor], roots.im[factor]);
    }
  }

  private static void put(
      DoubleComplexArrays arrays, int at, double re, double im, double wRe, double wIm) {
    arrays.yRe[at] = Math.fma(re, wRe, -im * wIm);
    arrays.yIm[at] = Math.fma(re, wIm, im * wRe);
  }
}
