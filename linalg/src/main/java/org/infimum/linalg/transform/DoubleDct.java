// float twin: generated
package org.infimum.linalg.transform;

import java.util.Objects;

/**
 * A plan for the orthogonal cosine transform in double precision, y_k = s_k sum_j x_j cos(pi (2 j +
 * 1) k / (2 n)) with s_0 = sqrt(1 / n) and s_k = sqrt(2 / n) (DCT-II), and its inverse, which is
 * its transpose (DCT-III). Both take a real Fourier transform of the same length (Makhoul, "A fast
 * cosine transform in one and two dimensions", IEEE Trans. ASSP 28 (1980)). A plan owns its work
 * space: each thread needs one of its own.
 */
public final class DoubleDct {
  private final int n;
  private final DoubleRealFft fourier;

  /** s_k e^(-pi i k / (2 n)). */
  private final double[] twistRe;

  private final double[] twistIm;
  private final double[] v;
  private final double[] re;
  private final double[] im;

  /**
   * Plans transforms of length {@code n}.
   *
   * @throws IllegalArgumentException if {@code n < 1} or the tables would exceed 2^30 numbers
   */
  public DoubleDct(int n) {
    fourier = new DoubleRealFft(n);
    this.n = n;
    twistRe = new double[n];
    twistIm = new double[n];
    for (int k = 0; k < n; k++) {
      double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / n);
      twistRe[k] = scale * DoubleRoots.cosine(k, 4L * n);
      twistIm[k] = -scale * DoubleRoots.sine(k, 4L * n);
    }
    v = new double[n];
    re = new double[n / 2 + 1];
    im = new double[n / 2 + 1];
  }

  /** The length of the transform. */
  public int length() {
    return n;
  }

  /**
   * x[at .. at + n) := its cosine transform (DCT-II).
   *
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public void forward(double[] x, int at) {
    Objects.checkFromIndexSize(at, n, x.length);
    for (int j = 0; 2 * j < n; j++) {
      v[j] = x[at + 2 * j];
    }
    for (int j = 0; 2 * j + 1 < n; j++) {
      v[n - 1 - j] = x[at + 2 * j + 1];
    }
    fourier.forward(v, 0, re, im);
    for (int k = 0; k <= n / 2; k++) {
      x[at + k] = Math.fma(re[k], twistRe[k], -im[k] * twistIm[k]);
    }
    for (int k = n / 2 + 1; k < n; k++) {
      x[at + k] = Math.fma(re[n - k], twistRe[k], im[n - k] * twistIm[k]);
    }
  }

  /**
   * x[at .. at + n) := its inverse cosine transform (DCT-III).
   *
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public void inverse(double[] x, int at) {
    Objects.checkFromIndexSize(at, n, x.length);
    // V_k = (c_k - i c_(n - k)) e^(pi i k / (2 n)) with the unscaled coefficients c_k = y_k / s_k,
    // and e^(pi i k / (2 n)) / s_k = conj(twist_k) / s_k^2.
    double square = 0.5 * n;
    re[0] = x[at] * n * twistRe[0];
    im[0] = 0.0;
    for (int k = 1; k <= n / 2; k++) {
      double c = x[at + k] * square;
      double s = x[at + n - k] * square;
      re[k] = Math.fma(c, twistRe[k], -s * twistIm[k]);
      im[k] = -Math.fma(c, twistIm[k], s * twistRe[k]);
    }
    fourier.inverse(re, im, v, 0);
    for (int j = 0; 2 * j < n; j++) {
      x[at + 2 * j] = v[j];
    }
    for (int j = 0; 2 * j + 1 < n; j++) {
      x[at + 2 * j + 1] = v[n - 1 - j];
    }
  }
}
