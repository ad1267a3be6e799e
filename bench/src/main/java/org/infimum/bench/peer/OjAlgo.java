package org.infimum.bench.peer;

import java.nio.file.Path;
import org.infimum.convex.ConicProgram;
import org.infimum.linalg.SparseMatrix;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.type.CalendarDateDuration;
import org.ojalgo.type.CalendarDateUnit;

/** ojAlgo, the optimizer in pure Java that most JVM projects meet first. */
public record OjAlgo() implements Contestant {
  @Override
  public String key() {
    return "ojalgo";
  }

  @Override
  public String description() {
    String jar =
        ExpressionsBasedModel.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return "ojAlgo "
        + jar.replaceAll(".*ojalgo-(.*)\\.jar", "$1")
        + ": its own choice (simplex for LP, active set or interior point for QP), presolve on,"
        + " default threads and tolerances, in the same JVM";
  }

  @Override
  public boolean accepts(ConicProgram program) {
    return true;
  }

  @Override
  public Prepared prepare(ConicProgram program, Path file) {
    return new PreparedModel(model(program));
  }

  private static ExpressionsBasedModel model(ConicProgram program) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    int n = program.columns();
    for (int j = 0; j < n; j++) {
      Variable variable = model.newVariable("x" + j).weight(program.q()[j]);
      if (Double.isFinite(program.columnLower()[j])) {
        variable.lower(program.columnLower()[j]);
      }
      if (Double.isFinite(program.columnUpper()[j])) {
        variable.upper(program.columnUpper()[j]);
      }
    }
    SparseMatrix byRow = program.a().transpose();
    for (int i = 0; i < program.rows(); i++) {
      Expression row = model.newExpression("c" + i);
      for (int k = byRow.columnStarts()[i]; k < byRow.columnStarts()[i + 1]; k++) {
        row.set(byRow.rowIndices()[k], byRow.values()[k]);
      }
      if (Double.isFinite(program.rowLower()[i])) {
        row.lower(program.rowLower()[i]);
      }
      if (Double.isFinite(program.rowUpper()[i])) {
        row.upper(program.rowUpper()[i]);
      }
    }
    if (!program.isLinear()) {
      addQuadraticTerm(model.newExpression("quadratic"), program.p());
    }
    return model;
  }

  /**
   * ojAlgo's expression is x'Qx with any Q of the same quadratic form: 1/2 P on the diagonal, P
   * above.
   */
  private static void addQuadraticTerm(Expression objective, SparseMatrix upper) {
    for (int j = 0; j < upper.columns(); j++) {
      for (int k = upper.columnStarts()[j]; k < upper.columnStarts()[j + 1]; k++) {
        int i = upper.rowIndices()[k];
        objective.set(i, j, i == j ? 0.5 * upper.values()[k] : upper.values()[k]);
      }
    }
    objective.weight(1.0);
  }

  private record PreparedModel(ExpressionsBasedModel model) implements Prepared {
    @Override
    public Answer solve(double limitSeconds) {
      ExpressionsBasedModel fresh = model.copy();
      fresh.options.abort(new CalendarDateDuration(limitSeconds * 1000.0, CalendarDateUnit.MILLIS));
      long start = System.nanoTime();
      Optimisation.Result result = fresh.minimise();
      double seconds = (System.nanoTime() - start) * 1e-9;
      Optimisation.State state = result.getState();
      if (!state.isOptimal()) {
        Answer.Claim claim =
            switch (state) {
              case INFEASIBLE -> Answer.Claim.INFEASIBLE;
              case UNBOUNDED -> Answer.Claim.UNBOUNDED;
              default -> Answer.Claim.NONE;
            };
        return new Answer(claim, state.toString(), Double.NaN, null, Double.NaN, -1, seconds);
      }
      double[] x = new double[fresh.countVariables()];
      for (int j = 0; j < x.length; j++) {
        x[j] = result.doubleValue(j);
      }
      return new Answer(
          Answer.Claim.OPTIMAL, state.toString(), Double.NaN, x, Double.NaN, -1, seconds);
    }

    /** ojAlgo offers no way to stop a running solve; it keeps its own limit between iterations. */
    @Override
    public void interrupt() {}
  }
}
