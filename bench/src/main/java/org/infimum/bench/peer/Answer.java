package org.infimum.bench.peer;

import org.jspecify.annotations.Nullable;

/**
 * What a solver said about a problem, in the terms of the stored minimization.
 *
 * @param claim what it claims
 * @param status its own words for it
 * @param objective its own objective value, NaN if it gave none
 * @param x its primal point, null if it gave none
 * @param gap its own relative duality gap, NaN if it gave none
 * @param iterations its iterations, negative if unknown
 * @param seconds wall-clock seconds of the solve alone
 */
public record Answer(
    Claim claim,
    String status,
    double objective,
    double @Nullable [] x,
    double gap,
    int iterations,
    double seconds) {

  /** What a solver can claim. */
  public enum Claim {
    /** An optimum. */
    OPTIMAL,
    /** There is no feasible point. */
    INFEASIBLE,
    /** The objective has no bound. */
    UNBOUNDED,
    /** Nothing is proved. */
    NONE
  }

  /** An answer that proves nothing. */
  public static Answer none(String status, double seconds) {
    return new Answer(Claim.NONE, status, Double.NaN, null, Double.NaN, -1, seconds);
  }
}
