package org.infimum.linalg.lowbit;

import java.util.Objects;
import org.infimum.linalg.array.FloatArrays;

/**
 * Codes in blocks of 32 consecutive elements of a row, each with a scale of its own in binary16.
 * The blocks are those of the GGUF formats; {@link #pack} writes and {@link #unpack} reads their
 * bytes.
 */
public final class BlockMatrix extends LowBitMatrix {
  /** Elements of a block. */
  public static final int BLOCK = LowBitKernels.BLOCK;

  private final BlockFormat format;
  private final int blocks;

  /** Panel by panel, block by block, as {@link LowBitKernels} reads them. */
  private final byte[] codes;

  /** Panel by panel, block by block, the scales of the rows in binary16. */
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
    int count = Math.multiplyExact(panels(rows) * PANEL, columns / BLOCK);
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
    byte[] block = new byte[BLOCK];
    short[] header = new short[2];
    for (int row = 0; row < rows; row++) {
      for (int b = 0; b < matrix.blocks; b++) {
        format.encode(w, at + row * stride + b * BLOCK, block, header);
        if (!Float.isFinite(Float.float16ToFloat(header[0]))) {
          throw new IllegalArgumentException(
              "The entries of row " + row + " are too large for a scale in binary16.");
        }
        matrix.put(row, b, header, block);
      }
    }
    return matrix;
  }

  private int scaleAt(int row, int block) {
    return (row / PANEL * blocks + block) * PANEL + row % PANEL;
  }

  /** Where the codes of a block of the rows of a panel begin. */
  private int codesAt(int panel, int block) {
    return (panel * blocks + block) * PANEL * format.codeBytes();
  }

  private void put(int row, int block, short[] header, byte[] values) {
    int scale = scaleAt(row, block);
    scales[scale] = header[0];
    if (format.hasMinimum()) {
      minima[scale] = header[1];
    }
    int to = codesAt(row / PANEL, block);
    for (int j = 0; j < BLOCK; j++) {
      if (format == BlockFormat.Q8_0) {
        codes[to + j * PANEL + row % PANEL] = values[j];
      } else {
        ScalarLowBitKernels.putNibble(values[j], codes, to, row % PANEL, j);
      }
    }
  }

  private void get(int row, int block, short[] header, byte[] values) {
    int scale = scaleAt(row, block);
    header[0] = scales[scale];
    header[1] = format.hasMinimum() ? minima[scale] : 0;
    int from = codesAt(row / PANEL, block);
    for (int j = 0; j < BLOCK; j++) {
      values[j] =
          format == BlockFormat.Q8_0
              ? codes[from + j * PANEL + row % PANEL]
              : (byte) ScalarLowBitKernels.nibble(codes, from, row % PANEL, j);
    }
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
    byte[] block = new byte[BLOCK];
    short[] header = new short[2];
    for (int row = 0; row < rows; row++) {
      for (int b = 0; b < matrix.blocks; b++) {
        header[0] = little(packed, in);
        in += Short.BYTES;
        if (format.hasMinimum()) {
          header[1] = little(packed, in);
          in += Short.BYTES;
        }
        for (int j = 0; j < format.codeBytes(); j++) {
          int code = packed[in + j];
          if (format == BlockFormat.Q8_0) {
            block[j] = (byte) code;
          } else {
            block[j] = (byte) (code & 15);
            block[BLOCK / 2 + j] = (byte) (code >>> 4 & 15);
          }
        }
        in += format.codeBytes();
        matrix.put(row, b, header, block);
      }
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
    byte[] block = new byte[BLOCK];
    short[] header = new short[2];
    for (int row = 0; row < rows(); row++) {
      for (int b = 0; b < blocks; b++) {
        get(row, b, header, block);
        out = putLittle(header[0], packed, out);
        if (format.hasMinimum()) {
          out = putLittle(header[1], packed, out);
        }
        for (int j = 0; j < format.codeBytes(); j++) {
          packed[out + j] =
              format == BlockFormat.Q8_0 ? block[j] : (byte) (block[j] | block[BLOCK / 2 + j] << 4);
        }
        out += format.codeBytes();
      }
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
    long block = format.codeBytes() + (format.hasMinimum() ? 2L : 1L) * Short.BYTES;
    return rows() * (long) blocks * block;
  }

  @Override
  PanelProducts products(LowBitKernels kernels, Activations activations, float[] x, int at) {
    if (format == BlockFormat.Q8_0) {
      return (first, second, sums) -> exactProducts(kernels, x, at, first, second, sums);
    }
    boolean rounds = activations == Activations.INT8;
    // The minima, or what is subtracted from the codes of Q4_0, times the sums of x.
    short[] halves = format.hasMinimum() ? minima : scales;
    float factor = format.hasMinimum() ? 1.0f : -BlockFormat.MIDDLE;
    float[] weights = new float[format.hasMinimum() || !rounds ? blocks : 0];
    for (int b = 0; b < weights.length; b++) {
      weights[b] = factor * FloatArrays.sum(BLOCK, x, at + b * BLOCK);
    }
    if (rounds) {
      Int8Vector rounded = Int8Vector.of(blocks, x, at, !format.hasMinimum());
      return (first, second, sums) -> {
        roundedProducts(kernels, rounded, first, second, sums);
        addWeighted(kernels, halves, weights, first, second, sums);
      };
    }
    return (first, second, sums) -> {
      exactProducts(kernels, x, at, first, second, sums);
      addWeighted(kernels, halves, weights, first, second, sums);
    };
  }

  private void exactProducts(
      LowBitKernels kernels, float[] x, int at, int first, int second, PanelSums sums) {
    float[] floats = sums.floats;
    for (int b = 0; b < blocks; b += LowBitKernels.CHUNK) {
      int count = Math.min(LowBitKernels.CHUNK, blocks - b);
      int one = codesAt(first, b);
      int two = codesAt(second, b);
      if (format == BlockFormat.Q8_0) {
        kernels.byteSums(count, BLOCK, codes, one, two, x, at + b * BLOCK, floats);
      } else {
        kernels.nibbleSums(count, codes, one, two, x, at + b * BLOCK, floats);
      }
      int oneScale = scaleAt(first * PANEL, b);
      int twoScale = scaleAt(second * PANEL, b);
      kernels.addScaled(count, floats, 0, scales, oneScale, sums.rows, 0);
      kernels.addScaled(count, floats, LowBitKernels.SECOND, scales, twoScale, sums.rows, PANEL);
    }
  }

  private void roundedProducts(
      LowBitKernels kernels, Int8Vector x, int first, int second, PanelSums sums) {
    short[] products = sums.integers;
    for (int b = 0; b < blocks; b += LowBitKernels.CHUNK) {
      int count = Math.min(LowBitKernels.CHUNK, blocks - b);
      int one = codesAt(first, b);
      int two = codesAt(second, b);
      kernels.nibbleProducts(count, codes, one, two, x.factors, b * BLOCK, products);
      int oneScale = scaleAt(first * PANEL, b);
      int twoScale = scaleAt(second * PANEL, b);
      kernels.addScaledProducts(count, products, 0, scales, oneScale, x, b, sums.rows, 0);
      kernels.addScaledProducts(
          count, products, LowBitKernels.SECOND, scales, twoScale, x, b, sums.rows, PANEL);
    }
  }

  /** Adds for each row the sum of numbers in binary16 times weights of the blocks. */
  private void addWeighted(
      LowBitKernels kernels,
      short[] halves,
      float[] weights,
      int first,
      int second,
      PanelSums sums) {
    int count = weights.length;
    kernels.addWeighted(count, halves, scaleAt(first * PANEL, 0), weights, 0, sums.rows, 0);
    kernels.addWeighted(count, halves, scaleAt(second * PANEL, 0), weights, 0, sums.rows, PANEL);
  }

  @Override
  void expandPanel(LowBitKernels kernels, int panel, float[] y, int at, int stride) {
    float[] own = new float[PANEL];
    float[] shifts = new float[PANEL];
    for (int b = 0; b < blocks; b++) {
      int scale = scaleAt(panel * PANEL, b);
      for (int r = 0; r < PANEL; r++) {
        own[r] = Float.float16ToFloat(scales[scale + r]);
        shifts[r] =
            format.hasMinimum()
                ? Float.float16ToFloat(minima[scale + r])
                : -BlockFormat.MIDDLE * own[r];
      }
      int to = at + b * BLOCK * stride;
      if (format == BlockFormat.Q8_0) {
        kernels.expandBytes(BLOCK, codes, codesAt(panel, b), own, y, to, stride);
      } else {
        kernels.expandNibbles(codes, codesAt(panel, b), own, shifts, y, to, stride);
      }
    }
  }
}
