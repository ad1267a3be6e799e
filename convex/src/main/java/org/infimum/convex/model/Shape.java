package org.infimum.convex.model;

/** Rows and columns of an expression; its elements are numbered column by column. */
record Shape(int rows, int columns) {
  static final Shape SCALAR = new Shape(1, 1);

  /** A column vector. */
  static Shape vector(int length) {
    return new Shape(length, 1);
  }

  int size() {
    return Math.multiplyExact(rows, columns);
  }

  boolean isScalar() {
    return rows == 1 && columns == 1;
  }

  boolean isVector() {
    return columns == 1;
  }

  boolean isSquare() {
    return rows == columns;
  }

  @Override
  public String toString() {
    if (isScalar()) {
      return "a scalar";
    }
    return isVector() ? "a vector of " + rows : rows + " x " + columns;
  }
}
