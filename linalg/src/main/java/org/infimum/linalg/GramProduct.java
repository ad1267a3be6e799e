package org.infimum.linalg;

/**
 * A way to refill S = A diag(w) A' + diag(d) block by block; blocks may run on several threads at
 * once. Every entry is summed over the columns of A in ascending order.
 */
interface GramProduct {
  /**
   * Refills one block of columns of S.
   *
   * @param accumulator the calling thread's own scratch, one number a row of A, zero before and
   *     after
   */
  void refill(int block, double[] weights, double[] diagonal, double[] accumulator);
}
