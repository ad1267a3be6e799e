package org.infimum.convex.model;

import java.util.Arrays;

/** The terms {@code weight * x_i x_j} of the objective, before they become the matrix P. */
final class QuadraticCost {
  private int[] row = new int[16];
  private int[] column = new int[16];
  private int[] parameter = new int[16];
  private double[] factor = new double[16];
  private int count;

  /** Adds {@code weight * coefficient * x_i x_j}. */
  void add(int i, int j, Weight weight, double coefficient) {
    if (count == row.length) {
      int larger = 2 * count;
      row = Arrays.copyOf(row, larger);
      column = Arrays.copyOf(column, larger);
      parameter = Arrays.copyOf(parameter, larger);
      factor = Arrays.copyOf(factor, larger);
    }
    row[count] = i;
    column[count] = j;
    parameter[count] = weight.parameter();
    factor[count++] = weight.factor() * coefficient;
  }

  int count() {
    return count;
  }

  int row(int term) {
    return row[term];
  }

  int column(int term) {
    return column[term];
  }

  int parameter(int term) {
    return parameter[term];
  }

  double factor(int term) {
    return factor[term];
  }
}
