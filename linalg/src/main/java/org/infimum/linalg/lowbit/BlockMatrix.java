package org.infimum.linalg.lowbit;

import java.util.Objects;
import org.infimum.linalg.array.FloatArrays;

/**
 * Codes in blocks of 32 consecutive elements of a row, each with a scale of its own in binary16.
 * The blocks are those of the GGUF formats; {@link #pack} writes and {@link #unpack} reads their
 * bytes. In memory codes and scales are kept apart, so that codes are read in whole vectors.
 */
public final class BlockMatrix extends LowBitMatrix {
  /** Elements of a block. */
  public static final int BLOCK = LowBitKernels.BLOCK;

  private final BlockFormat format;
  private final int blocks;
  private final byte[] codes;
  private final short[] scales;

  /** The numbers of code 0, only where the format has them. */
  private final short[] minima;

  private BlockMatrix(
      BlockFormat format, int rows, int columns, byte[] codes, short[] scales, short[] minima) {
    super(rows, columns);
    this.format = format;
    blocks = columns / BLOCK;
    this.codes = codes;
    this.scales = scales;
    this.minima = minima;
  }

  private static BlockMatrix empty(BlockFormat format, int rows, int columns) {
    if (rows < 1 || columns < 1 || columns % BLOCK != 0) {
      throw new IllegalArgumentException(
          "The number of columns must be a positive multiple of "
              + BLOCK
              + " and that of rows positive, not "
              + columns
              + " and "
              + rows
              + ".");
    }
    int count = Math.multiplyExact(rows, columns / BLOCK);
    return new BlockMatrix(
        format,
        rows,
        columns,
        new byte[Math.multiplyExact(count, format.codeBytes())],
        new short[count],
        new short[format.hasMinimum() ? count : 0]);
  }

  /**
   * Rounds a matrix to a format.
   *
   * @param columns a multiple of {@link #BLOCK}
   * @param w numbers by rows, row r at {@code at + r * stride}
   * @throws IllegalArgumentException if the shape is not as said, or an entry is not finite or so
   *     large that its scale exceeds binary16
   * @throws IndexOutOfBoundsException if a row is not within the array
   */
  public static BlockMatrix quantize(
      BlockFormat format, int rows, int columns, float[] w, int at, int stride) {
    checkRows(rows, columns, w, at, stride);
    BlockMatrix matrix = empty(format, rows, columns);
    for (int row = 0; row < rows; row++) {
      for (int b = 0; b < matrix.blocks; b++) {
        int block = row * matrix.blocks + b;
        format.encode(
            w, at + row * stride + b * BLOCK, block, matrix.codes, matrix.scales, matrix.minima);
        if (!Float.isFinite(Float.float16ToFloat(matrix.scales[block]))) {
          throw new IllegalArgumentException(
              "The entries of row " + row + " are too large for a scale in binary16.");
        }
      }
    }
    return matrix;
  }

  /**
   * Reads the blocks of GGUF, row by row: scale, minimum if the format has one, codes.
   *
   * @throws IllegalArgumentException if the shape is not as said
   * @throws IndexOutOfBoundsException if the blocks are not within the array
   */
  public static BlockMatrix unpack(
      BlockFormat format, int rows, int columns, byte[] packed, int at) {
    BlockMatrix matrix = empty(format, rows, columns);
    Objects.checkFromIndexSize(at, matrix.bytes(), packed.length);
    int in = at;
    for (int block = 0; block < matrix.scales.length; block++) {
      matrix.scales[block] = little(packed, in);
      in += Short.BYTES;
      if (format.hasMinimum()) {
        matrix.minima[block] = little(packed, in);
        in += Short.BYTES;
      }
      System.arraycopy(packed, in, matrix.codes, block * format.codeBytes(), format.codeBytes());
      in += format.codeBytes();
    }
    return matrix;
  }

  /**
   * Writes the blocks as {@link #unpack} reads them, {@link #bytes()} bytes from {@code at} on.
   *
   * @throws IndexOutOfBoundsException if there is no room
   */
  public void pack(byte[] packed, int at) {
    Objects.checkFromIndexSize(at, bytes(), packed.length);
    int out = at;
    for (int block = 0; block < scales.length; block++) {
      out = putLittle(scales[block], packed, out);
      if (format.hasMinimum()) {
        out = putLittle(minima[block], packed, out);
      }
      System.arraycopy(codes, block * format.codeBytes(), packed, out, format.codeBytes());
      out += format.codeBytes();
    }
  }

  private static short little(byte[] packed, int at) {
    return (short) (packed[at] & 0xFF | packed[at + 1] << 8);
  }

  private static int putLittle(short value, byte[] packed, int at) {
    packed[at] = (byte) value;
    packed[at + 1] = (byte) (value >> 8);
    return at + 2;
  }

  /** The format of the blocks. */
  public BlockFormat format() {
    return format;
  }

  @Override
  public long bytes() {
    return codes.length + 2L * (scales.length + minima.length);
  }

  /** The sum of x over each block, which the number of code 0 multiplies. */
  @Override
  float[] prepare(float[] x, int at) {
    if (format == BlockFormat.Q8_0) {
      return new float[0];
    }
    float[] sums = new float[blocks];
    for (int b = 0; b < blocks; b++) {
      sums[b] = FloatArrays.sum(BLOCK, x, at + b * BLOCK);
    }
    return sums;
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
    int first = from * blocks;
    int count = (to - from) * blocks;
    float[] decoded = new float[count];
    kernels.decodeFinite(count, scales, first, decoded);
    for (int row = from; row < to; row++) {
      int code = row * blocks * format.codeBytes();
      int scale = (row - from) * blocks;
      y[yAt + row] =
          format == BlockFormat.Q8_0
              ? kernels.byteBlocks(blocks, codes, code, decoded, scale, x, at)
              : kernels.nibbleBlocks(blocks, codes, code, decoded, scale, x, at);
    }
    if (format == BlockFormat.Q8_0) {
      return;
    }
    float factor = format.hasMinimum() ? 1.0f : -BlockFormat.MIDDLE;
    if (format.hasMinimum()) {
      kernels.decodeFinite(count, minima, first, decoded);
    }
    for (int row = from; row < to; row++) {
      int scale = (row - from) * blocks;
      y[yAt + row] += factor * FloatArrays.dot(blocks, decoded, scale, prepared, 0);
    }
  }

  @Override
  void expand(LowBitKernels kernels, int row, float[] y, int at) {
    int first = row * blocks;
    for (int b = 0; b < blocks; b++) {
      float scale = Float.float16ToFloat(scales[first + b]);
      int code = (first + b) * format.codeBytes();
      if (format == BlockFormat.Q8_0) {
        kernels.expandBytes(BLOCK, codes, code, scale, y, at + b * BLOCK);
      } else {
        float shift =
            format.hasMinimum()
                ? Float.float16ToFloat(minima[first + b])
                : -BlockFormat.MIDDLE * scale;
        kernels.expandNibbles(codes, code, scale, shift, y, at + b * BLOCK);
      }
    }
  }
}
