package org.infimum.convex.presolve;

/** A row without columns holds, or proves infeasibility. */
final class EmptyRow extends RowRule {
  EmptyRow(WorkingProgram program) {
    super("empty row", program);
  }

  @Override
  void reduceRow(int i) {
    if (a.rowCount(i) != 0) {
      return;
    }
    double tolerance = Thresholds.INFEASIBLE * program.rowMagnitude(i);
    if (program.rowLower[i] > tolerance) {
      program.proveInfeasible(i, 1.0);
    } else if (program.rowUpper[i] < -tolerance) {
      program.proveInfeasible(i, -1.0);
    } else {
      program.removeRow(i);
      count();
    }
  }
}
