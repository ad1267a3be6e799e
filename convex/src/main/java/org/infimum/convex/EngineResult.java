package org.infimum.convex;

import org.jspecify.annotations.Nullable;

/**
 * An engine's answer after verification. The point is measured in double-double arithmetic on the
 * original program; that no better point exists stays the engine's claim, since a branch-and-bound
 * tree leaves no certificate.
 *
 * @param engine the engine's name
 * @param verdict what may be said
 * @param claim what the engine said
 * @param detail the engine's own word
 * @param x the point, its whole-number components rounded where that is feasible; null if none
 * @param objective objective of x in the user's sense, NaN if there is no point
 * @param bound the engine's bound of the objective in the user's sense, infinite if unknown
 * @param rowResidual distance of the activities to the rows, as in {@link Errors}
 * @param columnBounds distance of x to its bounds, as in {@link Errors}
 * @param integrality largest distance of a whole-number component of the engine's point to a whole
 *     number
 * @param seconds seconds from call to return
 */
public record EngineResult(
    String engine,
    Verdict verdict,
    EngineAnswer.Claim claim,
    String detail,
    double @Nullable [] x,
    double objective,
    double bound,
    double rowResidual,
    double columnBounds,
    double integrality,
    double seconds) {
  /** What an engine's answer amounts to. */
  public enum Verdict {
    /** The point is feasible and whole: verified. Optimal within the gap if the claim holds. */
    FEASIBLE("feasible"),
    /** The engine's point breaks a row, a bound or a whole number by more than the tolerance. */
    REFUTED("refuted"),
    /** The engine gave no point; what it claims is not verified. */
    NO_POINT("no-point");

    private final String label;

    Verdict(String label) {
      this.label = label;
    }

    /** The label used in JSON and on the command line. */
    public String label() {
      return label;
    }
  }

  /** Whether the point is verified and the engine claims that none is better. */
  public boolean isDone() {
    return verdict == Verdict.FEASIBLE && claim == EngineAnswer.Claim.OPTIMAL;
  }

  /** Objective to bound, {@code |objective - bound| / (1 + |objective|)}; infinite if unknown. */
  public double gap() {
    double gap = Math.abs(objective - bound) / (1.0 + Math.abs(objective));
    return Double.isNaN(gap) ? Double.POSITIVE_INFINITY : gap;
  }
}
