package org.infimum.linalg.lowbit;

/**
 * Sums of products of coded numbers with floats, and the coded numbers as floats. Codes lie in
 * panels of {@link #PANEL} rows, so that a vector holds the same element of many rows: rows are
 * summed up side by side, nothing is ever added across a vector, and all twins and all vector
 * lengths give the same bits. Two panels are read at once, which share what is loaded of x.
 */
interface LowBitKernels {
  /** Columns that share a scale. */
  int BLOCK = 32;

  /** Rows of a panel. */
  int PANEL = 32;

  /** Blocks whose sums are kept before they are scaled. */
  int CHUNK = 16;

  /** Where the sums of the second panel begin. */
  int SECOND = CHUNK * PANEL;

  /** Columns of 4-bit codes that 16 bits hold of a row. */
  int GROUP = 4;

  /** Bytes of a group in all rows of a panel. */
  int GROUP_BYTES = PANEL * Short.BYTES;

  /** Bytes of a block of 4-bit codes in all rows of a panel. */
  int NIBBLE_BYTES = PANEL * BLOCK / 2;

  /**
   * For each of {@code blocks} blocks b, sums[b PANEL + r] := sum of code_rj x_j over its {@code
   * width} columns, and behind {@link #SECOND} the same of the second panel. Element (r, j) is the
   * signed byte r of column j.
   */
  void byteSums(
      int blocks, int width, byte[] codes, int first, int second, float[] x, int xAt, float[] sums);

  /**
   * The same with codes 0 to 15 in blocks of {@link #BLOCK} columns. A group of four columns is a
   * little-endian 16-bit number with the first column in its low bits; the numbers of the rows are
   * ordered 0, 16, 1, 17, .., 15, 31, so that 32 bits hold a row of each half of the panel.
   */
  void nibbleSums(
      int blocks, byte[] codes, int first, int second, float[] x, int xAt, float[] sums);

  /**
   * The sums of codes 0 to 15 with 8-bit numbers, modulo 2^16, in the order of the 16-bit numbers.
   * A group L of columns 0 to 3 adds L f_0 + (L >> 4) f_1 + (L >> 8) f_2 + (L >> 12) f_3, in which
   * the factors of {@link Int8Vector} make each code count once.
   *
   * @param factors a factor for each column, in both halves of the integer
   */
  void nibbleProducts(
      int blocks, byte[] codes, int first, int second, int[] factors, int at, short[] sums);

  /** y_r := y_r + sum over blocks of scale_br sums_br, with scales in binary16. */
  void addScaled(
      int blocks, float[] sums, int at, short[] scales, int scalesAt, float[] y, int yAt);

  /**
   * y_r := y_r + sum over blocks of scale_br (step_b t + shift_b), where t is sums_br + offset_b as
   * a signed number of 16 bits and the sums are ordered as in {@link #nibbleProducts}.
   */
  void addScaledProducts(
      int blocks,
      short[] sums,
      int at,
      short[] scales,
      int scalesAt,
      Int8Vector x,
      int block,
      float[] y,
      int yAt);

  /** y_r := y_r + sum over blocks of scale_br weight_b. */
  void addWeighted(
      int blocks, short[] scales, int scalesAt, float[] weights, int at, float[] y, int yAt);

  /** Column j of y, {@code stride} apart, := scale_r code_rj for a panel. */
  void expandBytes(int width, byte[] codes, int at, float[] scales, float[] y, int yAt, int stride);

  /** The same plus shift_r for a block of 4-bit codes. */
  void expandNibbles(
      byte[] codes, int at, float[] scales, float[] shifts, float[] y, int yAt, int stride);
}
