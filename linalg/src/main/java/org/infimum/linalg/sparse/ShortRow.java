package org.infimum.linalg.sparse;

import java.util.Arrays;

/**
 * Rows of a product that few multiplications lead to: the columns are listed as they come, each
 * once by a mark of its row, and sorted. For these a bitmap costs more than the sort.
 */
final class ShortRow {
  /** Rows of at most so many products are short. */
  static final int PRODUCTS = 128;

  /** Marks and sums of so many columns stay near the processor. */
  private static final int COLUMNS = 1 << 17;

  private final CompressedRows a;
  private final CompressedRows b;
  private final int[] marks;
  private final double[] sums;
  private int stamp;

  ShortRow(CompressedRows a, CompressedRows b) {
    this.a = a;
    this.b = b;
    marks = new int[b.columns() <= COLUMNS ? b.columns() : 0];
    sums = new double[marks.length];
  }

  static boolean suits(long products, int columns) {
    return products <= PRODUCTS && columns <= COLUMNS;
  }

  /** Writes the columns, ascending, from {@code at} on; returns the end. */
  int pattern(int row, int[] out, int at) {
    stamp++;
    int[] columns = b.columnIndices();
    int end = at;
    for (int e = a.rowStarts()[row]; e < a.rowStarts()[row + 1]; e++) {
      int k = a.columnIndices()[e];
      for (int f = b.rowStarts()[k]; f < b.rowStarts()[k + 1]; f++) {
        int column = columns[f];
        if (marks[column] != stamp) {
          marks[column] = stamp;
          out[end++] = column;
        }
      }
    }
    Arrays.sort(out, at, end);
    return end;
  }

  /** The same with the values. */
  int multiply(int row, Semiring semiring, int[] out, double[] values, int at) {
    stamp++;
    int[] columns = b.columnIndices();
    double[] factors = b.values();
    double zero = semiring.zero();
    int end = at;
    for (int e = a.rowStarts()[row]; e < a.rowStarts()[row + 1]; e++) {
      int k = a.columnIndices()[e];
      double factor = a.values()[e];
      for (int f = b.rowStarts()[k]; f < b.rowStarts()[k + 1]; f++) {
        int column = columns[f];
        double product = semiring.multiply(factor, factors[f]);
        if (marks[column] == stamp) {
          sums[column] = semiring.add(sums[column], product);
        } else {
          marks[column] = stamp;
          sums[column] = semiring.add(zero, product);
          out[end++] = column;
        }
      }
    }
    Arrays.sort(out, at, end);
    for (int k = at; k < end; k++) {
      values[k] = sums[out[k]];
    }
    return end;
  }
}
