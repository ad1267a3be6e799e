package org.infimum.convex.presolve;

/**
 * An equality of two columns, {@code a_j x_j + a_k x_k = b}, substitutes the linear column k out of
 * all other rows and of the cost. The bounds of k become bounds of j.
 */
final class DoubletonEquality extends SweepRule {
  /** Longest column that may be spread over the other one. */
  private static final int MOST_ENTRIES_MOVED = 8;

  /** For each row, the entry of column j in it plus one, while a substitution is under way. */
  private final int[] entryOf;

  DoubletonEquality(WorkingProgram program) {
    super("doubleton equality", program);
    entryOf = new int[program.rows];
  }

  @Override
  void sweep() {
    for (int i = 0; i < program.rows; i++) {
      if (program.hasRow(i) && a.rowCount(i) == 2 && program.isEquality(i)) {
        int first = a.firstInRow(i);
        int second = a.nextInRow(first);
        if (!program.isFixed(a.column(first)) && !program.isFixed(a.column(second))) {
          choose(i, first, second);
          if (program.isDecided()) {
            return;
          }
        }
      }
    }
  }

  private void choose(int i, int first, int second) {
    double ratio = Math.abs(a.value(first) / a.value(second));
    boolean firstMayGo = mayGo(first) && ratio >= Thresholds.PIVOT;
    boolean secondMayGo = mayGo(second) && ratio <= 1.0 / Thresholds.PIVOT;
    if (!firstMayGo && !secondMayGo) {
      return;
    }
    boolean firstIsShorter = a.columnCount(a.column(first)) <= a.columnCount(a.column(second));
    if (firstMayGo && (firstIsShorter || !secondMayGo)) {
      substitute(i, second, first);
    } else {
      substitute(i, first, second);
    }
  }

  private boolean mayGo(int e) {
    int j = a.column(e);
    return program.isLinear(j) && a.columnCount(j) <= MOST_ENTRIES_MOVED;
  }

  /** Substitutes the column of entry {@code gone}, keeping that of entry {@code kept}. */
  private void substitute(int i, int kept, int gone) {
    int j = a.column(kept);
    int k = a.column(gone);
    double aj = a.value(kept);
    double ak = a.value(gone);
    double b = program.rowLower[i];
    double fromLower = (b - ak * program.columnLower[k]) / aj;
    double fromUpper = (b - ak * program.columnUpper[k]) / aj;
    double lower = Math.min(fromLower, fromUpper);
    double upper = Math.max(fromLower, fromUpper);
    double oldLower = program.columnLower[j];
    double oldUpper = program.columnUpper[j];
    if (lower > oldUpper + Thresholds.scaled(Thresholds.INFEASIBLE, lower, oldUpper)
        || upper < oldLower - Thresholds.scaled(Thresholds.INFEASIBLE, upper, oldLower)) {
      boolean activityTooSmall = lower > oldUpper == aj > 0.0;
      program.proveInfeasible(i, activityTooSmall ? 1.0 : -1.0);
      return;
    }
    program.removeRow(i);
    boolean raises = lower > oldLower;
    boolean lowers = upper < oldUpper;
    double cost = program.cost[k];
    program.push(
        new Restored(
            i,
            j,
            k,
            aj,
            ak,
            b,
            cost,
            raises,
            lowers,
            program.rowsOfColumn(k),
            program.valuesOfColumn(k)));
    addColumn(j, k, -aj / ak);
    for (int e = a.firstInColumn(k); e >= 0; e = a.nextInColumn(e)) {
      program.shiftRow(a.row(e), a.value(e) * (b / ak));
    }
    if (cost != 0.0) {
      program.addConstant(cost * (b / ak));
      program.addCost(j, -cost * aj / ak);
    }
    program.removeColumn(k);
    program.setBounds(j, raises ? lower : oldLower, lowers ? upper : oldUpper);
    count();
  }

  /** Adds {@code factor} times column k to column j. */
  private void addColumn(int j, int k, double factor) {
    for (int e = a.firstInColumn(j); e >= 0; e = a.nextInColumn(e)) {
      entryOf[a.row(e)] = e + 1;
    }
    for (int e = a.firstInColumn(k); e >= 0; e = a.nextInColumn(e)) {
      int row = a.row(e);
      double term = factor * a.value(e);
      int entry = entryOf[row] - 1;
      if (entry < 0) {
        a.insert(row, j, term);
      } else {
        entryOf[row] = 0;
        double sum = Thresholds.combine(a.value(entry), term);
        if (sum == 0.0) {
          a.remove(entry);
        } else {
          a.setValue(entry, sum);
        }
      }
    }
    for (int e = a.firstInColumn(j); e >= 0; e = a.nextInColumn(e)) {
      entryOf[a.row(e)] = 0;
    }
  }

  /**
   * Restores column k from the equality and shares the reduced cost of column j with it.
   *
   * @param cost the cost of column k
   * @param raises whether a bound of k gave the lower bound of j
   * @param lowers whether a bound of k gave the upper bound of j
   * @param rows the other rows of column k
   * @param values its coefficients in them
   */
  private record Restored(
      int i,
      int j,
      int k,
      double aj,
      double ak,
      double b,
      double cost,
      boolean raises,
      boolean lowers,
      int[] rows,
      double[] values)
      implements Undo {
    @Override
    public void primal(Recovery at) {
      at.x[k] = (at.datum(b) - aj * at.x[j]) / ak;
    }

    @Override
    public void dual(Recovery at) {
      double zj = at.z[j];
      boolean boundOfK = (zj > 0.0 && raises) || (zj < 0.0 && lowers);
      // The substitution left z_j - (a_j / a_k) z_k as the reduced cost of j.
      double zk = boundOfK ? -zj * ak / aj : 0.0;
      if (boundOfK) {
        at.z[j] = 0.0;
      }
      at.z[k] = zk;
      at.y[i] = (at.reducedCost(k, cost, rows, values) - zk) / ak;
    }
  }
}
