package org.infimum.linalg.array;

import java.util.Objects;

/**
 * As {@link DoubleSort}; a key and its place share one long. Few entries go through a sorting
 * network.
 */
public final class FloatSort {
  private static final int DIGITS = (Float.SIZE + RadixPass.BITS - 1) / RadixPass.BITS;

  private FloatSort() {}

  /**
   * The places of the entries of x[at .. at + n) in ascending order, counted from {@code at}; of
   * equal entries the first comes first. The array itself is not changed.
   *
   * @param index receives the places in its first n entries
   * @throws IllegalArgumentException if {@code index} has less than n entries
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public static void order(int n, float[] x, int at, int[] index) {
    Objects.checkFromIndexSize(at, n, x.length);
    RadixPass.checkTarget(n, index);
    long[] keys = new long[n];
    if (n <= MergeExchange.KEYS) {
      for (int i = 0; i < n; i++) {
        keys[i] = key(x[at + i]);
        index[i] = i;
      }
      MergeExchange.sort(n, keys, index);
      return;
    }
    int[][] counts = new int[DIGITS][RadixPass.BUCKETS];
    for (int i = 0; i < n; i++) {
      long key = key(x[at + i]);
      keys[i] = key << Integer.SIZE | i;
      for (int digit = 0; digit < DIGITS; digit++) {
        counts[digit][RadixPass.digit(key, digit * RadixPass.BITS)]++;
      }
    }
    long[] other = new long[n];
    for (int digit = 0; digit < DIGITS; digit++) {
      if (!RadixPass.isTrivial(counts[digit], n)) {
        RadixPass.distribute(n, Integer.SIZE + digit * RadixPass.BITS, counts[digit], keys, other);
        long[] sorted = other;
        other = keys;
        keys = sorted;
      }
    }
    for (int i = 0; i < n; i++) {
      index[i] = (int) keys[i];
    }
  }

  /** Ascending as unsigned number where the float ascends; one NaN for all. */
  private static long key(float x) {
    int bits = Float.floatToIntBits(x);
    return (bits ^ ((bits >> 31) | Integer.MIN_VALUE)) & 0xFFFFFFFFL;
  }
}
