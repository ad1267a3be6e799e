package org.infimum.linalg.lowbit;

/** The kernels in plain Java. */
final class ScalarLowBitKernels implements LowBitKernels {
  @Override
  public float bytes(int n, byte[] codes, int at, float[] x, int xAt) {
    float even = 0.0f;
    float odd = 0.0f;
    int i = 0;
    for (; i <= n - 2; i += 2) {
      even = Math.fma((float) codes[at + i], x[xAt + i], even);
      odd = Math.fma((float) codes[at + i + 1], x[xAt + i + 1], odd);
    }
    for (; i < n; i++) {
      even = Math.fma((float) codes[at + i], x[xAt + i], even);
    }
    return even + odd;
  }

  @Override
  public float byteBlocks(
      int blocks, byte[] codes, int at, float[] scales, int scalesAt, float[] x, int xAt) {
    float sum = 0.0f;
    for (int b = 0; b < blocks; b++) {
      float block = bytes(BLOCK, codes, at + b * BLOCK, x, xAt + b * BLOCK);
      sum = Math.fma(scales[scalesAt + b], block, sum);
    }
    return sum;
  }

  @Override
  public float nibbleBlocks(
      int blocks, byte[] codes, int at, float[] scales, int scalesAt, float[] x, int xAt) {
    float sum = 0.0f;
    for (int b = 0; b < blocks; b++) {
      int from = xAt + b * BLOCK;
      float low = 0.0f;
      float high = 0.0f;
      for (int j = 0; j < NIBBLE_BYTES; j++) {
        int both = codes[at + b * NIBBLE_BYTES + j];
        low = Math.fma((float) (both & 15), x[from + j], low);
        high = Math.fma((float) (both >>> 4 & 15), x[from + NIBBLE_BYTES + j], high);
      }
      sum = Math.fma(scales[scalesAt + b], low + high, sum);
    }
    return sum;
  }

  @Override
  public void decodeFinite(int n, short[] codes, int at, float[] x) {
    decodeFrom(0, n, codes, at, x);
  }

  static void decodeFrom(int from, int n, short[] codes, int at, float[] x) {
    for (int i = from; i < n; i++) {
      int bits = codes[at + i] << Short.SIZE >> 3 & 0x8FFFE000;
      x[i] = Float.intBitsToFloat(bits) * 0x1p112f;
    }
  }

  @Override
  public void expandBytes(int n, byte[] codes, int at, float scale, float[] y, int yAt) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = codes[at + i] * scale;
    }
  }

  @Override
  public void expandNibbles(byte[] codes, int at, float scale, float shift, float[] y, int yAt) {
    for (int j = 0; j < NIBBLE_BYTES; j++) {
      int both = codes[at + j];
      y[yAt + j] = Math.fma((float) (both & 15), scale, shift);
      y[yAt + NIBBLE_BYTES + j] = Math.fma((float) (both >>> 4 & 15), scale, shift);
    }
  }
}
