package org.infimum.convex.io;

import org.infimum.convex.SemidefiniteCone;

/** Elements of symmetric matrices as components of {@code svec}; see {@link SemidefiniteCone}. */
final class Svec {
  private static final double ROOT = Math.sqrt(2.0);

  private Svec() {}

  /** The dimension of the blocks of an order, which may exceed what an int holds. */
  static long dimension(long order) {
    return order * (order + 1) / 2;
  }

  /** The position of element (i, j), {@code i >= j}, in a block. */
  static int position(int order, int i, int j) {
    return start(order, j) + i - j;
  }

  /**
   * The coefficient of a component of svec(X) that stands for {@code value} at both (i, j), (j, i).
   */
  static double scaled(double value, int i, int j) {
    return i == j ? value : value * ROOT;
  }

  /**
   * The value that {@link #scaled} brings to {@code coefficient}, the nearest if none does.
   * Multiplying by the root skips some numbers and meets others twice, so a neighbour may be the
   * one.
   */
  static double unscaled(double coefficient, int i, int j) {
    if (i == j) {
      return coefficient;
    }
    double value = coefficient / ROOT;
    for (double candidate : new double[] {value, Math.nextUp(value), Math.nextDown(value)}) {
      if (candidate * ROOT == coefficient) {
        return candidate;
      }
    }
    return value;
  }

  /** The column of the matrix in which a component of svec stands. */
  static int column(int order, int position) {
    double width = 2.0 * order + 1.0;
    int j = (int) Math.floor(0.5 * (width - Math.sqrt(width * width - 8.0 * position)));
    // the root is rounded
    while (j > 0 && start(order, j) > position) {
      j--;
    }
    while (start(order, j + 1) <= position) {
      j++;
    }
    return j;
  }

  /** The row of the matrix in which a component of its column {@code j} stands. */
  static int row(int order, int j, int position) {
    return position - start(order, j) + j;
  }

  private static int start(int order, int j) {
    return j * (2 * order - j + 1) / 2;
  }

  /** The name of a component: {@code X1[3,2]}, rows and columns from 1. */
  static String name(String matrix, int order, int position) {
    int j = column(order, position);
    return matrix + "[" + (row(order, j, position) + 1) + "," + (j + 1) + "]";
  }
}
