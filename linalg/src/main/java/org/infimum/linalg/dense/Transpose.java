package org.infimum.linalg.dense;

/** Whether an operation reads a matrix as it is stored or its transpose. */
public enum Transpose {
  /** op(A) = A. */
  NO,
  /** op(A) = A'. */
  YES;

  /** The other of the two. */
  public Transpose flipped() {
    return this == NO ? YES : NO;
  }
}
