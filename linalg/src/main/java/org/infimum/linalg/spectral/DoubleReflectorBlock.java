// float twin: generated
package org.infimum.linalg.spectral;

import java.util.Arrays;
import org.infimum.linalg.dense.DoubleBlas;
import org.infimum.linalg.dense.Transpose;

/**
 * A product of reflectors in compact form, H_1 H_2 ... H_w = I - V T V' with T upper triangular
 * (Schreiber and Van Loan, A storage-efficient WY representation for products of Householder
 * transformations, SIAM J. Sci. Stat. Comput. 10, 1989).
 */
final class DoubleReflectorBlock {
  /** Reflectors applied at once. */
  static final int WIDTH = 48;

  private final double[] v;
  private final double[] t = new double[WIDTH * WIDTH];
  private final double[] product = new double[WIDTH * WIDTH];
  private double[] projected = new double[0];
  private double[] scaled = new double[0];
  private int rows;
  private int width;

  /** For reflectors of at most {@code rows} elements. */
  DoubleReflectorBlock(int rows) {
    v = new double[rows * WIDTH];
  }

  /**
   * Takes reflectors stored in the columns of a matrix, the one of column j from row j on with its
   * leading one.
   */
  void loadColumns(
      int rows, int width, double[] a, int at, int stride, double[] tau, int tauAt, int threads) {
    this.rows = rows;
    this.width = width;
    for (int j = 0; j < width; j++) {
      int column = j * rows;
      Arrays.fill(v, column, column + j, 0);
      System.arraycopy(a, at + j * stride + j, v, column + j, rows - j);
    }
    formTriangle(tau, tauAt, threads);
  }

  /** Column j of T is tau_j times (-T V' v_j, 1). */
  private void formTriangle(double[] tau, int tauAt, int threads) {
    DoubleBlas.gemm(
        Transpose.YES,
        Transpose.NO,
        width,
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
    for (int j = 0; j < width; j++) {
      double factor = tau[tauAt + j];
      for (int i = 0; i < width; i++) {
        double sum = 0;
        for (int k = i; k < j; k++) {
          sum += t[k * width + i] * product[j * width + k];
        }
        t[j * width + i] = i < j ? -factor * sum : i == j ? factor : 0;
      }
    }
  }

  /** Z := (I - V T V') Z for a matrix of as many rows as the reflectors have elements. */
  void applyTo(double[] z, int at, int stride, int columns, int threads) {
    if (columns == 0) {
      return;
    }
    if (projected.length < width * columns) {
      projected = new double[width * columns];
      scaled = new double[width * columns];
    }
    DoubleBlas.gemm(
        Transpose.YES,
        Transpose.NO,
        width,
        columns,
        rows,
        1,
        v,
        0,
        rows,
        z,
        at,
        stride,
        0,
        projected,
        0,
        width,
        threads);
    DoubleBlas.gemm(
        Transpose.NO,
        Transpose.NO,
        width,
        columns,
        width,
        1,
        t,
        0,
        width,
        projected,
        0,
        width,
        0,
        scaled,
        0,
        width,
        threads);
    DoubleBlas.gemm(
        Transpose.NO,
        Transpose.NO,
        rows,
        columns,
        width,
        -1,
        v,
        0,
        rows,
        scaled,
        0,
        width,
        1,
        z,
        at,
        stride,
        threads);
  }
}
