package org.infimum.linalg.dense;

/** Row interchanges as factorizations record them. */
final class RowSwaps {
  private RowSwaps() {}

  /** The sign of the permutation: -1 for an odd number of true interchanges. */
  static int sign(int count, int[] swaps) {
    int sign = 1;
    for (int i = 0; i < count; i++) {
      if (swaps[i] != i) {
        sign = -sign;
      }
    }
    return sign;
  }
}
