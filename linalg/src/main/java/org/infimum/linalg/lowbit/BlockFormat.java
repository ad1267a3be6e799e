package org.infimum.linalg.lowbit;

/**
 * How a block of 32 numbers is coded, by the names of GGUF. Scales and minima are binary16, little
 * endian; 4-bit codes stand two in a byte, code j in the low half of byte j and code 16 + j in its
 * high half.
 */
public enum BlockFormat {
  /** Scale d and 32 signed bytes: d q. 34 bytes, 8.5 bits a weight. */
  Q8_0(32, false) {
    @Override
    void encode(float[] w, int at, byte[] codes, short[] header) {
      float largest = LowBitMatrix.largest(SIZE, w, at);
      float d = largest / 127.0f;
      header[0] = Float.floatToFloat16(d);
      LowBitMatrix.encodeBytes(SIZE, w, at, inverse(d), codes);
    }
  },

  /** Scale d and 32 codes of 4 bits: d (q - 8). 18 bytes, 4.5 bits a weight. */
  Q4_0(16, false) {
    @Override
    void encode(float[] w, int at, byte[] codes, short[] header) {
      float largest = LowBitMatrix.largest(SIZE, w, at);
      float extreme = 0.0f;
      for (int i = at; i < at + SIZE && extreme == 0.0f; i++) {
        extreme = Math.abs(w[i]) == largest ? w[i] : 0.0f;
      }
      float d = extreme / -MIDDLE;
      header[0] = Float.floatToFloat16(d);
      nibbles(w, at, inverse(d), MIDDLE + 0.5f, codes);
    }
  },

  /** Scale d, minimum m and 32 codes of 4 bits: d q + m. 20 bytes, 5 bits a weight. */
  Q4_1(16, true) {
    @Override
    void encode(float[] w, int at, byte[] codes, short[] header) {
      LowBitMatrix.largest(SIZE, w, at);
      float min = w[at];
      float max = w[at];
      for (int i = at; i < at + SIZE; i++) {
        min = Math.min(min, w[i]);
        max = Math.max(max, w[i]);
      }
      float d = (max - min) / 15.0f;
      header[0] = Float.floatToFloat16(Math.abs(min) > 65504.0f ? Float.NaN : d);
      header[1] = Float.floatToFloat16(min);
      float inverse = inverse(d);
      nibbles(w, at, inverse, 0.5f - min * inverse, codes);
    }
  };

  /** The code of 0 in {@link #Q4_0}. */
  static final int MIDDLE = 8;

  private static final int SIZE = LowBitKernels.BLOCK;

  private final int codeBytes;
  private final boolean minimum;

  BlockFormat(int codeBytes, boolean minimum) {
    this.codeBytes = codeBytes;
    this.minimum = minimum;
  }

  /** Bytes of the codes of a block. */
  public int codeBytes() {
    return codeBytes;
  }

  /** Whether a block has a minimum besides its scale. */
  public boolean hasMinimum() {
    return minimum;
  }

  /**
   * Encodes w[at .. at + 32), finite numbers.
   *
   * @param codes receives a code in each of 32 bytes
   * @param header receives scale and minimum
   */
  abstract void encode(float[] w, int at, byte[] codes, short[] header);

  /** 1 / d, and 0 where that is not finite. */
  private static float inverse(float d) {
    return Math.abs(d) < Float.MIN_NORMAL ? 0.0f : 1.0f / d;
  }

  /** Codes min(15, floor(x inverse + offset)). */
  private static void nibbles(float[] w, int at, float inverse, float offset, byte[] codes) {
    for (int j = 0; j < SIZE; j++) {
      codes[j] = (byte) Math.clamp((int) (w[at + j] * inverse + offset), 0, 15);
    }
  }
}
