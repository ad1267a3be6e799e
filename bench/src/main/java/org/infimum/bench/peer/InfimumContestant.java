package org.infimum.bench.peer;

import java.nio.file.Path;
import java.time.Duration;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.ConicResult;
import org.infimum.convex.Convex;
import org.infimum.convex.InteriorPoint;
import org.infimum.core.Run;
import org.jspecify.annotations.Nullable;

/**
 * Infimum itself.
 *
 * @param key the name of its column
 * @param method the options
 * @param threads threads of a run
 */
public record InfimumContestant(String key, InteriorPoint method, int threads)
    implements Contestant {

  @Override
  public String description() {
    return "Infimum: interior point on the homogeneous embedding, no crossover, presolve "
        + (method.presolve() ? "on" : "off")
        + ", threads "
        + threads
        + ", tolerance "
        + method.tolerance()
        + " on all six errors of the original problem";
  }

  @Override
  public boolean accepts(ConicProgram program) {
    return true;
  }

  @Override
  public PreparedProgram prepare(ConicProgram program, Path file) {
    return new PreparedProgram(program);
  }

  /** The program with the method; it can also be asked for the full result. */
  public final class PreparedProgram implements Prepared {
    private final ConicProgram program;
    private volatile @Nullable Run running;

    private PreparedProgram(ConicProgram program) {
      this.program = program;
    }

    /** Solves once and gives the full result. */
    public ConicResult result(double limitSeconds) {
      Run run =
          Run.builder()
              .threads(threads)
              .timeLimit(Duration.ofNanos((long) (limitSeconds * 1e9)))
              .build();
      running = run;
      return Convex.solve(program, method, run);
    }

    @Override
    public Answer solve(double limitSeconds) {
      long start = System.nanoTime();
      ConicResult result = result(limitSeconds);
      double seconds = (System.nanoTime() - start) * 1e-9;
      Answer.Claim claim =
          switch (result) {
            case ConicResult.Optimal optimal -> Answer.Claim.OPTIMAL;
            case ConicResult.PrimalInfeasible infeasible -> Answer.Claim.INFEASIBLE;
            case ConicResult.DualInfeasible unbounded -> Answer.Claim.UNBOUNDED;
            case ConicResult.Stopped stopped -> Answer.Claim.NONE;
          };
      return new Answer(
          claim,
          result.status().label(),
          program.userObjective(result.objective()),
          result.x(),
          result.errors().gap(),
          result.iterations(),
          seconds);
    }

    @Override
    public void interrupt() {
      Run run = running;
      if (run != null) {
        run.cancel();
      }
    }
  }
}
