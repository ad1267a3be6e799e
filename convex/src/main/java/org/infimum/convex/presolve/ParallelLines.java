package org.infimum.convex.presolve;

import java.util.Arrays;

/**
 * Finds rows, or columns, of the working matrix that are multiples of each other: a hash of the
 * pattern and of the coefficients divided by the first one brings candidates together, a comparison
 * of all coefficients decides.
 */
final class ParallelLines {
  /** Relative difference of coefficients that still counts as rounding. */
  private static final double EQUAL = 1e-13;

  /** Bits of a ratio that the hash leaves out, so that rounding does not part equal ratios. */
  private static final int DROPPED_BITS = 16;

  private final LinkedMatrix a;
  private final boolean rows;
  private final double[] spread;
  private final int[] filled;
  private int filledCount;
  private int leader = -1;

  /**
   * A finder for rows, or else for columns.
   *
   * @param width largest index within a line, plus one
   */
  ParallelLines(LinkedMatrix a, boolean rows, int width) {
    this.a = a;
    this.rows = rows;
    spread = new double[width];
    filled = new int[width];
  }

  /**
   * Sorts lines by hash: the numbers of the lines in the upper half of candidates come back with
   * equal hashes side by side.
   *
   * @param lines the lines to look at, none of them empty
   * @param count how many there are
   * @return hashes in ascending order with the lines' positions in the low 32 bits
   */
  long[] sortedHashes(int[] lines, int count) {
    long[] keys = new long[count];
    for (int k = 0; k < count; k++) {
      keys[k] = (hash(lines[k]) & 0xFFFFFFFF00000000L) | k;
    }
    Arrays.sort(keys);
    return keys;
  }

  /** Makes {@code line} the one that others are compared with. */
  void lead(int line) {
    for (int k = 0; k < filledCount; k++) {
      spread[filled[k]] = 0.0;
    }
    filledCount = 0;
    leader = line;
    for (int e = first(line); e >= 0; e = next(e)) {
      spread[index(e)] = a.value(e);
      filled[filledCount++] = index(e);
    }
  }

  /** The s with {@code line = s * leader}; 0 if there is none. */
  double multiple(int line) {
    if (length(line) != length(leader)) {
      return 0.0;
    }
    int largest = first(line);
    for (int e = largest; e >= 0; e = next(e)) {
      if (Math.abs(a.value(e)) > Math.abs(a.value(largest))) {
        largest = e;
      }
    }
    if (spread[index(largest)] == 0.0) {
      return 0.0;
    }
    double scale = a.value(largest) / spread[index(largest)];
    for (int e = first(line); e >= 0; e = next(e)) {
      if (Math.abs(a.value(e) - scale * spread[index(e)]) > EQUAL * Math.abs(a.value(e))) {
        return 0.0;
      }
    }
    return Double.isInfinite(1.0 / scale) ? 0.0 : scale;
  }

  private long hash(int line) {
    int pivot = first(line);
    for (int e = pivot; e >= 0; e = next(e)) {
      if (index(e) < index(pivot)) {
        pivot = e;
      }
    }
    long sum = 0;
    for (int e = first(line); e >= 0; e = next(e)) {
      long bits = Double.doubleToLongBits(a.value(e) / a.value(pivot));
      long rounded = (bits + (1L << (DROPPED_BITS - 1))) >>> DROPPED_BITS;
      sum += mix(mix(index(e)) ^ rounded);
    }
    return sum;
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private int first(int line) {
    return rows ? a.firstInRow(line) : a.firstInColumn(line);
  }

  private int next(int e) {
    return rows ? a.nextInRow(e) : a.nextInColumn(e);
  }

  private int index(int e) {
    return rows ? a.column(e) : a.row(e);
  }

  private int length(int line) {
    return rows ? a.rowCount(line) : a.columnCount(line);
  }
}
