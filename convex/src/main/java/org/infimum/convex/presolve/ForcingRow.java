package org.infimum.convex.presolve;

/**
 * A row whose least activity reaches its upper end (or largest its lower end) forces all its
 * columns to the bounds that give this activity; one whose least activity is beyond proves
 * infeasibility.
 */
final class ForcingRow extends RowRule {
  ForcingRow(WorkingProgram program) {
    super("forcing row", program);
  }

  @Override
  void reduceRow(int i) {
    RowActivities activities = program.activities();
    double lower = program.rowLower[i];
    double upper = program.rowUpper[i];
    double least = activities.least(i);
    double largest = activities.largest(i);
    double magnitude = activities.magnitude(i);
    double rounding = Thresholds.ROUNDING * magnitude;
    if (least < upper - rounding && largest > lower + rounding) {
      return;
    }
    double tolerance = Thresholds.INFEASIBLE * magnitude;
    if (least > upper + tolerance) {
      program.proveInfeasible(i, -1.0);
    } else if (largest < lower - tolerance) {
      program.proveInfeasible(i, 1.0);
    } else {
      force(i, least >= upper - rounding);
    }
  }

  /** Fixes the columns of row {@code i} where its activity is least, or else largest. */
  private void force(int i, boolean least) {
    for (int j : program.columnsOfRow(i)) {
      if (program.isFixed(j)) {
        program.fix(j, program.columnLower[j]);
      }
    }
    int[] columns = program.columnsOfRow(i);
    double[] values = program.valuesOfRow(i);
    program.removeRow(i);
    program.push(new Restored(i, columns, values, least));
    for (int k = 0; k < columns.length; k++) {
      boolean atLower = values[k] > 0.0 == least;
      int j = columns[k];
      program.fix(j, atLower ? program.columnLower[j] : program.columnUpper[j]);
    }
    count();
  }

  /** Gives the row the smallest multiplier that makes all reduced costs admissible. */
  private record Restored(int i, int[] columns, double[] values, boolean least) implements Undo {
    @Override
    public void primal(Recovery at) {}

    @Override
    public void dual(Recovery at) {
      double y = 0.0;
      for (int k = 0; k < columns.length; k++) {
        double ratio = at.z[columns[k]] / values[k];
        y = least ? Math.min(y, ratio) : Math.max(y, ratio);
      }
      if (y != 0.0) {
        at.y[i] = y;
        for (int k = 0; k < columns.length; k++) {
          at.z[columns[k]] -= values[k] * y;
        }
      }
    }
  }
}
