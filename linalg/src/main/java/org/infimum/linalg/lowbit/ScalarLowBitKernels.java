package org.infimum.linalg.lowbit;

import java.util.Arrays;

/** The kernels in plain Java. */
final class ScalarLowBitKernels implements LowBitKernels {
  private static final int HALF = PANEL / 2;

  @Override
  public void byteSums(
      int blocks,
      int width,
      byte[] codes,
      int first,
      int second,
      float[] x,
      int xAt,
      float[] sums) {
    for (int b = 0; b < blocks; b++) {
      int code = b * width * PANEL;
      byteBlock(width, codes, first + code, x, xAt + b * width, sums, b * PANEL);
      byteBlock(width, codes, second + code, x, xAt + b * width, sums, SECOND + b * PANEL);
    }
  }

  private static void byteBlock(
      int width, byte[] codes, int at, float[] x, int xAt, float[] sums, int to) {
    Arrays.fill(sums, to, to + PANEL, 0.0f);
    for (int j = 0; j < width; j++) {
      float xj = x[xAt + j];
      int column = at + j * PANEL;
      for (int r = 0; r < PANEL; r++) {
        sums[to + r] = Math.fma((float) codes[column + r], xj, sums[to + r]);
      }
    }
  }

  @Override
  public void nibbleSums(
      int blocks, byte[] codes, int first, int second, float[] x, int xAt, float[] sums) {
    for (int b = 0; b < blocks; b++) {
      int code = b * NIBBLE_BYTES;
      nibbleBlock(codes, first + code, x, xAt + b * BLOCK, sums, b * PANEL);
      nibbleBlock(codes, second + code, x, xAt + b * BLOCK, sums, SECOND + b * PANEL);
    }
  }

  private static void nibbleBlock(byte[] codes, int at, float[] x, int xAt, float[] sums, int to) {
    Arrays.fill(sums, to, to + PANEL, 0.0f);
    for (int j = 0; j < BLOCK; j++) {
      float xj = x[xAt + j];
      for (int r = 0; r < PANEL; r++) {
        sums[to + r] = Math.fma((float) nibble(codes, at, r, j), xj, sums[to + r]);
      }
    }
  }

  /** Code (r, j) of a block that begins at {@code at}. */
  static int nibble(byte[] codes, int at, int r, int j) {
    return codes[at + nibbleByte(r, j)] >>> nibbleShift(j) & 15;
  }

  /** Adds a code to the zeros of its place. */
  static void putNibble(int code, byte[] codes, int at, int r, int j) {
    codes[at + nibbleByte(r, j)] |= (byte) (code << nibbleShift(j));
  }

  private static int nibbleByte(int r, int j) {
    return j / GROUP * GROUP_BYTES + number(r) * Short.BYTES + j % GROUP / 2;
  }

  private static int nibbleShift(int j) {
    return j % 2 * 4;
  }

  /** Where the 16-bit number of row r stands among those of a group. */
  private static int number(int r) {
    return r % HALF * 2 + r / HALF;
  }

  @Override
  public void nibbleProducts(
      int blocks, byte[] codes, int first, int second, int[] factors, int at, short[] sums) {
    for (int b = 0; b < blocks; b++) {
      int code = b * NIBBLE_BYTES;
      productBlock(codes, first + code, factors, at + b * BLOCK, sums, b * PANEL);
      productBlock(codes, second + code, factors, at + b * BLOCK, sums, SECOND + b * PANEL);
    }
  }

  private static void productBlock(
      byte[] codes, int at, int[] factors, int from, short[] sums, int to) {
    for (int n = 0; n < PANEL; n++) {
      int sum = 0;
      for (int j = 0; j < BLOCK; j += GROUP) {
        int low = at + j / GROUP * GROUP_BYTES + n * Short.BYTES;
        int group = codes[low] & 0xFF | (codes[low + 1] & 0xFF) << 8;
        for (int k = 0; k < GROUP; k++) {
          sum += (group >> 4 * k) * factors[from + j + k];
        }
      }
      sums[to + n] = (short) sum;
    }
  }

  @Override
  public void addScaled(
      int blocks, float[] sums, int at, short[] scales, int scalesAt, float[] y, int yAt) {
    for (int b = 0; b < blocks; b++) {
      for (int r = 0; r < PANEL; r++) {
        float scale = Float.float16ToFloat(scales[scalesAt + b * PANEL + r]);
        y[yAt + r] = Math.fma(sums[at + b * PANEL + r], scale, y[yAt + r]);
      }
    }
  }

  @Override
  public void addScaledProducts(
      int blocks,
      short[] sums,
      int at,
      short[] scales,
      int scalesAt,
      Int8Vector x,
      int block,
      float[] y,
      int yAt) {
    for (int b = 0; b < blocks; b++) {
      for (int r = 0; r < PANEL; r++) {
        float scale = Float.float16ToFloat(scales[scalesAt + b * PANEL + r]);
        float sum = (short) (sums[at + b * PANEL + number(r)] + x.offsets[block + b]);
        float value = Math.fma(sum, x.steps[block + b], x.shifts[block + b]);
        y[yAt + r] = Math.fma(value, scale, y[yAt + r]);
      }
    }
  }

  @Override
  public void addWeighted(
      int blocks, short[] scales, int scalesAt, float[] weights, int at, float[] y, int yAt) {
    for (int b = 0; b < blocks; b++) {
      for (int r = 0; r < PANEL; r++) {
        float scale = Float.float16ToFloat(scales[scalesAt + b * PANEL + r]);
        y[yAt + r] = Math.fma(scale, weights[at + b], y[yAt + r]);
      }
    }
  }

  @Override
  public void expandBytes(
      int width, byte[] codes, int at, float[] scales, float[] y, int yAt, int stride) {
    for (int j = 0; j < width; j++) {
      for (int r = 0; r < PANEL; r++) {
        y[yAt + j * stride + r] = codes[at + j * PANEL + r] * scales[r];
      }
    }
  }

  @Override
  public void expandNibbles(
      byte[] codes, int at, float[] scales, float[] shifts, float[] y, int yAt, int stride) {
    for (int j = 0; j < BLOCK; j++) {
      for (int r = 0; r < PANEL; r++) {
        y[yAt + j * stride + r] = Math.fma((float) nibble(codes, at, r, j), scales[r], shifts[r]);
      }
    }
  }
}
