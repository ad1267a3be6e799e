// float twin: generated
package org.infimum.linalg.spectral;

import java.util.Arrays;
import org.infimum.linalg.dense.DoubleBlas;
import org.infimum.linalg.dense.DoubleQr;
import org.infimum.linalg.dense.Transpose;
import org.infimum.linalg.random.RandomStream;

/**
 * An orthonormal basis Q of the space that a matrix A maps random vectors to, grown in blocks, with
 * power iterations between which the vectors are orthonormalized (Halko, Martinsson, Tropp, Finding
 * structure with randomness, SIAM Review 53, 2011, algorithms 4.2 and 4.4).
 */
final class DoubleRandomRange {
  private final int rows;
  private final int columns;
  private final double[] a;
  private final int offset;
  private final int stride;
  private final int powerSteps;
  private final RandomStream stream;
  private final int threads;
  private long drawn;
  private int width;
  private double[] q = new double[0];

  DoubleRandomRange(
      int rows,
      int columns,
      double[] a,
      int offset,
      int stride,
      int powerSteps,
      long seed,
      int threads) {
    DoubleMatrices.checkSize(rows, columns, threads);
    DoubleMatrices.scale(rows, columns, a, offset, stride);
    this.rows = rows;
    this.columns = columns;
    this.a = a;
    this.offset = offset;
    this.stride = stride;
    this.powerSteps = powerSteps;
    this.threads = threads;
    stream = RandomStream.of(seed);
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  int threads() {
    return threads;
  }

  /** The number of columns of Q. */
  int width() {
    return width;
  }

  /** Extends Q by so many columns, or to the smaller side of A; false if it had reached that. */
  boolean extend(int count) {
    int added = Math.min(count, Math.min(rows, columns) - width);
    if (added <= 0) {
      return false;
    }
    double[] y = image(draw(added), added);
    for (int step = 0; step < powerSteps; step++) {
      orthonormalize(y, added);
      double[] z = new double[columns * added];
      multiply(Transpose.YES, columns, added, rows, 1, a, offset, stride, y, 0, z, columns);
      orthonormalize(columns, added, z);
      y = image(z, added);
    }
    orthonormalize(y, added);
    q = Arrays.copyOf(q, rows * (width + added));
    System.arraycopy(y, 0, q, rows * width, rows * added);
    width += added;
    return true;
  }

  /** Orthonormalizes against Q and within itself; twice, since the first may leave little. */
  private void orthonormalize(double[] y, int count) {
    for (int pass = 0; pass < 2; pass++) {
      subtractProjection(y, count);
      orthonormalize(rows, count, y);
    }
  }

  /** Overwrites a matrix without gaps between its columns with the first columns of its Q. */
  private void orthonormalize(int height, int count, double[] y) {
    DoubleQr qr = new DoubleQr(threads);
    double[] factored = y.clone();
    qr.factor(height, count, factored, 0, Math.max(height, 1));
    qr.formQ(count, y, 0, Math.max(height, 1));
  }

  /** The largest length of (I - Q Q') A w for so many fresh random vectors w. */
  double residual(int probes) {
    double[] y = image(draw(probes), probes);
    subtractProjection(y, probes);
    DoubleColumnKernels kernels = DoubleColumnKernels.forOrder(rows);
    double largest = 0;
    for (int j = 0; j < probes; j++) {
      largest = Math.max(largest, kernels.norm(rows, y, j * rows));
    }
    return largest;
  }

  /** The bound on the norm of (I - Q Q') A that a residual gives: equation 4.3 of the paper. */
  double bound(double residual) {
    return 10 * Math.sqrt(2 / Math.PI) * residual;
  }

  private double[] draw(int count) {
    double[] w = new double[columns * count];
    stream.fillGaussian(w, 0, w.length, drawn);
    drawn += w.length;
    return w;
  }

  private double[] image(double[] w, int count) {
    double[] y = new double[rows * count];
    multiply(Transpose.NO, rows, count, columns, 1, a, offset, stride, w, 0, y, rows);
    return y;
  }

  /** Y := (I - Q Q') Y. */
  private void subtractProjection(double[] y, int count) {
    if (width == 0) {
      return;
    }
    double[] inner = new double[width * count];
    multiply(Transpose.YES, width, count, rows, 1, q, 0, rows, y, 0, inner, width);
    multiply(Transpose.NO, rows, count, width, -1, q, 0, rows, inner, 1, y, rows);
  }

  /** Q' A. */
  double[] projectedMatrix() {
    double[] b = new double[width * columns];
    DoubleBlas.gemm(
        Transpose.YES,
        Transpose.NO,
        width,
        columns,
        rows,
        1,
        q,
        0,
        Math.max(rows, 1),
        a,
        offset,
        Math.max(stride, 1),
        0,
        b,
        0,
        Math.max(width, 1),
        threads);
    return b;
  }

  /** Q times the first columns of a matrix of as many rows as Q has columns. */
  void multiply(double[] factor, int count, double[] result) {
    multiply(Transpose.NO, rows, count, width, 1, q, 0, rows, factor, 0, result, rows);
  }

  /** C := alpha op(A) B + beta C, where B and C have no gaps between their columns. */
  private void multiply(
      Transpose transpose,
      int m,
      int n,
      int k,
      double alpha,
      double[] matrix,
      int at,
      int leading,
      double[] b,
      double beta,
      double[] c,
      int ldc) {
    DoubleBlas.gemm(
        transpose,
        Transpose.NO,
        m,
        n,
        k,
        alpha,
        matrix,
        at,
        Math.max(leading, 1),
        b,
        0,
        Math.max(k, 1),
        beta,
        c,
        0,
        Math.max(ldc, 1),
        threads);
  }
}
