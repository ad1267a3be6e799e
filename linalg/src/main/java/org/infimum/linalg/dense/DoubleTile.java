// float twin: generated
package org.infimum.linalg.dense;

/**
 * A register tile, the innermost product of a blocked matrix multiplication: C += A B with C of
 * {@link #rows()} x {@link #columns()}, in column-major order with leading dimension {@code ldc}.
 * Column t of A starts at {@code aAt + t * aStride}, row t of B at {@code bAt + t * columns()}.
 *
 * <p>Each element of C is one chain of fused multiply-adds over t = 0, 1, ..., so that all tiles,
 * of whatever shape, and all ways to cut a product into blocks agree to the bit.
 */
interface DoubleTile {
  /** Rows of C. */
  int rows();

  /** Columns of C. */
  int columns();

  /** Adds the product of k columns of A and k rows of B to C. */
  void multiply(
      int k, double[] a, int aAt, int aStride, double[] b, int bAt, double[] c, int cAt, int ldc);

  /**
   * Packs a full strip whose elements of one inner index are adjacent: element (s, t) is {@code
   * from[at + s + t * stride]}.
   *
   * @param width rows or columns of the tile
   */
  void packAlong(int width, double[] from, int at, int stride, int depth, double[] to, int toAt);

  /**
   * Packs a full strip whose elements of one outer index are adjacent: element (s, t) is {@code
   * from[at + s * stride + t]}.
   *
   * @param width rows or columns of the tile
   */
  void packAcross(int width, double[] from, int at, int stride, int depth, double[] to, int toAt);
}
