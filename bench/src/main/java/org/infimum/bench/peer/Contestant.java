package org.infimum.bench.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.infimum.convex.ConicProgram;

/** One solver in one setting, as it takes part in a side-by-side run. */
public interface Contestant {
  /** The name of its column, for example {@code highs-ipm}. */
  String key();

  /** Version, algorithm, crossover, presolve, threads and tolerance, in one line. */
  String description();

  /** Why it cannot take part on this machine, in one sentence; empty if it can. */
  default Optional<String> absence() {
    return Optional.empty();
  }

  /** Whether it takes problems of this kind. */
  boolean accepts(ConicProgram program);

  /**
   * Builds the solver's own model of {@code program}; this is not timed.
   *
   * @param file the file the program was read from, for solvers that read files only
   */
  Prepared prepare(ConicProgram program, Path file) throws IOException;

  /** A model that is ready to be solved, several times if need be, each time from scratch. */
  interface Prepared extends AutoCloseable {
    /**
     * Solves once.
     *
     * @param limitSeconds the wall-clock limit that the solver is asked to keep
     */
    Answer solve(double limitSeconds) throws Exception;

    /**
     * Asks a running {@link #solve} to stop; called from another thread when the limit has passed.
     */
    void interrupt();

    /**
     * The largest error of the last answer's proof, recomputed on the problem that the checker's
     * own reader makes of the file; NaN if the answer came without a proof. Not timed.
     */
    default double evidence() {
      return Double.NaN;
    }

    @Override
    default void close() {}
  }
}
