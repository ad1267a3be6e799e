package org.infimum.convex.presolve;

/** Rows that are multiples of each other become one, with the tighter ends. */
final class ParallelRows extends ParallelRule {
  ParallelRows(WorkingProgram program) {
    super("parallel row", program, true);
  }

  @Override
  boolean takesPart(int i) {
    return program.hasRow(i) && a.rowCount(i) > 0;
  }

  @Override
  int reduce(int leader, int other, double s) {
    merge(leader, other, s);
    return leader;
  }

  /** Merges row {@code k = s * row i} into row i. */
  private void merge(int i, int k, double s) {
    double lower = (s > 0.0 ? program.rowLower[k] : program.rowUpper[k]) / s;
    double upper = (s > 0.0 ? program.rowUpper[k] : program.rowLower[k]) / s;
    double oldLower = program.rowLower[i];
    double oldUpper = program.rowUpper[i];
    double tolerance =
        Thresholds.INFEASIBLE
            * Math.max(program.rowMagnitude(i), program.rowMagnitude(k) / Math.abs(s));
    if (lower > oldUpper + tolerance) {
      program.proveInfeasible(i, -1.0, k, 1.0 / s);
      return;
    }
    if (upper < oldLower - tolerance) {
      program.proveInfeasible(i, 1.0, k, -1.0 / s);
      return;
    }
    boolean raises = lower > oldLower;
    boolean lowers = upper < oldUpper;
    program.removeRow(k);
    if (raises || lowers) {
      program.push(new Restored(i, k, s, raises, lowers));
      program.setRowEnds(i, raises ? lower : oldLower, lowers ? upper : oldUpper);
    }
    count();
  }

  /**
   * Gives the multiplier of row i to row {@code k = s * row i} where k had brought the end.
   *
   * @param raises whether k gave the lower end
   * @param lowers whether k gave the upper end
   */
  private record Restored(int i, int k, double s, boolean raises, boolean lowers) implements Undo {
    @Override
    public void primal(Recovery at) {}

    @Override
    public void dual(Recovery at) {
      double y = at.y[i];
      if ((y > 0.0 && raises) || (y < 0.0 && lowers)) {
        at.y[k] = y / s;
        at.y[i] = 0.0;
      }
    }
  }
}
