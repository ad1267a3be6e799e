package org.infimum.linalg.dense;

/** On which side of a general matrix the symmetric, triangular or orthogonal one stands. */
public enum Side {
  /** A B. */
  LEFT,
  /** B A. */
  RIGHT
}
