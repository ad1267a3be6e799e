package org.infimum.convex.io;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.infimum.linalg.SparseMatrix;

/** The entries of the quadratic term while it is read, and how they become an upper triangle. */
final class Quadratic {
  /** How messages call a column. */
  @FunctionalInterface
  interface Naming {
    String quoted(int column);
  }

  private int[] row = new int[1 << 4];
  private int[] column = new int[1 << 4];
  private double[] value = new double[1 << 4];
  private int[] line = new int[1 << 4];
  private int count;

  boolean isEmpty() {
    return count == 0;
  }

  int count() {
    return count;
  }

  /** Whether no entry is stated but zeros. */
  boolean isZero() {
    for (int k = 0; k < count; k++) {
      if (value[k] != 0.0) {
        return false;
      }
    }
    return true;
  }

  /** Scales the entries from {@code first} on: the diagonal and the others, each by its factor. */
  void scale(int first, double diagonal, double offDiagonal) {
    for (int k = first; k < count; k++) {
      value[k] *= row[k] == column[k] ? diagonal : offDiagonal;
    }
  }

  void add(int i, int j, double coefficient, int atLine) {
    if (count == row.length) {
      row = Arrays.copyOf(row, 2 * count);
      column = Arrays.copyOf(column, 2 * count);
      value = Arrays.copyOf(value, 2 * count);
      line = Arrays.copyOf(line, 2 * count);
    }
    row[count] = i;
    column[count] = j;
    value[count] = coefficient;
    line[count++] = atLine;
  }

  /**
   * The upper triangle from entries of which each stands for itself and its mirror image (QUADOBJ).
   */
  SparseMatrix ofTriangle(int n, Naming columns, ReadOptions options, ReadLog log) {
    int[] byColumn = byLargerIndex(n);
    int[] seen = new int[n];
    for (int k : byColumn) {
      int small = Math.min(row[k], column[k]);
      int large = Math.max(row[k], column[k]);
      refuseRepeated(seen, small, large, k, columns, options, log);
    }
    return triangle(n, byColumn, count);
  }

  /**
   * The upper triangle from the entries of both triangles, which must agree (QMATRIX, QCMATRIX).
   */
  SparseMatrix ofSymmetric(
      String section, int n, Naming columns, ReadOptions options, ReadLog log) {
    int[] byColumn = byLargerIndex(n);
    int[] seenAbove = new int[n];
    int[] seenBelow = new int[n];
    double[] above = new double[n];
    double[] below = new double[n];
    int kept = 0;
    int[] upperEntries = new int[count];
    for (int begin = 0; begin < count; ) {
      int large = Math.max(row[byColumn[begin]], column[byColumn[begin]]);
      int end = begin;
      while (end < count && Math.max(row[byColumn[end]], column[byColumn[end]]) == large) {
        int k = byColumn[end++];
        int small = Math.min(row[k], column[k]);
        above[small] = 0.0;
        below[small] = 0.0;
      }
      for (int at = begin; at < end; at++) {
        int k = byColumn[at];
        boolean isAbove = row[k] <= column[k];
        int small = Math.min(row[k], column[k]);
        refuseRepeated(isAbove ? seenAbove : seenBelow, small, large, k, columns, options, log);
        (isAbove ? above : below)[small] += value[k];
        if (isAbove) {
          upperEntries[kept++] = k;
        }
      }
      for (int at = begin; at < end; at++) {
        int k = byColumn[at];
        int small = Math.min(row[k], column[k]);
        if (small != large && above[small] != below[small]) {
          throw log.error(
              line[k],
              section
                  + " is not symmetric: the entry of columns "
                  + columns.quoted(small)
                  + " and "
                  + columns.quoted(large)
                  + " is "
                  + above[small]
                  + " above the diagonal and "
                  + below[small]
                  + " below it.");
        }
      }
      begin = end;
    }
    return triangle(n, upperEntries, kept);
  }

  /** Renumbers the columns by those that occur, ascending; returns which they are. */
  int[] compress() {
    int[] columns =
        IntStream.range(0, count)
            .flatMap(k -> IntStream.of(row[k], column[k]))
            .sorted()
            .distinct()
            .toArray();
    for (int k = 0; k < count; k++) {
      row[k] = Arrays.binarySearch(columns, row[k]);
      column[k] = Arrays.binarySearch(columns, column[k]);
    }
    return columns;
  }

  /** Numbers of the entries, grouped by the larger of their two indices. */
  private int[] byLargerIndex(int n) {
    int[] next = new int[n + 1];
    for (int k = 0; k < count; k++) {
      next[Math.max(row[k], column[k]) + 1]++;
    }
    for (int j = 0; j < n; j++) {
      next[j + 1] += next[j];
    }
    int[] sorted = new int[count];
    for (int k = 0; k < count; k++) {
      sorted[next[Math.max(row[k], column[k])]++] = k;
    }
    return sorted;
  }

  /** {@code seen[small]} is 1 + the entry that last had this smaller index. */
  private void refuseRepeated(
      int[] seen, int small, int large, int k, Naming columns, ReadOptions options, ReadLog log) {
    int earlier = seen[small] - 1;
    seen[small] = k + 1;
    if (earlier < 0 || Math.max(row[earlier], column[earlier]) != large) {
      return;
    }
    String what =
        "the quadratic entry of columns "
            + columns.quoted(small)
            + " and "
            + columns.quoted(large)
            + " is given twice, first at line "
            + line[earlier];
    if (!options.lenient()) {
      throw log.error(line[k], what + "; --lenient sums such entries.");
    }
    log.warn(line[k], what + ": the values are summed.");
  }

  private SparseMatrix triangle(int n, int[] entries, int length) {
    int[] small = new int[length];
    int[] large = new int[length];
    double[] values = new double[length];
    int nonzeros = 0;
    for (int at = 0; at < length; at++) {
      int k = entries[at];
      if (value[k] != 0.0) {
        small[nonzeros] = Math.min(row[k], column[k]);
        large[nonzeros] = Math.max(row[k], column[k]);
        values[nonzeros++] = value[k];
      }
    }
    return SparseMatrix.ofTriplets(n, n, nonzeros, small, large, values);
  }
}
