package org.infimum.convex.presolve;

/**
 * An end of a row that the column bounds imply is dropped, and with the second end the row. Its
 * multiplier is 0, so there is nothing to undo.
 */
final class RedundantRow extends RowRule {
  RedundantRow(WorkingProgram program) {
    super("redundant row", program);
  }

  @Override
  void reduceRow(int i) {
    double lower = program.rowLower[i];
    double upper = program.rowUpper[i];
    RowActivities activities = program.activities();
    double rounding = Thresholds.ROUNDING * activities.magnitude(i);
    boolean freeBelow = activities.least(i) >= lower - rounding;
    boolean freeAbove = activities.largest(i) <= upper + rounding;
    if (freeBelow && freeAbove) {
      program.removeRow(i);
      count();
    } else if (freeBelow && lower > Double.NEGATIVE_INFINITY) {
      program.setRowEnds(i, Double.NEGATIVE_INFINITY, upper);
    } else if (freeAbove && upper < Double.POSITIVE_INFINITY) {
      program.setRowEnds(i, lower, Double.POSITIVE_INFINITY);
    }
  }
}
