// float twin: generated
package org.infimum.linalg.spectral;

import java.util.Arrays;
import org.infimum.linalg.dense.Transpose;

/** The factorization A = Q R of a matrix with at least as many rows as columns, by panels. */
final class DoubleHouseholderQr {
  private final int m;
  private final int n;
  private final double[] tau;
  private final double[] products;
  private final DoubleReflectorBlock block;
  private final DoubleReflector reflector = new DoubleReflector();

  /** For matrices of m x n, m at least n. */
  DoubleHouseholderQr(int m, int n) {
    this.m = m;
    this.n = n;
    tau = new double[n];
    products = new double[DoubleReflectorBlock.WIDTH];
    block = new DoubleReflectorBlock(m);
  }

  /**
   * Factors the matrix at {@code a[0]}: R without its diagonal stays above the diagonal, the
   * reflectors of Q replace the rest, each with its leading one.
   *
   * @param diagonal filled with the diagonal of R
   */
  void factor(double[] a, int stride, double[] diagonal, int threads) {
    DoubleColumnKernels kernels = DoubleColumnKernels.forOrder(m);
    for (int from = 0; from < n; from += DoubleReflectorBlock.WIDTH) {
      int width = Math.min(DoubleReflectorBlock.WIDTH, n - from);
      for (int c = from; c < from + width; c++) {
        int at = c * stride + c;
        reflector.annihilate(m - c, a, at, kernels);
        diagonal[c] = reflector.beta();
        tau[c] = reflector.tau();
        int right = from + width - c - 1;
        kernels.transposedProduct(m - c, right, a, at + stride, stride, a, at, products, 0);
        for (int j = 0; j < right; j++) {
          kernels.addScaled(m - c, -tau[c] * products[j], a, at, a, at + (j + 1) * stride);
        }
      }
      int to = from + width;
      if (to < n) {
        block.loadColumns(m - from, width, a, from * stride + from, stride, tau, from, threads);
        block.applyTo(Transpose.YES, a, to * stride + from, stride, n - to, threads);
      }
    }
  }

  /** Z := Q Z for a matrix of m rows. */
  void apply(double[] a, int stride, double[] z, int at, int zStride, int columns, int threads) {
    int most = DoubleReflectorBlock.WIDTH;
    for (int from = Math.max(n - 1, 0) / most * most; from >= 0; from -= most) {
      int width = Math.min(most, n - from);
      if (width > 0) {
        block.loadColumns(m - from, width, a, from * stride + from, stride, tau, from, threads);
        block.applyTo(Transpose.NO, z, at + from, zStride, columns, threads);
      }
    }
  }

  /** Z := Q' Z for a matrix of m rows. */
  void applyTransposed(double[] a, int stride, double[] z, int zStride, int columns, int threads) {
    for (int from = 0; from < n; from += DoubleReflectorBlock.WIDTH) {
      int width = Math.min(DoubleReflectorBlock.WIDTH, n - from);
      block.loadColumns(m - from, width, a, from * stride + from, stride, tau, from, threads);
      block.applyTo(Transpose.YES, z, from, zStride, columns, threads);
    }
  }

  /** Overwrites an m x n matrix with the first n columns of its Q. */
  static void orthonormalize(int m, int n, double[] a, int threads) {
    DoubleHouseholderQr qr = new DoubleHouseholderQr(m, n);
    double[] factored = new double[m * n];
    System.arraycopy(a, 0, factored, 0, m * n);
    qr.factor(factored, m, new double[n], threads);
    Arrays.fill(a, 0, m * n, 0);
    for (int j = 0; j < n; j++) {
      a[j * m + j] = 1;
    }
    qr.apply(factored, m, a, 0, m, n, threads);
  }
}
