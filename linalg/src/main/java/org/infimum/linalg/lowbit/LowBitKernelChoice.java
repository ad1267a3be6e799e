package org.infimum.linalg.lowbit;

import org.infimum.linalg.machine.VectorSupport;

/** Chooses the twin by the size of the work, for cold Vector API code is slow. */
final class LowBitKernelChoice {
  static final LowBitKernels SCALAR = new ScalarLowBitKernels();

  /** So many products repay the vector twin. */
  private static final int VECTOR_PRODUCTS = 4096;

  private LowBitKernelChoice() {}

  static LowBitKernels forProducts(long products) {
    return products < VECTOR_PRODUCTS ? SCALAR : fastest();
  }

  static LowBitKernels fastest() {
    return Best.KERNELS;
  }

  private static final class Best {
    static final LowBitKernels KERNELS = VectorSupport.isUsed() ? VectorProvider.load() : SCALAR;
  }

  /** Kept apart, so that the vector classes are never loaded without their module. */
  private static final class VectorProvider {
    static LowBitKernels load() {
      return VectorLowBitKernels.fits() ? new VectorLowBitKernels() : SCALAR;
    }
  }
}
