package org.infimum.linalg.lowbit;

/**
 * Signed bytes with one scale for each row: element (r, c) is d_r q, with d_r the largest magnitude
 * of the row over 127 and q in -127 .. 127.
 */
public final class Int8Matrix extends LowBitMatrix {
  private static final float LARGEST_CODE = 127.0f;

  private final byte[] codes;
  private final float[] scales;

  private Int8Matrix(int rows, int columns, byte[] codes, float[] scales) {
    super(rows, columns);
    this.codes = codes;
    this.scales = scales;
  }

  /**
   * Rounds a matrix to 8 bits.
   *
   * @param w finite numbers by rows, row r at {@code at + r * stride}
   * @throws IllegalArgumentException if the matrix is empty, has an entry that is not finite, or
   *     the stride is less than {@code columns}
   * @throws IndexOutOfBoundsException if a row is not within the array
   */
  public static Int8Matrix quantize(int rows, int columns, float[] w, int at, int stride) {
    checkRows(rows, columns, w, at, stride);
    byte[] codes = new byte[Math.multiplyExact(rows, columns)];
    float[] scales = new float[rows];
    for (int row = 0; row < rows; row++) {
      float largest = largest(columns, w, at + row * stride);
      scales[row] = largest / LARGEST_CODE;
      float inverse = scales[row] < Float.MIN_NORMAL ? 0.0f : LARGEST_CODE / largest;
      encodeBytes(columns, w, at + row * stride, inverse, codes, row * columns);
    }
    return new Int8Matrix(rows, columns, codes, scales);
  }

  @Override
  public long bytes() {
    return codes.length + 4L * scales.length;
  }

  @Override
  float[] prepare(float[] x, int at) {
    return new float[0];
  }

  @Override
  void products(
      LowBitKernels kernels,
      int from,
      int to,
      float[] x,
      int at,
      float[] prepared,
      float[] y,
      int yAt) {
    for (int row = from; row < to; row++) {
      y[yAt + row] = scales[row] * kernels.bytes(columns(), codes, row * columns(), x, at);
    }
  }

  @Override
  void expand(LowBitKernels kernels, int row, float[] y, int at) {
    kernels.expandBytes(columns(), codes, row * columns(), scales[row], y, at);
  }
}
