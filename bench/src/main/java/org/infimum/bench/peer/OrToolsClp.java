package org.infimum.bench.peer;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.nio.file.Path;
import java.util.Optional;
import org.infimum.convex.ConicProgram;
import org.infimum.linalg.SparseMatrix;

/** CLP's simplex method behind OR-Tools' older interface, in this process. */
public record OrToolsClp() implements Contestant {
  @Override
  public String key() {
    return "clp";
  }

  @Override
  public String description() {
    return "Clp 1.17.10: dual simplex, presolve on, threads 1, feasibility 1e-7, through OR-Tools "
        + OrTools.version()
        + " in the same JVM";
  }

  @Override
  public Optional<String> absence() {
    return OrTools.absence();
  }

  @Override
  public boolean accepts(ConicProgram program) {
    return program.isLinear();
  }

  @Override
  public Prepared prepare(ConicProgram program, Path file) {
    MPSolver solver =
        new MPSolver(program.name(), MPSolver.OptimizationProblemType.CLP_LINEAR_PROGRAMMING);
    int n = program.columns();
    MPVariable[] variables = new MPVariable[n];
    for (int j = 0; j < n; j++) {
      variables[j] = solver.makeNumVar(program.columnLower()[j], program.columnUpper()[j], "x" + j);
      solver.objective().setCoefficient(variables[j], program.q()[j]);
    }
    solver.objective().setOffset(program.r());
    solver.objective().setMinimization();
    SparseMatrix byRow = program.a().transpose();
    for (int i = 0; i < program.rows(); i++) {
      MPConstraint row =
          solver.makeConstraint(program.rowLower()[i], program.rowUpper()[i], "c" + i);
      for (int k = byRow.columnStarts()[i]; k < byRow.columnStarts()[i + 1]; k++) {
        row.setCoefficient(variables[byRow.rowIndices()[k]], byRow.values()[k]);
      }
    }
    return new PreparedSolver(solver, variables);
  }

  private record PreparedSolver(MPSolver solver, MPVariable[] variables) implements Prepared {
    @Override
    public Answer solve(double limitSeconds) {
      solver.reset();
      solver.suppressOutput();
      solver.setTimeLimit((long) (limitSeconds * 1000.0));
      long start = System.nanoTime();
      MPSolver.ResultStatus status = solver.solve();
      double seconds = (System.nanoTime() - start) * 1e-9;
      if (status != MPSolver.ResultStatus.OPTIMAL) {
        Answer.Claim claim =
            switch (status) {
              case INFEASIBLE -> Answer.Claim.INFEASIBLE;
              case UNBOUNDED -> Answer.Claim.UNBOUNDED;
              default -> Answer.Claim.NONE;
            };
        return new Answer(claim, status.toString(), Double.NaN, null, Double.NaN, -1, seconds);
      }
      double[] x = new double[variables.length];
      for (int j = 0; j < x.length; j++) {
        x[j] = variables[j].solutionValue();
      }
      return new Answer(
          Answer.Claim.OPTIMAL,
          status.toString(),
          solver.objective().value(),
          x,
          Double.NaN,
          (int) solver.iterations(),
          seconds);
    }

    @Override
    public void interrupt() {
      solver.interruptSolve();
    }

    @Override
    public void close() {
      solver.delete();
    }
  }
}
