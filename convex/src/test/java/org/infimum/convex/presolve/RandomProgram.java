package org.infimum.convex.presolve;

import java.util.Random;
import org.infimum.convex.ConicProgram;
import org.infimum.linalg.SparseMatrix;

/**
 * A small random linear or quadratic program with a known optimal pair, full of what presolve looks
 * for: the matrix has empty, singleton, doubleton and parallel rows and columns by construction;
 * then a point and multipliers with admissible signs are drawn, the ends are set around the point,
 * and the cost follows from stationarity.
 */
final class RandomProgram {
  final ConicProgram program;
  final double[] x;
  final double[] y;

  private final Random random;
  private final int rows;
  private final int columns;
  private final double[][] a;

  RandomProgram(long seed, boolean quadratic) {
    random = new Random(seed);
    rows = 1 + random.nextInt(12);
    columns = 2 + random.nextInt(14);
    a = new double[rows][columns];
    drawMatrix();
    x = new double[columns];
    y = new double[rows];
    double[] z = new double[columns];
    double[] columnLower = new double[columns];
    double[] columnUpper = new double[columns];
    for (int j = 0; j < columns; j++) {
      drawColumn(j, z, columnLower, columnUpper);
    }
    double[] rowLower = new double[rows];
    double[] rowUpper = new double[rows];
    for (int i = 0; i < rows; i++) {
      drawRow(i, rowLower, rowUpper, columnLower, columnUpper);
    }
    double[][] p = quadratic ? drawQuadratic() : new double[columns][columns];
    double[] q = new double[columns];
    for (int j = 0; j < columns; j++) {
      q[j] = z[j];
      for (int i = 0; i < rows; i++) {
        q[j] += a[i][j] * y[i];
      }
      for (int k = 0; k < columns; k++) {
        q[j] -= p[j][k] * x[k];
      }
    }
    program =
        ConicProgram.rows(q, sparse(a, columns, false), rowLower, rowUpper)
            .columnBounds(columnLower, columnUpper)
            .quadratic(sparse(p, columns, true))
            .constant(random.nextInt(5))
            .build();
  }

  private void drawMatrix() {
    for (int i = 0; i < rows; i++) {
      int kind = random.nextInt(8);
      if (kind == 0 && i > 0) {
        double s = coefficient();
        for (int j = 0; j < columns; j++) {
          a[i][j] = s * a[i - 1][j];
        }
        continue;
      }
      int entries = kind <= 2 ? 2 : kind == 3 ? 1 : random.nextInt(columns + 1);
      for (int k = 0; k < entries; k++) {
        a[i][random.nextInt(columns)] = coefficient();
      }
    }
    for (int j = 0; j < columns; j++) {
      int kind = random.nextInt(6);
      if (kind == 0 && j > 0) {
        double s = coefficient();
        for (int i = 0; i < rows; i++) {
          a[i][j] = s * a[i][j - 1];
        }
      } else if (kind == 1) {
        int only = random.nextInt(rows);
        for (int i = 0; i < rows; i++) {
          a[i][j] = i == only ? coefficient() : 0.0;
        }
      }
    }
  }

  private double coefficient() {
    double[] values = {1.0, 1.0, -1.0, -1.0, 2.0, -3.0, 0.5, 1.25, -0.1};
    return values[random.nextInt(values.length)];
  }

  private void drawColumn(int j, double[] z, double[] lower, double[] upper) {
    x[j] = random.nextInt(4) == 0 ? 0.0 : random.nextInt(-5, 6) * 0.5;
    double room = 1.0 + random.nextInt(3);
    boolean wide = random.nextBoolean();
    lower[j] = wide ? Double.NEGATIVE_INFINITY : x[j] - room;
    upper[j] = random.nextBoolean() ? Double.POSITIVE_INFINITY : x[j] + room;
    switch (random.nextInt(5)) {
      case 0, 1 -> {
        lower[j] = x[j];
        z[j] = random.nextInt(4) * 0.75;
      }
      case 2 -> {
        upper[j] = x[j];
        z[j] = -random.nextInt(4) * 0.75;
      }
      case 3 -> {
        if (random.nextInt(3) == 0) {
          lower[j] = x[j];
          upper[j] = x[j];
          z[j] = random.nextInt(-3, 4);
        }
      }
      default -> {}
    }
  }

  private void drawRow(
      int i, double[] lower, double[] upper, double[] columnLower, double[] columnUpper) {
    double activity = 0.0;
    double least = 0.0;
    for (int j = 0; j < columns; j++) {
      activity += a[i][j] * x[j];
      if (a[i][j] != 0.0) {
        least += a[i][j] * (a[i][j] > 0.0 ? columnLower[j] : columnUpper[j]);
      }
    }
    double room = 1.0 + random.nextInt(20);
    lower[i] = random.nextBoolean() ? Double.NEGATIVE_INFINITY : activity - room;
    upper[i] = random.nextBoolean() ? Double.POSITIVE_INFINITY : activity + room;
    switch (activity == least ? 2 : random.nextInt(6)) {
      case 0, 1 -> {
        lower[i] = activity;
        y[i] = random.nextInt(4) * 0.5;
      }
      case 2 -> {
        upper[i] = activity;
        y[i] = -random.nextInt(4) * 0.5;
      }
      case 3, 4 -> {
        lower[i] = activity;
        upper[i] = activity;
        y[i] = random.nextInt(-3, 4);
      }
      default -> {}
    }
  }

  /** A sum of squares of sparse linear forms. */
  private double[][] drawQuadratic() {
    double[][] p = new double[columns][columns];
    int forms = 1 + random.nextInt(4);
    for (int f = 0; f < forms; f++) {
      double[] form = new double[columns];
      for (int k = 0; k < 2; k++) {
        form[random.nextInt(columns)] = coefficient();
      }
      for (int j = 0; j < columns; j++) {
        for (int k = 0; k < columns; k++) {
          p[j][k] += form[j] * form[k];
        }
      }
    }
    return p;
  }

  /** The nonzero entries, of the upper triangle only if asked. */
  static SparseMatrix sparse(double[][] dense, int columns, boolean upperTriangle) {
    int rows = dense.length;
    int[] row = new int[rows * columns];
    int[] column = new int[rows * columns];
    double[] value = new double[rows * columns];
    int count = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = upperTriangle ? i : 0; j < columns; j++) {
        if (dense[i][j] != 0.0) {
          row[count] = i;
          column[count] = j;
          value[count++] = dense[i][j];
        }
      }
    }
    return SparseMatrix.ofTriplets(rows, columns, count, row, column, value);
  }
}
