package org.infimum.linalg.lowbit;

/**
 * Signed bytes with one scale for each row: element (r, c) is d_r q, with d_r the largest magnitude
 * of the row over 127 and q in -127 .. 127.
 */
public final class Int8Matrix extends LowBitMatrix {
  private static final float LARGEST_CODE = 127.0f;

  /** Columns that are summed up in one go. */
  private static final int SEGMENT = 256;

  private final byte[] codes;

  /** The scales of all rows, and 0 for those that fill up the last panel. */
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
    int padded = panels(rows) * PANEL;
    byte[] codes = new byte[Math.multiplyExact(padded, columns)];
    float[] scales = new float[padded];
    byte[] row = new byte[columns];
    for (int r = 0; r < rows; r++) {
      float largest = largest(columns, w, at + r * stride);
      scales[r] = largest / LARGEST_CODE;
      float inverse = scales[r] < Float.MIN_NORMAL ? 0.0f : LARGEST_CODE / largest;
      encodeBytes(columns, w, at + r * stride, inverse, row);
      int to = r / PANEL * PANEL * columns + r % PANEL;
      for (int j = 0; j < columns; j++) {
        codes[to + j * PANEL] = row[j];
      }
    }
    return new Int8Matrix(rows, columns, codes, scales);
  }

  @Override
  public long bytes() {
    return (long) rows() * columns() + (long) Float.BYTES * rows();
  }

  @Override
  PanelProducts products(LowBitKernels kernels, Activations activations, float[] x, int at) {
    return (first, second, sums) -> {
      int columns = columns();
      float[] rows = sums.rows;
      for (int j = 0; j < columns; j += SEGMENT) {
        int width = Math.min(SEGMENT, columns - j);
        int one = (first * columns + j) * PANEL;
        int two = (second * columns + j) * PANEL;
        kernels.byteSums(1, width, codes, one, two, x, at + j, sums.floats);
        for (int r = 0; r < PANEL; r++) {
          rows[r] += sums.floats[r];
          rows[PANEL + r] += sums.floats[LowBitKernels.SECOND + r];
        }
      }
      for (int r = 0; r < PANEL; r++) {
        rows[r] *= scales[first * PANEL + r];
        rows[PANEL + r] *= scales[second * PANEL + r];
      }
    };
  }

  @Override
  void expandPanel(LowBitKernels kernels, int panel, float[] y, int at, int stride) {
    float[] own = new float[PANEL];
    System.arraycopy(scales, panel * PANEL, own, 0, PANEL);
    kernels.expandBytes(columns(), codes, panel * PANEL * columns(), own, y, at, stride);
  }
}
