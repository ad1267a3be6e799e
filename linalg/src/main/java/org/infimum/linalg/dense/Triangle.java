package org.infimum.linalg.dense;

/** The triangle of a matrix that an operation reads or writes; the other one is not touched. */
public enum Triangle {
  /** Elements (i, j) with i at least j. */
  LOWER,
  /** Elements (i, j) with i at most j. */
  UPPER;

  /** The other of the two. */
  public Triangle flipped() {
    return this == LOWER ? UPPER : LOWER;
  }
}
