package org.infimum.linalg;

import org.infimum.linalg.machine.VectorSupport;

/**
 * Chooses the dense kernels once: the Vector API twin where {@link VectorSupport} finds it of use,
 * else the scalar twin.
 */
final class KernelChoice {
  static final DenseKernels SCALAR = new ScalarKernels();

  private static final double VECTOR_FLOPS = 1e7;

  private KernelChoice() {}

  /**
   * The kernels for a computation of so many flops: small work takes the scalar twin, for cold
   * Vector API code is slow and allocates until it is compiled.
   */
  static DenseKernels forFlops(double flops) {
    return flops < VECTOR_FLOPS ? SCALAR : fastest();
  }

  /** The fastest kernels of this machine, for work that repays their warm-up. */
  static DenseKernels fastest() {
    return Best.KERNELS;
  }

  private static DenseKernels best() {
    return VectorSupport.isUsed() ? VectorProvider.load() : SCALAR;
  }

  /** Initialized by the first work that wants the fastest kernels. */
  private static final class Best {
    static final DenseKernels KERNELS = best();
  }

  /** Kept apart, so that the vector classes are never loaded without their module. */
  private static final class VectorProvider {
    static DenseKernels load() {
      return new VectorKernels();
    }
  }
}
