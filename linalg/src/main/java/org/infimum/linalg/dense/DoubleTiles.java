// float twin: generated
package org.infimum.linalg.dense;

import org.infimum.linalg.machine.VectorSupport;

/** The tile of this machine, chosen once: the vector twin where it is of use. */
final class DoubleTiles {
  static final DoubleTile SCALAR = new DoubleScalarTile();

  private static final double VECTOR_PRODUCTS = 16 * 16 * 16;

  private DoubleTiles() {}

  /**
   * The tile for so many products: small work takes the scalar twin, for cold Vector API code is
   * slow and allocates until it is compiled.
   */
  static DoubleTile forProducts(double products) {
    return products < VECTOR_PRODUCTS ? SCALAR : fastest();
  }

  /** Whether so many products are worth vectors, and there are any. */
  static boolean isVectorized(double products) {
    return products >= VECTOR_PRODUCTS && VectorSupport.isUsed();
  }

  /** The fastest tile, for work that repays its warm-up. */
  static DoubleTile fastest() {
    return Fastest.TILE;
  }

  /** Initialized by the first work that wants the fastest tile. */
  private static final class Fastest {
    static final DoubleTile TILE = VectorSupport.isUsed() ? VectorProvider.load() : SCALAR;
  }

  /** Kept apart, so that the vector classes are never loaded without their module. */
  private static final class VectorProvider {
    static DoubleTile load() {
      return new DoubleVectorTile();
    }
  }
}
