package org.infimum.linalg.sparse;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Sums up rows of a product C = A B whose pattern is known; the scratch space of one thread. A row
 * that has one factor is a multiple of a row of B; every other row chooses its accumulator.
 */
final class RowSums {
  /** Rows of at most this many entries are searched by bisection. */
  private static final int LIST_ENTRIES = 32;

  /** A vector of so many columns fits into the second-level cache beside the matrices' rows. */
  private static final int CACHED_COLUMNS = 1 << 16;

  /** Rows with more than this share of the columns are summed in a vector of all columns. */
  private static final int DENSE_SHARE = 8;

  private final CompressedRows a;
  private final CompressedRows b;
  private final HashPositions hash = new HashPositions();

  /** Zero in all columns between two rows. */
  private double[] dense = new double[0];

  private double denseZero;

  RowSums(CompressedRows a, CompressedRows b) {
    this.a = a;
    this.b = b;
  }

  /**
   * The values of a row of C.
   *
   * @param columns its columns from {@code from} to before {@code to}, ascending
   * @param values receives the values at the same places
   * @param forced the accumulator; null chooses
   */
  void compute(
      int row,
      Semiring semiring,
      int[] columns,
      double[] values,
      int from,
      int to,
      @Nullable Accumulator forced) {
    if (a.rowStarts()[row + 1] - a.rowStarts()[row] == 1) {
      scale(row, semiring, values, from, to);
      return;
    }
    switch (forced == null ? chosen(to - from) : forced) {
      case LIST -> sumInList(row, semiring, columns, values, from, to);
      case HASH -> sumInHash(row, semiring, columns, values, from, to);
      case DENSE -> sumInVector(row, semiring, columns, values, from, to);
    }
  }

  private Accumulator chosen(int entries) {
    if (entries <= LIST_ENTRIES && b.columns() > CACHED_COLUMNS) {
      return Accumulator.LIST;
    }
    return b.columns() <= CACHED_COLUMNS || entries > b.columns() / DENSE_SHARE
        ? Accumulator.DENSE
        : Accumulator.HASH;
  }

  private void scale(int row, Semiring semiring, double[] values, int from, int to) {
    double factor = a.values()[a.rowStarts()[row]];
    int shift = b.rowStarts()[a.columnIndices()[a.rowStarts()[row]]] - from;
    for (int k = from; k < to; k++) {
      double product = semiring.multiply(factor, b.values()[k + shift]);
      values[k] = semiring.add(semiring.zero(), product);
    }
  }

  private void sumInList(
      int row, Semiring semiring, int[] columns, double[] values, int from, int to) {
    Arrays.fill(values, from, to, semiring.zero());
    for (int e = a.rowStarts()[row]; e < a.rowStarts()[row + 1]; e++) {
      int k = a.columnIndices()[e];
      double factor = a.values()[e];
      for (int f = b.rowStarts()[k]; f < b.rowStarts()[k + 1]; f++) {
        int at = Arrays.binarySearch(columns, from, to, b.columnIndices()[f]);
        values[at] = semiring.add(values[at], semiring.multiply(factor, b.values()[f]));
      }
    }
  }

  private void sumInHash(
      int row, Semiring semiring, int[] columns, double[] values, int from, int to) {
    Arrays.fill(values, from, to, semiring.zero());
    hash.fill(columns, from, to);
    int[] starts = b.rowStarts();
    for (int e = a.rowStarts()[row]; e < a.rowStarts()[row + 1]; e++) {
      int k = a.columnIndices()[e];
      hash.accumulate(
          semiring, a.values()[e], b.columnIndices(), b.values(), starts[k], starts[k + 1], values);
    }
  }

  private void sumInVector(
      int row, Semiring semiring, int[] columns, double[] values, int from, int to) {
    double zero = semiring.zero();
    if (dense.length < b.columns()) {
      dense = new double[b.columns()];
    }
    double[] sums = dense;
    if (denseZero != zero) {
      Arrays.fill(sums, zero);
      denseZero = zero;
    }
    int[] starts = b.rowStarts();
    for (int e = a.rowStarts()[row]; e < a.rowStarts()[row + 1]; e++) {
      int k = a.columnIndices()[e];
      addRow(
          semiring, a.values()[e], b.columnIndices(), b.values(), starts[k], starts[k + 1], sums);
    }
    for (int k = from; k < to; k++) {
      int column = columns[k];
      values[k] = sums[column];
      sums[column] = zero;
    }
  }

  private static void addRow(
      Semiring semiring,
      double factor,
      int[] columns,
      double[] values,
      int from,
      int to,
      double[] sums) {
    if (semiring == Semiring.PLUS_TIMES) {
      for (int k = from; k < to; k++) {
        sums[columns[k]] += factor * values[k];
      }
      return;
    }
    for (int k = from; k < to; k++) {
      int column = columns[k];
      sums[column] = semiring.add(sums[column], semiring.multiply(factor, values[k]));
    }
  }
}
