package org.infimum.convex.interior;

/**
 * Decides on the original problem whether a candidate is good enough. The embedding only proposes;
 * the arrays belong to the embedding and are in the units of the program it was given.
 */
public interface Judge {
  /** Whether {@code (x, y)} is optimal to tolerance on the original problem. */
  boolean optimal(double[] x, double[] y);

  /** Whether the row multipliers {@code y} prove primal infeasibility. */
  boolean primalInfeasible(double[] y);

  /** Whether the direction {@code x} proves dual infeasibility. */
  boolean dualInfeasible(double[] x);
}
