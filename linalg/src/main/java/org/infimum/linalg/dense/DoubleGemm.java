// float twin: generated
package org.infimum.linalg.dense;

import org.infimum.linalg.machine.Stages;
import org.jspecify.annotations.Nullable;

/**
 * C := A B + beta C by the blocked algorithm of K. Goto and R. van de Geijn, "Anatomy of
 * high-performance matrix multiplication" (ACM TOMS 34(3), 2008): a block of B stays in the last
 * cache, packed once for all threads; each thread packs blocks of A for its second cache and
 * multiplies them tile by tile. If {@code triangle} is given, only that triangle of C is computed.
 */
final class DoubleGemm implements Stages.Work {
  /** Inner indices of a block: a strip of B takes 20 KB of the first cache. */
  private static final int DEPTH = 2560 / Double.BYTES;

  /** Bytes of a block of A: of 1 MB of second cache the rest is for C and what comes next. */
  private static final int LEFT_BYTES = 640 << 10;

  /** Columns of B in a block. */
  private static final int RIGHT_COLUMNS = 2048;

  /** Below this number of products a second thread costs more than it saves. */
  private static final double THREADED_PRODUCTS = 64 * 64 * 64;

  /** Strips of B that one task packs. */
  private static final int PACKED_AT_ONCE = 16;

  private final int m;
  private final int n;
  private final int k;
  private final DoubleOperand left;
  private final DoubleOperand right;
  private final double beta;
  private final double[] c;
  private final int cAt;
  private final int ldc;
  private final @Nullable Triangle triangle;
  private final DoubleBlocks blocks;

  private final int tileRows;
  private final int tileColumns;
  private final int leftBlock;
  private final int rightBlock;
  private final int columnSplit;
  private final int depth;
  private final int depths;

  private DoubleGemm(
      int m,
      int n,
      int k,
      DoubleOperand left,
      DoubleOperand right,
      double beta,
      double[] c,
      int cAt,
      int ldc,
      @Nullable Triangle triangle,
      boolean isVectorized,
      int threads) {
    this.m = m;
    this.n = n;
    this.k = k;
    this.left = left;
    this.right = right;
    this.beta = beta;
    this.c = c;
    this.cAt = cAt;
    this.ldc = ldc;
    this.triangle = triangle;
    tileRows = isVectorized ? DoubleAlignedTile.ROWS : DoubleTiles.SCALAR.rows();
    tileColumns = isVectorized ? DoubleAlignedTile.COLUMNS : DoubleTiles.SCALAR.columns();
    depths = ceil(k, DEPTH);
    depth = ceil(k, depths);
    rightBlock = Math.min(ceil(RIGHT_COLUMNS, tileColumns), ceil(n, tileColumns)) * tileColumns;
    int strips = ceil(m, tileRows);
    int most = Math.max(1, LEFT_BYTES / (tileRows * depth * Double.BYTES));
    int shares = ceil(ceil(strips, most), threads) * threads;
    int leftStrips = ceil(strips, shares);
    leftBlock = leftStrips * tileRows;
    columnSplit = strips >= threads ? 1 : Math.min(threads, ceil(rightBlock, tileColumns));
    blocks =
        isVectorized
            ? new DoubleAlignedBlocks(threads, rightBlock / tileColumns, leftStrips, depth)
            : new DoubleArrayBlocks(
                DoubleTiles.SCALAR, threads, rightBlock * depth, leftBlock * depth);
  }

  /**
   * Computes C := A B + beta C for factors of which one contains {@code alpha}, which is here for
   * the case that it is zero.
   */
  static void update(
      int m,
      int n,
      int k,
      double alpha,
      DoubleOperand left,
      DoubleOperand right,
      double beta,
      double[] c,
      int cAt,
      int ldc,
      @Nullable Triangle triangle,
      int threads) {
    if (m == 0 || n == 0) {
      return;
    }
    if (k == 0 || alpha == 0) {
      DoubleScaling.scale(beta, m, n, c, cAt, ldc, triangle);
      return;
    }
    boolean isVectorized = DoubleTiles.isVectorized((double) m * n * k);
    multiply(m, n, k, left, right, beta, c, cAt, ldc, triangle, isVectorized, threads);
  }

  /** Computes C := A B + beta C with the vector tile or the scalar one. */
  static void multiply(
      int m,
      int n,
      int k,
      DoubleOperand left,
      DoubleOperand right,
      double beta,
      double[] c,
      int cAt,
      int ldc,
      @Nullable Triangle triangle,
      boolean isVectorized,
      int threads) {
    int team = team((double) m * n * k, threads);
    DoubleGemm product =
        new DoubleGemm(m, n, k, left, right, beta, c, cAt, ldc, triangle, isVectorized, team);
    if (triangle != null) {
      DoubleScaling.scale(beta, m, n, c, cAt, ldc, triangle);
    }
    Stages.run(product, team);
    product.blocks.release();
  }

  /** How many of the threads so many products are worth. */
  static int team(double products, int threads) {
    return products < THREADED_PRODUCTS ? 1 : threads;
  }

  private static int ceil(int count, int size) {
    return (count + size - 1) / size;
  }

  /** For each block of B one stage that packs it and one that multiplies. */
  @Override
  public int stages() {
    return 2 * depths * ceil(n, rightBlock);
  }

  @Override
  public int tasks(int stage) {
    return stage % 2 == 0
        ? ceil(columns(stage), PACKED_AT_ONCE * tileColumns)
        : ceil(m, leftBlock) * columnSplit;
  }

  @Override
  public void run(int stage, int task, int worker) {
    if (stage % 2 == 0) {
      packRight(stage, task);
    } else {
      multiplyBlock(stage, task, worker);
    }
  }

  private int firstColumn(int stage) {
    return stage / 2 / depths * rightBlock;
  }

  private int columns(int stage) {
    return Math.min(rightBlock, n - firstColumn(stage));
  }

  private int firstDepth(int stage) {
    return stage / 2 % depths * depth;
  }

  private int depth(int stage) {
    return Math.min(depth, k - firstDepth(stage));
  }

  private void packRight(int stage, int task) {
    int from = task * PACKED_AT_ONCE * tileColumns;
    int count = Math.min(PACKED_AT_ONCE * tileColumns, columns(stage) - from);
    blocks.packRight(
        right, firstColumn(stage) + from, count, firstDepth(stage), depth(stage), from);
  }

  private void multiplyBlock(int stage, int task, int worker) {
    int row = task / columnSplit * leftBlock;
    int rows = Math.min(leftBlock, m - row);
    int strips = ceil(columns(stage), tileColumns);
    int part = task % columnSplit;
    int from = strips * part / columnSplit * tileColumns;
    int to = Math.min(columns(stage), strips * (part + 1) / columnSplit * tileColumns);
    int column = firstColumn(stage);
    if (from >= to || isOutside(row, rows, column + from, to - from)) {
      return;
    }
    int deep = depth(stage);
    blocks.packLeft(left, row, rows, firstDepth(stage), deep, worker);
    double scale = firstDepth(stage) == 0 && triangle == null ? beta : 1;
    for (int j = from; j < to; j += tileColumns) {
      int width = Math.min(tileColumns, to - j);
      if (scale != 0 && scale != 1) {
        int at = cAt + row + (column + j) * ldc;
        DoubleScaling.scale(scale, rows, width, c, at, ldc);
      }
      for (int i = 0; i < rows; i += tileRows) {
        int height = Math.min(tileRows, rows - i);
        multiplyTile(row + i, height, column + j, width, deep, i, j, scale == 0, worker);
      }
    }
  }

  private void multiplyTile(
      int row,
      int height,
      int column,
      int width,
      int deep,
      int i,
      int j,
      boolean isFresh,
      int worker) {
    if (isOutside(row, height, column, width)) {
      return;
    }
    int at = cAt + row + column * ldc;
    boolean isFull =
        height == tileRows && width == tileColumns && isInside(row, height, column, width);
    double[] fringe = blocks.fringe(worker);
    double[] from = isFresh ? blocks.zeros() : isFull ? c : fringe;
    int fromAt = isFresh || !isFull ? 0 : at;
    int fromStride = isFresh || !isFull ? tileRows : ldc;
    if (isFull) {
      blocks.multiply(worker, i, j, deep, from, fromAt, fromStride, c, at, ldc);
      return;
    }
    for (int q = 0; q < width && !isFresh; q++) {
      int begin = begin(row, column + q, height);
      int end = end(row, column + q, height);
      System.arraycopy(c, at + q * ldc + begin, fringe, q * tileRows + begin, end - begin);
    }
    blocks.multiply(worker, i, j, deep, from, 0, tileRows, fringe, 0, tileRows);
    for (int q = 0; q < width; q++) {
      int begin = begin(row, column + q, height);
      int end = end(row, column + q, height);
      System.arraycopy(fringe, q * tileRows + begin, c, at + q * ldc + begin, end - begin);
    }
  }

  /** The rows of the tile that belong to the triangle in this column start here. */
  private int begin(int row, int column, int height) {
    return triangle == Triangle.LOWER ? Math.clamp((long) column - row, 0, height) : 0;
  }

  private int end(int row, int column, int height) {
    return triangle == Triangle.UPPER ? Math.clamp((long) column - row + 1, 0, height) : height;
  }

  private boolean isOutside(int row, int height, int column, int width) {
    return triangle == Triangle.LOWER && row + height <= column
        || triangle == Triangle.UPPER && row >= column + width;
  }

  private boolean isInside(int row, int height, int column, int width) {
    return triangle == null
        || (triangle == Triangle.LOWER ? row >= column + width - 1 : row + height - 1 <= column);
  }
}
