package org.infimum.linalg.lowbit;

/**
 * Inner products of coded numbers with floats, and the coded numbers as floats. The scalar and the
 * vector twin agree to rounding.
 */
interface LowBitKernels {
  /** Numbers that share a scale. */
  int BLOCK = 32;

  /** Bytes of a block of 4-bit codes. */
  int NIBBLE_BYTES = BLOCK / 2;

  /** sum of code_i x_i over {@code n} signed bytes. */
  float bytes(int n, byte[] codes, int at, float[] x, int xAt);

  /** sum over blocks b of scale_b times the sum of code_i x_i, with one signed byte a code. */
  float byteBlocks(
      int blocks, byte[] codes, int at, float[] scales, int scalesAt, float[] x, int xAt);

  /**
   * The same with codes 0 to 15: byte j of a block holds code j in its low half and code 16 + j in
   * its high half.
   */
  float nibbleBlocks(
      int blocks, byte[] codes, int at, float[] scales, int scalesAt, float[] x, int xAt);

  /**
   * x_i := the number of binary16 code i, which is finite. Its bits move to those of a float, whose
   * exponent is then corrected by an exact multiplication with 2^112.
   */
  void decodeFinite(int n, short[] codes, int at, float[] x);

  /** y_i := scale code_i. */
  void expandBytes(int n, byte[] codes, int at, float scale, float[] y, int yAt);

  /** y_i := scale code_i + shift for one block of 4-bit codes. */
  void expandNibbles(byte[] codes, int at, float scale, float shift, float[] y, int yAt);
}
