package org.infimum.linalg.random;

import org.infimum.linalg.machine.VectorSupport;

/** Chooses the twin by the size of the work, for cold Vector API code is slow. */
final class StreamKernelChoice {
  static final StreamKernels SCALAR = new ScalarStreamKernels();

  /** So many numbers repay the vector twin. */
  private static final int VECTOR_COUNT = 4096;

  private StreamKernelChoice() {}

  /** The kernels for so many numbers; the numbers do not depend on the choice. */
  static StreamKernels forCount(int count) {
    return count < VECTOR_COUNT ? SCALAR : fastest();
  }

  /** The fastest kernels of this machine. */
  static StreamKernels fastest() {
    return Best.KERNELS;
  }

  private static final class Best {
    static final StreamKernels KERNELS = VectorSupport.isUsed() ? VectorProvider.load() : SCALAR;
  }

  /** Kept apart, so that the vector classes are never loaded without their module. */
  private static final class VectorProvider {
    static StreamKernels load() {
      return new VectorStreamKernels();
    }
  }
}
