package org.infimum.linalg.lowbit;

import java.util.Objects;
import org.infimum.linalg.array.FloatArrays;

/**
 * A vector rounded to 8 bits in blocks of 32 numbers: element j of block b is step_b q_j with q_j
 * in -127 .. 127. It is kept as products with 4-bit codes want it, see {@link
 * LowBitKernels#nibbleProducts}.
 */
final class Int8Vector {
  private static final float LARGEST_CODE = 127.0f;

  /** For each column, q_j less 16 q_(j - 1) within its group, modulo 2^16, twice in an integer. */
  final int[] factors;

  /** For each block, -8 times the sum of q_j, modulo 2^16, twice in an integer. */
  final int[] offsets;

  final float[] steps;

  /** For each block, 8 times the sum of x where code 0 stands for 0, otherwise 0. */
  final float[] shifts;

  private Int8Vector(int blocks) {
    factors = new int[blocks * LowBitKernels.BLOCK];
    offsets = new int[blocks];
    steps = new float[blocks];
    shifts = new float[blocks];
  }

  /**
   * Rounds so many blocks of x.
   *
   * @param middle whether the code 8 stands for 0; otherwise the code 0 does
   */
  static Int8Vector of(int blocks, float[] x, int at, boolean middle) {
    Objects.checkFromIndexSize(at, blocks * LowBitKernels.BLOCK, x.length);
    Int8Vector vector = new Int8Vector(blocks);
    for (int b = 0; b < blocks; b++) {
      int sum = vector.round(b, x, at + b * LowBitKernels.BLOCK);
      vector.offsets[b] = twice(-BlockFormat.MIDDLE * sum);
      if (!middle) {
        float whole = FloatArrays.sum(LowBitKernels.BLOCK, x, at + b * LowBitKernels.BLOCK);
        vector.shifts[b] = BlockFormat.MIDDLE * whole;
      }
    }
    return vector;
  }

  /** Rounds a block and returns the sum of its integers. */
  private int round(int block, float[] x, int at) {
    float largest = 0.0f;
    for (int i = at; i < at + LowBitKernels.BLOCK; i++) {
      largest = Math.max(largest, Math.abs(x[i]));
    }
    float step = largest / LARGEST_CODE;
    steps[block] = largest <= Float.MAX_VALUE ? step : Float.NaN;
    float inverse = step < Float.MIN_NORMAL ? 0.0f : LARGEST_CODE / largest;
    int sum = 0;
    int previous = 0;
    for (int j = 0; j < LowBitKernels.BLOCK; j++) {
      int q = Math.round(x[at + j] * inverse);
      boolean begins = j % LowBitKernels.GROUP == 0;
      factors[block * LowBitKernels.BLOCK + j] = twice(begins ? q : q - 16 * previous);
      previous = q;
      sum += q;
    }
    return sum;
  }

  private static int twice(int value) {
    return (value & 0xFFFF) * 0x10001;
  }
}
