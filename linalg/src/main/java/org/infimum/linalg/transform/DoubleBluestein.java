// float twin: generated
package org.infimum.linalg.transform;

import java.util.Arrays;

/**
 * The Fourier transform of any length n as a convolution with the chirp e^(pi i j^2 / n), by
 * transforms of a power of two (Bluestein, "A linear filtering approach to the computation of the
 * discrete Fourier transform", IEEE Trans. Audio 18 (1970)).
 */
final class DoubleBluestein {
  private final int n;
  private final DoubleFft inner;
  private final double[] chirpRe;
  private final double[] chirpIm;

  /** The transform of the chirp, over its length. */
  private final double[] filterRe;

  private final double[] filterIm;
  private final double[] aRe;
  private final double[] aIm;

  DoubleBluestein(int n) {
    this.n = n;
    int m = Math.multiplyExact(Integer.highestOneBit(2 * n - 1), 2);
    inner = new DoubleFft(m);
    chirpRe = new double[n];
    chirpIm = new double[n];
    filterRe = new double[m];
    filterIm = new double[m];
    aRe = new double[m];
    aIm = new double[m];
    double scale = 1.0 / m;
    for (int j = 0; j < n; j++) {
      long square = (long) j * j % (2L * n);
      chirpRe[j] = DoubleRoots.cosine(square, 2L * n);
      chirpIm[j] = -DoubleRoots.sine(square, 2L * n);
      filterRe[j] = chirpRe[j] * scale;
      filterIm[j] = -chirpIm[j] * scale;
      if (j > 0) {
        filterRe[m - j] = filterRe[j];
        filterIm[m - j] = filterIm[j];
      }
    }
    inner.forward(filterRe, filterIm, 0);
  }

  void transform(double[] re, double[] im, int at) {
    for (int j = 0; j < n; j++) {
      aRe[j] = Math.fma(re[at + j], chirpRe[j], -im[at + j] * chirpIm[j]);
      aIm[j] = Math.fma(re[at + j], chirpIm[j], im[at + j] * chirpRe[j]);
    }
    Arrays.fill(aRe, n, aRe.length, 0.0);
    Arrays.fill(aIm, n, aIm.length, 0.0);
    inner.forward(aRe, aIm, 0);
    for (int k = 0; k < aRe.length; k++) {
      double product = Math.fma(aRe[k], filterRe[k], -aIm[k] * filterIm[k]);
      aIm[k] = Math.fma(aRe[k], filterIm[k], aIm[k] * filterRe[k]);
      aRe[k] = product;
    }
    // The inverse without its factor, which the filter has.
    inner.forward(aIm, aRe, 0);
    for (int k = 0; k < n; k++) {
      re[at + k] = Math.fma(aRe[k], chirpRe[k], -aIm[k] * chirpIm[k]);
      im[at + k] = Math.fma(aRe[k], chirpIm[k], aIm[k] * chirpRe[k]);
    }
  }
}
