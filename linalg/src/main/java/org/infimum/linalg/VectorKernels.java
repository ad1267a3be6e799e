package org.infimum.linalg;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Kernels on the Vector API, for any vector width of at least two lanes. */
final class VectorKernels implements DenseKernels {
  private static final VectorSpecies<Double> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = SPECIES.length();

  /** Rows of a full tile. */
  private static final int TILE_ROWS = 3 * LANES;

  /** Columns of a full tile; 256-bit machines have but 16 registers. */
  private static final int TILE_COLUMNS = LANES == 4 ? 4 : 8;

  /** X is packed if each of its elements is used in so many tiles and so many are adjacent. */
  private static final int PACKING_COLUMNS = 24;

  private static final int PACKING_DEPTH = 16;

  /** What {@link VectorTiles#solveTriangle} needs of a triangle of {@link #BLOCK} columns. */
  private static final int TRIANGLE_FACTORS = BLOCK * (BLOCK - 1) / 2 + BLOCK;

  /** Panels of fewer rows are substituted by scalar code. */
  private static final int SHORT_PANEL = 32;

  @Override
  public boolean packs() {
    return true;
  }

  @Override
  public void subtractPacked(PanelUpdate u) {
    boolean packs = u.q > PACKING_COLUMNS && u.k >= PACKING_DEPTH;
    for (int i = 0; i < u.m; i += PanelUpdate.PACKED_ROWS) {
      int end = Math.min(u.m, i + PanelUpdate.PACKED_ROWS);
      if (packs) {
        packLeft(u, i, end);
      }
      for (int row = i; row < end; row += TILE_ROWS) {
        if (packs) {
          int slab = (row - i) / TILE_ROWS * TILE_ROWS * u.k;
          multiplySlab(u, row, end, u.packedLeft, slab, TILE_ROWS);
        } else {
          multiplySlab(u, row, end, u.left, u.leftOffset + row, u.leftStride);
        }
      }
    }
  }

  /** D Y' in groups of columns, each stored row by row and padded to 4 or 8 columns. */
  @Override
  public void packRight(PanelUpdate u, double[] packed, int at) {
    int out = at;
    for (int j = 0; j < u.q; j += TILE_COLUMNS) {
      int columns = Math.min(TILE_COLUMNS, u.q - j);
      int padded = paddedColumns(columns);
      int in = u.rightOffset + j;
      if (padded == TILE_COLUMNS) {
        packGroup(u, in, packed, out);
      } else {
        packNarrowGroup(u, in, packed, out, columns);
      }
      out += padded * u.k;
    }
  }

  /** A group of all columns; past the last one of Y it holds whatever follows in storage. */
  private static void packGroup(PanelUpdate u, int from, double[] packed, int to) {
    int in = from;
    int out = to;
    for (int t = 0; t < u.k; t++) {
      DoubleVector pivot = DoubleVector.broadcast(SPECIES, u.pivots[u.pivotOffset + t]);
      for (int c = 0; c < TILE_COLUMNS; c += LANES) {
        DoubleVector.fromArray(SPECIES, u.right, in + c).mul(pivot).intoArray(packed, out + c);
      }
      out += TILE_COLUMNS;
      in += u.rightStride;
    }
  }

  /** Up to four columns where full groups have eight. */
  private static void packNarrowGroup(
      PanelUpdate u, int from, double[] packed, int to, int columns) {
    int in = from;
    int out = to;
    for (int t = 0; t < u.k; t++) {
      double pivot = u.pivots[u.pivotOffset + t];
      for (int c = 0; c < columns; c++) {
        packed[out + c] = u.right[in + c] * pivot;
      }
      for (int c = columns; c < 4; c++) {
        packed[out + c] = 0.0;
      }
      out += 4;
      in += u.rightStride;
    }
  }

  private static int paddedColumns(int columns) {
    return columns <= 4 ? 4 : TILE_COLUMNS;
  }

  /** Rows of X in slabs of a tile's height, column by column; the last one is filled with any. */
  private static void packLeft(PanelUpdate u, int from, int to) {
    double[] left = u.left;
    double[] packed = u.packedLeft;
    for (int t = 0; t < u.k; t++) {
      int in = u.leftOffset + from + t * u.leftStride;
      int out = t * TILE_ROWS;
      for (int row = from; row < to; row += TILE_ROWS) {
        for (int v = 0; v < TILE_ROWS; v += LANES) {
          DoubleVector.fromArray(SPECIES, left, in + v).intoArray(packed, out + v);
        }
        in += TILE_ROWS;
        out += TILE_ROWS * u.k;
      }
    }
  }

  /** One row of tiles; {@code a} holds rows {@code row ..} of X with the given stride. */
  private static void multiplySlab(
      PanelUpdate u, int row, int end, double[] a, int aAt, int aStride) {
    int remaining = Math.min(TILE_ROWS, end - row);
    if (remaining > 2 * LANES) {
      multiplyTiles(u, row, remaining, TILE_ROWS, a, aAt, aStride);
      return;
    }
    for (int v = 0; v < remaining; v += LANES) {
      multiplyTiles(u, row + v, Math.min(LANES, remaining - v), LANES, a, aAt + v, aStride);
    }
  }

  private static void multiplyTiles(
      PanelUpdate u, int row, int rows, int height, double[] a, int aAt, int aStride) {
    int lastRow = u.rowMap[u.rowMapOffset + row + rows - 1];
    int b = u.packedAt;
    for (int j = 0; j < u.q; j += TILE_COLUMNS) {
      if (u.columnMap[u.columnMapOffset + j] > lastRow) {
        return;
      }
      int columns = Math.min(TILE_COLUMNS, u.q - j);
      int padded = paddedColumns(columns);
      multiply(height, padded, u.k, a, aAt, aStride, u.packed, b, u.tile);
      for (int v = 0; v < rows; v += LANES) {
        if (rows - v >= LANES && u.adjacentRows(row + v, LANES)) {
          subtract(u, row, v, j, columns, height);
        } else {
          scatter(u, row, v, Math.min(v + LANES, rows), j, columns, height);
        }
      }
      b += padded * u.k;
    }
  }

  private static void multiply(
      int height,
      int width,
      int k,
      double[] a,
      int aAt,
      int aStride,
      double[] b,
      int bAt,
      double[] tile) {
    if (height == TILE_ROWS) {
      if (width == 8) {
        VectorTiles.threeByEight(k, a, aAt, aStride, b, bAt, tile);
      } else {
        VectorTiles.threeByFour(k, a, aAt, aStride, b, bAt, tile);
      }
    } else if (width == 8) {
      VectorTiles.oneByEight(k, a, aAt, aStride, b, bAt, tile);
    } else {
      VectorTiles.oneByFour(k, a, aAt, aStride, b, bAt, tile);
    }
  }

  /** Subtracts one vector of each column of a tile from adjacent rows of the target. */
  private static void subtract(PanelUpdate u, int row, int v, int j, int columns, int height) {
    double[] tile = u.tile;
    double[] target = u.target;
    int first = u.targetOffset + u.rowMap[u.rowMapOffset + row + v];
    int columnAt = u.columnMapOffset + j;
    for (int c = 0; c < columns; c++) {
      int at = first + u.columnMap[columnAt + c] * u.targetStride;
      DoubleVector.fromArray(SPECIES, target, at)
          .sub(DoubleVector.fromArray(SPECIES, tile, c * height + v))
          .intoArray(target, at);
    }
  }

  /** Subtracts rows {@code begin .. end - 1} of a tile from rows anywhere. */
  private static void scatter(
      PanelUpdate u, int row, int begin, int end, int j, int columns, int height) {
    double[] tile = u.tile;
    double[] target = u.target;
    int[] rowMap = u.rowMap;
    int rowAt = u.rowMapOffset + row;
    int columnAt = u.columnMapOffset + j;
    for (int c = 0; c < columns; c++) {
      int start = u.targetOffset + u.columnMap[columnAt + c] * u.targetStride;
      int from = c * height;
      for (int i = begin; i < end; i++) {
        target[start + rowMap[rowAt + i]] -= tile[from + i];
      }
    }
  }

  @Override
  public void eliminateBlock(
      double[] panel,
      int offset,
      int stride,
      int rowFrom,
      int rowTo,
      int column,
      int width,
      double[] pivots,
      int pivotOffset,
      double[] scratch) {
    if (width < BLOCK) {
      KernelChoice.SCALAR.eliminateBlock(
          panel, offset, stride, rowFrom, rowTo, column, width, pivots, pivotOffset, scratch);
      return;
    }
    int first = offset + column * stride;
    int factors = BLOCK * LANES;
    triangleFactors(
        panel, first + column, stride, pivots, pivotOffset + column, BLOCK, scratch, factors);
    int row = rowFrom;
    for (; row + LANES <= rowTo; row += LANES) {
      VectorTiles.solveTriangle(panel, first + row, stride, scratch, factors);
    }
    if (row < rowTo) {
      int rest = rowTo - row;
      copy(panel, first + row, stride, scratch, 0, LANES, rest);
      VectorTiles.solveTriangle(scratch, 0, LANES, scratch, factors);
      copy(scratch, 0, LANES, panel, first + row, stride, rest);
    }
  }

  /**
   * The triangle in blocks of {@link #BLOCK} columns: first D L' left of the block, packed as the
   * right operand of a product, then the block's own triangle.
   */
  @Override
  public void packTriangle(PanelUpdate u, int width, double[] triangle) {
    int at = 0;
    u.right = u.target;
    u.rightStride = u.targetStride;
    for (int column = 0; column < width; column += BLOCK) {
      u.q = BLOCK;
      u.k = column;
      u.rightOffset = u.targetOffset + column;
      packRight(u, triangle, at);
      at += BLOCK * column;
      int columns = Math.min(BLOCK, width - column);
      int first = u.targetOffset + column * (u.targetStride + 1);
      triangleFactors(
          u.target, first, u.targetStride, u.pivots, u.pivotOffset + column, columns, triangle, at);
      at += TRIANGLE_FACTORS;
    }
  }

  @Override
  public void eliminateRows(PanelUpdate u, int rowFrom, int rowTo, int width, double[] triangle) {
    if (width < BLOCK) {
      KernelChoice.SCALAR.eliminateRows(u, rowFrom, rowTo, width, triangle);
      return;
    }
    for (int row = rowFrom; row < rowTo; row += TILE_ROWS) {
      int rows = Math.min(TILE_ROWS, rowTo - row);
      loadSlab(u, row, rows, width);
      eliminateSlab(u, width, triangle);
      storeSlab(u, row, rows, width);
    }
  }

  /** Rows of all columns of the target, column by column, into the packed left operand. */
  private static void loadSlab(PanelUpdate u, int row, int rows, int width) {
    double[] slab = u.packedLeft;
    int in = u.targetOffset + row;
    int out = 0;
    for (int j = 0; j < width; j++) {
      if (rows == TILE_ROWS) {
        for (int v = 0; v < TILE_ROWS; v += LANES) {
          DoubleVector.fromArray(SPECIES, u.target, in + v).intoArray(slab, out + v);
        }
      } else {
        System.arraycopy(u.target, in, slab, out, rows);
      }
      in += u.targetStride;
      out += TILE_ROWS;
    }
  }

  private static void storeSlab(PanelUpdate u, int row, int rows, int width) {
    double[] slab = u.packedLeft;
    int in = 0;
    int out = u.targetOffset + row;
    for (int j = 0; j < width; j++) {
      if (rows == TILE_ROWS) {
        for (int v = 0; v < TILE_ROWS; v += LANES) {
          DoubleVector.fromArray(SPECIES, slab, in + v).intoArray(u.target, out + v);
        }
      } else {
        System.arraycopy(slab, in, u.target, out, rows);
      }
      in += TILE_ROWS;
      out += u.targetStride;
    }
  }

  private static void eliminateSlab(PanelUpdate u, int width, double[] triangle) {
    double[] slab = u.packedLeft;
    double[] tile = u.tile;
    int at = 0;
    for (int column = 0; column < width; column += BLOCK) {
      int block = column * TILE_ROWS;
      if (column > 0) {
        for (int c = 0; c < BLOCK; c += TILE_COLUMNS) {
          multiply(TILE_ROWS, TILE_COLUMNS, column, slab, 0, TILE_ROWS, triangle, at, tile);
          subtractTile(slab, block + c * TILE_ROWS, tile);
          at += TILE_COLUMNS * column;
        }
      }
      for (int v = 0; v < TILE_ROWS; v += LANES) {
        VectorTiles.solveTriangle(slab, block + v, TILE_ROWS, triangle, at);
      }
      at += TRIANGLE_FACTORS;
    }
  }

  private static void subtractTile(double[] slab, int at, double[] tile) {
    for (int i = 0; i < TILE_ROWS * TILE_COLUMNS; i += LANES) {
      DoubleVector.fromArray(SPECIES, slab, at + i)
          .sub(DoubleVector.fromArray(SPECIES, tile, i))
          .intoArray(slab, at + i);
    }
  }

  /** The negated entries of the triangle by rows, then the reciprocals of the pivots. */
  private static void triangleFactors(
      double[] panel,
      int at,
      int stride,
      double[] pivots,
      int pivot,
      int columns,
      double[] out,
      int to) {
    int next = to;
    for (int j = 0; j < BLOCK; j++) {
      for (int t = 0; t < j; t++) {
        out[next++] = j < columns ? -panel[at + t * stride + j] : 0.0;
      }
    }
    for (int j = 0; j < BLOCK; j++) {
      out[next++] = j < columns ? 1.0 / pivots[pivot + j] : 0.0;
    }
  }

  private static void copy(
      double[] from, int fromAt, int fromStride, double[] to, int toAt, int toStride, int rows) {
    for (int j = 0; j < BLOCK; j++) {
      System.arraycopy(from, fromAt + j * fromStride, to, toAt + j * toStride, rows);
    }
  }

  @Override
  public void forward(
      double[] panel, int offset, int stride, int rows, int width, double[] x, int count) {
    if (rows < SHORT_PANEL) {
      KernelChoice.SCALAR.forward(panel, offset, stride, rows, width, x, count);
      return;
    }
    int j = 0;
    for (; j + 4 <= width; j += 4) {
      int column = offset + j * stride;
      for (int c = 0; c < count; c++) {
        ScalarKernels.forwardFour(panel, column, stride, j, x, c * rows);
        VectorSubstitution.subtractFour(panel, column, stride, j, rows, x, c * rows);
      }
    }
    for (; j < width; j++) {
      ScalarKernels.forwardOne(panel, offset + j * stride, j, rows, x, count);
    }
  }

  @Override
  public void backward(
      double[] panel,
      int offset,
      int stride,
      int rows,
      int width,
      double[] x,
      int count,
      double[] scratch) {
    if (rows < SHORT_PANEL) {
      KernelChoice.SCALAR.backward(panel, offset, stride, rows, width, x, count, scratch);
      return;
    }
    int j = width;
    for (; j % 4 != 0; j--) {
      ScalarKernels.backwardOne(panel, offset + (j - 1) * stride, j - 1, rows, x, count);
    }
    for (j -= 4; j >= 0; j -= 4) {
      int column = offset + j * stride;
      for (int c = 0; c < count; c++) {
        int at = c * rows;
        VectorSubstitution.sumFour(panel, column, stride, j, rows, x, at, scratch);
        ScalarKernels.backwardFour(
            panel, column, stride, j, x, at, scratch[0], scratch[1], scratch[2], scratch[3]);
      }
    }
  }
}
