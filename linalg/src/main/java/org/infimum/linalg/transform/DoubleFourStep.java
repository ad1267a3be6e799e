// float twin: generated
package org.infimum.linalg.transform;

/**
 * The Fourier transform of a power of two as a matrix of rows and columns, so that every stage
 * works on whole vectors (Bailey, "FFTs in external or hierarchical memory", J. Supercomputing 4
 * (1990)): columns, twiddle factors and transposition, columns again.
 */
final class DoubleFourStep {
  /** Rows and columns that are transposed at once. */
  private static final int TILE = 16;

  private final int rows;
  private final int columns;
  private final DoubleStockham first;
  private final DoubleStockham second;

  /** w^(k j) for row k and column j, row by row. */
  private final double[] twiddleRe;

  private final double[] twiddleIm;

  /** The length n is a power of two, at least {@code TILE^2}. */
  DoubleFourStep(int n) {
    int exponent = Integer.numberOfTrailingZeros(n);
    rows = 1 << (exponent + 1) / 2;
    columns = 1 << exponent / 2;
    first = new DoubleStockham(rows);
    second = rows == columns ? first : new DoubleStockham(columns);
    twiddleRe = new double[n];
    twiddleIm = new double[n];
    DoubleRootTable roots = new DoubleRootTable(n);
    for (int k = 0; k < rows; k++) {
      for (int j = 0; j < columns; j++) {
        twiddleRe[k * columns + j] = roots.re[k * j];
        twiddleIm[k * columns + j] = roots.im[k * j];
      }
    }
  }

  /** Leaves the result where {@code arrays} reads next. */
  void transform(DoubleTransformKernels kernels, DoubleComplexArrays arrays) {
    first.transform(kernels, columns, arrays);
    for (int k = 0; k < rows; k += TILE) {
      for (int j = 0; j < columns; j += TILE) {
        twist(arrays, k, j);
      }
    }
    arrays.swap();
    second.transform(kernels, rows, arrays);
  }

  private void twist(DoubleComplexArrays arrays, int firstRow, int firstColumn) {
    double[] xRe = arrays.xRe;
    double[] xIm = arrays.xIm;
    double[] yRe = arrays.yRe;
    double[] yIm = arrays.yIm;
    for (int k = firstRow; k < firstRow + TILE; k++) {
      int in = k * columns + firstColumn;
      int out = arrays.yAt + firstColumn * rows + k;
      for (int j = 0; j < TILE; j++) {
        double re = xRe[arrays.xAt + in + j];
        double im = xIm[arrays.xAt + in + j];
        double wRe = twiddleRe[in + j];
        double wIm = twiddleIm[in + j];
        yRe[out + j * rows] = Math.fma(re, wRe, -im * wIm);
        yIm[out + j * rows] = Math.fma(re, wIm, im * wRe);
      }
    }
  }
}
