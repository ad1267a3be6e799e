package org.infimum.convex;

import org.infimum.core.Run;

/** The front door: solves a conic program with the method that suits it, and says which and why. */
public final class Convex {
  private Convex() {}

  /** Solves with the default tolerance 1e-8 on all processors, without limits. */
  public static ConicResult solve(ConicProgram program) {
    return solve(program, InteriorPoint.DEFAULT, Run.unlimited());
  }

  /** Solves within the budgets of {@code run}. */
  public static ConicResult solve(ConicProgram program, Run run) {
    return solve(program, InteriorPoint.DEFAULT, run);
  }

  /** Solves with the options of {@code method} where the choice falls on it. */
  public static ConicResult solve(ConicProgram program, InteriorPoint method, Run run) {
    String reason;
    if (!program.isPolyhedral()) {
      reason = "a conic program: the interior point takes every cone as it is";
    } else if (program.isLinear()) {
      reason = "a linear program: the interior point gives both solutions to full accuracy";
    } else {
      reason = "a convex quadratic program: the interior point takes the objective as it is";
    }
    return new InteriorPointSolve(method, reason, program, run).solve();
  }
}
