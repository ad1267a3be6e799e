package org.infimum.bench.peer;

import com.google.ortools.modelbuilder.ModelBuilderHelper;
import com.google.ortools.modelbuilder.ModelSolverHelper;
import com.google.ortools.modelbuilder.SolveStatus;
import java.nio.file.Path;
import java.util.Optional;
import org.infimum.convex.ConicProgram;
import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;

/**
 * A solver behind OR-Tools' ModelBuilder, in this process: HiGHS and GLOP. The time is the one the
 * solver reports if it reports one (so that the conversion of the model is not counted), otherwise
 * that of the call.
 *
 * @param key the name of its column
 * @param solver OR-Tools' name of the solver
 * @param parameters its own parameters, in its own notation
 * @param setting what it is and how it is set, for people
 */
public record OrToolsModel(String key, String solver, String parameters, String setting)
    implements Contestant {

  private static final String QUIET = "output_flag=false\n";

  /** HiGHS's interior point with the crossover that it runs by default. */
  public static OrToolsModel highsIpm(int threads) {
    return new OrToolsModel(
        "highs-ipm",
        "HIGHS_LP",
        QUIET + "solver=ipm\nthreads=" + threads,
        "HiGHS 1.12.0: interior point (IPX), crossover on, presolve on, threads "
            + threads
            + ", feasibility 1e-7, optimality 1e-8");
  }

  /** HiGHS's interior point without crossover. */
  public static OrToolsModel highsIpmWithoutCrossover(int threads) {
    return new OrToolsModel(
        "highs-ipm-nox",
        "HIGHS_LP",
        QUIET + "solver=ipm\nrun_crossover=off\nthreads=" + threads,
        "HiGHS 1.12.0: interior point (IPX), crossover off, presolve on, threads "
            + threads
            + ", feasibility 1e-7, optimality 1e-8");
  }

  /** HiGHS as it comes: the dual simplex method. */
  public static OrToolsModel highs(int threads) {
    return new OrToolsModel(
        "highs",
        "HIGHS_LP",
        QUIET + "threads=" + threads,
        "HiGHS 1.12.0: its own choice (dual simplex), presolve on, threads "
            + threads
            + ", feasibility 1e-7");
  }

  /** GLOP, Google's simplex method. */
  public static OrToolsModel glop() {
    return new OrToolsModel(
        "glop", "GLOP", "", "GLOP: simplex, presolve on, threads 1, default tolerances");
  }

  @Override
  public String description() {
    return setting + ", through OR-Tools " + OrTools.version() + " in the same JVM";
  }

  @Override
  public Optional<String> absence() {
    return OrTools.absence()
        .or(
            () ->
                new ModelSolverHelper(solver).solverIsSupported()
                    ? Optional.empty()
                    : Optional.of("OR-Tools was built without " + solver + "."));
  }

  @Override
  public boolean accepts(ConicProgram program) {
    return program.isLinear();
  }

  @Override
  public Prepared prepare(ConicProgram program, Path file) {
    ModelBuilderHelper model = new ModelBuilderHelper();
    double[] cost = program.q();
    for (int j = 0; j < cost.length; j++) {
      int variable = model.addVar();
      model.setVarLowerBound(variable, program.columnLower()[j]);
      model.setVarUpperBound(variable, program.columnUpper()[j]);
      model.setVarObjectiveCoefficient(variable, cost[j]);
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
    return new PreparedModel(model, cost.length);
  }

  private final class PreparedModel implements Prepared {
    private final ModelBuilderHelper model;
    private final int columns;
    private volatile @Nullable ModelSolverHelper running;

    PreparedModel(ModelBuilderHelper model, int columns) {
      this.model = model;
      this.columns = columns;
    }

    @Override
    public Answer solve(double limitSeconds) {
      ModelSolverHelper helper = new ModelSolverHelper(solver);
      helper.enableOutput(false);
      helper.setTimeLimitInSeconds(limitSeconds);
      if (!parameters.isEmpty()) {
        helper.setSolverSpecificParameters(parameters);
      }
      running = helper;
      long start = System.nanoTime();
      helper.solve(model);
      double called = (System.nanoTime() - start) * 1e-9;
      running = null;
      if (!helper.hasResponse()) {
        return Answer.none("no response", called);
      }
      double own = helper.getWallTime();
      double seconds = own > 0.0 ? Math.min(own, called) : called;
      SolveStatus status = helper.getStatus();
      Answer.Claim claim =
          switch (status) {
            case OPTIMAL -> Answer.Claim.OPTIMAL;
            case INFEASIBLE -> Answer.Claim.INFEASIBLE;
            case UNBOUNDED -> Answer.Claim.UNBOUNDED;
            default -> Answer.Claim.NONE;
          };
      if (!helper.hasSolution()) {
        return new Answer(claim, status.toString(), Double.NaN, null, Double.NaN, -1, seconds);
      }
      double[] x = new double[columns];
      for (int j = 0; j < columns; j++) {
        x[j] = helper.getVariableValue(j);
      }
      double objective = helper.getObjectiveValue();
      return new Answer(claim, status.toString(), objective, x, Double.NaN, -1, seconds);
    }

    @Override
    public void interrupt() {
      ModelSolverHelper helper = running;
      if (helper != null) {
        helper.interruptSolve();
      }
    }

    @Override
    public void close() {
      model.delete();
    }
  }
}
