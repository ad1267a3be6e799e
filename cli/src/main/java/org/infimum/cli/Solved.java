package org.infimum.cli;

import org.infimum.convex.Certificate;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.ConicResult;
import org.jspecify.annotations.Nullable;

/**
 * A problem with its answer.
 *
 * @param name the problem's name, that of its file if it has none
 * @param readSeconds seconds to read the file
 * @param totalSeconds seconds from opening the file to the answer
 */
record Solved(
    String name,
    ConicProgram program,
    ConicResult result,
    double readSeconds,
    double totalSeconds) {

  int exitCode() {
    return result.status().isProved() ? ExitCode.PROVED : ExitCode.STOPPED_SHORT;
  }

  /** The objective in the user's sense, NaN where it is proved that there is no optimum. */
  double objective() {
    return certificate() == null ? result.objective() : Double.NaN;
  }

  /** The dual objective in the user's sense, NaN where it is proved that there is no optimum. */
  double dualObjective() {
    return certificate() == null ? result.dualObjective() : Double.NaN;
  }

  /** The proof that there is no optimum, or null. */
  @Nullable Certificate certificate() {
    if (result instanceof ConicResult.PrimalInfeasible infeasible) {
      return infeasible.certificate();
    }
    return result instanceof ConicResult.DualInfeasible unbounded ? unbounded.certificate() : null;
  }
}
