package org.infimum.convex.io;

import java.util.Arrays;
import org.infimum.convex.ConicProgram;
import org.infimum.linalg.SparseMatrix;

/**
 * The numbers of a conic program while its file is read, in any order: the matrix A bordered by the
 * costs, its row m, and by the right-hand sides, its column n. Their corner is the objective's
 * constant.
 */
final class BorderedMatrix {
  /** What messages call the entry at a row and a column. */
  @FunctionalInterface
  interface Naming {
    String entry(int row, int column);
  }

  private final int m;
  private final int n;
  private final Naming naming;
  private final ReadOptions options;
  private final ReadLog log;
  private int[] row = new int[1 << 8];
  private int[] column = new int[1 << 8];
  private double[] value = new double[1 << 8];
  private int[] line = new int[1 << 8];
  private int count;

  /** Set by {@link #toSparse}: the costs, the right-hand sides, the constant. */
  final double[] cost;

  final double[] rightHandSide;
  double constant;

  BorderedMatrix(int m, int n, Naming naming, ReadOptions options, ReadLog log) {
    this.m = m;
    this.n = n;
    this.naming = naming;
    this.options = options;
    this.log = log;
    this.cost = new double[n];
    this.rightHandSide = new double[m];
  }

  int costRow() {
    return m;
  }

  int rightHandColumn() {
    return n;
  }

  void add(int i, int j, double coefficient, int atLine) {
    if (!(Math.abs(coefficient) < ConicProgram.INFINITE_BOUND)) {
      throw log.error(atLine, naming.entry(i, j) + " is infinite, which no entry may be.");
    }
    if (count == row.length) {
      int capacity = 2 * count;
      row = Arrays.copyOf(row, capacity);
      column = Arrays.copyOf(column, capacity);
      value = Arrays.copyOf(value, capacity);
      line = Arrays.copyOf(line, capacity);
    }
    row[count] = i;
    column[count] = j;
    value[count] = coefficient;
    line[count++] = atLine;
  }

  /**
   * Sorts the entries, by counting; takes the borders off and returns A without the zeros that the
   * file spells out. Repeated entries are refused, or summed if lenient.
   */
  SparseMatrix toSparse() {
    int[] sorted = order();
    int[] starts = new int[n + 1];
    int[] indices = new int[count];
    double[] values = new double[count];
    int kept = 0;
    for (int at = 0; at < count; ) {
      int first = sorted[at];
      int i = row[first];
      int j = column[first];
      double sum = value[first];
      for (at++; at < count && row[sorted[at]] == i && column[sorted[at]] == j; at++) {
        repeated(first, sorted[at]);
        sum += value[sorted[at]];
      }
      if (j == n) {
        set(i, sum);
      } else if (i == m) {
        cost[j] = 0.0 + sum; // without a negative zero
      } else if (sum != 0.0) {
        indices[kept] = i;
        values[kept++] = sum;
        starts[j + 1]++;
      }
    }
    for (int j = 0; j < n; j++) {
      starts[j + 1] += starts[j];
    }
    return new SparseMatrix(
        m, n, starts, Arrays.copyOf(indices, kept), Arrays.copyOf(values, kept));
  }

  private void set(int i, double sum) {
    if (i == m) {
      constant = 0.0 + sum;
    } else {
      rightHandSide[i] = 0.0 + sum;
    }
  }

  /** The numbers of the entries, by column, then by row, then in the order of the file. */
  private int[] order() {
    int[] next = new int[m + 2];
    for (int k = 0; k < count; k++) {
      next[row[k] + 1]++;
    }
    for (int i = 0; i <= m; i++) {
      next[i + 1] += next[i];
    }
    int[] byRow = new int[count];
    for (int k = 0; k < count; k++) {
      byRow[next[row[k]]++] = k;
    }
    next = new int[n + 2];
    for (int k = 0; k < count; k++) {
      next[column[k] + 1]++;
    }
    for (int j = 0; j <= n; j++) {
      next[j + 1] += next[j];
    }
    int[] sorted = new int[count];
    for (int k : byRow) {
      sorted[next[column[k]]++] = k;
    }
    return sorted;
  }

  private void repeated(int first, int again) {
    String what =
        naming.entry(row[first], column[first]) + " is given twice, first at line " + line[first];
    if (!options.lenient()) {
      throw log.error(line[again], what + "; --lenient sums such entries.");
    }
    log.warn(line[again], what + ": the values are summed.");
  }
}
