package org.infimum.convex.presolve;

/**
 * A linear column whose bounds are implied by its rows is free; one of its equality rows
 * substitutes it out of the others and of the cost. Each row is asked what it implies with the
 * column bounds as they stand, so the implications cannot rest on each other.
 */
final class ImpliedFreeColumn extends SweepRule {
  private static final int MOST_ROWS = 4;

  /** Rows longer than this neither substitute nor imply: their activities cost too much. */
  private static final int LONGEST_ROW = 300;

  /** Most entries that a substitution may add, in the worst case, beyond those it removes. */
  private static final int MOST_FILL = 3;

  /** For each column, the entry of the row that is being changed plus one. */
  private final int[] entryOf;

  ImpliedFreeColumn(WorkingProgram program) {
    super("implied free column", program);
    entryOf = new int[program.columns];
  }

  @Override
  void sweep() {
    for (int j = 0; j < program.columns; j++) {
      int count = program.hasColumn(j) ? a.columnCount(j) : 0;
      if (count >= 2 && count <= MOST_ROWS && program.isLinear(j)) {
        int pivot = pivot(j);
        if (pivot >= 0 && isImpliedFree(j) && program.spend(effort(j, pivot))) {
          substitute(j, pivot);
        }
      }
    }
  }

  /** The entry of the shortest equality row that may substitute column j; -1 if there is none. */
  private int pivot(int j) {
    double largest = 0.0;
    for (int e = a.firstInColumn(j); e >= 0; e = a.nextInColumn(e)) {
      largest = Math.max(largest, Math.abs(a.value(e)));
    }
    int moved = a.columnCount(j) - 1;
    int best = -1;
    for (int e = a.firstInColumn(j); e >= 0; e = a.nextInColumn(e)) {
      int i = a.row(e);
      int length = a.rowCount(i);
      if (!program.isEquality(i) || length < 2 || length > LONGEST_ROW) {
        continue;
      }
      int fill = moved * (length - 1) - (length + moved);
      boolean shorter = best < 0 || length < a.rowCount(a.row(best));
      double size = Math.abs(a.value(e));
      if (fill <= MOST_FILL
          && shorter
          && size >= Thresholds.PIVOT * largest
          && size >= Thresholds.PIVOT * program.largestInRow(i)) {
        best = e;
      }
    }
    return best;
  }

  private boolean isImpliedFree(int j) {
    boolean below = program.columnLower[j] == Double.NEGATIVE_INFINITY;
    boolean above = program.columnUpper[j] == Double.POSITIVE_INFINITY;
    for (int e = a.firstInColumn(j); e >= 0 && !(below && above); e = a.nextInColumn(e)) {
      int i = a.row(e);
      if (a.rowCount(i) > LONGEST_ROW) {
        continue;
      }
      double v = a.value(e);
      double most = (program.rowUpper[i] - program.activities().leastWithout(i, e)) / v;
      double least = (program.rowLower[i] - program.activities().largestWithout(i, e)) / v;
      double rounding = Thresholds.ROUNDING * program.activities().magnitude(i) / Math.abs(v);
      below |= (v > 0.0 ? least : most) >= program.columnLower[j] - rounding;
      above |= (v > 0.0 ? most : least) <= program.columnUpper[j] + rounding;
    }
    return below && above;
  }

  private void substitute(int j, int pivotEntry) {
    int i = a.row(pivotEntry);
    double pivot = a.value(pivotEntry);
    double right = program.rowLower[i];
    a.remove(pivotEntry);
    int[] columns = program.columnsOfRow(i);
    double[] values = program.valuesOfRow(i);
    int[] rows = program.rowsOfColumn(j);
    double[] multiples = program.valuesOfColumn(j);
    double cost = program.cost[j];
    program.push(new Restored(i, j, pivot, right, cost, columns, values, rows, multiples));
    program.removeRow(i);
    program.removeColumn(j);
    for (int k = 0; k < rows.length; k++) {
      double factor = multiples[k] / pivot;
      addToRow(rows[k], columns, values, -factor);
      program.shiftRow(rows[k], factor * right);
    }
    if (cost != 0.0) {
      double price = cost / pivot;
      program.addConstant(price * right);
      for (int k = 0; k < columns.length; k++) {
        program.addCost(columns[k], -price * values[k]);
      }
    }
    count();
  }

  /** The entries that {@link #addToRow} visits when the pivot substitutes column j. */
  private long effort(int j, int pivot) {
    int[] columns = program.columnsOfRow(a.row(pivot));
    long byColumns = entriesOfColumns(columns);
    long effort = 0;
    for (int e = a.firstInColumn(j); e >= 0; e = a.nextInColumn(e)) {
      effort += columns.length + Math.min(byColumns, a.rowCount(a.row(e)));
    }
    return effort;
  }

  private long entriesOfColumns(int[] columns) {
    long entries = 0;
    for (int column : columns) {
      entries += a.columnCount(column);
    }
    return entries;
  }

  /**
   * Adds {@code factor} times the vector to row k, whose entries are looked up in the row or in the
   * columns, whichever is shorter.
   */
  private void addToRow(int k, int[] columns, double[] values, double factor) {
    boolean byColumns = entriesOfColumns(columns) < a.rowCount(k);
    if (!byColumns) {
      for (int e = a.firstInRow(k); e >= 0; e = a.nextInRow(e)) {
        entryOf[a.column(e)] = e + 1;
      }
    }
    for (int t = 0; t < columns.length; t++) {
      int entry = byColumns ? find(k, columns[t]) : entryOf[columns[t]] - 1;
      entryOf[columns[t]] = 0;
      addToEntry(entry, k, columns[t], factor * values[t]);
    }
    if (!byColumns) {
      for (int e = a.firstInRow(k); e >= 0; e = a.nextInRow(e)) {
        entryOf[a.column(e)] = 0;
      }
    }
    program.activities().invalidate(k);
    program.touchRow(k);
  }

  private int find(int k, int column) {
    int e = a.firstInColumn(column);
    while (e >= 0 && a.row(e) != k) {
      e = a.nextInColumn(e);
    }
    return e;
  }

  private void addToEntry(int entry, int k, int column, double term) {
    if (entry < 0) {
      a.insert(k, column, term);
      return;
    }
    double sum = Thresholds.combine(a.value(entry), term);
    if (sum == 0.0) {
      a.remove(entry);
    } else {
      a.setValue(entry, sum);
    }
  }

  /**
   * Restores the column from its row, and the row's multiplier so that the column's reduced cost
   * vanishes.
   *
   * @param columns the other columns of the row
   * @param values their coefficients
   * @param rows the other rows of the column
   * @param multiples the column's coefficients in them
   */
  private record Restored(
      int i,
      int j,
      double pivot,
      double right,
      double cost,
      int[] columns,
      double[] values,
      int[] rows,
      double[] multiples)
      implements Undo {
    @Override
    public void primal(Recovery at) {
      at.x[j] = (at.datum(right) - at.activity(columns, values)) / pivot;
    }

    @Override
    public void dual(Recovery at) {
      at.y[i] = at.reducedCost(j, cost, rows, multiples) / pivot;
      at.z[j] = 0.0;
    }
  }
}
