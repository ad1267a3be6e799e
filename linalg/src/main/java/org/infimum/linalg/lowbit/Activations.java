package org.infimum.linalg.lowbit;

/** In which precision a vector x enters a product with coded weights. */
public enum Activations {
  /** As the floats that they are; the sums are those of floats. */
  FLOAT,

  /**
   * With 4-bit weights, rounded to 8 bits in blocks of 32 that share a step, their largest
   * magnitude over 127, so that the sums within a block are exact sums of integers. With m_b the
   * largest magnitude of block b of x, s_rb the scale of this block in row r and c_rj the codes 0
   * .. 15, y_r is off by at most {@code sum over b of m_b / 254 |s_rb| sum over j of |c_rj - 8|}
   * and the rounding of floats. On normal numbers that comes to half a percent of y (root mean
   * square), where coding the weights costs eight and a half. If x has an entry that is NaN or
   * infinite, every entry of y is NaN.
   *
   * <p>Weights of 8 bits are multiplied as with {@link #FLOAT}, which is no slower for them.
   */
  INT8
}
