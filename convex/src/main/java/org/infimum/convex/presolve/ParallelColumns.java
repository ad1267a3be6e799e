package org.infimum.convex.presolve;

/**
 * Linear columns that are multiples of each other, {@code a_k = s a_j}. With {@code c_k = s c_j}
 * they become one column {@code x_j + s x_k}. Otherwise the dearer one, k say, rests on its bound
 * if j may take over its part without end.
 */
final class ParallelColumns extends ParallelRule {
  ParallelColumns(WorkingProgram program) {
    super("parallel column", program, false);
  }

  @Override
  boolean takesPart(int j) {
    return program.hasColumn(j) && a.columnCount(j) > 0 && program.isLinear(j);
  }

  @Override
  int reduce(int leader, int other, double s) {
    double excess = Thresholds.combine(program.cost[other], -s * program.cost[leader]);
    if (excess == 0.0) {
      merge(leader, other, s);
    } else if (isDominated(leader, excess, s)) {
      rest(other, leader, excess, s);
    } else if (isDominated(other, -excess / s, 1.0 / s)) {
      rest(leader, other, -excess / s, 1.0 / s);
      return other;
    }
    return leader;
  }

  /** Whether column j can take over without end what a column {@code s a_j} gives up. */
  private boolean isDominated(int j, double excess, double s) {
    return excess > 0.0 == s > 0.0
        ? program.columnUpper[j] == Double.POSITIVE_INFINITY
        : program.columnLower[j] == Double.NEGATIVE_INFINITY;
  }

  /** Fixes column {@code k = s * column j} where its cost exceeds that of j by {@code excess}. */
  private void rest(int k, int j, double excess, double s) {
    double bound = excess > 0.0 ? program.columnLower[k] : program.columnUpper[k];
    if (Double.isFinite(bound)) {
      program.fix(k, bound);
      count();
    } else {
      double step = -Math.signum(excess);
      program.proveUnbounded(k, step, j, -s * step);
    }
  }

  private void merge(int j, int k, double s) {
    double lowerJ = program.columnLower[j];
    double upperJ = program.columnUpper[j];
    double lowerK = program.columnLower[k];
    double upperK = program.columnUpper[k];
    program.push(new Restored(j, k, s, lowerJ, upperJ, lowerK, upperK));
    program.removeColumn(k);
    program.setBounds(
        j, lowerJ + s * (s > 0.0 ? lowerK : upperK), upperJ + s * (s > 0.0 ? upperK : lowerK));
    count();
  }

  /** Splits {@code x_j + s x_k} between the two columns, both at a bound if the sum is at one. */
  private record Restored(
      int j, int k, double s, double lowerJ, double upperJ, double lowerK, double upperK)
      implements Undo {
    @Override
    public void primal(Recovery at) {
      double sum = at.x[j];
      double leastJ = at.datum(lowerJ);
      double largestJ = at.datum(upperJ);
      double leastK = at.datum(lowerK);
      double largestK = at.datum(upperK);
      double low = s > 0.0 ? leastK : largestK;
      double high = s > 0.0 ? largestK : leastK;
      boolean nearLow = sum - (leastJ + s * low) <= (largestJ + s * high) - sum;
      double start = nearLow ? low : high;
      if (Double.isInfinite(start)) {
        start = Recovery.clip(0.0, leastK, largestK);
      }
      at.x[j] = Recovery.clip(sum - s * start, leastJ, largestJ);
      at.x[k] = Recovery.clip((sum - at.x[j]) / s, leastK, largestK);
    }

    @Override
    public void dual(Recovery at) {
      at.z[k] = s * at.z[j];
    }
  }
}
