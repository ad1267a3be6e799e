package org.infimum.bench;

import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.infimum.bench.peer.Answer;
import org.infimum.bench.peer.Contestant;

/**
 * Times one prepared model: solves to warm up, then the median of several if they are short. A
 * solve that outlives its limit is interrupted; one that does not react to that is given up, and
 * its contestant takes no further part.
 *
 * @param answer the answer of the last solve
 * @param seconds the median of the timed solves
 * @param firstSeconds the first solve, in which the virtual machine may still compile
 * @param runs how many solves the median is of
 * @param hung whether a solve could not be stopped
 */
record Trial(Answer answer, double seconds, double firstSeconds, int runs, boolean hung) {
  /** A first solve of this length is its own warm-up. */
  private static final double LONG_SOLVE = 10.0;

  /** Warming up ends with the solve that fills this time: the compiler needs more than one. */
  private static final double WARM_UP_BUDGET = 0.5;

  /** Repetitions stop when they have taken this long together. */
  private static final double REPEAT_BUDGET = 3.0;

  private static final int MOST_RUNS = 7;

  private static final String HUNG = "hung";

  /**
   * What a solver may take beyond its limit before it is interrupted, and then before it is given
   * up.
   */
  private static final double GRACE_SECONDS = 10.0;

  /** Solves {@code model}, each time within the limit. */
  static Trial of(Contestant.Prepared model, double limitSeconds) {
    Answer answer = guarded(model, limitSeconds);
    double first = answer.seconds();
    if (answer.claim() == Answer.Claim.NONE || first >= LONG_SOLVE) {
      return new Trial(answer, first, first, 1, answer.status().equals(HUNG));
    }
    double warm = first;
    while (warm < WARM_UP_BUDGET && answer.claim() != Answer.Claim.NONE) {
      long start = System.nanoTime();
      answer = guarded(model, limitSeconds);
      warm += (System.nanoTime() - start) * 1e-9;
    }
    double[] times = new double[MOST_RUNS];
    int runs = 0;
    double spent = 0.0;
    while (runs < MOST_RUNS && (runs == 0 || spent < REPEAT_BUDGET)) {
      answer = guarded(model, limitSeconds);
      if (answer.claim() == Answer.Claim.NONE) {
        return new Trial(answer, answer.seconds(), first, 1, answer.status().equals(HUNG));
      }
      times[runs++] = answer.seconds();
      spent += answer.seconds();
    }
    Arrays.sort(times, 0, runs);
    double median = 0.5 * (times[(runs - 1) / 2] + times[runs / 2]);
    return new Trial(answer, median, first, runs, false);
  }

  private static Answer guarded(Contestant.Prepared model, double limitSeconds) {
    ExecutorService worker =
        Executors.newSingleThreadExecutor(task -> Thread.ofPlatform().daemon().unstarted(task));
    long start = System.nanoTime();
    try {
      Future<Answer> solve = worker.submit(() -> model.solve(limitSeconds));
      try {
        return await(solve, limitSeconds + GRACE_SECONDS);
      } catch (TimeoutException late) {
        model.interrupt();
        try {
          await(solve, GRACE_SECONDS);
          return Answer.none("time-limit", (System.nanoTime() - start) * 1e-9);
        } catch (TimeoutException deaf) {
          return Answer.none(HUNG, (System.nanoTime() - start) * 1e-9);
        }
      }
    } finally {
      worker.shutdownNow();
    }
  }

  private static Answer await(Future<Answer> solve, double seconds) throws TimeoutException {
    try {
      return solve.get((long) (seconds * 1000.0), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failure) {
      return Answer.none("failed: " + failure.getCause(), 0.0);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Answer.none("interrupted", 0.0);
    }
  }
}
