package org.infimum.core;

/** The ways a run can end. */
public enum Status {
  /** The recomputed errors on the original problem are within the tolerance. */
  OPTIMAL("optimal"),
  /** A verified Farkas ray proves that no feasible point exists. */
  PRIMAL_INFEASIBLE("primal-infeasible"),
  /**
   * A verified recession ray proves that the dual is infeasible (the problem is unbounded if
   * feasible).
   */
  DUAL_INFEASIBLE("dual-infeasible"),
  /** The iteration budget is spent; the best answer so far is returned with its errors. */
  ITERATION_LIMIT("iteration-limit"),
  /** The time budget is spent; the best answer so far is returned with its errors. */
  TIME_LIMIT("time-limit"),
  /** No further progress in this arithmetic; the best answer so far is returned with its errors. */
  STALLED("stalled"),
  /** Cancelled by the caller; the best answer so far is returned with its errors. */
  INTERRUPTED("interrupted");

  private final String label;

  Status(String label) {
    this.label = label;
  }

  /** The label used in JSON and on the command line. */
  public String label() {
    return label;
  }

  /** Whether the run reached its goal: an optimum or a proof that there is none. */
  public boolean isProved() {
    return this == OPTIMAL || this == PRIMAL_INFEASIBLE || this == DUAL_INFEASIBLE;
  }
}
