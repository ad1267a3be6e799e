// float twin: generated
package org.infimum.linalg.spectral;

import org.infimum.linalg.dense.DoubleBlas;
import org.infimum.linalg.dense.Transpose;

/**
 * The polar decomposition A = U H of a matrix with at least as many rows as columns: U has
 * orthonormal columns and is the nearest such matrix to A, H is symmetric positive semidefinite.
 * From the singular value decomposition A = W S V', U = W V' and H = V S V' (Higham, Functions of
 * Matrices, section 8.1), to full accuracy whatever the condition; where A does not have full rank,
 * U is one of many.
 */
public final class DoublePolarFactor {
  private final int rows;
  private final int columns;
  private final int threads;
  private final DoubleSvd svd;
  private final double[] orthogonal;
  private final double[] symmetric;

  /**
   * Allocates for matrices of one shape.
   *
   * @param rows at least the number of columns
   * @param columns at least 0
   * @param threads the largest number of threads to use, at least 1
   */
  public DoublePolarFactor(int rows, int columns, int threads) {
    if (rows < columns) {
      throw new IllegalArgumentException(
          "a polar decomposition needs at least as many rows as columns: "
              + rows
              + " x "
              + columns);
    }
    this.rows = rows;
    this.columns = columns;
    this.threads = threads;
    svd = new DoubleSvd(rows, columns, threads);
    orthogonal = new double[rows * columns];
    symmetric = new double[columns * columns];
  }

  /**
   * Decomposes a matrix.
   *
   * @param a column-major; not written
   * @param offset where the matrix starts
   * @param stride the leading dimension, at least the number of rows
   * @throws IllegalArgumentException if an element is infinite or not a number
   */
  public void decompose(double[] a, int offset, int stride) {
    svd.decompose(a, offset, stride);
    if (columns == 0) {
      return;
    }
    multiply(rows, svd.left(), orthogonal);
    double[] scaled = svd.right().clone();
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < columns; i++) {
        scaled[j * columns + i] *= svd.values()[j];
      }
    }
    multiply(columns, scaled, symmetric);
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < j; i++) {
        symmetric[j * columns + i] = symmetric[i * columns + j];
      }
    }
  }

  /** Result := left V'. */
  private void multiply(int height, double[] left, double[] result) {
    DoubleBlas.gemm(
        Transpose.NO,
        Transpose.YES,
        height,
        columns,
        columns,
        1,
        left,
        0,
        height,
        svd.right(),
        0,
        columns,
        0,
        result,
        0,
        height,
        threads);
  }

  /** U, of the shape of A, column-major; refilled by the next {@link #decompose}. */
  public double[] orthogonal() {
    return orthogonal;
  }

  /** H, of as many rows and columns as A has columns; refilled by the next {@link #decompose}. */
  public double[] symmetric() {
    return symmetric;
  }
}
