// float twin: generated
package org.infimum.linalg.dense;

/**
 * The packed blocks of one product: one of the right factor, which all threads share, and one of
 * the left factor for each worker, both cut into strips as the register tile takes them.
 */
interface DoubleBlocks {
  /** Rows of a tile. */
  int rows();

  /** Columns of a tile. */
  int columns();

  /** Packs columns of the right factor as those from {@code at} on, a multiple of the tile's. */
  void packRight(DoubleOperand right, int outer, int count, int inner, int depth, int at);

  /** Packs rows of the left factor. */
  void packLeft(DoubleOperand left, int outer, int count, int inner, int depth, int worker);

  /**
   * Writes a full tile: what stands in {@code from} plus the product of the strips that begin with
   * packed row i and packed column j.
   */
  void multiply(
      int worker,
      int i,
      int j,
      int depth,
      double[] from,
      int fromAt,
      int fromStride,
      double[] to,
      int toAt,
      int toStride);

  /** Room for a tile at the fringe. */
  double[] fringe(int worker);

  /** A tile of zeros. */
  double[] zeros();

  /** Gives the memory back. */
  void release();
}
