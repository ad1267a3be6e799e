package org.infimum.convex.verify;

import java.util.List;
import org.infimum.convex.Errors;
import org.jspecify.annotations.Nullable;

/**
 * What holds of a claimed solution.
 *
 * @param claim what was to be proved: {@code optimal}, {@code primal-infeasible} or {@code
 *     dual-infeasible}
 * @param proved whether every line holds
 * @param tolerance what the lines were compared with
 * @param errors the six errors of the pair; null for a certificate
 * @param certificateError the relative error of the certificate; null for a pair
 * @param lines line by line what was recomputed
 */
public record CheckReport(
    String claim,
    boolean proved,
    double tolerance,
    @Nullable Errors errors,
    @Nullable Double certificateError,
    List<Line> lines) {

  /**
   * One thing that was recomputed.
   *
   * @param what its name in the field's terms
   * @param measured the error: relative, compared with {@code limit}
   * @param limit the largest absolute value that holds
   * @param detail one clause for a person: the numbers behind it, or where the error is largest;
   *     may be empty
   */
  public record Line(String what, double measured, double limit, String detail) {
    /** Whether the measured error is within the limit; false on NaN. */
    public boolean holds() {
      return Math.abs(measured) <= limit;
    }
  }
}
