package org.infimum.ortools;

import com.google.ortools.Loader;
import com.google.ortools.modelbuilder.ModelBuilderHelper;
import com.google.ortools.modelbuilder.ModelSolverHelper;
import com.google.ortools.modelbuilder.SolveStatus;
import java.util.Arrays;
import java.util.List;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.Engine;
import org.infimum.convex.EngineAnswer;
import org.infimum.convex.EngineAnswer.Claim;
import org.infimum.core.InputException;
import org.infimum.core.Run;
import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;

/**
 * HiGHS, SCIP and CP-SAT through OR-Tools, in this process. All three take whole-number columns;
 * GLOP and PDLP, which ignore them, are left out.
 */
public final class OrToolsEngine implements Engine {
  /** How often the run is asked whether to stop. */
  private static final long POLL_MILLIS = 20;

  @Override
  public List<String> names() {
    return Arrays.stream(Backend.values()).map(Backend::label).toList();
  }

  @Override
  public EngineAnswer solve(String engine, ConicProgram program, boolean[] integer, Run run) {
    Backend backend = Backend.of(engine);
    load();
    ModelBuilderHelper model = model(program, integer);
    try {
      return solve(backend, model, program.columns(), run);
    } finally {
      model.delete();
    }
  }

  private static void load() {
    try {
      Loader.loadNativeLibraries();
    } catch (RuntimeException | LinkageError failure) {
      throw new InputException("OR-Tools does not load here: " + failure.getMessage(), failure);
    }
  }

  private static ModelBuilderHelper model(ConicProgram program, boolean[] integer) {
    ModelBuilderHelper model = new ModelBuilderHelper();
    for (int j = 0; j < program.columns(); j++) {
      int variable = model.addVar();
      model.setVarLowerBound(variable, program.columnLower()[j]);
      model.setVarUpperBound(variable, program.columnUpper()[j]);
      model.setVarObjectiveCoefficient(variable, program.q()[j]);
      model.setVarIntegrality(variable, integer[j]);
    }
    SparseMatrix byRow = program.a().transpose();
    for (int i = 0; i < program.rows(); i++) {
      int row = model.addLinearConstraint();
      model.setConstraintLowerBound(row, program.rowLower()[i]);
      model.setConstraintUpperBound(row, program.rowUpper()[i]);
      for (int k = byRow.columnStarts()[i]; k < byRow.columnStarts()[i + 1]; k++) {
        model.addConstraintTerm(row, byRow.rowIndices()[k], byRow.values()[k]);
      }
    }
    model.setObjectiveOffset(program.r());
    model.setMaximize(false);
    return model;
  }

  private static EngineAnswer solve(
      Backend backend, ModelBuilderHelper model, int columns, Run run) {
    ModelSolverHelper solver = new ModelSolverHelper(backend.solver());
    try {
      if (!solver.solverIsSupported()) {
        throw new InputException("OR-Tools was built without " + backend.label() + " here.");
      }
      solver.enableOutput(false);
      solver.setSolverSpecificParameters(backend.parameters(run));
      double left = run.secondsLeft();
      if (left < Double.POSITIVE_INFINITY) {
        solver.setTimeLimitInSeconds(left);
      }
      Thread watch = Thread.ofVirtual().start(() -> interruptOnRequest(solver, run));
      try {
        solver.solve(model);
      } finally {
        watch.interrupt();
        join(watch);
      }
      return answer(solver, columns);
    } finally {
      solver.delete();
    }
  }

  private static void interruptOnRequest(ModelSolverHelper solver, Run run) {
    try {
      while (run.checkpoint() != Run.Stop.INTERRUPTED) {
        Thread.sleep(POLL_MILLIS);
      }
      solver.interruptSolve();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** The watch must be gone before the solver is: it holds on to native memory. */
  private static void join(Thread watch) {
    boolean interrupted = false;
    while (watch.isAlive()) {
      try {
        watch.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static EngineAnswer answer(ModelSolverHelper solver, int columns) {
    if (!solver.hasResponse()) {
      return new EngineAnswer(Claim.NONE, "no response", null, Double.NEGATIVE_INFINITY);
    }
    SolveStatus status = solver.getStatus();
    Claim claim =
        switch (status) {
          case OPTIMAL -> Claim.OPTIMAL;
          case FEASIBLE -> Claim.FEASIBLE;
          case INFEASIBLE -> Claim.INFEASIBLE;
          case UNBOUNDED -> Claim.UNBOUNDED;
          default -> Claim.NONE;
        };
    double @Nullable [] x = null;
    double bound = Double.NEGATIVE_INFINITY;
    if (solver.hasSolution()) {
      x = new double[columns];
      for (int j = 0; j < columns; j++) {
        x[j] = solver.getVariableValue(j);
      }
      bound = solver.getBestObjectiveBound();
    }
    return new EngineAnswer(claim, status.toString(), x, bound);
  }
}
