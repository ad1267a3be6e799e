// float twin: generated
package org.infimum.linalg.transform;

import java.util.Arrays;
import java.util.Objects;

/**
 * A plan for the discrete Fourier transform of n real numbers in double precision, of which the
 * coefficients 0 .. n / 2 are kept: the others are their conjugates, X_(n - k) = conj X_k. An even
 * length takes a complex transform of half of it. A plan owns its work space: each thread needs one
 * of its own.
 */
public final class DoubleRealFft {
  private final int n;
  private final boolean even;
  private final DoubleFft inner;
  private final DoubleRootTable roots;
  private final double[] zRe;
  private final double[] zIm;

  /**
   * Plans transforms of length {@code n}.
   *
   * @throws IllegalArgumentException if {@code n < 1} or the tables would exceed 2^30 numbers
   */
  public DoubleRealFft(int n) {
    this.n = n;
    even = n % 2 == 0 && n > 0;
    inner = new DoubleFft(even ? n / 2 : n);
    roots = new DoubleRootTable(even ? n : 1);
    zRe = new double[inner.length()];
    zIm = new double[inner.length()];
  }

  /** The length of the real side. */
  public int length() {
    return n;
  }

  /**
   * (re, im)[0 .. n / 2] := coefficients of x[at .. at + n).
   *
   * @throws IndexOutOfBoundsException if a range is not within its array
   */
  public void forward(double[] x, int at, double[] re, double[] im) {
    check(x, at, re, im);
    if (!even) {
      System.arraycopy(x, at, zRe, 0, n);
      Arrays.fill(zIm, 0.0);
      inner.forward(zRe, zIm, 0);
      System.arraycopy(zRe, 0, re, 0, n / 2 + 1);
      System.arraycopy(zIm, 0, im, 0, n / 2 + 1);
      return;
    }
    int half = n / 2;
    for (int j = 0; j < half; j++) {
      zRe[j] = x[at + 2 * j];
      zIm[j] = x[at + 2 * j + 1];
    }
    inner.forward(zRe, zIm, 0);
    for (int k = 0; k <= half; k++) {
      int i = k == half ? 0 : k;
      int mirror = k == 0 ? 0 : half - k;
      // E = (Z_k + conj Z_-k) / 2 and O = -i (Z_k - conj Z_-k) / 2; X_k = E + w^k O.
      double eRe = 0.5 * (zRe[i] + zRe[mirror]);
      double eIm = 0.5 * (zIm[i] - zIm[mirror]);
      double oRe = 0.5 * (zIm[i] + zIm[mirror]);
      double oIm = -0.5 * (zRe[i] - zRe[mirror]);
      re[k] = eRe + Math.fma(oRe, roots.re[k], -oIm * roots.im[k]);
      im[k] = eIm + Math.fma(oRe, roots.im[k], oIm * roots.re[k]);
    }
  }

  /**
   * x[at .. at + n) := the real numbers whose coefficients 0 .. n / 2 are (re, im); im[0], and im[n
   * / 2] for even n, count as 0.
   *
   * @throws IndexOutOfBoundsException if a range is not within its array
   */
  public void inverse(double[] re, double[] im, double[] x, int at) {
    check(x, at, re, im);
    if (!even) {
      zRe[0] = re[0];
      zIm[0] = 0.0;
      for (int k = 1; k <= n / 2; k++) {
        zRe[k] = re[k];
        zIm[k] = im[k];
        zRe[n - k] = re[k];
        zIm[n - k] = -im[k];
      }
      inner.inverse(zRe, zIm, 0);
      System.arraycopy(zRe, 0, x, at, n);
      return;
    }
    int half = n / 2;
    for (int k = 0; k < half; k++) {
      double kIm = k == 0 ? 0.0 : im[k];
      double mirrorIm = k == 0 ? 0.0 : im[half - k];
      // E = (X_k + conj X_(half - k)) / 2, O = conj w^k (X_k - conj X_(half - k)) / 2; Z = E + i O.
      double eRe = 0.5 * (re[k] + re[half - k]);
      double eIm = 0.5 * (kIm - mirrorIm);
      double dRe = 0.5 * (re[k] - re[half - k]);
      double dIm = 0.5 * (kIm + mirrorIm);
      double oRe = Math.fma(dRe, roots.re[k], dIm * roots.im[k]);
      double oIm = Math.fma(dIm, roots.re[k], -dRe * roots.im[k]);
      zRe[k] = eRe - oIm;
      zIm[k] = eIm + oRe;
    }
    inner.inverse(zRe, zIm, 0);
    for (int j = 0; j < half; j++) {
      x[at + 2 * j] = zRe[j];
      x[at + 2 * j + 1] = zIm[j];
    }
  }

  private void check(double[] x, int at, double[] re, double[] im) {
    Objects.checkFromIndexSize(at, n, x.length);
    Objects.checkFromIndexSize(0, n / 2 + 1, re.length);
    Objects.checkFromIndexSize(0, n / 2 + 1, im.length);
  }
}
