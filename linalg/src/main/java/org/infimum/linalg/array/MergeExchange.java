package org.infimum.linalg.array;

/**
 * Batcher's sorting network for any number of keys (Knuth, The Art of Computer Programming 3,
 * 5.2.2, algorithm M). Which keys are compared does not depend on them. For few keys it beats the
 * radix sort, whose counts have to be cleared and summed up.
 */
final class MergeExchange {
  /** Up to so many keys the network is faster. */
  static final int KEYS = 128;

  private MergeExchange() {}

  /** Sorts the first n keys, signed, and their places with them; equal keys by place. */
  static void sort(int n, long[] keys, int[] places) {
    int first = n < 2 ? 0 : Integer.highestOneBit(n - 1);
    for (int p = first; p > 0; p >>= 1) {
      int r = 0;
      int d = p;
      for (int q = first; q >= p; q >>= 1) {
        for (int i = 0; i < n - d; i++) {
          if ((i & p) == r) {
            exchange(keys, places, i, i + d);
          }
        }
        d = q - p;
        r = p;
      }
    }
  }

  private static void exchange(long[] keys, int[] places, int low, int high) {
    long one = keys[low];
    long other = keys[high];
    int place = places[low];
    int otherPlace = places[high];
    boolean swaps = one > other || (one == other && place > otherPlace);
    keys[low] = swaps ? other : one;
    keys[high] = swaps ? one : other;
    places[low] = swaps ? otherPlace : place;
    places[high] = swaps ? place : otherPlace;
  }
}
