package org.infimum.convex.presolve;

import java.util.Arrays;

/**
 * A linear column whose reduced cost has a strict sign for all row multipliers that optimality
 * allows rests on the bound of that sign. The multipliers are bounded by the signs that one-sided
 * rows ask for and by linear singleton columns with one infinite bound, whose reduced costs have a
 * known sign. A row whose multiplier has a strict sign rests on an end and becomes an equality.
 *
 * <p>Singleton columns are never fixed here: the bounds rest on them.
 */
final class DominatedColumn extends SweepRule {
  private final double[] least;
  private final double[] largest;

  DominatedColumn(WorkingProgram program) {
    super("dominated column", program);
    least = new double[program.rows];
    largest = new double[program.rows];
  }

  @Override
  void sweep() {
    boundMultipliers();
    for (int i = 0; i < program.rows; i++) {
      if (program.hasRow(i) && !program.isEquality(i)) {
        restOnEnd(i);
      }
    }
    for (int j = 0; j < program.columns; j++) {
      if (program.hasColumn(j) && a.columnCount(j) > 1 && program.isLinear(j)) {
        fixIfDominated(j);
      }
    }
  }

  private void boundMultipliers() {
    Arrays.fill(least, Double.NEGATIVE_INFINITY);
    Arrays.fill(largest, Double.POSITIVE_INFINITY);
    for (int i = 0; i < program.rows; i++) {
      if (program.rowUpper[i] == Double.POSITIVE_INFINITY) {
        least[i] = 0.0;
      }
      if (program.rowLower[i] == Double.NEGATIVE_INFINITY) {
        largest[i] = 0.0;
      }
    }
    for (int j = 0; j < program.columns; j++) {
      if (program.hasColumn(j) && a.columnCount(j) == 1 && program.isLinear(j)) {
        int e = a.firstInColumn(j);
        int i = a.row(e);
        double price = program.cost[j] / a.value(e);
        // z = cost - a y >= 0 without an upper bound, <= 0 without a lower one.
        if (program.columnUpper[j] == Double.POSITIVE_INFINITY) {
          bound(i, price, a.value(e) > 0.0);
        }
        if (program.columnLower[j] == Double.NEGATIVE_INFINITY) {
          bound(i, price, a.value(e) < 0.0);
        }
      }
    }
  }

  private void bound(int i, double price, boolean above) {
    if (above) {
      largest[i] = Math.min(largest[i], price);
    } else {
      least[i] = Math.max(least[i], price);
    }
  }

  private void restOnEnd(int i) {
    double end;
    if (least[i] > Thresholds.STRICT_SIGN) {
      end = program.rowLower[i];
    } else if (largest[i] < -Thresholds.STRICT_SIGN) {
      end = program.rowUpper[i];
    } else {
      return;
    }
    if (Double.isFinite(end)) {
      program.setRowEnds(i, end, end);
      count();
    }
  }

  private void fixIfDominated(int j) {
    double lowest = program.cost[j];
    double highest = program.cost[j];
    double size = Math.abs(program.cost[j]);
    for (int e = a.firstInColumn(j); e >= 0; e = a.nextInColumn(e)) {
      int i = a.row(e);
      double v = a.value(e);
      double up = v * (v > 0.0 ? largest[i] : least[i]);
      double down = v * (v > 0.0 ? least[i] : largest[i]);
      lowest -= up;
      highest -= down;
      size = Math.max(size, Math.max(Thresholds.magnitude(up), Thresholds.magnitude(down)));
      if (lowest == Double.NEGATIVE_INFINITY && highest == Double.POSITIVE_INFINITY) {
        return;
      }
    }
    double margin = Thresholds.STRICT_SIGN * Math.max(1.0, size);
    double bound;
    if (lowest > margin) {
      bound = program.columnLower[j];
    } else if (highest < -margin) {
      bound = program.columnUpper[j];
    } else {
      return;
    }
    if (Double.isFinite(bound)) {
      program.fix(j, bound);
      count();
    }
  }
}
