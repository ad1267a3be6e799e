package org.infimum.linalg.array;

/** One pass of a radix sort: keys go to the buckets of one digit in their order. */
final class RadixPass {
  static final int BITS = 11;
  static final int BUCKETS = 1 << BITS;

  private RadixPass() {}

  static int digit(long key, int shift) {
    return (int) (key >>> shift) & (BUCKETS - 1);
  }

  /** Whether all keys are in one bucket. */
  static boolean isTrivial(int[] counts, int n) {
    for (int count : counts) {
      if (count != 0) {
        return count == n;
      }
    }
    return true;
  }

  static void checkTarget(int n, int[] index) {
    if (index.length < n) {
      throw new IllegalArgumentException("The target needs room for " + n + " places.");
    }
  }

  /** Keys with places; the counts become the ends of the buckets. */
  static void distribute(
      int n, int shift, int[] counts, long[] keys, int[] places, long[] toKeys, int[] toPlaces) {
    starts(counts);
    for (int i = 0; i < n; i++) {
      int at = counts[digit(keys[i], shift)]++;
      toKeys[at] = keys[i];
      toPlaces[at] = places[i];
    }
  }

  /** Keys alone; the counts become the ends of the buckets. */
  static void distribute(int n, int shift, int[] counts, long[] keys, long[] to) {
    starts(counts);
    for (int i = 0; i < n; i++) {
      to[counts[digit(keys[i], shift)]++] = keys[i];
    }
  }

  private static void starts(int[] counts) {
    int start = 0;
    for (int b = 0; b < BUCKETS; b++) {
      int count = counts[b];
      counts[b] = start;
      start += count;
    }
  }
}
