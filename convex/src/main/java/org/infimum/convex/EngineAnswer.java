package org.infimum.convex;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link Engine} says, unverified.
 *
 * @param claim what it claims
 * @param detail its own word for that
 * @param x its point, null if it has none
 * @param bound lower bound of the stored minimization, {@code -infinity} if unknown
 */
public record EngineAnswer(Claim claim, String detail, double @Nullable [] x, double bound) {
  /** What an engine can claim. */
  public enum Claim {
    /** No point is better. */
    OPTIMAL,
    /** The point is feasible. */
    FEASIBLE,
    /** There is no feasible point. */
    INFEASIBLE,
    /** The objective has no bound. */
    UNBOUNDED,
    /** Nothing. */
    NONE;

    /** The label used in JSON and on the command line. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
