// float twin: generated
package org.infimum.linalg.transform;

import org.infimum.linalg.machine.VectorSupport;

/** Chooses the twin by the size of the work, for cold Vector API code is slow. */
final class DoubleTransformKernelChoice {
  static final DoubleTransformKernels SCALAR = new DoubleScalarTransforms();

  /** So many elements repay the vector twin. */
  private static final int VECTOR_ELEMENTS = 128;

  private DoubleTransformKernelChoice() {}

  static DoubleTransformKernels forElements(long elements) {
    return elements < VECTOR_ELEMENTS ? SCALAR : fastest();
  }

  static DoubleTransformKernels fastest() {
    return Best.KERNELS;
  }

  private static final class Best {
    static final DoubleTransformKernels KERNELS =
        VectorSupport.isUsed() ? VectorProvider.load() : SCALAR;
  }

  /** Kept apart, so that the vector classes are never loaded without their module. */
  private static final class VectorProvider {
    static DoubleTransformKernels load() {
      return new DoubleVectorTransforms();
    }
  }
}
