package org.infimum.convex.interior;

import org.infimum.convex.ConicProgram;
import org.infimum.convex.ConicResult;
import org.infimum.convex.InteriorPoint;
import org.infimum.convex.IterationEvent;
import org.infimum.core.Run;

/**
 * Interior-point method on the homogeneous embedding of a program with quadratic objective (Goulart
 * and Chen 2024, sections 2-4), for interval rows and columns and rows of curved cones. In the
 * variables (x, y_eq, tau, kappa) and the barrier terms (s, z) it follows the central path of
 *
 * <pre>
 *   Px + q tau - A'y - z_x = 0,    A_eq x = b tau,    s = sign (activity - bound tau)
 *   kappa + x'Px/tau + q'x - b'y_eq - sum sign bound z = 0,    s z = mu,  tau kappa = mu
 * </pre>
 *
 * One factorization an iteration serves the constant, predictor, combined and centrality-corrector
 * right-hand sides.
 */
public final class HomogeneousEmbedding {
  /** How the iteration ended; the status of the result is the judge's business. */
  public enum Outcome {
    /** The judge accepted the point. */
    OPTIMAL,
    /** The judge accepted the dual ray. */
    PRIMAL_INFEASIBLE,
    /** The judge accepted the primal ray. */
    DUAL_INFEASIBLE,
    /** The iteration limit is reached. */
    ITERATION_LIMIT,
    /** The time limit is reached. */
    TIME_LIMIT,
    /** The caller cancelled. */
    INTERRUPTED,
    /** No further progress. */
    STALLED
  }

  private static final double STEP_FRACTION = 0.995;

  /** Next to semidefinite cones, the fraction of a short step (Toh, Todd and Tutuncu 1999). */
  private static final double CAUTIOUS_FRACTION = 0.9;

  private static final double SMALLEST_STEP = 1e-6;

  /** From here down, cones that are not symmetric change to the dual scaling. */
  private static final double SHORT_STEP = 0.1;

  /** Solutions are refined to this share of the current error, ... */
  private static final double ACCURACY_SHARE = 1e-2;

  /** The same where right-hand sides carry a shift that is larger than the residuals. */
  private static final double SHIFTED_ACCURACY_SHARE = 1e-5;

  /** ... and never beyond this. */
  private static final double FINEST = 1e-13;

  private final StandardForm form;
  private final InteriorPoint options;
  private final NewtonSystem newton;
  private final Iterate iterate;
  private final NewtonEquations equations;
  private final SearchDirection direction;
  private final CentralityCorrectors correctors;
  private final Termination termination;
  private final StallTest stall = new StallTest();
  private int iteration;

  /** Analyzes the pattern of {@code program}; the numbers can be replaced with {@link #load}. */
  public HomogeneousEmbedding(ConicProgram program, InteriorPoint options, int threads) {
    this.form = new StandardForm(program);
    this.options = options;
    this.iterate = new Iterate(form, threads);
    this.newton =
        iterate.cones.isEmpty()
            ? new DiagonalNewtonSystem(
                form.p,
                form.a,
                iterate.cones,
                form.freeColumns(),
                options.system(),
                options.ordering(),
                options.factorization(),
                threads)
            : new ConicNewtonSystem(
                form, iterate.cones, options.ordering(), options.factorization(), threads);
    this.equations = new NewtonEquations(form, iterate, newton);
    this.direction = new SearchDirection(form, iterate, equations);
    this.correctors = new CentralityCorrectors(direction, correctors());
    this.termination = new Termination(form, iterate, options.tolerance());
  }

  /** How many centrality correctors an iteration may take: they know linear terms only. */
  private int correctors() {
    if (!iterate.cones.isEmpty()) {
      return 0;
    }
    return options.correctors() >= 0
        ? options.correctors()
        : CentralityCorrectors.worthwhile(newton.flops(), newton.nonzeros());
  }

  /** Replaces the numbers of the program; its pattern and its finite ends must be the same. */
  public void load(ConicProgram program) {
    form.load(program);
    iterate.refreshData();
    newton.refreshData();
  }

  /** Allocates all work space now: with one thread, no later {@link #solve} allocates. */
  public void reserve() {
    newton.reserve();
  }

  /** Runs the method from its start point; if it stalls, once more without tau and kappa. */
  public Outcome solve(Run run, Judge judge) {
    termination.reset();
    iteration = 0;
    Outcome outcome = followPath(run, judge, true);
    if (outcome == Outcome.STALLED && !termination.accepted()) {
      outcome = followPath(run, judge, false);
    }
    return termination.accepted() ? Outcome.OPTIMAL : outcome;
  }

  private Outcome followPath(Run run, Judge judge, boolean homogeneous) {
    int firstIteration = iteration;
    int limit = Math.min(options.iterationLimit(), run.iterationLimit());
    double step = 0.0;
    double sigma = 0.0;
    stall.reset();
    iterate.homogeneous = homogeneous;
    if (!start(run)) {
      return stopped(run);
    }
    for (; ; iteration++) {
      iterate.measure();
      termination.keepBest();
      if (run.hasListener()) {
        run.report(event(run, sigma, step));
      }
      Outcome verdict = termination.verdict(judge, iteration);
      if (verdict != null) {
        return verdict;
      }
      boolean tiny = iteration > firstIteration && step < SMALLEST_STEP;
      if (stall.isStalled(iterate) || tiny) {
        return Outcome.STALLED;
      }
      if (iteration >= limit) {
        return Outcome.ITERATION_LIMIT;
      }
      if (!equations.factor(run)) {
        return stopped(run);
      }
      if (!equations.isScaled()) {
        return Outcome.STALLED;
      }
      double share = iterate.cones.hasShift() ? SHIFTED_ACCURACY_SHARE : ACCURACY_SHARE;
      double accuracy = Math.clamp(share * iterate.error, FINEST, NewtonEquations.ROUGH);

      direction.predict(accuracy);
      double affineStep = direction.largestStep();
      sigma = Math.pow(Math.min(1.0, direction.meanProductAt(affineStep) / iterate.mu), 3);

      double sigmaMu = sigma * iterate.mu;
      double eta = homogeneous ? 1.0 - sigma : 1.0;
      double correction = iteration == 0 ? affineStep : 1.0;
      direction.combine(eta, sigmaMu, correction, accuracy);
      double longest = correctors.lengthen(direction.largestStep(), eta, sigmaMu, accuracy);

      step = direction.centralStep(Math.min(1.0, stepFraction(longest) * longest));
      if (!Double.isFinite(step)) {
        return Outcome.STALLED;
      }
      if (step < SHORT_STEP && !iterate.cones.isSymmetric() && !iterate.cones.isDualScaling()) {
        // the primal-dual scaling leads nowhere: once more from here with the dual one
        iterate.cones.setDualScaling(true);
        step = 1.0;
        continue;
      }
      iterate.advance(direction, step);
      if (run.checkpoint() != Run.Stop.NONE) {
        return stopped(run);
      }
    }
  }

  private double stepFraction(double longest) {
    return iterate.cones.hasShift() ? CAUTIOUS_FRACTION + 0.09 * longest : STEP_FRACTION;
  }

  /** Start point: the Newton equations with every barrier term at 1. */
  private boolean start(Run run) {
    if (!iterate.cones.isSymmetric()) {
      iterate.startCentered();
      return true;
    }
    iterate.startAtUnit();
    if (!equations.factor(run)) {
      return false;
    }
    equations.solveStart();
    iterate.start(equations.x1, equations.x2, equations.u2);
    return true;
  }

  private static Outcome stopped(Run run) {
    return run.checkpoint() == Run.Stop.INTERRUPTED ? Outcome.INTERRUPTED : Outcome.TIME_LIMIT;
  }

  private IterationEvent event(Run run, double sigma, double step) {
    return new IterationEvent(
        iteration,
        iterate.primalObjective,
        iterate.dualObjective,
        iterate.primalError,
        iterate.dualError,
        iterate.gapError,
        iterate.mu,
        iterate.kappa / iterate.tau,
        sigma,
        step,
        run.seconds());
  }

  /** Iterations done. */
  public int iterations() {
    return iteration;
  }

  /** The best (or accepted) primal point or primal ray in the program's units; not a copy. */
  public double[] x() {
    return termination.x();
  }

  /** The best (or accepted) row duals or dual ray in the program's units; not a copy. */
  public double[] y() {
    return termination.y();
  }

  /** The factorization in figures. */
  public ConicResult.FactorReport factorReport() {
    return newton.report();
  }
}
