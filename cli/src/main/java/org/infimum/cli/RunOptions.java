package org.infimum.cli;

import java.time.Duration;
import org.infimum.core.InputException;
import org.infimum.core.Run;
import org.jspecify.annotations.Nullable;

/**
 * The options that every command with a run shares, checked.
 *
 * @param timeLimit limit of the run, null without one
 * @param threads number of threads
 * @param seed seed of every random choice
 */
record RunOptions(@Nullable Duration timeLimit, int threads, long seed) {
  static final Option THREADS =
      new Option("--threads", "N", "threads, default all processors; the answer is the same");
  static final Option SEED = new Option("--seed", "N", "seed of every random choice, default 0");

  private static final int MOST_THREADS = 1024;

  static Option timeLimit(String description) {
    return new Option("--time-limit", "S", description);
  }

  /**
   * Checks the options.
   *
   * @throws InputException with one sentence if a value is wrong
   */
  static RunOptions of(Arguments arguments) {
    double seconds =
        arguments.number(
            "--time-limit", 0.0, 0.0, Double.POSITIVE_INFINITY, "a number of seconds above 0");
    int processors = Runtime.getRuntime().availableProcessors();
    return new RunOptions(
        seconds == 0.0 ? null : Duration.ofNanos((long) Math.ceil(seconds * 1e9)),
        (int) arguments.whole("--threads", processors, 1, MOST_THREADS),
        arguments.whole("--seed", 0, Long.MIN_VALUE, Long.MAX_VALUE));
  }

  /** A builder of runs with these options. */
  Run.Builder builder() {
    Run.Builder builder = Run.builder().threads(threads).seed(seed);
    return timeLimit == null ? builder : builder.timeLimit(timeLimit);
  }
}
