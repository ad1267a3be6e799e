package org.infimum.linalg.dense;

/** What stands on the diagonal of a triangular matrix. */
public enum Diagonal {
  /** The stored elements. */
  STORED,
  /** Ones; the stored elements are not read. */
  UNIT
}
