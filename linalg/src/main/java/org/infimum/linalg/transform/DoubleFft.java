// float twin: generated
package org.infimum.linalg.transform;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plan for the discrete Fourier transform of one length in double precision, X_k = sum_j x_j
 * e^(-2 pi i j k / n). Any length takes O(n log n): products of 2, 3, 5 and 7 by the Stockham
 * algorithm, large powers of two by Bailey's four-step algorithm on whole vectors, other lengths by
 * Bluestein's convolution. The error is of the order of log2(n) units in the last place of the
 * Euclidean norm.
 *
 * <p>A plan owns its tables and its work space: a transform allocates nothing, and each thread
 * needs a plan of its own.
 */
public final class DoubleFft {
  private static final int FOUR_STEP = 256;

  private final int n;
  private final @Nullable DoubleStockham direct;
  private final @Nullable DoubleFourStep steps;
  private final @Nullable DoubleBluestein convolution;
  private final double[] workRe;
  private final double[] workIm;

  /**
   * Plans transforms of length {@code n}.
   *
   * @throws IllegalArgumentException if {@code n < 1} or the tables would exceed 2^30 numbers
   */
  public DoubleFft(int n) {
    if (n < 1 || n > 1 << 29) {
      throw new IllegalArgumentException("The length must be from 1 to 2^29, not " + n + ".");
    }
    this.n = n;
    steps = Integer.bitCount(n) == 1 && n >= FOUR_STEP ? new DoubleFourStep(n) : null;
    direct = steps == null && DoubleStockham.fits(n) ? new DoubleStockham(n) : null;
    convolution = steps == null && direct == null ? new DoubleBluestein(n) : null;
    workRe = new double[convolution == null ? n : 0];
    workIm = new double[workRe.length];
  }

  /** The length of the transform. */
  public int length() {
    return n;
  }

  /**
   * (re, im)[at .. at + n) := their transform.
   *
   * @throws IndexOutOfBoundsException if the range is not within the arrays
   */
  public void forward(double[] re, double[] im, int at) {
    Objects.checkFromIndexSize(at, n, re.length);
    Objects.checkFromIndexSize(at, n, im.length);
    if (convolution != null) {
      convolution.transform(re, im, at);
      return;
    }
    DoubleTransformKernels kernels = DoubleTransformKernelChoice.forElements(2L * n);
    DoubleComplexArrays arrays = new DoubleComplexArrays(re, im, at, workRe, workIm, 0);
    if (steps != null) {
      steps.transform(kernels, arrays);
    } else if (direct != null) {
      direct.transform(kernels, 1, arrays);
    }
    if (arrays.isAway()) {
      System.arraycopy(workRe, 0, re, at, n);
      System.arraycopy(workIm, 0, im, at, n);
    }
  }

  /**
   * (re, im)[at .. at + n) := their inverse transform, 1 / n included.
   *
   * @throws IndexOutOfBoundsException if the range is not within the arrays
   */
  public void inverse(double[] re, double[] im, int at) {
    forward(im, re, at);
    double factor = 1.0 / n;
    for (int i = at; i < at + n; i++) {
      re[i] *= factor;
      im[i] *= factor;
    }
  }
}
