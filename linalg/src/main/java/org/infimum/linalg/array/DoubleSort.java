package org.infimum.linalg.array;

import java.util.Objects;

/**
 * Sorting permutations of doubles by radix (least significant digit first, 11 bits a pass): linear
 * in n and stable; few entries go through a sorting network. The order is that of {@link
 * Double#compare}: -0 before 0, NaN last.
 */
public final class DoubleSort {
  private static final int DIGITS = (Double.SIZE + RadixPass.BITS - 1) / RadixPass.BITS;

  private DoubleSort() {}

  /**
   * The places of the entries of x[at .. at + n) in ascending order, counted from {@code at}; of
   * equal entries the first comes first. The array itself is not changed.
   *
   * @param index receives the places in its first n entries
   * @throws IllegalArgumentException if {@code index} has less than n entries
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public static void order(int n, double[] x, int at, int[] index) {
    Objects.checkFromIndexSize(at, n, x.length);
    RadixPass.checkTarget(n, index);
    long[] keys = new long[n];
    for (int i = 0; i < n; i++) {
      keys[i] = key(x[at + i]);
      index[i] = i;
    }
    if (n <= MergeExchange.KEYS) {
      for (int i = 0; i < n; i++) {
        keys[i] ^= Long.MIN_VALUE;
      }
      MergeExchange.sort(n, keys, index);
      return;
    }
    int[][] counts = new int[DIGITS][RadixPass.BUCKETS];
    for (long key : keys) {
      for (int digit = 0; digit < DIGITS; digit++) {
        counts[digit][RadixPass.digit(key, digit * RadixPass.BITS)]++;
      }
    }
    long[] otherKeys = new long[n];
    int[] from = index;
    int[] to = new int[n];
    boolean swapped = false;
    for (int digit = 0; digit < DIGITS; digit++) {
      if (RadixPass.isTrivial(counts[digit], n)) {
        continue;
      }
      RadixPass.distribute(n, digit * RadixPass.BITS, counts[digit], keys, from, otherKeys, to);
      long[] sortedKeys = otherKeys;
      otherKeys = keys;
      keys = sortedKeys;
      int[] sorted = to;
      to = from;
      from = sorted;
      swapped = !swapped;
    }
    if (swapped) {
      System.arraycopy(from, 0, index, 0, n);
    }
  }

  /** Ascending as unsigned number where the double ascends; one NaN for all. */
  private static long key(double x) {
    long bits = Double.doubleToLongBits(x);
    return bits ^ ((bits >> 63) | Long.MIN_VALUE);
  }
}
