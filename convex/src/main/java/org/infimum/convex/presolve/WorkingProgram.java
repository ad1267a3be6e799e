package org.infimum.convex.presolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.infimum.convex.ConicProgram;
import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;

/**
 * The program while it shrinks: rows {@code rowLower <= Ax <= rowUpper}, bounds, cost, what still
 * waits to be looked at, and the undos of what was done. Rows and columns keep their original
 * numbers. Quadratic terms never change except by fixing columns.
 */
final class WorkingProgram {
  final int rows;
  final int columns;
  final LinkedMatrix a;
  final double[] cost;
  final double[] columnLower;
  final double[] columnUpper;
  final double[] rowLower;
  final double[] rowUpper;

  /** Entries that reductions may visit beyond those they remove, per entry of the program. */
  private static final long EFFORT_PER_ENTRY = 100;

  private static final long LEAST_EFFORT = 1_000_000;

  private final SparseMatrix p;
  private final int[] quadraticCount;
  private final boolean[] rowGone;
  private final boolean[] columnGone;
  private final double[] rowMagnitude;
  private final RowActivities activities;
  private final IndexQueue touchedRows;
  private final IndexQueue touchedColumns;
  private final List<Undo> undos = new ArrayList<>();
  private double constant;
  private long effort;
  private int rowsLeft;
  private int columnsLeft;
  private long edits;
  private @Nullable Recovery ray;
  private boolean infeasible;

  /** Starts from {@code program}; everything waits to be looked at. */
  WorkingProgram(ConicProgram program) {
    rows = program.rows();
    columns = program.columns();
    rowsLeft = rows;
    columnsLeft = columns;
    a = new LinkedMatrix(program.a());
    effort = EFFORT_PER_ENTRY * a.nonzeros() + LEAST_EFFORT;
    cost = program.q().clone();
    constant = program.r();
    columnLower = program.columnLower().clone();
    columnUpper = program.columnUpper().clone();
    rowLower = program.rowLower().clone();
    rowUpper = program.rowUpper().clone();
    p = symmetric(program.p());
    quadraticCount = new int[columns];
    for (int j = 0; j < columns; j++) {
      quadraticCount[j] = p.columnStarts()[j + 1] - p.columnStarts()[j];
    }
    rowGone = new boolean[rows];
    columnGone = new boolean[columns];
    rowMagnitude = new double[rows];
    activities = new RowActivities(this);
    touchedRows = new IndexQueue(rows);
    touchedColumns = new IndexQueue(columns);
    for (int i = 0; i < rows; i++) {
      rowMagnitude[i] =
          Math.max(Thresholds.magnitude(rowLower[i]), Thresholds.magnitude(rowUpper[i]));
      touchedRows.add(i);
    }
    for (int j = 0; j < columns; j++) {
      touchedColumns.add(j);
    }
  }

  /** Both triangles of a symmetric matrix, without explicit zeros, from its upper triangle. */
  private static SparseMatrix symmetric(SparseMatrix upper) {
    int[] row = new int[2 * upper.nonzeros()];
    int[] column = new int[row.length];
    double[] value = new double[row.length];
    int count = 0;
    for (int j = 0; j < upper.columns(); j++) {
      for (int k = upper.columnStarts()[j]; k < upper.columnStarts()[j + 1]; k++) {
        int i = upper.rowIndices()[k];
        double v = upper.values()[k];
        if (v == 0.0) {
          continue;
        }
        row[count] = i;
        column[count] = j;
        value[count++] = v;
        if (i != j) {
          row[count] = j;
          column[count] = i;
          value[count++] = v;
        }
      }
    }
    return SparseMatrix.ofTriplets(upper.columns(), upper.columns(), count, row, column, value);
  }

  /** Both triangles of the quadratic term of the original program. */
  SparseMatrix quadratic() {
    return p;
  }

  double constant() {
    return constant;
  }

  void addConstant(double value) {
    constant += value;
  }

  boolean hasRow(int i) {
    return !rowGone[i];
  }

  boolean hasColumn(int j) {
    return !columnGone[j];
  }

  int rowsLeft() {
    return rowsLeft;
  }

  int columnsLeft() {
    return columnsLeft;
  }

  /** Whether no quadratic term with a column that is still here involves column {@code j}. */
  boolean isLinear(int j) {
    return quadraticCount[j] == 0;
  }

  boolean isEquality(int i) {
    return rowLower[i] == rowUpper[i];
  }

  boolean isFixed(int j) {
    return columnLower[j] == columnUpper[j];
  }

  RowActivities activities() {
    return activities;
  }

  IndexQueue touchedRows() {
    return touchedRows;
  }

  IndexQueue touchedColumns() {
    return touchedColumns;
  }

  List<Undo> undos() {
    return undos;
  }

  /** A counter that grows with every change; equal values mean that nothing changed in between. */
  long edits() {
    return edits;
  }

  /** The largest number that has gone into the ends of row {@code i}, at least 1. */
  double rowMagnitude(int i) {
    return Math.max(1.0, rowMagnitude[i]);
  }

  /**
   * Pays for visiting entries that the reduction does not remove, so that all reductions together
   * stay linear in the size of the program.
   *
   * @return false once the effort is spent; the reduction must then be left out
   */
  boolean spend(long entries) {
    effort -= entries;
    return effort >= 0;
  }

  void push(Undo undo) {
    undos.add(undo);
  }

  // Rows.

  /** Moves both ends of row {@code i} by {@code -by}. */
  void shiftRow(int i, double by) {
    if (by != 0.0) {
      rowMagnitude[i] = Math.max(rowMagnitude[i], Math.abs(by));
      rowLower[i] = Thresholds.shift(rowLower[i], by);
      rowUpper[i] = Thresholds.shift(rowUpper[i], by);
      touchRow(i);
    }
  }

  /** Replaces the ends of row {@code i}. Ends that cross or touch by rounding become equal. */
  void setRowEnds(int i, double lower, double upper) {
    boolean touch = upper - lower <= Thresholds.scaled(Thresholds.ROUNDING, lower, upper);
    rowLower[i] = touch ? 0.5 * (lower + upper) : lower;
    rowUpper[i] = touch ? rowLower[i] : upper;
    rowMagnitude[i] =
        Math.max(
            rowMagnitude[i], Math.max(Thresholds.magnitude(lower), Thresholds.magnitude(upper)));
    touchRow(i);
    for (int e = a.firstInRow(i); e >= 0; e = a.nextInRow(e)) {
      touchedColumns.add(a.column(e));
    }
  }

  void touchRow(int i) {
    edits++;
    touchedRows.add(i);
  }

  /** Takes row {@code i} out of the program. */
  void removeRow(int i) {
    edits++;
    rowGone[i] = true;
    rowsLeft--;
    int next;
    for (int e = a.firstInRow(i); e >= 0; e = next) {
      next = a.nextInRow(e);
      touchedColumns.add(a.column(e));
      a.remove(e);
    }
  }

  /** The columns of row {@code i} in the order of its list. */
  int[] columnsOfRow(int i) {
    int[] indices = new int[a.rowCount(i)];
    int count = 0;
    for (int e = a.firstInRow(i); e >= 0; e = a.nextInRow(e)) {
      indices[count++] = a.column(e);
    }
    return indices;
  }

  /** The coefficients of row {@code i} in the order of its list. */
  double[] valuesOfRow(int i) {
    double[] values = new double[a.rowCount(i)];
    int count = 0;
    for (int e = a.firstInRow(i); e >= 0; e = a.nextInRow(e)) {
      values[count++] = a.value(e);
    }
    return values;
  }

  /** The largest absolute coefficient of row {@code i}. */
  double largestInRow(int i) {
    double largest = 0.0;
    for (int e = a.firstInRow(i); e >= 0; e = a.nextInRow(e)) {
      largest = Math.max(largest, Math.abs(a.value(e)));
    }
    return largest;
  }

  // Columns.

  /**
   * Replaces the bounds of column {@code j}. Bounds that cross or touch by rounding become equal.
   */
  void setBounds(int j, double lower, double upper) {
    edits++;
    boolean touch = upper - lower <= Thresholds.scaled(Thresholds.ROUNDING, lower, upper);
    columnLower[j] = touch ? 0.5 * (lower + upper) : lower;
    columnUpper[j] = touch ? columnLower[j] : upper;
    touchedColumns.add(j);
    for (int e = a.firstInColumn(j); e >= 0; e = a.nextInColumn(e)) {
      activities.invalidate(a.row(e));
      touchedRows.add(a.row(e));
    }
  }

  /** Adds to the cost of column {@code j}. */
  void addCost(int j, double value) {
    edits++;
    cost[j] = Thresholds.combine(cost[j], value);
    touchedColumns.add(j);
  }

  /** Fixes column {@code j} at {@code value} and takes it out of the program, with its undo. */
  void fix(int j, double value) {
    push(new FixedColumn.Restored(j, value, cost[j], rowsOfColumn(j), valuesOfColumn(j)));
    if (value != 0.0) {
      constant += cost[j] * value;
      for (int e = a.firstInColumn(j); e >= 0; e = a.nextInColumn(e)) {
        shiftRow(a.row(e), a.value(e) * value);
      }
    }
    for (int k = p.columnStarts()[j]; k < p.columnStarts()[j + 1]; k++) {
      int other = p.rowIndices()[k];
      if (other == j) {
        constant += 0.5 * p.values()[k] * value * value;
      } else if (!columnGone[other]) {
        quadraticCount[other]--;
        addCost(other, p.values()[k] * value);
      }
    }
    removeColumn(j);
  }

  /** Takes column {@code j} out of the program; its part in the rows is already accounted for. */
  void removeColumn(int j) {
    edits++;
    columnGone[j] = true;
    columnsLeft--;
    int next;
    for (int e = a.firstInColumn(j); e >= 0; e = next) {
      next = a.nextInColumn(e);
      activities.invalidate(a.row(e));
      touchRow(a.row(e));
      a.remove(e);
    }
  }

  /** The second derivative of the objective in column {@code j} alone. */
  double curvature(int j) {
    for (int k = p.columnStarts()[j]; k < p.columnStarts()[j + 1]; k++) {
      if (p.rowIndices()[k] == j) {
        return p.values()[k];
      }
    }
    return 0.0;
  }

  /** Whether column {@code j} meets no other column in the quadratic term. */
  boolean isSeparable(int j) {
    return quadraticCount[j] == (curvature(j) != 0.0 ? 1 : 0);
  }

  /** The rows of column {@code j} in the order of its list. */
  int[] rowsOfColumn(int j) {
    int[] indices = new int[a.columnCount(j)];
    int count = 0;
    for (int e = a.firstInColumn(j); e >= 0; e = a.nextInColumn(e)) {
      indices[count++] = a.row(e);
    }
    return indices;
  }

  /** The coefficients of column {@code j} in the order of its list. */
  double[] valuesOfColumn(int j) {
    double[] values = new double[a.columnCount(j)];
    int count = 0;
    for (int e = a.firstInColumn(j); e >= 0; e = a.nextInColumn(e)) {
      values[count++] = a.value(e);
    }
    return values;
  }

  // Verdicts.

  /** Whether infeasibility or a direction of unboundedness was found; reductions stop then. */
  boolean isDecided() {
    return infeasible || ray != null;
  }

  boolean isInfeasible() {
    return infeasible;
  }

  /** The multipliers or the direction that {@link #isDecided()} rests on; null if bounds cross. */
  @Nullable Recovery ray() {
    return ray;
  }

  /** Ends presolve: the bounds of a column or the ends of a row cross in the original program. */
  void proveInfeasible() {
    infeasible = true;
  }

  /** Ends presolve: row {@code i} with the multiplier {@code sign} proves infeasibility. */
  void proveInfeasible(int i, double sign) {
    Recovery seed = newRay();
    addMultiplier(seed, i, sign);
    ray = seed;
    infeasible = true;
  }

  /** Ends presolve: rows {@code i} and {@code k} with these multipliers prove infeasibility. */
  void proveInfeasible(int i, double multiplier, int k, double other) {
    Recovery seed = newRay();
    addMultiplier(seed, i, multiplier);
    addMultiplier(seed, k, other);
    ray = seed;
    infeasible = true;
  }

  /** Ends presolve: the objective falls without end along {@code step} on {@code j}. */
  void proveUnbounded(int j, double step) {
    Recovery seed = newRay();
    seed.x[j] = step;
    ray = seed;
  }

  /** Ends presolve: the objective falls without end along steps on two columns. */
  void proveUnbounded(int j, double step, int k, double other) {
    proveUnbounded(j, step);
    if (ray != null) {
      ray.x[k] = other;
    }
  }

  private Recovery newRay() {
    return new Recovery(new double[columns], new double[rows], new double[columns], p, true);
  }

  private void addMultiplier(Recovery seed, int i, double multiplier) {
    seed.y[i] += multiplier;
    for (int e = a.firstInRow(i); e >= 0; e = a.nextInRow(e)) {
      seed.z[a.column(e)] -= multiplier * a.value(e);
    }
  }

  /** The numbers of the columns that are left, ascending. */
  int[] remainingColumns() {
    return remaining(columnGone);
  }

  /** The numbers of the rows that are left, ascending. */
  int[] remainingRows() {
    return remaining(rowGone);
  }

  private static int[] remaining(boolean[] gone) {
    int[] indices = new int[gone.length];
    int count = 0;
    for (int i = 0; i < gone.length; i++) {
      if (!gone[i]) {
        indices[count++] = i;
      }
    }
    return Arrays.copyOf(indices, count);
  }
}
