package org.infimum.convex.presolve;

/**
 * A linear column with a single row is a slack of that row: it is substituted out, its bounds widen
 * the row's ends and its cost goes to the row's other columns. A free column leaves a free row.
 *
 * <p>In an equality this always holds. In an inequality it does without cost; with cost, where the
 * bound towards which the cost pulls the column is implied by the row, so that the row rests on the
 * end on that side in some optimum.
 */
final class SingletonColumn extends ColumnRule {
  /** What an entry costs that the undo keeps a copy of, in visited entries. */
  private static final int COST_OF_A_COPY = 16;

  SingletonColumn(WorkingProgram program) {
    super("singleton column", program);
  }

  @Override
  void reduceColumn(int j) {
    if (a.columnCount(j) != 1 || !program.isLinear(j)) {
      return;
    }
    int e = a.firstInColumn(j);
    int i = a.row(e);
    double pivot = a.value(e);
    double cost = program.cost[j];
    if (program.isEquality(i) || cost == 0.0) {
      if (largeEnough(i, pivot)) {
        absorb(i, j, e, program.rowLower[i], program.rowUpper[i], false, false);
      }
      return;
    }
    boolean restsBelow = cost > 0.0 == pivot > 0.0;
    double end = restsBelow ? program.rowLower[i] : program.rowUpper[i];
    if (Double.isFinite(end) && pullsOnto(i, j, e, end, restsBelow) && largeEnough(i, pivot)) {
      absorb(i, j, e, end, end, restsBelow, !restsBelow);
    }
  }

  private boolean largeEnough(int i, double pivot) {
    return program.spend((long) COST_OF_A_COPY * a.rowCount(i))
        && Math.abs(pivot) >= Thresholds.PIVOT * program.largestInRow(i);
  }

  /** Whether the column reaches the row's end before the bound towards which its cost pulls it. */
  private boolean pullsOnto(int i, int j, int e, double end, boolean restsBelow) {
    double others =
        restsBelow
            ? program.activities().largestWithout(i, e)
            : program.activities().leastWithout(i, e);
    double reached = (end - others) / a.value(e);
    double rounding =
        Thresholds.ROUNDING * program.activities().magnitude(i) / Math.abs(a.value(e));
    return program.cost[j] > 0.0
        ? reached >= program.columnLower[j] - rounding
        : reached <= program.columnUpper[j] + rounding;
  }

  private void absorb(
      int i, int j, int e, double lower, double upper, boolean noUpper, boolean noLower) {
    double pivot = a.value(e);
    double columnLower = program.columnLower[j];
    double columnUpper = program.columnUpper[j];
    double least = pivot * (pivot > 0.0 ? columnLower : columnUpper);
    double largest = pivot * (pivot > 0.0 ? columnUpper : columnLower);
    double price = program.cost[j] / pivot;
    program.removeColumn(j);
    program.push(
        new Restored(
            i,
            j,
            pivot,
            price,
            lower,
            upper,
            columnLower,
            columnUpper,
            program.columnsOfRow(i),
            program.valuesOfRow(i)));
    if (price != 0.0) {
      program.addConstant(price * lower);
      for (int k = a.firstInRow(i); k >= 0; k = a.nextInRow(k)) {
        program.addCost(a.column(k), -price * a.value(k));
      }
    }
    program.setRowEnds(
        i,
        noLower ? Double.NEGATIVE_INFINITY : lower - largest,
        noUpper ? Double.POSITIVE_INFINITY : upper - least);
    count();
  }

  /**
   * Puts the column back into its row.
   *
   * @param price the column's cost divided by its coefficient: what its elimination adds to the
   *     row's multiplier
   * @param lower the row's lower end with the column
   * @param upper the row's upper end with the column
   * @param columns the row's other columns
   * @param values their coefficients
   */
  private record Restored(
      int i,
      int j,
      double pivot,
      double price,
      double lower,
      double upper,
      double columnLower,
      double columnUpper,
      int[] columns,
      double[] values)
      implements Undo {
    @Override
    public void primal(Recovery at) {
      double others = at.activity(columns, values);
      double fromLower = (at.datum(lower) - others) / pivot;
      double fromUpper = (at.datum(upper) - others) / pivot;
      double least = Math.min(fromLower, fromUpper);
      double largest = Math.max(fromLower, fromUpper);
      double from = at.datum(columnLower);
      double to = at.datum(columnUpper);
      double x = Recovery.clip(Recovery.clip(0.0, from, to), least, largest);
      double inBounds = Recovery.clip(x, from, to);
      at.x[j] = x == inBounds || rowTakesMore(x, inBounds) ? inBounds : x;
    }

    /**
     * Where the row and the bounds cannot both hold to the last digit, whether the row's numbers
     * are the larger ones, so that a violation weighs less there than on the bounds.
     */
    private boolean rowTakesMore(double x, double bound) {
      double end = x > bound == pivot > 0.0 ? lower : upper;
      return 1.0 + Math.abs(end) >= Math.abs(pivot) * (1.0 + Math.abs(bound));
    }

    @Override
    public void dual(Recovery at) {
      at.z[j] = -pivot * at.y[i];
      at.y[i] += at.datum(price);
    }
  }
}
