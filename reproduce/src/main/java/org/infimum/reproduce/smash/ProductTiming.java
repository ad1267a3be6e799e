package org.infimum.reproduce.smash;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.infimum.linalg.sparse.CompressedRows;

/**
 * Times products: the fastest of several runs after one that does not count, or the first if it is
 * slow.
 */
public final class ProductTiming {
  private static final double SECONDS = 0.2;
  private static final int MOST_REPEATS = 100;

  private ProductTiming() {}

  /**
   * A product and how long it took.
   *
   * @param seconds of its fastest run
   * @param result of its first run
   */
  public record Timed(double seconds, CompressedRows result) {}

  /** Processor seconds of the calling thread, for products on one thread. */
  public static Timed processorTime(Supplier<CompressedRows> product) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return fastest(product, threads::getCurrentThreadCpuTime);
  }

  /** Processor seconds of the fastest run of a product on one thread. */
  public static double seconds(Supplier<CompressedRows> product) {
    return processorTime(product).seconds();
  }

  /** Wall-clock seconds of the fastest run, for products on several threads. */
  public static double elapsed(Supplier<CompressedRows> product) {
    return fastest(product, System::nanoTime).seconds();
  }

  private static Timed fastest(Supplier<CompressedRows> product, LongSupplier clock) {
    long first = clock.getAsLong();
    CompressedRows result = product.get();
    double best = (clock.getAsLong() - first) * 1e-9;
    if (best > SECONDS) {
      return new Timed(best, result);
    }
    best = Double.POSITIVE_INFINITY;
    double spent = 0.0;
    for (int repeat = 0; repeat < MOST_REPEATS && spent < SECONDS; repeat++) {
      long begin = System.nanoTime();
      long start = clock.getAsLong();
      boolean same = product.get().nonzeros() == result.nonzeros();
      double seconds = (clock.getAsLong() - start) * 1e-9;
      if (!same) {
        throw new IllegalStateException("a product changed from run to run");
      }
      best = Math.min(best, seconds);
      spent += (System.nanoTime() - begin) * 1e-9;
    }
    return new Timed(best, result);
  }

  /** Whether two products have the same pattern and values that agree to rounding. */
  public static boolean agree(CompressedRows one, CompressedRows other) {
    if (!Arrays.equals(one.rowStarts(), other.rowStarts())) {
      return false;
    }
    for (int k = 0; k < one.nonzeros(); k++) {
      double scale = Math.max(1.0, Math.abs(one.values()[k]));
      if (one.columnIndices()[k] != other.columnIndices()[k]
          || !(Math.abs(one.values()[k] - other.values()[k]) <= 1e-9 * scale)) {
        return false;
      }
    }
    return true;
  }
}
