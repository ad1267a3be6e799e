package org.infimum.bench.peer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.infimum.convex.Certificate;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.ConicResult;
import org.infimum.convex.Convex;
import org.infimum.convex.InteriorPoint;
import org.infimum.convex.Verifier;
import org.infimum.convex.verify.PlainReader;
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
    return new PreparedProgram(program, file);
  }

  /** The program with the method. */
  public final class PreparedProgram implements Prepared {
    private final ConicProgram program;
    private final Path file;
    private volatile @Nullable Run running;
    private volatile @Nullable ConicResult last;

    private PreparedProgram(ConicProgram program, Path file) {
      this.program = program;
      this.file = file;
    }

    private ConicResult result(double limitSeconds) {
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
      last = result;
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
    public double evidence() {
      ConicProgram checked = PlainReader.read(file, false).program();
      if (checked.rows() != program.rows() || checked.columns() != program.columns()) {
        return Double.POSITIVE_INFINITY;
      }
      Verifier verifier = new Verifier(checked);
      return switch (last) {
        case ConicResult.Optimal optimal ->
            verifier
                .measure(
                    byName(
                        optimal.x(), program.columns(), program::columnName, checked::columnName),
                    byName(optimal.y(), program.rows(), program::rowName, checked::rowName))
                .largest();
        case ConicResult.PrimalInfeasible infeasible ->
            error(infeasible.certificate(), checked, verifier);
        case ConicResult.DualInfeasible unbounded ->
            error(unbounded.certificate(), checked, verifier);
        case ConicResult.Stopped stopped -> Double.NaN;
        case null -> Double.NaN;
      };
    }

    private double error(Certificate certificate, ConicProgram checked, Verifier verifier) {
      return switch (certificate) {
        case Certificate.Farkas farkas ->
            verifier.farkasError(
                byName(farkas.y(), program.rows(), program::rowName, checked::rowName));
        case Certificate.Recession recession ->
            verifier.recessionError(
                byName(recession.x(), program.columns(), program::columnName, checked::columnName));
        case Certificate.CrossedBounds crossed ->
            verifier.crossedBounds() == null ? Double.POSITIVE_INFINITY : 0.0;
      };
    }

    /** The values in the order in which another reader has the same names. */
    private static double[] byName(
        double[] values, int count, IntFunction<String> from, IntFunction<String> to) {
      Map<String, Double> named = new HashMap<>();
      for (int i = 0; i < count; i++) {
        named.put(from.apply(i), values[i]);
      }
      double[] ordered = new double[count];
      for (int i = 0; i < count; i++) {
        ordered[i] = named.getOrDefault(to.apply(i), Double.NaN);
      }
      return ordered;
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
