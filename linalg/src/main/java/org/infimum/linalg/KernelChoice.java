package org.infimum.linalg;

import java.lang.System.Logger.Level;

/**
 * Chooses the dense kernels once: the Vector API twin when {@code jdk.incubator.vector} is there
 * and has at least two lanes, else the scalar twin. The system property {@code
 * infimum.kernels=scalar} forces the latter; {@code infimum.species=128|256|512} fixes the vector
 * width, and with it the bits of every result.
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
    if (System.getProperty("infimum.kernels", "").equals("scalar")) {
      return SCALAR;
    }
    if (!VectorModule.isPresent()) {
      System.getLogger("org.infimum.linalg")
          .log(
              Level.INFO,
              "scalar kernels: start Java with --add-modules jdk.incubator.vector for faster ones");
      return SCALAR;
    }
    return VectorProvider.load();
  }

  /** Initialized by the first work that wants the fastest kernels. */
  private static final class Best {
    static final DenseKernels KERNELS = best();
  }

  /** Kept apart, so that the vector classes are never loaded without their module. */
  private static final class VectorProvider {
    static DenseKernels load() {
      return VectorTiles.LANES >= 2 ? new VectorKernels() : SCALAR;
    }
  }
}
