// float twin: generated
package org.infimum.linalg.transform;

import java.util.Objects;

/**
 * A plan for the orthogonal cosine transform of type IV in double precision, y_k = sqrt(2 / n)
 * sum_j x_j cos(pi (2 j + 1) (2 k + 1) / (4 n)), which is its own inverse. An even length takes a
 * complex Fourier transform of half the length, an odd one of twice the length. A plan owns its
 * work space: each thread needs one of its own.
 */
public final class DoubleDct4 {
  private final int n;
  private final DoubleFft fourier;

  /** Even n: t_j = e^(-pi i (8 j + 1) / (8 n)). Odd n: e^(-pi i j / (2 n)). */
  private final double[] twistRe;

  private final double[] twistIm;
  private final double[] re;
  private final double[] im;
  private final double scale;

  /**
   * Plans transforms of length {@code n}.
   *
   * @throws IllegalArgumentException if {@code n < 1} or the tables would exceed 2^30 numbers
   */
  public DoubleDct4(int n) {
    if (n < 1 || n > 1 << 28) {
      throw new IllegalArgumentException("The length must be from 1 to 2^28, not " + n + ".");
    }
    this.n = n;
    boolean even = n % 2 == 0;
    int length = even ? n / 2 : 2 * n;
    fourier = new DoubleFft(length);
    re = new double[length];
    im = new double[length];
    int twists = even ? length : n;
    twistRe = new double[twists];
    twistIm = new double[twists];
    for (int j = 0; j < twists; j++) {
      long angle = even ? 8L * j + 1 : 4L * j;
      twistRe[j] = DoubleRoots.cosine(angle, 16L * n);
      twistIm[j] = -DoubleRoots.sine(angle, 16L * n);
    }
    scale = Math.sqrt(2.0 / n);
  }

  /** The length of the transform. */
  public int length() {
    return n;
  }

  /**
   * x[at .. at + n) := its cosine transform of type IV.
   *
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public void transform(double[] x, int at) {
    Objects.checkFromIndexSize(at, n, x.length);
    if (n % 2 == 0) {
      even(x, at);
    } else {
      odd(x, at);
    }
  }

  /**
   * With z_j = (x_2j + i x_(n-1-2j)) t_j: y_2k - i y_(n-1-2k) = t_k sum_j z_j e^(-4 pi i jk / n).
   */
  private void even(double[] x, int at) {
    int last = at + n - 1;
    for (int j = 0; j < n / 2; j++) {
      double a = x[at + 2 * j];
      double b = x[last - 2 * j];
      re[j] = Math.fma(a, twistRe[j], -b * twistIm[j]);
      im[j] = Math.fma(a, twistIm[j], b * twistRe[j]);
    }
    fourier.forward(re, im, 0);
    for (int k = 0; k < n / 2; k++) {
      x[at + 2 * k] = scale * Math.fma(re[k], twistRe[k], -im[k] * twistIm[k]);
      x[last - 2 * k] = -scale * Math.fma(re[k], twistIm[k], im[k] * twistRe[k]);
    }
  }

  /** y_k is the real part of e^(-pi i (2 k + 1) / (4 n)) sum_j x_j e^(-pi i j / (2 n)) w^jk. */
  private void odd(double[] x, int at) {
    for (int j = 0; j < n; j++) {
      re[j] = x[at + j] * twistRe[j];
      im[j] = x[at + j] * twistIm[j];
      re[n + j] = 0.0;
      im[n + j] = 0.0;
    }
    fourier.forward(re, im, 0);
    for (int k = 0; k < n; k++) {
      double c = DoubleRoots.cosine(2L * k + 1, 8L * n);
      double s = DoubleRoots.sine(2L * k + 1, 8L * n);
      x[at + k] = scale * Math.fma(re[k], c, im[k] * s);
    }
  }
}
