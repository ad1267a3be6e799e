package org.infimum.linalg.dense;

/** What every operation asks of its arguments. */
final class Shapes {
  private Shapes() {}

  /** Whether a matrix of so many rows and columns fits its array. */
  static void check(String name, int rows, int columns, int length, int at, int stride) {
    if (rows < 0 || columns < 0) {
      throw new IllegalArgumentException(
          name + " has a negative dimension: " + rows + " x " + columns);
    }
    if (stride < Math.max(1, rows)) {
      throw new IllegalArgumentException(
          "the leading dimension of " + name + " is " + stride + " but it has " + rows + " rows");
    }
    long end = columns == 0 || rows == 0 ? at : at + (columns - 1L) * stride + rows;
    if (at < 0 || end > length) {
      throw new IllegalArgumentException(
          name
              + " of "
              + rows
              + " x "
              + columns
              + " with leading dimension "
              + stride
              + " from "
              + at
              + " does not fit an array of length "
              + length);
    }
  }

  /** Whether a vector with so many elements fits its array. */
  static void checkVector(String name, int count, int length, int at, int step) {
    if (count < 0 || step < 1) {
      throw new IllegalArgumentException(name + " has length " + count + " and increment " + step);
    }
    if (at < 0 || (count > 0 && at + (count - 1L) * step >= length)) {
      throw new IllegalArgumentException(
          name
              + " of length "
              + count
              + " with increment "
              + step
              + " from "
              + at
              + " does not fit an array of length "
              + length);
    }
  }

  static void checkThreads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + " but at least 1 is needed");
    }
  }
}
