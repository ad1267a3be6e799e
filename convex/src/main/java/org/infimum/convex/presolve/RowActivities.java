package org.infimum.convex.presolve;

/**
 * The least and the largest activity that the column bounds allow each row, computed when asked for
 * and kept until a bound or a coefficient of the row changes. Infinite terms are counted apart from
 * the finite sum, so that the activity of the row without one column is read off too.
 */
final class RowActivities {
  private final WorkingProgram program;
  private final double[] leastSum;
  private final double[] largestSum;
  private final int[] leastInfinite;
  private final int[] largestInfinite;
  private final double[] magnitude;
  private final boolean[] fresh;

  RowActivities(WorkingProgram program) {
    this.program = program;
    leastSum = new double[program.rows];
    largestSum = new double[program.rows];
    leastInfinite = new int[program.rows];
    largestInfinite = new int[program.rows];
    magnitude = new double[program.rows];
    fresh = new boolean[program.rows];
  }

  void invalidate(int i) {
    fresh[i] = false;
  }

  /** The least activity of row {@code i}, {@code -infinity} if it is unbounded. */
  double least(int i) {
    refresh(i);
    return leastInfinite[i] > 0 ? Double.NEGATIVE_INFINITY : leastSum[i];
  }

  /** The largest activity of row {@code i}, {@code infinity} if it is unbounded. */
  double largest(int i) {
    refresh(i);
    return largestInfinite[i] > 0 ? Double.POSITIVE_INFINITY : largestSum[i];
  }

  /** The least activity of row {@code i} without its entry {@code e}. */
  double leastWithout(int i, int e) {
    refresh(i);
    double term = leastTerm(program.a.value(e), program.a.column(e));
    if (term == Double.NEGATIVE_INFINITY) {
      return leastInfinite[i] > 1 ? term : leastSum[i];
    }
    return leastInfinite[i] > 0 ? Double.NEGATIVE_INFINITY : leastSum[i] - term;
  }

  /** The largest activity of row {@code i} without its entry {@code e}. */
  double largestWithout(int i, int e) {
    refresh(i);
    double term = largestTerm(program.a.value(e), program.a.column(e));
    if (term == Double.POSITIVE_INFINITY) {
      return largestInfinite[i] > 1 ? term : largestSum[i];
    }
    return largestInfinite[i] > 0 ? Double.POSITIVE_INFINITY : largestSum[i] - term;
  }

  /** The size of the numbers that the activities of row {@code i} were summed from, at least 1. */
  double magnitude(int i) {
    refresh(i);
    return Math.max(magnitude[i], program.rowMagnitude(i));
  }

  private double leastTerm(double value, int j) {
    return value * (value > 0 ? program.columnLower[j] : program.columnUpper[j]);
  }

  private double largestTerm(double value, int j) {
    return value * (value > 0 ? program.columnUpper[j] : program.columnLower[j]);
  }

  private void refresh(int i) {
    if (fresh[i]) {
      return;
    }
    LinkedMatrix a = program.a;
    double least = 0.0;
    double largest = 0.0;
    double size = 0.0;
    int leastCount = 0;
    int largestCount = 0;
    for (int e = a.firstInRow(i); e >= 0; e = a.nextInRow(e)) {
      double low = leastTerm(a.value(e), a.column(e));
      double high = largestTerm(a.value(e), a.column(e));
      if (low == Double.NEGATIVE_INFINITY) {
        leastCount++;
      } else {
        least += low;
        size = Math.max(size, Math.abs(low));
      }
      if (high == Double.POSITIVE_INFINITY) {
        largestCount++;
      } else {
        largest += high;
        size = Math.max(size, Math.abs(high));
      }
    }
    leastSum[i] = least;
    largestSum[i] = largest;
    leastInfinite[i] = leastCount;
    largestInfinite[i] = largestCount;
    magnitude[i] = size;
    fresh[i] = true;
  }
}
