package org.infimum.convex;

/**
 * One block of consecutive rows of {@code Ax + s = b} and the closed convex set its slacks {@code
 * s} lie in. The family is closed: a cone that is named here can be handled by every part of the
 * solver.
 */
public sealed interface Cone permits ZeroCone, NonnegativeCone, IntervalCone, CurvedCone {
  /** Number of rows the block covers. */
  int dimension();

  /** The degree of its barrier: the number of barrier terms it brings to the duality measure. */
  int degree();
}
