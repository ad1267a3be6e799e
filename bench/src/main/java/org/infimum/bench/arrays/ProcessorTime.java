package org.infimum.bench.arrays;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.infimum.reproduce.Timing;

/**
 * Medians of the processor time of the calling thread, so that other processes on the machine count
 * only by what they take of its caches and its memory.
 */
final class ProcessorTime {
  private ProcessorTime() {}

  static double[] medians(int rounds, List<Runnable> pieces) {
    return Timing.medians(
        rounds, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime, pieces);
  }
}
