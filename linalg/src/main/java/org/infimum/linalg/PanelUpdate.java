package org.infimum.linalg;

/**
 * The operands of one update C[rowMap, columnMap] -= X D Y' on dense column-major panels: X is m x
 * k, Y is q x k, D is diagonal. Entries of C above its diagonal (row below column index) may be
 * given any value, because nobody reads them. Holds the scratch space of its thread; nothing is
 * allocated by an update.
 *
 * <p>Every element is computed as one sum over ascending k that is then subtracted from C, whatever
 * its position in the blocking of the kernel; so an update may be split by rows anywhere without
 * changing a bit.
 */
final class PanelUpdate {
  /** Largest k and q. */
  static final int MAX_WIDTH = PanelStructure.MAX_WIDTH;

  /** Rows of X that a kernel packs at a time. */
  static final int PACKED_ROWS = 96;

  /** Largest micro-tile. */
  static final int MAX_TILE = 512;

  int m;
  int q;
  int k;
  double[] left = new double[0];
  int leftOffset;
  int leftStride;
  double[] right = left;
  int rightOffset;
  int rightStride;
  double[] pivots = left;
  int pivotOffset;
  double[] target = left;
  int targetOffset;
  int targetStride;

  /** Target row of row i is {@code rowMap[rowMapOffset + i]}, ascending. */
  int[] rowMap = new int[0];

  int rowMapOffset;

  /** Target column of row j of Y is {@code columnMap[columnMapOffset + j]}, ascending. */
  int[] columnMap = rowMap;

  int columnMapOffset;

  /** D Y' as the kernel has packed it, from {@link #packedAt} on. */
  double[] packed;

  int packedAt;

  /** Room for the D Y' of one update. */
  final double[] ownPacked;

  final double[] packedLeft;
  final double[] tile = new double[MAX_TILE];
  final double[] column;

  /**
   * Allocates the scratch space.
   *
   * @param maxRows largest m
   * @param packs whether a kernel will pack operands
   */
  PanelUpdate(int maxRows, boolean packs) {
    column = new double[maxRows];
    ownPacked = new double[packs ? MAX_WIDTH * (MAX_WIDTH + 8) : 0];
    packed = ownPacked;
    packedLeft = new double[packs ? MAX_WIDTH * (PACKED_ROWS + 32) : 0];
  }

  /** Doubles that D Y' takes packed, at most. */
  static int packedSize(int q, int k) {
    return (q + 7) / 8 * 8 * k;
  }

  /** Doubles that a triangle takes packed, at most. */
  static int triangleSize(int width) {
    int blocks = (width + 7) / 8;
    return blocks * (blocks - 1) / 2 * 64 + blocks * 36;
  }

  /** Whether rows i .. i + length - 1 of X go to adjacent rows of the target. */
  boolean adjacentRows(int i, int length) {
    int at = rowMapOffset + i;
    return rowMap[at + length - 1] - rowMap[at] == length - 1;
  }
}
