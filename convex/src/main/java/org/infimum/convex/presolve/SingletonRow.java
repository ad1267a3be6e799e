package org.infimum.convex.presolve;

/** A row with one column becomes bounds of that column. */
final class SingletonRow extends RowRule {
  SingletonRow(WorkingProgram program) {
    super("singleton row", program);
  }

  @Override
  void reduceRow(int i) {
    if (a.rowCount(i) != 1) {
      return;
    }
    int e = a.firstInRow(i);
    int j = a.column(e);
    double pivot = a.value(e);
    double lower = (pivot > 0.0 ? program.rowLower[i] : program.rowUpper[i]) / pivot;
    double upper = (pivot > 0.0 ? program.rowUpper[i] : program.rowLower[i]) / pivot;
    double oldLower = program.columnLower[j];
    double oldUpper = program.columnUpper[j];
    if (lower > oldUpper + Thresholds.scaled(Thresholds.INFEASIBLE, lower, oldUpper)) {
      program.proveInfeasible(i, Math.signum(pivot));
      return;
    }
    if (upper < oldLower - Thresholds.scaled(Thresholds.INFEASIBLE, upper, oldLower)) {
      program.proveInfeasible(i, -Math.signum(pivot));
      return;
    }
    boolean raises = lower > oldLower;
    boolean lowers = upper < oldUpper;
    program.removeRow(i);
    if (raises || lowers) {
      program.push(new Restored(i, j, pivot, raises, lowers));
      program.setBounds(j, raises ? lower : oldLower, lowers ? upper : oldUpper);
    }
    count();
  }

  /**
   * Moves the reduced cost of the column to the row where the bound came from it.
   *
   * @param raises whether the row gave the lower bound
   * @param lowers whether the row gave the upper bound
   */
  private record Restored(int i, int j, double pivot, boolean raises, boolean lowers)
      implements Undo {
    @Override
    public void primal(Recovery at) {}

    @Override
    public void dual(Recovery at) {
      double z = at.z[j];
      if ((z > 0.0 && raises) || (z < 0.0 && lowers)) {
        at.y[i] = z / pivot;
        at.z[j] = 0.0;
      }
    }
  }
}
