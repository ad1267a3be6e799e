package org.infimum.reproduce.smash;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.infimum.linalg.sparse.CompressedRows;

/** Times products: the fastest of several runs after one that is not counted. */
public final class ProductTiming {
  private static final double SECONDS = 0.5;
  private static final int MOST_REPEATS = 20;

  private ProductTiming() {}

  /** Processor seconds of the calling thread in the fastest run of a product on one thread. */
  public static double seconds(Supplier<CompressedRows> product) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return fastest(product, threads::getCurrentThreadCpuTime);
  }

  /** Wall-clock seconds of the fastest run, for products on several threads. */
  public static double elapsed(Supplier<CompressedRows> product) {
    return fastest(product, System::nanoTime);
  }

  private static double fastest(Supplier<CompressedRows> product, LongSupplier clock) {
    int entries = product.get().nonzeros();
    double best = Double.POSITIVE_INFINITY;
    double spent = 0.0;
    for (int repeat = 0; repeat < MOST_REPEATS && spent < SECONDS; repeat++) {
      long begin = System.nanoTime();
      long start = clock.getAsLong();
      boolean same = product.get().nonzeros() == entries;
      double seconds = (clock.getAsLong() - start) * 1e-9;
      if (!same) {
        throw new IllegalStateException("a product changed from run to run");
      }
      best = Math.min(best, seconds);
      spent += (System.nanoTime() - begin) * 1e-9;
    }
    return best;
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
