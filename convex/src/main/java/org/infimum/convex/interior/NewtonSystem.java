package org.infimum.convex.interior;

import org.infimum.convex.ConicResult;
import org.infimum.core.Run;

/**
 * The linear system of a Newton step, {@code [P + W, A'; A, -E] [x; u] = [f; g]}, where W and E
 * change every iteration: W is diagonal, E diagonal in linear rows and one block for each curved
 * cone. Solutions are refined against the system without regularization.
 */
interface NewtonSystem {
  /** Allocates all work space now, so that no later call does. */
  void reserve();

  /** Takes over changed values of P and A (same patterns). */
  void refreshData();

  /**
   * Forms and factors the matrix; the blocks of the curved cones are read from their scalings.
   *
   * @param w diagonal W, length n
   * @param e diagonal of E, length m, 0 on equality rows
   * @return false if the run asked to stop
   */
  boolean factor(double[] w, double[] e, Run run);

  /**
   * Solves for one right-hand side, refines to {@code tolerance}; returns the relative residual.
   */
  double solve(double[] f, double[] g, Shift shift, double[] x, double[] u, double tolerance);

  /** Solves for two right-hand sides in one pass over the factor. */
  double solve(
      double[] f1,
      double[] g1,
      Shift shift1,
      double[] x1,
      double[] u1,
      double tolerance1,
      double[] f2,
      double[] g2,
      Shift shift2,
      double[] x2,
      double[] u2,
      double tolerance2);

  /** Floating-point operations of one factorization. */
  double flops();

  /** Nonzeros of the factor. */
  long nonzeros();

  /** The factorization in figures. */
  ConicResult.FactorReport report();
}
