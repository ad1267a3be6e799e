package org.infimum.linalg.machine;

import java.lang.System.Logger.Level;

/**
 * Whether kernels on the Vector API are used: when {@code jdk.incubator.vector} is there and a
 * vector has at least two doubles. The system property {@code infimum.kernels=scalar} turns them
 * off.
 */
public final class VectorSupport {
  private VectorSupport() {}

  /** Whether to load the vector twin of a kernel; the same answer throughout the process. */
  public static boolean isUsed() {
    return Answer.USED;
  }

  /** Given once, by the first work that wants the fastest kernels. */
  private static final class Answer {
    static final boolean USED = answer();

    private static boolean answer() {
      if (System.getProperty("infimum.kernels", "").equals("scalar")) {
        return false;
      }
      if (!VectorModule.isPresent()) {
        System.getLogger("org.infimum.linalg")
            .log(
                Level.INFO,
                "scalar kernels: start Java with --add-modules jdk.incubator.vector for faster"
                    + " ones");
        return false;
      }
      return Lanes.ENOUGH;
    }
  }

  /** Kept apart, so that the vector classes are never loaded without their module. */
  private static final class Lanes {
    static final boolean ENOUGH = Species.DOUBLE.length() >= 2;
  }
}
