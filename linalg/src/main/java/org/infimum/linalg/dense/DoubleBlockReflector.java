// float twin: generated
package org.infimum.linalg.dense;

import java.util.Arrays;

/**
 * A product of reflectors in compact form, H_1 ... H_w = I - V T V' with T upper triangular (R.
 * Schreiber and C. Van Loan, "A storage-efficient WY representation for products of Householder
 * transformations", SIAM J. Sci. Stat. Comput. 10(1), 1989). V and T are held with their zeros, so
 * that all work is products.
 */
final class DoubleBlockReflector {
  private final int threads;
  private double[] v = {};
  private double[] t = {};
  private double[] product = {};
  private double[] scaled = {};
  private int rows;
  private int width;

  DoubleBlockReflector(int threads) {
    this.threads = threads;
  }

  /** Takes the reflectors below the diagonal of a matrix of so many rows and columns. */
  void load(int rows, int width, double[] a, int aAt, int lda, double[] tau, int tauAt) {
    this.rows = rows;
    this.width = width;
    v = atLeast(rows * width, v);
    t = atLeast(width * width, t);
    product = atLeast(width * width, product);
    for (int j = 0; j < width; j++) {
      int column = j * rows;
      Arrays.fill(v, column, column + j, 0);
      v[column + j] = 1;
      System.arraycopy(a, aAt + j * lda + j + 1, v, column + j + 1, rows - j - 1);
    }
    DoubleBlas.gemmt(
        Triangle.UPPER,
        Transpose.YES,
        Transpose.NO,
        width,
        rows,
        1,
        v,
        0,
        rows,
        v,
        0,
        rows,
        0,
        product,
        0,
        width,
        threads);
    // Column j of T is tau_j times (-T V' v_j, 1).
    for (int j = 0; j < width; j++) {
      double factor = tau[tauAt + j];
      Arrays.fill(t, j * width, (j + 1) * width, 0);
      for (int k = 0; k < j; k++) {
        DoubleColumns.add(k + 1, -factor * product[j * width + k], t, k * width, t, j * width);
      }
      t[j * width + j] = factor;
    }
  }

  /** C := (I - V op(T) V') C. */
  void apply(Transpose trans, int columns, double[] c, int cAt, int ldc) {
    if (columns == 0) {
      return;
    }
    product = atLeast(width * columns, product);
    scaled = atLeast(width * columns, scaled);
    Transpose no = Transpose.NO;
    DoubleBlas.gemm(
        Transpose.YES,
        no,
        width,
        columns,
        rows,
        1,
        v,
        0,
        rows,
        c,
        cAt,
        ldc,
        0,
        product,
        0,
        width,
        threads);
    DoubleBlas.gemm(
        trans, no, width, columns, width, 1, t, 0, width, product, 0, width, 0, scaled, 0, width,
        threads);
    DoubleBlas.gemm(
        no, no, rows, columns, width, -1, v, 0, rows, scaled, 0, width, 1, c, cAt, ldc, threads);
  }

  private static double[] atLeast(int size, double[] array) {
    return array.length < size ? new double[size] : array;
  }
}
