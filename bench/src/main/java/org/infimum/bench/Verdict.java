package org.infimum.bench;

import org.infimum.bench.peer.Answer;
import org.infimum.convex.ConicProgram;
import org.infimum.linalg.SparseMatrix;

/** What an answer is worth beside the published one. */
enum Verdict {
  /** The status is right and, for an optimum, the objective agrees and the point is feasible. */
  SOLVED,
  /**
   * It claims what is known, but the objective, the feasibility of its point or its proof is off.
   */
  INACCURATE,
  /** It claims the opposite of what is known. */
  WRONG,
  /** It claims nothing. */
  UNSOLVED;

  /** Peers work to 1e-7 by default and are not held to more than this. */
  private static final double PEER_TOLERANCE = 1e-6;

  /**
   * Judges an answer by its own evidence: the objective and the violation are recomputed from its
   * point where it gives one.
   *
   * @param strict whether the reference's own tolerance holds, rather than that of the peers
   * @param proved false if the answer came with a proof that does not hold
   */
  static Judgement judge(
      Answer answer,
      Instance.Reference reference,
      ConicProgram program,
      boolean strict,
      boolean proved) {
    double objective = answer.objective();
    double violation = Double.NaN;
    double[] x = answer.x();
    if (answer.claim() == Answer.Claim.OPTIMAL && x != null) {
      objective = objective(program, x);
      violation = violation(program, x);
    }
    double userObjective = program.userObjective(objective);
    double error = reference.error(userObjective);
    double tolerance =
        strict ? reference.tolerance() : Math.max(PEER_TOLERANCE, reference.tolerance());
    Verdict verdict =
        switch (answer.claim()) {
          case NONE -> UNSOLVED;
          case UNBOUNDED -> known(reference) ? WRONG : SOLVED;
          case INFEASIBLE ->
              switch (reference.kind()) {
                case OPTIMAL, APPROXIMATE -> WRONG;
                case INFEASIBLE, UNKNOWN -> SOLVED;
              };
          case OPTIMAL ->
              switch (reference.kind()) {
                case INFEASIBLE -> WRONG;
                case UNKNOWN -> SOLVED;
                case OPTIMAL -> accurate(error, tolerance, violation) ? SOLVED : INACCURATE;
                case APPROXIMATE ->
                    accurate(error, tolerance, violation) && !(answer.gap() > 1e-7)
                        ? SOLVED
                        : INACCURATE;
              };
        };
    return new Judgement(
        verdict == SOLVED && !proved ? INACCURATE : verdict, userObjective, error, violation);
  }

  /**
   * A verdict with the figures behind it.
   *
   * @param objective the objective in the user's sense, NaN if there is none
   * @param error its relative difference from the published value
   * @param violation the largest relative violation of a row or a bound, NaN without a point
   */
  record Judgement(Verdict verdict, double objective, double error, double violation) {}

  private static boolean known(Instance.Reference reference) {
    return reference.kind() != Instance.Reference.Kind.UNKNOWN;
  }

  private static boolean accurate(double error, double tolerance, double violation) {
    return error <= tolerance && !(violation > PEER_TOLERANCE);
  }

  /** The stored (minimized) objective of x. */
  private static double objective(ConicProgram program, double[] x) {
    double[] px = new double[x.length];
    program.p().symmetricMultiplyAdd(1.0, x, px);
    double sum = program.r();
    for (int j = 0; j < x.length; j++) {
      sum += x[j] * (program.q()[j] + 0.5 * px[j]);
    }
    return sum;
  }

  /** The largest violation, each relative to 1 + the largest finite end of its kind. */
  private static double violation(ConicProgram program, double[] x) {
    double[] activity = new double[program.rows()];
    SparseMatrix a = program.a();
    a.multiplyAdd(1.0, x, activity);
    return Math.max(
        violation(x, program.columnLower(), program.columnUpper()),
        violation(activity, program.rowLower(), program.rowUpper()));
  }

  private static double violation(double[] values, double[] lower, double[] upper) {
    double worst = 0.0;
    double scale = 1.0;
    for (int i = 0; i < values.length; i++) {
      worst = Math.max(worst, Math.max(lower[i] - values[i], values[i] - upper[i]));
      scale = Math.max(scale, 1.0 + Math.max(finite(lower[i]), finite(upper[i])));
    }
    return worst / scale;
  }

  private static double finite(double end) {
    return Double.isInfinite(end) ? 0.0 : Math.abs(end);
  }
}
