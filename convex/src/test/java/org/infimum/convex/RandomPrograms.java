package org.infimum.convex;

import java.util.Arrays;
import java.util.Random;
import org.infimum.linalg.SparseMatrix;

/**
 * Random sparse linear and quadratic programs whose answer is known by construction. Unlike {@link
 * OptimalPair} they may be degenerate, and P couples columns.
 */
final class RandomPrograms {
  private final Random random;
  private final int rows;
  private final int columns;
  private final double[][] a;
  private final double[] rowLower;
  private final double[] rowUpper;
  private final double[] columnLower;
  private final double[] columnUpper;
  private final double[] q;
  private double[][] forms = {};

  private RandomPrograms(Random random, int rows, int columns) {
    this.random = random;
    this.rows = rows;
    this.columns = columns;
    a = new double[rows][columns];
    for (double[] row : a) {
      for (int k = 0; k < 3; k++) {
        row[random.nextInt(columns)] = nonzero();
      }
    }
    rowLower = new double[rows];
    rowUpper = new double[rows];
    columnLower = new double[columns];
    columnUpper = new double[columns];
    q = new double[columns];
  }

  /** A program and its optimal value. */
  record Known(ConicProgram program, double objective) {}

  /** A program with an optimal pair that is drawn first. */
  static Known optimal(Random random, int rows, int columns, boolean quadratic) {
    RandomPrograms draw = new RandomPrograms(random, rows, columns);
    return draw.withOptimum(quadratic);
  }

  /** The program of {@link #optimal} with a row more that contradicts some of the others. */
  static ConicProgram infeasible(Random random, int rows, int columns, boolean quadratic) {
    RandomPrograms base = new RandomPrograms(random, rows, columns);
    base.withOptimum(quadratic);
    RandomPrograms draw = new RandomPrograms(random, rows + 1, columns);
    System.arraycopy(base.columnLower, 0, draw.columnLower, 0, columns);
    System.arraycopy(base.columnUpper, 0, draw.columnUpper, 0, columns);
    System.arraycopy(base.q, 0, draw.q, 0, columns);
    draw.forms = base.forms;
    double[] sum = new double[columns];
    double least = 0.0;
    for (int i = 0; i < rows; i++) {
      draw.a[i] = base.a[i];
      draw.rowLower[i] = base.rowLower[i];
      draw.rowUpper[i] = base.rowUpper[i];
      boolean usesLower = Double.isFinite(base.rowLower[i]);
      double multiplier = (usesLower ? 1.0 : -1.0) * (1 + random.nextInt(2));
      for (int j = 0; j < columns; j++) {
        sum[j] += multiplier * base.a[i][j];
      }
      least += multiplier * (usesLower ? base.rowLower[i] : base.rowUpper[i]);
    }
    draw.a[rows] = sum;
    draw.rowLower[rows] = Double.NEGATIVE_INFINITY;
    draw.rowUpper[rows] = least - 1.0;
    return draw.build();
  }

  /** A feasible program with a direction along which the objective falls without end. */
  static ConicProgram unbounded(Random random, int rows, int columns, boolean quadratic) {
    RandomPrograms draw = new RandomPrograms(random, rows, columns);
    double[] d = draw.vector();
    d[random.nextInt(columns)] = 1.0;
    double[] x = draw.vector();
    for (int j = 0; j < columns; j++) {
      draw.columnLower[j] = d[j] < 0.0 ? Double.NEGATIVE_INFINITY : x[j] - random.nextInt(2);
      draw.columnUpper[j] = d[j] > 0.0 ? Double.POSITIVE_INFINITY : x[j] + random.nextInt(2);
    }
    for (int i = 0; i < rows; i++) {
      double activity = dot(draw.a[i], x);
      double change = dot(draw.a[i], d);
      draw.rowLower[i] = change < 0.0 ? Double.NEGATIVE_INFINITY : activity - random.nextInt(2);
      draw.rowUpper[i] = change > 0.0 ? Double.POSITIVE_INFINITY : activity + random.nextInt(2);
    }
    double squared = dot(d, d);
    double[] cost = draw.vector();
    double excess = (dot(cost, d) + 1.0) / squared;
    Arrays.setAll(draw.q, j -> cost[j] - excess * d[j]);
    if (quadratic) {
      double[] form = draw.vector();
      double along = dot(form, d);
      // Integers, so that the form vanishes along d exactly.
      Arrays.setAll(form, j -> squared * form[j] - along * d[j]);
      draw.forms = new double[][] {form};
    }
    return draw.build();
  }

  private Known withOptimum(boolean quadratic) {
    double[] x = vector();
    double[] y = new double[rows];
    if (quadratic) {
      forms = new double[1 + random.nextInt(columns)][columns];
      for (double[] form : forms) {
        form[random.nextInt(columns)] = nonzero();
        form[random.nextInt(columns)] = nonzero();
      }
    }
    for (int i = 0; i < rows; i++) {
      double activity = dot(a[i], x);
      y[i] = random.nextInt(3) == 0 ? 0.0 : nonzero();
      double room = random.nextInt(4);
      boolean equality = random.nextInt(5) == 0;
      rowLower[i] = y[i] > 0.0 || equality ? activity : activity - room;
      rowUpper[i] = y[i] < 0.0 || equality ? activity : activity + room;
      if (y[i] < 0.0 && !equality && random.nextBoolean()) {
        rowLower[i] = Double.NEGATIVE_INFINITY;
      }
      if (y[i] > 0.0 && !equality && random.nextBoolean()) {
        rowUpper[i] = Double.POSITIVE_INFINITY;
      }
    }
    double objective = 0.0;
    for (int j = 0; j < columns; j++) {
      double z = random.nextBoolean() ? 0.0 : nonzero();
      columnLower[j] = z > 0.0 ? x[j] : x[j] - random.nextInt(3);
      columnUpper[j] = z < 0.0 ? x[j] : x[j] + random.nextInt(3);
      if (z == 0.0 && random.nextInt(3) == 0) {
        columnLower[j] = Double.NEGATIVE_INFINITY;
      }
      if (z >= 0.0 && random.nextBoolean()) {
        columnUpper[j] = Double.POSITIVE_INFINITY;
      }
      q[j] = z;
      for (int i = 0; i < rows; i++) {
        q[j] += a[i][j] * y[i];
      }
      for (double[] form : forms) {
        q[j] -= form[j] * dot(form, x);
      }
      objective += q[j] * x[j];
    }
    for (double[] form : forms) {
      objective += 0.5 * dot(form, x) * dot(form, x);
    }
    return new Known(build(), objective);
  }

  private ConicProgram build() {
    double[][] p = new double[columns][columns];
    for (double[] form : forms) {
      for (int j = 0; j < columns; j++) {
        for (int k = j; k < columns; k++) {
          p[j][k] += form[j] * form[k];
        }
      }
    }
    return ConicProgram.rows(q, sparse(a, columns), rowLower, rowUpper)
        .columnBounds(columnLower, columnUpper)
        .quadratic(sparse(p, columns))
        .build();
  }

  private double nonzero() {
    int size = 1 + random.nextInt(4);
    return random.nextBoolean() ? size : -size;
  }

  private double[] vector() {
    double[] vector = new double[columns];
    Arrays.setAll(vector, j -> random.nextInt(-2, 3));
    return vector;
  }

  private static double dot(double[] u, double[] v) {
    double sum = 0.0;
    for (int j = 0; j < u.length; j++) {
      sum += u[j] * v[j];
    }
    return sum;
  }

  /** The nonzero entries of a dense matrix. */
  static SparseMatrix sparse(double[][] dense, int columns) {
    int size = dense.length * columns;
    int[] row = new int[size];
    int[] column = new int[size];
    double[] value = new double[size];
    int count = 0;
    for (int i = 0; i < dense.length; i++) {
      for (int j = 0; j < columns; j++) {
        if (dense[i][j] != 0.0) {
          row[count] = i;
          column[count] = j;
          value[count++] = dense[i][j];
        }
      }
    }
    return SparseMatrix.ofTriplets(dense.length, columns, count, row, column, value);
  }
}
