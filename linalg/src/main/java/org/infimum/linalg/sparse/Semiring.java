package org.infimum.linalg.sparse;

/**
 * An addition and a multiplication for products of sparse matrices. Entries that are not stored are
 * the neutral element of the addition. The operations are no overridden methods: every inner loop
 * stays one piece of compiled code, whatever semirings a program uses.
 */
public enum Semiring {
  /** Ordinary arithmetic. */
  PLUS_TIMES,

  /** Shortest paths: the sum is the minimum, the product the sum, and what is missing infinite. */
  MIN_PLUS,

  /** Reachability: 1 for true, 0 for false; any number but 0 counts as true. */
  OR_AND;

  /** The neutral element of the addition. */
  public double zero() {
    return this == MIN_PLUS ? Double.POSITIVE_INFINITY : 0.0;
  }

  /** The semiring's sum. */
  public double add(double a, double b) {
    return this == PLUS_TIMES ? a + b : this == MIN_PLUS ? Math.min(a, b) : Math.max(a, b);
  }

  /** The semiring's product. */
  public double multiply(double a, double b) {
    return this == PLUS_TIMES ? a * b : this == MIN_PLUS ? a + b : a != 0.0 && b != 0.0 ? 1.0 : 0.0;
  }
}
