package org.infimum.convex;

import java.util.List;
import org.infimum.core.Result;
import org.infimum.core.Status;

/**
 * The answer to a conic program: what was found, the evidence recomputed on the original problem,
 * and what it cost. Objectives are in the user's sense.
 */
public sealed interface ConicResult extends Result {
  /** Cost and course of the run. */
  SolveReport report();

  /** Primal point, length n; zeros where infeasibility was proved before any point was kept. */
  double[] x();

  /** Row duals, length m, signed as d objective / d right-hand side of the minimization. */
  double[] y();

  /** The six errors of {@code (x, y)} on the original problem. */
  Errors errors();

  /** Primal objective of {@code x} in the user's sense. */
  double objective();

  /** Dual objective of {@code y} in the user's sense. */
  double dualObjective();

  @Override
  default String method() {
    return report().method();
  }

  @Override
  default int iterations() {
    return report().iterations();
  }

  @Override
  default double seconds() {
    return report().totalSeconds();
  }

  /** All six errors are within the tolerance. */
  record Optimal(
      double[] x,
      double[] y,
      Errors errors,
      double objective,
      double dualObjective,
      SolveReport report)
      implements ConicResult {
    @Override
    public Status status() {
      return Status.OPTIMAL;
    }
  }

  /**
   * There is no feasible point; {@code certificate} proves it: a {@link Certificate.Farkas} ray, or
   * {@link Certificate.CrossedBounds} where one row or column contradicts itself.
   */
  record PrimalInfeasible(
      Certificate certificate,
      double[] x,
      double[] y,
      Errors errors,
      double objective,
      double dualObjective,
      SolveReport report)
      implements ConicResult {
    @Override
    public Status status() {
      return Status.PRIMAL_INFEASIBLE;
    }
  }

  /** The dual has no feasible point: the problem is unbounded wherever it is feasible. */
  record DualInfeasible(
      Certificate.Recession certificate,
      double[] x,
      double[] y,
      Errors errors,
      double objective,
      double dualObjective,
      SolveReport report)
      implements ConicResult {
    @Override
    public Status status() {
      return Status.DUAL_INFEASIBLE;
    }
  }

  /**
   * The run stopped short of its goal; the best point found comes with its measured errors.
   *
   * @param status {@code ITERATION_LIMIT}, {@code TIME_LIMIT}, {@code STALLED} or {@code
   *     INTERRUPTED}
   * @param reason one sentence for a person
   */
  record Stopped(
      Status status,
      String reason,
      double[] x,
      double[] y,
      Errors errors,
      double objective,
      double dualObjective,
      SolveReport report)
      implements ConicResult {}

  /**
   * What the run cost and how it went.
   *
   * @param method the method's name
   * @param reason why it was chosen, empty if the caller named it
   * @param iterations interior-point iterations
   * @param factor the factorization that was used most, in figures
   * @param presolveSeconds seconds in presolve and postsolve
   * @param solveSeconds seconds in the iterations, ordering and factorization
   * @param totalSeconds seconds from call to return
   * @param presolve what presolve did, one line, empty if it was off
   * @param history one line an iteration
   */
  record SolveReport(
      String method,
      String reason,
      int iterations,
      FactorReport factor,
      double presolveSeconds,
      double solveSeconds,
      double totalSeconds,
      String presolve,
      List<IterationEvent> history) {}

  /**
   * The factorization of the Newton system.
   *
   * @param system {@code augmented} or {@code normal} equations
   * @param ordering the fill-reducing ordering
   * @param kind {@code simplicial} or {@code supernodal}
   * @param dimension order of the factored matrix
   * @param nonzeros nonzeros of L with its diagonal
   * @param flops floating-point operations of one factorization
   * @param seconds seconds in all numeric factorizations
   * @param count number of numeric factorizations
   */
  record FactorReport(
      String system,
      String ordering,
      String kind,
      int dimension,
      long nonzeros,
      double flops,
      double seconds,
      int count) {
    /** No factorization took place. */
    public static final FactorReport NONE = new FactorReport("none", "none", "none", 0, 0, 0, 0, 0);

    /** Achieved speed in 1e9 floating-point operations a second. */
    public double gflops() {
      return seconds > 0 ? flops * count / seconds * 1e-9 : 0.0;
    }
  }
}
