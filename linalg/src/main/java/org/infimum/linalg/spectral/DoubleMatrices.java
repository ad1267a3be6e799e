// float twin: generated
package org.infimum.linalg.spectral;

/** Checks and scalings of column-major matrices. */
final class DoubleMatrices {
  private DoubleMatrices() {}

  /** Refuses shapes that no array holds, and less than one thread. */
  static void checkSize(int rows, int columns, int threads) {
    if (rows < 0 || columns < 0 || (long) rows * columns > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a matrix of " + rows + " x " + columns + " is negative or larger than an array");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("the number of threads must be at least 1: " + threads);
    }
  }

  /** The power of two next below the largest entry of the lower triangle; 1 for a zero matrix. */
  static double lowerScale(int n, double[] a, int offset, int stride) {
    checkLayout(n, n, a, offset, stride);
    double largest = 0;
    for (int j = 0; j < n; j++) {
      int column = offset + j * stride;
      largest = Math.max(largest, largest(n - j, a, column + j, j));
    }
    return largest == 0 ? 1 : DoubleArithmetic.binade(largest);
  }

  /** The power of two next below the largest entry of a matrix; 1 for a zero matrix. */
  static double scale(int rows, int columns, double[] a, int offset, int stride) {
    checkLayout(rows, columns, a, offset, stride);
    double largest = 0;
    for (int j = 0; j < columns; j++) {
      largest = Math.max(largest, largest(rows, a, offset + j * stride, j));
    }
    return largest == 0 ? 1 : DoubleArithmetic.binade(largest);
  }

  /**
   * Copies a matrix or its transpose, divided by a power of two that makes its largest entry about
   * one.
   *
   * @param copy column-major without gaps between the columns
   * @return the power of two
   */
  static double copyScaled(
      int rows,
      int columns,
      double[] a,
      int offset,
      int stride,
      boolean isTransposed,
      double[] copy) {
    double scale = scale(rows, columns, a, offset, stride);
    double inverse = 1 / scale;
    for (int j = 0; j < columns; j++) {
      int from = offset + j * stride;
      int to = isTransposed ? j : j * rows;
      int step = isTransposed ? columns : 1;
      for (int i = 0; i < rows; i++) {
        copy[to + i * step] = a[from + i] * inverse;
      }
    }
    return scale;
  }

  private static double largest(int count, double[] a, int at, int column) {
    double largest = 0;
    for (int i = 0; i < count; i++) {
      double size = Math.abs(a[at + i]);
      largest = Math.max(largest, size);
    }
    if (!(largest <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "the matrix has an element in column " + column + " that is infinite or not a number");
    }
    return largest;
  }

  private static void checkLayout(int rows, int columns, double[] a, int offset, int stride) {
    if (offset < 0
        || stride < rows
        || (rows > 0 && columns > 0 && offset + (long) (columns - 1) * stride + rows > a.length)) {
      throw new IllegalArgumentException(
          "a matrix of %d x %d with offset %d and leading dimension %d does not fit into %d elements"
              .formatted(rows, columns, offset, stride, a.length));
    }
  }
}
