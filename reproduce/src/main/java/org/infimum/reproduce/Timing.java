package org.infimum.reproduce;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/** Times of pieces of work that are compared with each other, taken in turns. */
public final class Timing {
  /** Nanoseconds that the rounds which do not count take at least: short pieces get compiled. */
  private static final long WARMUP = 300_000_000L;

  private Timing() {}

  /**
   * Median seconds of each piece over {@code rounds} rounds, after as many that do not count, and
   * more until 0.3 seconds have passed.
   */
  public static double[] medians(int rounds, List<Runnable> pieces) {
    return medians(rounds, System::nanoTime, pieces);
  }

  /** The same by another clock, which counts nanoseconds. */
  public static double[] medians(int rounds, LongSupplier clock, List<Runnable> pieces) {
    double[][] seconds = new double[pieces.size()][rounds];
    long begin = System.nanoTime();
    for (int round = 0; round < rounds || System.nanoTime() - begin < WARMUP; round++) {
      pieces.forEach(Runnable::run);
    }
    for (int round = 0; round < rounds; round++) {
      for (int p = 0; p < pieces.size(); p++) {
        long start = clock.getAsLong();
        pieces.get(p).run();
        seconds[p][round] = (clock.getAsLong() - start) * 1e-9;
      }
    }
    return Arrays.stream(seconds).mapToDouble(Timing::median).toArray();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
  }
}
