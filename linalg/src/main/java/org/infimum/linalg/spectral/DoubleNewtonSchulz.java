// float twin: generated
package org.infimum.linalg.spectral;

import org.infimum.linalg.dense.DoubleBlas;
import org.infimum.linalg.dense.Side;
import org.infimum.linalg.dense.Transpose;
import org.infimum.linalg.dense.Triangle;

/**
 * The orthogonal polar factor of a matrix, the nearest one with orthonormal columns (or rows), by
 * matrix products alone: X := X (a + b X'X + c (X'X)^2) for each polynomial of a {@link PolarTable}
 * (Bjorck and Bowie, An iterative algorithm for computing the best estimate of an orthogonal
 * matrix, SIAM J. Numer. Anal. 8, 1971). Singular values too small for the table stay below one.
 * For all digits whatever the condition, take {@link DoublePolarFactor}.
 *
 * <p>One instance holds the work space for one shape and must not be used by two threads at once.
 */
public final class DoubleNewtonSchulz {
  private final int rows;
  private final int columns;
  private final int threads;
  private final int order;
  private final double[] gram;
  private final double[] polynomial;
  private final double[] product;
  private final double[] coefficients = new double[3];

  /**
   * Allocates for matrices of one shape.
   *
   * @param rows at least 0
   * @param columns at least 0
   * @param threads the largest number of threads to use, at least 1
   */
  public DoubleNewtonSchulz(int rows, int columns, int threads) {
    this.rows = rows;
    this.columns = columns;
    this.threads = threads;
    DoubleMatrices.checkSize(rows, columns, threads);
    order = Math.min(rows, columns);
    gram = new double[order * order];
    polynomial = new double[order * order];
    product = new double[rows * columns];
  }

  /**
   * Overwrites a matrix with its approximate polar factor.
   *
   * @param x column-major; scaled by its Frobenius norm first, so that its singular values relative
   *     to that norm are those the table has to serve
   * @param offset where the matrix starts
   * @param stride the leading dimension, at least the number of rows
   * @return a bound on the distance of all singular values of the result from one, and so on that
   *     of the result from the polar factor in the spectral norm: the Frobenius norm of X'X - I
   * @throws IllegalArgumentException if an element is infinite or not a number
   */
  public double orthogonalize(double[] x, int offset, int stride, PolarTable table) {
    normalize(x, offset, stride);
    if (order == 0) {
      return 0;
    }
    for (OddQuintic quintic : table.steps()) {
      quintic.copyTo(coefficients);
      formGram(x, offset, stride);
      step(x, offset, stride);
    }
    formGram(x, offset, stride);
    return distanceFromIdentity();
  }

  private void normalize(double[] x, int offset, int stride) {
    double scale = DoubleMatrices.scale(rows, columns, x, offset, stride);
    double squares = 0;
    for (int j = 0; j < columns; j++) {
      for (int i = offset + j * stride; i < offset + j * stride + rows; i++) {
        double scaled = x[i] / scale;
        squares += scaled * scaled;
      }
    }
    if (squares == 0) {
      return;
    }
    double norm = Math.sqrt(squares);
    for (int j = 0; j < columns; j++) {
      for (int i = offset + j * stride; i < offset + j * stride + rows; i++) {
        x[i] = x[i] / scale / norm;
      }
    }
  }

  /** The lower triangle of X'X, or of X X' if that is smaller. */
  private void formGram(double[] x, int offset, int stride) {
    DoubleBlas.syrk(
        Triangle.LOWER,
        rows >= columns ? Transpose.YES : Transpose.NO,
        order,
        Math.max(rows, columns),
        1,
        x,
        offset,
        stride,
        0,
        gram,
        0,
        order,
        threads);
  }

  /** X := a X + X (b G + c G^2), or with the factors of each product exchanged. */
  private void step(double[] x, int offset, int stride) {
    for (int j = 0; j < order; j++) {
      for (int i = j; i < order; i++) {
        gram[i * order + j] = gram[j * order + i];
      }
    }
    System.arraycopy(gram, 0, polynomial, 0, order * order);
    DoubleBlas.gemmt(
        Triangle.LOWER,
        Transpose.NO,
        Transpose.NO,
        order,
        order,
        coefficients[2],
        gram,
        0,
        order,
        gram,
        0,
        order,
        coefficients[1],
        polynomial,
        0,
        order,
        threads);
    for (int j = 0; j < columns; j++) {
      System.arraycopy(x, offset + j * stride, product, j * rows, rows);
    }
    DoubleBlas.symm(
        rows >= columns ? Side.RIGHT : Side.LEFT,
        Triangle.LOWER,
        rows,
        columns,
        1,
        polynomial,
        0,
        order,
        product,
        0,
        Math.max(rows, 1),
        coefficients[0],
        x,
        offset,
        stride,
        threads);
  }

  private double distanceFromIdentity() {
    double squares = 0;
    for (int j = 0; j < order; j++) {
      double diagonal = gram[j * order + j] - 1;
      squares += diagonal * diagonal;
      for (int i = j + 1; i < order; i++) {
        squares += 2 * gram[j * order + i] * gram[j * order + i];
      }
    }
    return Math.sqrt(squares);
  }
}
