// float twin: generated
package org.infimum.linalg.dense;

import java.lang.foreign.MemorySegment;

/**
 * Blocks outside the heap, for the aligned tile: the right one first, then those of the workers.
 * Load this class only where there are vectors.
 */
final class DoubleAlignedBlocks implements DoubleBlocks {
  private static final int ROWS = DoubleAlignedTile.ROWS;
  private static final int COLUMNS = DoubleAlignedTile.COLUMNS;
  private static final int RIGHT_WIDTH = DoubleAlignedTile.RIGHT_WIDTH;
  private static final double[] ZEROS = new double[ROWS * COLUMNS];

  /** Bytes of a cache line. */
  private static final int LINE = 64;

  private final DoublePackBuffers buffers;
  private final MemorySegment packed;
  private final long leftAt;
  private final long leftBytes;

  /**
   * Blocks of so many strips.
   *
   * @param rightStrips strips of the right block
   * @param leftStrips strips of the left block of each worker
   */
  DoubleAlignedBlocks(int workers, int rightStrips, int leftStrips, int depth) {
    leftAt = lines((long) rightStrips * RIGHT_WIDTH * depth);
    leftBytes = lines((long) leftStrips * ROWS * depth);
    buffers = DoublePackBuffers.acquire(workers, 0, 0, ROWS * COLUMNS);
    packed = buffers.aligned(leftAt + workers * leftBytes);
  }

  /** Bytes of so many elements, up to the end of the last cache line. */
  private static long lines(long elements) {
    return (elements * Double.BYTES + LINE - 1) / LINE * LINE;
  }

  @Override
  public int rows() {
    return ROWS;
  }

  @Override
  public int columns() {
    return COLUMNS;
  }

  @Override
  public void packRight(DoubleOperand right, int outer, int count, int inner, int depth, int at) {
    pack(right, outer, count, inner, depth, COLUMNS, RIGHT_WIDTH, rightAt(at, depth));
  }

  @Override
  public void packLeft(DoubleOperand left, int outer, int count, int inner, int depth, int worker) {
    pack(left, outer, count, inner, depth, ROWS, ROWS, leftAt + worker * leftBytes);
  }

  private static long rightAt(int column, int depth) {
    return (long) (column / COLUMNS) * RIGHT_WIDTH * depth * Double.BYTES;
  }

  private void pack(
      DoubleOperand operand,
      int outer,
      int count,
      int inner,
      int depth,
      int width,
      int stored,
      long at) {
    long out = at;
    for (int s = outer; s < outer + count; s += width) {
      int present = Math.min(width, outer + count - s);
      operand.packAligned(s, present, inner, depth, width, stored, packed, out);
      out += (long) stored * depth * Double.BYTES;
    }
  }

  @Override
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
    DoubleAlignedTile.multiply(
        depth,
        packed,
        leftAt + worker * leftBytes + (long) i * depth * Double.BYTES,
        rightAt(j, depth),
        from,
        fromAt,
        fromStride,
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
    return ZEROS;
  }

  @Override
  public void release() {
    buffers.release();
  }
}
