package org.infimum.linalg.sparse;

import java.util.Arrays;

/**
 * Where each column of one row of a product stands: an open hash table with linear probing, at most
 * half full. The hash is the high bits of the column times 2^32 over the golden ratio (Knuth, The
 * Art of Computer Programming 3, 6.4), which spreads runs of adjacent columns evenly.
 */
final class HashPositions {
  private static final int GOLDEN = 0x9E3779B1;

  private int[] keys = new int[0];
  private int[] positions = keys;
  private int shift;
  private int mask;

  /** The table of the columns {@code columns[from .. to - 1]}, each standing where it stands. */
  void fill(int[] columns, int from, int to) {
    int bits = 33 - Integer.numberOfLeadingZeros(Math.max(1, to - from));
    int size = 1 << bits;
    if (keys.length < size) {
      keys = new int[size];
      positions = new int[size];
    }
    shift = 32 - bits;
    mask = size - 1;
    Arrays.fill(keys, 0, size, -1);
    for (int k = from; k < to; k++) {
      int column = columns[k];
      int slot = column * GOLDEN >>> shift;
      while (keys[slot] >= 0) {
        slot = slot + 1 & mask;
      }
      keys[slot] = column;
      positions[slot] = k;
    }
  }

  /** Adds {@code factor} times row entries {@code from .. to - 1} of B to the row of C. */
  void accumulate(
      Semiring semiring, double factor, int[] columns, double[] b, int from, int to, double[] c) {
    int[] table = keys;
    int wrap = mask;
    int high = shift;
    for (int k = from; k < to; k++) {
      int column = columns[k];
      int slot = column * GOLDEN >>> high;
      while (table[slot] != column) {
        slot = slot + 1 & wrap;
      }
      int at = positions[slot];
      c[at] = semiring.add(c[at], semiring.multiply(factor, b[k]));
    }
  }
}
