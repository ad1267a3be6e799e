package org.infimum.linalg.sparse;

/** How the products that fall into one row of a sparse product are summed up. */
public enum Accumulator {
  /** A sorted list, searched by bisection: short rows. */
  LIST,

  /** A hash table with linear probing: rows of middle length in wide matrices. */
  HASH,

  /** A vector of all columns: long rows, and matrices whose columns fit into cache. */
  DENSE
}
