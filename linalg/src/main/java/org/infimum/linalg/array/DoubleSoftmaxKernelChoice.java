// float twin: generated
package org.infimum.linalg.array;

import org.infimum.linalg.machine.VectorSupport;

/** Chooses the twin by the size of the work, for cold Vector API code is slow. */
final class DoubleSoftmaxKernelChoice {
  static final DoubleSoftmaxKernels SCALAR = new DoubleScalarSoftmaxKernels();

  /** So many entries repay the vector twin. */
  private static final int VECTOR_ENTRIES = 128;

  private DoubleSoftmaxKernelChoice() {}

  static DoubleSoftmaxKernels forEntries(long entries) {
    return entries < VECTOR_ENTRIES ? SCALAR : fastest();
  }

  static DoubleSoftmaxKernels fastest() {
    return Best.KERNELS;
  }

  private static final class Best {
    static final DoubleSoftmaxKernels KERNELS =
        VectorSupport.isUsed() ? VectorProvider.load() : SCALAR;
  }

  /** Kept apart, so that the vector classes are never loaded without their module. */
  private static final class VectorProvider {
    static DoubleSoftmaxKernels load() {
      return new DoubleVectorSoftmaxKernels();
    }
  }
}
