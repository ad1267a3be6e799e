package org.infimum.convex;

import java.util.ArrayList;
import java.util.List;
import org.infimum.convex.InteriorPoint.NewtonForm;
import org.infimum.convex.interior.HomogeneousEmbedding;
import org.infimum.convex.interior.HomogeneousEmbedding.Outcome;
import org.infimum.convex.interior.Judge;
import org.infimum.convex.presolve.Presolve;
import org.infimum.convex.presolve.Presolved;
import org.infimum.core.Progress;
import org.infimum.core.Run;
import org.infimum.core.Status;
import org.jspecify.annotations.Nullable;

/**
 * One solve from call to result: presolve, the embedding on the reduced program, postsolve, and the
 * verifier on the original program, which alone decides the status. A stall is answered by a search
 * for a Farkas ray without the costs, then by a last run on the program as it is.
 */
final class InteriorPointSolve {
  private final InteriorPoint options;
  private final String reason;
  private final ConicProgram program;
  private final Run run;
  private final Verifier verifier;
  private final List<IterationEvent> history = new ArrayList<>();
  private final double[] x;
  private final double[] y;
  private final double[] bestX;
  private final double[] bestY;
  private @Nullable Errors offered;
  private @Nullable Certificate certificate;
  private double presolveSeconds;
  private double solveSeconds;
  private int iterations;
  private String presolveSummary = "";
  private ConicResult.FactorReport factor = ConicResult.FactorReport.NONE;

  InteriorPointSolve(InteriorPoint options, String reason, ConicProgram program, Run run) {
    this.options = options;
    this.reason = reason;
    this.program = program;
    this.run = run;
    this.verifier = new Verifier(program);
    this.x = new double[program.columns()];
    this.y = new double[program.rows()];
    this.bestX = new double[program.columns()];
    this.bestY = new double[program.rows()];
  }

  ConicResult solve() {
    double start = run.seconds();
    Certificate.CrossedBounds crossed = verifier.crossedBounds();
    if (crossed != null) {
      certificate = crossed;
      return result(Outcome.PRIMAL_INFEASIBLE, start);
    }
    if (!program.isLinear()) {
      ConvexityCheck.requireConvex(program, run);
    }
    Outcome outcome = options.presolve() ? withPresolve() : iterate(program, null, options);
    if (outcome == Outcome.STALLED && lacksFeasiblePoint()) {
      outcome = refuteFeasibility();
    }
    if (outcome == Outcome.STALLED) {
      outcome = iterate(program, null, lastResort());
    }
    return result(outcome, start);
  }

  /** Where the form of the Newton system was open, the augmented one: it squares no coefficient. */
  private InteriorPoint lastResort() {
    return options.system() == NewtonForm.AUTO ? options.withSystem(NewtonForm.AUGMENTED) : options;
  }

  private boolean lacksFeasiblePoint() {
    return !(bestErrors().primal() <= Math.sqrt(options.tolerance()));
  }

  /**
   * Looks for a Farkas ray with the objective left out: the ray does not depend on it, presolve
   * reaches further without it, and large costs no longer drown the ray.
   */
  private Outcome refuteFeasibility() {
    ConicProgram feasibility =
        ConicProgram.conic(new double[program.columns()], program.a(), program.b(), program.cones())
            .columnBounds(program.columnLower(), program.columnUpper())
            .build();
    Presolved presolved = Presolve.run(feasibility, run);
    double[] farkas = presolved.farkas();
    if (farkas != null && provesPrimalInfeasible(farkas)) {
      return Outcome.PRIMAL_INFEASIBLE;
    }
    Outcome outcome =
        farkas == null ? iterate(presolved.reduced(), presolved, options) : Outcome.STALLED;
    return outcome == Outcome.ITERATION_LIMIT ? Outcome.STALLED : outcome;
  }

  private Outcome withPresolve() {
    double start = run.seconds();
    Presolved presolved = Presolve.run(program, run);
    presolveSeconds = run.seconds() - start;
    presolveSummary = presolved.summary().toString();
    run.report(new PresolveEvent(presolveSummary, run.seconds()));
    double[] farkas = presolved.farkas();
    if (farkas != null && provesPrimalInfeasible(farkas)) {
      return Outcome.PRIMAL_INFEASIBLE;
    }
    double[] recession = presolved.recession();
    if (recession != null && provesDualInfeasible(recession)) {
      return Outcome.DUAL_INFEASIBLE;
    }
    return farkas == null && recession == null
        ? iterate(presolved.reduced(), presolved, options)
        : Outcome.STALLED;
  }

  /**
   * Runs the embedding on {@code reduced}; {@code presolved} is null if that is the program itself.
   */
  private Outcome iterate(
      ConicProgram reduced, @Nullable Presolved presolved, InteriorPoint method) {
    double start = run.seconds();
    HomogeneousEmbedding embedding = new HomogeneousEmbedding(reduced, method, run.threads());
    Run inner = listening(reduced);
    Outcome outcome = embedding.solve(inner, new OriginalJudge(presolved));
    iterations += embedding.iterations();
    factor = embedding.factorReport();
    if (outcome != Outcome.OPTIMAL
        && outcome != Outcome.PRIMAL_INFEASIBLE
        && outcome != Outcome.DUAL_INFEASIBLE) {
      boolean proved = offer(embedding.x(), embedding.y(), presolved);
      outcome = proved && outcome == Outcome.STALLED ? Outcome.OPTIMAL : outcome;
    }
    solveSeconds += run.seconds() - start;
    return outcome;
  }

  /** The caller's run, with a listener that keeps the history in the user's objective. */
  private Run listening(ConicProgram reduced) {
    double constant = reduced.r();
    return run.withListener(
        event -> {
          if (event instanceof IterationEvent line) {
            IterationEvent users =
                new IterationEvent(
                    line.iteration(),
                    program.userObjective(line.primalObjective() + constant),
                    program.userObjective(line.dualObjective() + constant),
                    line.primalResidual(),
                    line.dualResidual(),
                    line.gap(),
                    line.mu(),
                    line.kappaTau(),
                    line.sigma(),
                    line.step(),
                    line.seconds());
            history.add(users);
            run.report((Progress) users);
          }
        });
  }

  /**
   * Postsolves a pair, measures it on the original program and keeps it if it is the best so far.
   */
  private boolean offer(double[] reducedX, double[] reducedY, @Nullable Presolved presolved) {
    if (presolved == null) {
      System.arraycopy(reducedX, 0, x, 0, x.length);
      System.arraycopy(reducedY, 0, y, 0, y.length);
    } else {
      presolved.postsolve(reducedX, reducedY, x, y);
    }
    for (int j = 0; j < x.length; j++) {
      x[j] = Math.max(program.columnLower()[j], Math.min(program.columnUpper()[j], x[j]));
    }
    Errors errors = verifier.measure(x, y);
    double bestError = offered == null ? Double.POSITIVE_INFINITY : offered.largest();
    if (errors.largest() < bestError || bestError == Double.POSITIVE_INFINITY) {
      offered = errors;
      System.arraycopy(x, 0, bestX, 0, x.length);
      System.arraycopy(y, 0, bestY, 0, y.length);
    }
    return errors.within(options.tolerance());
  }

  /** The errors of the best pair, which is zero as long as none was offered. */
  private Errors bestErrors() {
    return offered == null ? verifier.measure(bestX, bestY) : offered;
  }

  private boolean provesPrimalInfeasible(double[] ray) {
    if (!(verifier.farkasError(ray) <= options.tolerance())) {
      return false;
    }
    certificate = verifier.farkas(ray);
    return true;
  }

  private boolean provesDualInfeasible(double[] ray) {
    if (!(verifier.recessionError(ray) <= options.tolerance())) {
      return false;
    }
    certificate = verifier.recession(ray);
    return true;
  }

  private ConicResult result(Outcome outcome, double start) {
    Errors errors = bestErrors();
    double objective = program.userObjective(errors.primalObjective());
    double dualObjective = program.userObjective(errors.dualObjective());
    ConicResult.SolveReport report =
        new ConicResult.SolveReport(
            options.name(),
            reason,
            iterations,
            factor,
            presolveSeconds,
            solveSeconds,
            run.seconds() - start,
            presolveSummary,
            List.copyOf(history));
    Certificate proof = certificate;
    if (outcome == Outcome.OPTIMAL) {
      return new ConicResult.Optimal(bestX, bestY, errors, objective, dualObjective, report);
    }
    if (outcome == Outcome.PRIMAL_INFEASIBLE && proof != null) {
      return new ConicResult.PrimalInfeasible(
          proof, bestX, bestY, errors, objective, dualObjective, report);
    }
    if (outcome == Outcome.DUAL_INFEASIBLE && proof instanceof Certificate.Recession recession) {
      return new ConicResult.DualInfeasible(
          recession, bestX, bestY, errors, objective, dualObjective, report);
    }
    return new ConicResult.Stopped(
        status(outcome), why(outcome), bestX, bestY, errors, objective, dualObjective, report);
  }

  private static Status status(Outcome outcome) {
    return switch (outcome) {
      case ITERATION_LIMIT -> Status.ITERATION_LIMIT;
      case TIME_LIMIT -> Status.TIME_LIMIT;
      case INTERRUPTED -> Status.INTERRUPTED;
      default -> Status.STALLED;
    };
  }

  private static String why(Outcome outcome) {
    return switch (outcome) {
      case ITERATION_LIMIT -> "The iteration limit is reached; the best point so far is returned.";
      case TIME_LIMIT -> "The time limit is reached; the best point so far is returned.";
      case INTERRUPTED -> "The run was cancelled; the best point so far is returned.";
      default ->
          "No further progress in double precision; the best point so far is returned with its errors.";
    };
  }

  /** Judges on the original program. */
  private final class OriginalJudge implements Judge {
    private final @Nullable Presolved presolved;

    OriginalJudge(@Nullable Presolved presolved) {
      this.presolved = presolved;
    }

    @Override
    public boolean optimal(double[] reducedX, double[] reducedY) {
      return offer(reducedX, reducedY, presolved);
    }

    @Override
    public boolean primalInfeasible(double[] ray) {
      if (presolved == null) {
        return provesPrimalInfeasible(ray);
      }
      presolved.postsolveFarkas(ray, y);
      return provesPrimalInfeasible(y);
    }

    @Override
    public boolean dualInfeasible(double[] ray) {
      if (presolved == null) {
        return provesDualInfeasible(ray);
      }
      presolved.postsolveRecession(ray, x);
      return provesDualInfeasible(x);
    }
  }
}
