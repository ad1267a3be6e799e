package org.infimum.convex;

import java.util.Arrays;
import java.util.Random;
import org.infimum.linalg.SparseMatrix;

/** The same program in other words: permuted, or in other units. */
final class Restated {
  private Restated() {}

  /** Rows and columns in random order. */
  static ConicProgram permuted(ConicProgram program, Random random) {
    int[] row = permutation(program.rows(), random);
    int[] column = permutation(program.columns(), random);
    double[] ones = new double[Math.max(row.length, column.length)];
    Arrays.fill(ones, 1.0);
    return restated(program, row, column, ones, ones, 1.0);
  }

  /**
   * Rows and columns in units of powers of two up to 2^range apart, the cost times {@code cost}.
   */
  static ConicProgram scaled(ConicProgram program, double cost, int range, Random random) {
    int[] row = identity(program.rows());
    int[] column = identity(program.columns());
    return restated(
        program,
        row,
        column,
        units(row.length, range, random),
        units(column.length, range, random),
        cost);
  }

  private static ConicProgram restated(
      ConicProgram program,
      int[] row,
      int[] column,
      double[] rowUnit,
      double[] columnUnit,
      double cost) {
    int n = column.length;
    int m = row.length;
    double[] q = new double[n];
    double[] lower = new double[n];
    double[] upper = new double[n];
    for (int j = 0; j < n; j++) {
      q[column[j]] = program.q()[j] * cost * columnUnit[j];
      lower[column[j]] = program.columnLower()[j] / columnUnit[j];
      upper[column[j]] = program.columnUpper()[j] / columnUnit[j];
    }
    double[] rowLower = new double[m];
    double[] rowUpper = new double[m];
    for (int i = 0; i < m; i++) {
      rowLower[row[i]] = program.rowLower()[i] * rowUnit[i];
      rowUpper[row[i]] = program.rowUpper()[i] * rowUnit[i];
    }
    SparseMatrix a = entries(program.a(), row, column, rowUnit, columnUnit, 1.0, false);
    SparseMatrix p = entries(program.p(), column, column, columnUnit, columnUnit, cost, true);
    return ConicProgram.rows(q, a, rowLower, rowUpper)
        .columnBounds(lower, upper)
        .quadratic(p)
        .constant(cost * program.r())
        .build();
  }

  private static SparseMatrix entries(
      SparseMatrix matrix,
      int[] row,
      int[] column,
      double[] rowUnit,
      double[] columnUnit,
      double factor,
      boolean upperTriangle) {
    int count = matrix.nonzeros();
    int[] rows = new int[count];
    int[] columns = new int[count];
    double[] values = new double[count];
    for (int j = 0; j < matrix.columns(); j++) {
      for (int k = matrix.columnStarts()[j]; k < matrix.columnStarts()[j + 1]; k++) {
        int i = matrix.rowIndices()[k];
        boolean swap = upperTriangle && row[i] > column[j];
        rows[k] = swap ? column[j] : row[i];
        columns[k] = swap ? row[i] : column[j];
        values[k] = matrix.values()[k] * factor * rowUnit[i] * columnUnit[j];
      }
    }
    return SparseMatrix.ofTriplets(matrix.rows(), matrix.columns(), count, rows, columns, values);
  }

  private static int[] identity(int length) {
    int[] order = new int[length];
    Arrays.setAll(order, k -> k);
    return order;
  }

  private static int[] permutation(int length, Random random) {
    int[] order = identity(length);
    for (int k = length - 1; k > 0; k--) {
      int other = random.nextInt(k + 1);
      int swapped = order[k];
      order[k] = order[other];
      order[other] = swapped;
    }
    return order;
  }

  private static double[] units(int length, int range, Random random) {
    double[] units = new double[length];
    Arrays.setAll(units, k -> Math.scalb(1.0, random.nextInt(range + 1)));
    return units;
  }
}
