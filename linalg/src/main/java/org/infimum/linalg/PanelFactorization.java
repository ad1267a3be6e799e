package org.infimum.linalg;

import java.util.Arrays;
import org.infimum.core.Run;

/** The numbers of a supernodal L D L', and the steps that form one panel of it. */
final class PanelFactorization {
  /** Rows of a panel that one thread takes at a time; also a cache block. */
  static final int ROW_BLOCK = 192;

  /** Updates of fewer multiply-adds are done by the scalar kernels. */
  private static final long VECTOR_UPDATE = 1024;

  /** A panel of more entries does not stay in cache and is updated block by block of its rows. */
  private static final int CACHED_PANEL = 1 << 16;

  private static final double FLOPS_BETWEEN_CHECKPOINTS = 1e6;

  final double[] pivots;

  private final PanelStructure structure;
  private final int[] permutation;
  private final DenseKernels kernels;
  private final double[][] blocks;
  private final int[] identity;
  private double[] values = new double[0];
  private PivotRule rule = new PivotRule();
  private Run run = Run.unlimited();
  private volatile boolean stopped;

  PanelFactorization(PanelStructure structure, int[] permutation, DenseKernels kernels) {
    this.structure = structure;
    this.permutation = permutation;
    this.kernels = kernels;
    pivots = new double[structure.dimension];
    blocks = new double[structure.blockSizes.length][];
    for (int b = 0; b < blocks.length; b++) {
      blocks[b] = new double[structure.blockSizes[b]];
    }
    identity = new int[structure.maxRows];
    Arrays.setAll(identity, i -> i);
  }

  void begin(double[] newValues, PivotRule newRule, Run newRun) {
    values = newValues;
    rule = newRule;
    run = newRun;
    stopped = false;
  }

  boolean stopped() {
    return stopped;
  }

  /** The array that holds a panel. */
  double[] storage(int panel) {
    return blocks[structure.block[panel]];
  }

  /** Forms a panel on one thread. */
  void factorPanel(int panel, PanelWorker worker) {
    mapRows(panel, worker.localRow);
    assemble(panel);
    int rows = structure.rows(panel);
    if ((long) rows * structure.width(panel) > CACHED_PANEL) {
      int blockCount = rowBlocks(panel);
      for (int b = 0; b < blockCount; b++) {
        updateBlock(panel, b, worker.localRow, worker);
      }
    } else {
      for (int u = structure.updateStarts[panel]; u < structure.updateStarts[panel + 1]; u++) {
        int from = structure.updateRow[u];
        int to = structure.rows(structure.updateSource[u]);
        update(panel, u, from, to, worker.localRow, worker);
      }
    }
    int width = structure.width(panel);
    if (rows - width <= ROW_BLOCK) {
      eliminate(panel, 0, rows, true, worker);
    } else {
      eliminateSquare(panel, worker);
      int blockCount = rowBlocks(panel);
      for (int b = 0; b < blockCount; b++) {
        eliminateBlock(panel, b, worker);
      }
    }
  }

  /** Notes the local row of each row of the panel. */
  void mapRows(int panel, int[] localRow) {
    int begin = structure.rowBegin[panel];
    int rows = structure.rows(panel);
    for (int i = 0; i < rows; i++) {
      localRow[structure.rowIndices[begin + i]] = i;
    }
  }

  /** Fills the panel with the entries of A. */
  void assemble(int panel) {
    double[] storage = storage(panel);
    int offset = structure.offset[panel];
    Arrays.fill(storage, offset, offset + structure.stride[panel] * structure.width(panel), 0.0);
    int[] source = structure.entrySource;
    int[] target = structure.entryTarget;
    for (int e = structure.entryStarts[panel]; e < structure.entryStarts[panel + 1]; e++) {
      storage[offset + target[e]] = values[source[e]];
    }
  }

  /** Number of blocks of rows a panel is split into, the last one perhaps shorter. */
  int rowBlocks(int panel) {
    return (structure.rows(panel) + ROW_BLOCK - 1) / ROW_BLOCK;
  }

  /** Subtracts all updates from one block of rows. */
  void updateBlock(int panel, int block, int[] localRow, PanelWorker worker) {
    int begin = structure.rowBegin[panel];
    int rows = structure.rows(panel);
    int firstRow = structure.rowIndices[begin + block * ROW_BLOCK];
    int afterLast =
        (block + 1) * ROW_BLOCK < rows
            ? structure.rowIndices[begin + (block + 1) * ROW_BLOCK]
            : structure.dimension;
    for (int u = structure.updateStarts[panel]; u < structure.updateStarts[panel + 1]; u++) {
      int source = structure.updateSource[u];
      int from = firstLocalRow(source, structure.updateRow[u], firstRow);
      int to = firstLocalRow(source, from, afterLast);
      if (from < to) {
        update(panel, u, from, to, localRow, worker);
      }
    }
  }

  /** The first local row of a panel, at or after {@code from}, that holds {@code row} or later. */
  private int firstLocalRow(int panel, int from, int row) {
    int begin = structure.rowBegin[panel];
    int at = Arrays.binarySearch(structure.rowIndices, begin + from, structure.rowEnd[panel], row);
    return (at < 0 ? -at - 1 : at) - begin;
  }

  /** Subtracts rows {@code from .. to - 1} of one update. */
  private void update(int panel, int u, int from, int to, int[] localRow, PanelWorker worker) {
    int source = structure.updateSource[u];
    int firstRow = structure.updateRow[u];
    int begin = structure.rowBegin[source];
    int[] rowIndices = structure.rowIndices;
    int[] targetRows = worker.targetRows;
    int rightEnd = structure.updateRowEnd[u];
    for (int i = firstRow; i < rightEnd; i++) {
      targetRows[i] = localRow[rowIndices[begin + i]];
    }
    for (int i = Math.max(from, rightEnd); i < to; i++) {
      targetRows[i] = localRow[rowIndices[begin + i]];
    }
    PanelUpdate task = worker.update;
    task.m = to - from;
    task.q = rightEnd - firstRow;
    task.k = structure.width(source);
    task.left = storage(source);
    task.leftOffset = structure.offset[source] + from;
    task.leftStride = structure.stride[source];
    task.right = task.left;
    task.rightOffset = structure.offset[source] + firstRow;
    task.rightStride = task.leftStride;
    task.pivots = pivots;
    task.pivotOffset = structure.firstColumn[source];
    task.target = storage(panel);
    task.targetOffset = structure.offset[panel];
    task.targetStride = structure.stride[panel];
    task.rowMap = targetRows;
    task.rowMapOffset = from;
    task.columnMap = targetRows;
    task.columnMapOffset = firstRow;
    long size = (long) (structure.rows(source) - firstRow) * task.q * task.k;
    kernelsFor(size).subtractProduct(task);
    poll(2.0 * task.m * task.q * task.k, worker);
  }

  private DenseKernels kernelsFor(long multiplyAdds) {
    return multiplyAdds < VECTOR_UPDATE ? KernelChoice.SCALAR : kernels;
  }

  /** Factors the square of the panel's own rows. */
  void eliminateSquare(int panel, PanelWorker worker) {
    eliminate(panel, 0, structure.width(panel), true, worker);
  }

  /** Eliminates one block of the rows below the square, which must have been factored. */
  void eliminateBlock(int panel, int block, PanelWorker worker) {
    int from = Math.max(block * ROW_BLOCK, structure.width(panel));
    int to = Math.min((block + 1) * ROW_BLOCK, structure.rows(panel));
    if (from < to && !stopped) {
      eliminate(panel, from, to, false, worker);
    }
  }

  /**
   * Turns rows {@code from .. to - 1} of the updated panel into rows of L, a few columns at a time.
   *
   * @param square whether the rows begin with the panel's own, which are factored on the way
   */
  private void eliminate(int panel, int from, int to, boolean square, PanelWorker worker) {
    double[] storage = storage(panel);
    int offset = structure.offset[panel];
    int stride = structure.stride[panel];
    int width = structure.width(panel);
    int firstColumn = structure.firstColumn[panel];
    DenseKernels chosen = kernelsFor((long) structure.rows(panel) * width * width);
    for (int column = 0; column < width; column += DenseKernels.BLOCK) {
      int columns = Math.min(DenseKernels.BLOCK, width - column);
      int rowFrom = square ? column : from;
      if (column > 0) {
        PanelUpdate task = worker.update;
        task.m = to - rowFrom;
        task.q = columns;
        task.k = column;
        task.left = storage;
        task.leftOffset = offset + rowFrom;
        task.leftStride = stride;
        task.right = storage;
        task.rightOffset = offset + column;
        task.rightStride = stride;
        task.pivots = pivots;
        task.pivotOffset = firstColumn;
        task.target = storage;
        task.targetOffset = offset;
        task.targetStride = stride;
        task.rowMap = identity;
        task.rowMapOffset = rowFrom;
        task.columnMap = identity;
        task.columnMapOffset = column;
        chosen.subtractProduct(task);
      }
      if (square) {
        factorTriangle(storage, offset, stride, column, columns, firstColumn, worker);
        rowFrom += columns;
      }
      if (rowFrom < to) {
        chosen.eliminateBlock(
            storage,
            offset,
            stride,
            rowFrom,
            to,
            column,
            columns,
            pivots,
            firstColumn,
            worker.update.tile);
      }
    }
    poll((double) (to - from) * width * width, worker);
  }

  /** Factors a small triangle on the diagonal of the panel and fixes its pivots. */
  private void factorTriangle(
      double[] storage,
      int offset,
      int stride,
      int column,
      int columns,
      int firstColumn,
      PanelWorker worker) {
    int end = column + columns;
    for (int j = column; j < end; j++) {
      int at = offset + j * stride;
      for (int t = column; t < j; t++) {
        int other = offset + t * stride;
        double factor = storage[other + j] * pivots[firstColumn + t];
        for (int i = j; i < end; i++) {
          storage[at + i] -= storage[other + i] * factor;
        }
      }
      double pivot = storage[at + j];
      int original = permutation[firstColumn + j];
      if (!rule.keeps(pivot, original)) {
        pivot = rule.replacement(original);
        worker.replaced++;
        worker.firstReplaced = Math.min(worker.firstReplaced, firstColumn + j);
      }
      pivots[firstColumn + j] = pivot;
      double inverse = 1.0 / pivot;
      for (int i = j + 1; i < end; i++) {
        storage[at + i] *= inverse;
      }
    }
  }

  private void poll(double flops, PanelWorker worker) {
    worker.flopsSinceCheckpoint += flops;
    if (worker.flopsSinceCheckpoint >= FLOPS_BETWEEN_CHECKPOINTS) {
      worker.flopsSinceCheckpoint = 0.0;
      if (run.checkpoint() != Run.Stop.NONE) {
        stopped = true;
      }
    }
  }
}
