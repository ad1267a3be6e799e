package org.infimum.convex;

import java.util.Arrays;
import java.util.Random;
import org.infimum.linalg.SparseMatrix;

/**
 * A random program built around its optimal pair: x, y and the reduced costs are drawn first and
 * the data follow. The pair is nondegenerate with probability 1 (as many active rows as columns off
 * their bounds, no multiplier of an active end near 0), so it is the only optimal one. All numbers
 * are small multiples of 1/16: data and residuals are exact in double.
 *
 * @param program the program
 * @param x its solution
 * @param y its row duals
 */
record OptimalPair(ConicProgram program, double[] x, double[] y) {
  static OptimalPair random(Random random, boolean quadratic) {
    int n = 2 + random.nextInt(6);
    int m = 1 + random.nextInt(6);
    int active = Math.min(m, random.nextInt(n) + 1);
    double[][] a = new double[m][n];
    for (double[] row : a) {
      Arrays.setAll(row, j -> sixteenths(random));
    }
    double[] x = new double[n];
    Arrays.setAll(x, j -> sixteenths(random));
    double[] z = new double[n];
    double[] lower = new double[n];
    double[] upper = new double[n];
    for (int j = 0; j < n; j++) {
      if (j < active) {
        lower[j] = random.nextBoolean() ? x[j] - 2.0 : Double.NEGATIVE_INFINITY;
        upper[j] = random.nextBoolean() ? x[j] + 1.0 : Double.POSITIVE_INFINITY;
      } else {
        z[j] = sixteenths(random);
        lower[j] = z[j] > 0 ? x[j] : random.nextBoolean() ? x[j] - 1.5 : Double.NEGATIVE_INFINITY;
        upper[j] = z[j] < 0 ? x[j] : random.nextBoolean() ? x[j] + 3.0 : Double.POSITIVE_INFINITY;
      }
    }
    double[] y = new double[m];
    double[] rowLower = new double[m];
    double[] rowUpper = new double[m];
    for (int i = 0; i < m; i++) {
      double activity = 0.0;
      for (int j = 0; j < n; j++) {
        activity += a[i][j] * x[j];
      }
      boolean range = random.nextBoolean();
      if (i < active) {
        y[i] = sixteenths(random);
        boolean equality = random.nextInt(4) == 0;
        rowLower[i] =
            y[i] > 0 || equality ? activity : range ? activity - 2.0 : Double.NEGATIVE_INFINITY;
        rowUpper[i] =
            y[i] < 0 || equality ? activity : range ? activity + 2.0 : Double.POSITIVE_INFINITY;
      } else {
        rowLower[i] = activity - 1.0;
        rowUpper[i] = range ? activity + 2.0 : Double.POSITIVE_INFINITY;
      }
    }
    double[] diagonal = new double[n];
    if (quadratic) {
      Arrays.setAll(diagonal, j -> random.nextInt(3));
    }
    double[] q = new double[n];
    for (int j = 0; j < n; j++) {
      q[j] = z[j] - diagonal[j] * x[j];
      for (int i = 0; i < m; i++) {
        q[j] += a[i][j] * y[i];
      }
    }
    ConicProgram program =
        ConicProgram.rows(q, dense(a, n), rowLower, rowUpper)
            .columnBounds(lower, upper)
            .quadratic(diagonalMatrix(diagonal))
            .constant(sixteenths(random))
            .build();
    return new OptimalPair(program, x, y);
  }

  /** A multiple of 1/16 with absolute value in [1/16, 2]. */
  private static double sixteenths(Random random) {
    double size = (1 + random.nextInt(32)) / 16.0;
    return random.nextBoolean() ? size : -size;
  }

  static SparseMatrix dense(double[][] rows, int columns) {
    int count = rows.length * columns;
    int[] row = new int[count];
    int[] column = new int[count];
    double[] value = new double[count];
    int k = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns; j++) {
        row[k] = i;
        column[k] = j;
        value[k++] = rows[i][j];
      }
    }
    return SparseMatrix.ofTriplets(rows.length, columns, count, row, column, value);
  }

  static SparseMatrix diagonalMatrix(double[] diagonal) {
    int n = diagonal.length;
    int[] index = new int[n];
    Arrays.setAll(index, j -> j);
    return SparseMatrix.ofTriplets(n, n, n, index, index, diagonal);
  }
}
