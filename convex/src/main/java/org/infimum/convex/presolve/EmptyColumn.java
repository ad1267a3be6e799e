package org.infimum.convex.presolve;

/**
 * A column without rows and without a quadratic term with other columns is minimized by itself: at
 * a bound, or where its own derivative {@code P_jj x + q} vanishes.
 */
final class EmptyColumn extends ColumnRule {
  EmptyColumn(WorkingProgram program) {
    super("empty column", program);
  }

  @Override
  void reduceColumn(int j) {
    if (a.columnCount(j) != 0 || !program.isSeparable(j)) {
      return;
    }
    double lower = program.columnLower[j];
    double upper = program.columnUpper[j];
    double cost = program.cost[j];
    double curvature = program.curvature(j);
    double value;
    if (curvature > 0.0) {
      value = Recovery.clip(-cost / curvature, lower, upper);
    } else if (curvature < 0.0) {
      return;
    } else if (cost == 0.0) {
      value = Recovery.clip(0.0, lower, upper);
    } else {
      value = cost > 0.0 ? lower : upper;
      if (Double.isInfinite(value)) {
        program.proveUnbounded(j, -Math.signum(cost));
        return;
      }
    }
    program.fix(j, value);
    count();
  }
}
