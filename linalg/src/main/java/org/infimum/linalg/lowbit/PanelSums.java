package org.infimum.linalg.lowbit;

import java.util.Arrays;

/** Where one thread sums up the rows of two panels. */
final class PanelSums {
  /** The rows of both panels. */
  final float[] rows = new float[2 * LowBitKernels.PANEL];

  /** Sums of blocks that wait for their scales. */
  final float[] floats = new float[2 * LowBitKernels.SECOND];

  /** The same of integers. */
  final short[] integers = new short[2 * LowBitKernels.SECOND];

  void clear() {
    Arrays.fill(rows, 0.0f);
  }
}
