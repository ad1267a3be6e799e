// float twin: generated
package org.infimum.linalg.array;

import java.util.Objects;

/**
 * The soft-max of rows in double precision by three passes over the row: largest entry, sum of
 * exponentials, quotients. It gives what {@link DoubleSoftmax} gives and is there to measure that
 * against (algorithm 2 of Milakov and Gimelshein, "Online normalizer calculation for softmax",
 * 2018, arXiv 1805.02867).
 */
public final class DoubleSafeSoftmax {
  private DoubleSafeSoftmax() {}

  /**
   * y[yAt .. yAt + n) := soft-max of x[xAt .. xAt + n), with finite entries.
   *
   * @throws IndexOutOfBoundsException if a row is not within its array
   */
  public static void softmax(int n, double[] x, int xAt, double[] y, int yAt) {
    Objects.checkFromIndexSize(xAt, n, x.length);
    Objects.checkFromIndexSize(yAt, n, y.length);
    DoubleSoftmaxKernels kernels = DoubleSoftmaxKernelChoice.forEntries(n);
    double max = kernels.largest(x, xAt, xAt + n);
    double sum = kernels.sumExp(x, xAt, xAt + n, max);
    kernels.scaledExp(x, xAt, xAt + n, max, DoubleRounding.of(1.0 / sum), y, yAt);
  }
}
