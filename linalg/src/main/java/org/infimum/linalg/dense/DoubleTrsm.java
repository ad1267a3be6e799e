// float twin: generated
package org.infimum.linalg.dense;

import org.infimum.linalg.machine.Team;

/**
 * Triangular solution with many right-hand sides. A small triangle on the right is solved for a
 * slab of rows at a time, as wide columns as the tile has, with the columns solved before taken in
 * by tiles; on the left the slab is transposed, since op(A) X = B is X' op(A)' = B'. Rows are
 * independent, so that slabs and threads change no bit.
 */
final class DoubleTrsm extends DoubleTriangular {
  /** Rows of a slab: with the columns of a small triangle they stay in cache. */
  private static final int SLAB = 192;

  private final DoubleTile tile;

  /** The operation with all but its sizes. */
  DoubleTrsm(
      Side side,
      Triangle triangle,
      Transpose trans,
      Diagonal diagonal,
      double[] a,
      int lda,
      double[] b,
      int ldb,
      int threads,
      double products) {
    super(side, triangle, trans, diagonal, a, lda, b, ldb, threads);
    tile = DoubleTiles.forProducts(products);
  }

  @Override
  boolean solves() {
    return true;
  }

  @Override
  void direct(int m, int n, int aAt, int bAt) {
    int rows = isLeft ? n : m;
    int order = isLeft ? m : n;
    int slabs = (rows + SLAB - 1) / SLAB;
    int team = DoubleGemm.team((double) rows * order * order, threads);
    if (team == 1) {
      for (int slab = 0; slab < slabs; slab++) {
        slab(slab * SLAB, Math.min(SLAB, rows - slab * SLAB), order, aAt, bAt);
      }
    } else {
      Team.shared(team)
          .forEach(
              slabs,
              (slab, worker) ->
                  slab(slab * SLAB, Math.min(SLAB, rows - slab * SLAB), order, aAt, bAt));
    }
  }

  private void slab(int from, int rows, int order, int aAt, int bAt) {
    DoublePackBuffers buffers =
        DoublePackBuffers.acquire(1, order * tile.columns(), SLAB * DIRECT, 0);
    if (isLeft) {
      double[] transposed = buffers.left[0];
      int at = bAt + from * ldb;
      for (int j = 0; j < rows; j++) {
        for (int i = 0; i < order; i++) {
          transposed[j + i * SLAB] = b[at + i + j * ldb];
        }
      }
      solveRight(rows, order, aAt, transposed, 0, SLAB, buffers.right);
      for (int j = 0; j < rows; j++) {
        for (int i = 0; i < order; i++) {
          b[at + i + j * ldb] = transposed[j + i * SLAB];
        }
      }
    } else {
      solveRight(rows, order, aAt, b, bAt + from, ldb, buffers.right);
    }
    buffers.release();
  }

  /** Element (i, j) of the triangle as it stands to the right of the rows to be solved. */
  private double coefficient(int aAt, int i, int j) {
    return isLeft ? triangular(aAt, j, i) : triangular(aAt, i, j);
  }

  private void solveRight(
      int rows, int order, int aAt, double[] x, int xAt, int ldx, double[] packed) {
    boolean ascends = isLower == isLeft;
    int width = tile.columns();
    int groups = (order + width - 1) / width;
    for (int g = 0; g < groups; g++) {
      int first = (ascends ? g : groups - 1 - g) * width;
      int last = Math.min(order, first + width);
      int solved = ascends ? 0 : last;
      int count = ascends ? first : order - last;
      subtractSolved(rows, first, last, solved, count, aAt, x, xAt, ldx, packed);
      for (int s = first; s < last; s++) {
        int j = ascends ? s : first + last - 1 - s;
        int from = ascends ? first : j + 1;
        int to = ascends ? j : last;
        for (int t = from; t < to; t++) {
          double factor = -coefficient(aAt, t, j);
          DoubleColumns.add(rows, factor, x, xAt + t * ldx, x, xAt + j * ldx);
        }
        if (!hasUnitDiagonal) {
          DoubleColumns.divide(rows, coefficient(aAt, j, j), x, xAt + j * ldx);
        }
      }
    }
  }

  /** Columns first to last - 1 minus the solved ones times their coefficients. */
  private void subtractSolved(
      int rows,
      int first,
      int last,
      int solved,
      int count,
      int aAt,
      double[] x,
      int xAt,
      int ldx,
      double[] packed) {
    int height = tile.rows();
    int width = tile.columns();
    boolean isFull = last - first == width && count > 0;
    int tiled = isFull ? rows / height * height : 0;
    if (tiled > 0) {
      for (int t = 0; t < count; t++) {
        for (int q = 0; q < width; q++) {
          packed[t * width + q] = -coefficient(aAt, solved + t, first + q);
        }
      }
      int target = xAt + first * ldx;
      for (int i = 0; i < tiled; i += height) {
        tile.multiply(count, x, xAt + i + solved * ldx, ldx, packed, 0, x, target + i, ldx);
      }
    }
    for (int j = first; j < last && tiled < rows; j++) {
      for (int t = solved; t < solved + count; t++) {
        int source = xAt + tiled + t * ldx;
        int target = xAt + tiled + j * ldx;
        DoubleColumns.add(rows - tiled, -coefficient(aAt, t, j), x, source, x, target);
      }
    }
  }
}
