package org.infimum.linalg.sparse;

import java.util.ArrayList;
import java.util.List;

/**
 * The entries of consecutive rows of a product, whose number shows as they come: in pieces that are
 * never copied but once, into the product. A row does not span pieces.
 */
final class GrowingRows {
  /** Entries of a piece, if there are so many. */
  private static final int PIECE = 1 << 21;

  /** Spare places of a single piece that are not worth a copy. */
  private static final double SPARE = 1.25;

  private record Piece(int[] columns, double[] values, int count) {}

  private final List<Piece> full = new ArrayList<>();

  /** Most entries from the current piece on. */
  private long bound;

  /** The current piece, and how many entries it has. */
  int[] columns = new int[0];

  double[] values = new double[0];
  int count;

  GrowingRows(long bound) {
    this.bound = bound;
  }

  /** Makes room for a row of the current piece. */
  void reserve(int entries) {
    if (count + entries <= columns.length) {
      return;
    }
    full.add(new Piece(columns, values, count));
    bound -= count;
    int length = (int) Math.max(Math.min(bound, PIECE), entries);
    columns = new int[length];
    values = new double[length];
    count = 0;
  }

  /** Copies all entries to their place in the product. */
  void copy(int[] toColumns, double[] toValues, int at) {
    int to = at;
    for (Piece piece : full) {
      System.arraycopy(piece.columns, 0, toColumns, to, piece.count);
      System.arraycopy(piece.values, 0, toValues, to, piece.count);
      to += piece.count;
    }
    System.arraycopy(columns, 0, toColumns, to, count);
    System.arraycopy(values, 0, toValues, to, count);
  }

  /** Whether the current piece can stand for the whole, {@code entries} in number. */
  boolean isWhole(int entries) {
    return count == entries && columns.length <= SPARE * entries;
  }
}
