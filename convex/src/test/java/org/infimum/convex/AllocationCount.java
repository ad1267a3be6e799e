package org.infimum.convex;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import org.infimum.convex.io.ProblemFiles;
import org.infimum.convex.io.ReadOptions;
import org.infimum.core.Run;

/** Bytes that a workspace allocates in a solve; also started as a program of its own. */
final class AllocationCount {
  /** Small real programs with and without quadratic term. */
  static final String[] PROGRAMS = {"afiro.mps.gz", "adlittle.mps.gz", "qafiro.qps.gz"};

  private AllocationCount() {}

  static ConicProgram program(String name) {
    String path = "io/" + name;
    try (InputStream in =
        Objects.requireNonNull(AllocationCount.class.getResourceAsStream(path), path)) {
      return ProblemFiles.read(in, name, ReadOptions.strict()).program();
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  /**
   * Bytes of a whole solve, new numbers included, after one that ended at iteration {@code warmUp}:
   * the fewest of {@code repeats} equal ones.
   */
  static long fewestBytes(ConicProgram program, int warmUp, int repeats) {
    Workspace workspace = new Workspace(program, InteriorPoint.DEFAULT, 1);
    double[] q = program.q().clone();
    Run first = Run.builder().threads(1).iterationLimit(warmUp).build();
    Run run = Run.builder().threads(1).build();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long own = Thread.currentThread().threadId();
    workspace.setCost(q);
    workspace.solve(first);
    threads.getThreadAllocatedBytes(own);
    long fewest = Long.MAX_VALUE;
    for (int repeat = 0; repeat < repeats; repeat++) {
      long before = threads.getThreadAllocatedBytes(own);
      workspace.setCost(q);
      workspace.solve(run);
      fewest = Math.min(fewest, threads.getThreadAllocatedBytes(own) - before);
    }
    return fewest;
  }

  /**
   * Prints a line a program: its name and the bytes of the first whole solve after 5 iterations.
   */
  public static void main(String[] arguments) {
    for (String name : PROGRAMS) {
      System.out.println(name + " " + fewestBytes(program(name), 5, 1));
    }
  }
}
