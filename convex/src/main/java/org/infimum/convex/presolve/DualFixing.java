package org.infimum.convex.presolve;

/**
 * A linear column that no row keeps from moving in the direction in which its cost does not rise
 * goes all the way: to its bound; without a bound and without cost it satisfies all its rows, which
 * then go with it; without a bound and with cost the objective is unbounded along it.
 */
final class DualFixing extends ColumnRule {
  DualFixing(WorkingProgram program) {
    super("dual fixing", program);
  }

  @Override
  void reduceColumn(int j) {
    if (!program.isLinear(j)) {
      return;
    }
    boolean mayFall = program.cost[j] >= 0.0;
    boolean mayRise = program.cost[j] <= 0.0;
    for (int e = a.firstInColumn(j); e >= 0 && (mayFall || mayRise); e = a.nextInColumn(e)) {
      int i = a.row(e);
      boolean hasLower = program.rowLower[i] > Double.NEGATIVE_INFINITY;
      boolean hasUpper = program.rowUpper[i] < Double.POSITIVE_INFINITY;
      boolean positive = a.value(e) > 0.0;
      mayFall &= positive ? !hasLower : !hasUpper;
      mayRise &= positive ? !hasUpper : !hasLower;
    }
    if (mayFall && program.columnLower[j] > Double.NEGATIVE_INFINITY) {
      program.fix(j, program.columnLower[j]);
      count();
    } else if (mayRise && program.columnUpper[j] < Double.POSITIVE_INFINITY) {
      program.fix(j, program.columnUpper[j]);
      count();
    } else if (mayFall || mayRise) {
      goFar(j, mayFall ? -1.0 : 1.0);
    }
  }

  private void goFar(int j, double direction) {
    if (program.cost[j] != 0.0) {
      program.proveUnbounded(j, direction);
      return;
    }
    int[] rows = program.rowsOfColumn(j);
    double[] pivots = program.valuesOfColumn(j);
    int[][] columns = new int[rows.length][];
    double[][] values = new double[rows.length][];
    double[] ends = new double[rows.length];
    for (int k = 0; k < rows.length; k++) {
      int i = rows[k];
      boolean below = program.rowLower[i] > Double.NEGATIVE_INFINITY;
      ends[k] = below ? program.rowLower[i] : program.rowUpper[i];
      columns[k] = program.columnsOfRow(i);
      values[k] = program.valuesOfRow(i);
    }
    double start = Recovery.clip(0.0, program.columnLower[j], program.columnUpper[j]);
    for (int i : rows) {
      program.removeRow(i);
    }
    program.push(new Satisfied(j, direction, start, pivots, ends, columns, values));
    program.removeColumn(j);
    count();
  }

  /**
   * Moves the column from {@code start} until all its rows hold; their multipliers are 0.
   *
   * @param pivots the column's coefficient in each row
   * @param ends the only finite end of each row, infinite if it has none
   * @param columns the columns of each row, the moved one among them
   * @param values the coefficients of each row
   */
  private record Satisfied(
      int j,
      double direction,
      double start,
      double[] pivots,
      double[] ends,
      int[][] columns,
      double[][] values)
      implements Undo {
    @Override
    public void primal(Recovery at) {
      double far = at.datum(start);
      at.x[j] = 0.0;
      for (int k = 0; k < pivots.length; k++) {
        if (Double.isInfinite(ends[k])) {
          continue;
        }
        double needed = (at.datum(ends[k]) - at.activity(columns[k], values[k])) / pivots[k];
        far = direction > 0.0 ? Math.max(far, needed) : Math.min(far, needed);
      }
      at.x[j] = far;
    }

    @Override
    public void dual(Recovery at) {
      at.z[j] = 0.0;
    }
  }
}
