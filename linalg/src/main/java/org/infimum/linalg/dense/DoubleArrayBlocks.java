// float twin: generated
package org.infimum.linalg.dense;

/** Blocks in arrays, for the scalar tile. */
final class DoubleArrayBlocks implements DoubleBlocks {
  private final DoubleTile tile;
  private final DoublePackBuffers buffers;
  private final double[] zeros;

  DoubleArrayBlocks(DoubleTile tile, int workers, int rightSize, int leftSize) {
    this.tile = tile;
    int size = tile.rows() * tile.columns();
    buffers = DoublePackBuffers.acquire(workers, rightSize, leftSize, size);
    zeros = new double[size];
  }

  @Override
  public int rows() {
    return tile.rows();
  }

  @Override
  public int columns() {
    return tile.columns();
  }

  @Override
  public void packRight(DoubleOperand right, int outer, int count, int inner, int depth, int at) {
    right.pack(outer, count, inner, depth, tile.columns(), tile, buffers.right, at * depth);
  }

  @Override
  public void packLeft(DoubleOperand left, int outer, int count, int inner, int depth, int worker) {
    left.pack(outer, count, inner, depth, tile.rows(), tile, buffers.left[worker], 0);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the very same array
  public void multiply(
      int worker,
      int i,
      int j,
      int depth,
      double[] from,
      int fromAt,
      int fromStride,
      double[] to,
      int toAt,
      int toStride) {
    if (from != to) {
      for (int q = 0; q < tile.columns(); q++) {
        System.arraycopy(from, fromAt + q * fromStride, to, toAt + q * toStride, tile.rows());
      }
    }
    tile.multiply(
        depth,
        buffers.left[worker],
        i * depth,
        tile.rows(),
        buffers.right,
        j * depth,
        to,
        toAt,
        toStride);
  }

  @Override
  public double[] fringe(int worker) {
    return buffers.fringe[worker];
  }

  @Override
  public double[] zeros() {
    return zeros;
  }

  @Override
  public void release() {
    buffers.release();
  }
}
