// float twin: generated
package org.infimum.linalg.transform;

/**
 * The Fourier transform of a power of two as a matrix of rows and columns, so that every stage
 * works on whole vectors (Bailey, "FFTs in external or hierarchical memory", J. Supercomputing 4
 * (1990)): columns, twiddle factors and transposition, columns again. A few columns at a time are
 * brought into cache, so that the numbers go through memory twice, whatever the number of stages.
 */
final class DoubleFourStep {
  /** Columns that are transformed at once; every vector of floats or doubles divides it. */
  private static final int TILE = 16;

  private final int rows;
  private final int columns;
  private final DoubleStockham first;
  private final DoubleStockham second;

  /** w^(k j) for row k and column j, column by column. */
  private final double[] twiddleRe;

  private final double[] twiddleIm;

  /** Both places of the columns in work. */
  private final DoubleComplexArrays tile;

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
    for (int j = 0; j < columns; j++) {
      for (int k = 0; k < rows; k++) {
        twiddleRe[j * rows + k] = roots.re[k * j];
        twiddleIm[j * rows + k] = roots.im[k * j];
      }
    }
    int size = TILE * rows;
    tile =
        new DoubleComplexArrays(
            new double[size], new double[size], 0, new double[size], new double[size], 0);
  }

  /** Leaves the result where the input was. */
  void transform(DoubleTransformKernels kernels, DoubleComplexArrays arrays) {
    for (int j = 0; j < columns; j += TILE) {
      load(rows, columns, arrays.xRe, arrays.xIm, arrays.xAt + j);
      first.transform(kernels, TILE, tile);
      for (int k = 0; k < rows; k += TILE) {
        twist(k, j, arrays);
      }
    }
    for (int k = 0; k < rows; k += TILE) {
      load(columns, rows, arrays.yRe, arrays.yIm, arrays.yAt + k);
      second.transform(kernels, TILE, tile);
      for (int i = 0; i < columns; i++) {
        int out = arrays.xAt + i * rows + k;
        System.arraycopy(tile.xRe, i * TILE, arrays.xRe, out, TILE);
        System.arraycopy(tile.xIm, i * TILE, arrays.xIm, out, TILE);
      }
    }
  }

  /** The tile of {@code height} rows at {@code at} of a matrix of {@code width} columns. */
  private void load(int height, int width, double[] re, double[] im, int at) {
    for (int i = 0; i < height; i++) {
      System.arraycopy(re, at + i * width, tile.xRe, i * TILE, TILE);
      System.arraycopy(im, at + i * width, tile.xIm, i * TILE, TILE);
    }
  }

  /** Rows k .. k + TILE - 1 of the tile that begins with column j, transposed. */
  private void twist(int firstRow, int firstColumn, DoubleComplexArrays arrays) {
    double[] xRe = tile.xRe;
    double[] xIm = tile.xIm;
    for (int j = 0; j < TILE; j++) {
      int w = (firstColumn + j) * rows;
      int out = arrays.yAt + w;
      for (int k = firstRow; k < firstRow + TILE; k++) {
        double re = xRe[k * TILE + j];
        double im = xIm[k * TILE + j];
        double wRe = twiddleRe[w + k];
        double wIm = twiddleIm[w + k];
        arrays.yRe[out + k] = Math.fma(re, wRe, -im * wIm);
        arrays.yIm[out + k] = Math.fma(re, wIm, im * wRe);
      }
    }
  }
}
