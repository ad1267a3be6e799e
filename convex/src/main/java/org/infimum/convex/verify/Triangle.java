package org.infimum.convex.verify;

/** Symmetric matrices as columns of numbers: the lower triangle, column by column. */
final class Triangle {
  private Triangle() {}

  /** How many elements a triangle of this order has. */
  static long size(long order) {
    return order * (order + 1) / 2;
  }

  /** The place of element (i, j), in any order: whole columns before it, then the steps down. */
  static int place(int order, int i, int j) {
    int row = Math.max(i, j);
    int column = Math.min(i, j);
    int before = 0;
    for (int k = 0; k < column; k++) {
      before += order - k;
    }
    return before + row - column;
  }

  /** What an element counts in inner products of triangles, per root. */
  static double weight(int i, int j) {
    return i == j ? 1.0 : Math.sqrt(2.0);
  }

  static String name(String matrix, int i, int j) {
    return matrix + "[" + (i + 1) + "," + (j + 1) + "]";
  }
}
