package org.infimum.linalg;

import java.util.Arrays;
import org.infimum.core.Run;
import org.jspecify.annotations.Nullable;

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
    int width = structure.width(panel);
    if ((long) rows * width > CACHED_PANEL) {
      int blockCount = rowBlocks(panel);
      int end = structure.updateStarts[panel + 1];
      for (int u = structure.updateStarts[panel]; u < end; u = worker.packs.last) {
        packUpdates(panel, u, worker.packs, worker);
        for (int b = 0; b < blockCount; b++) {
          updateBlock(panel, b, worker.packs, worker.localRow, worker);
        }
      }
    } else {
      for (int u = structure.updateStarts[panel]; u < structure.updateStarts[panel + 1]; u++) {
        describe(panel, u, worker.localRow, worker);
        int from = structure.updateRow[u];
        int to = structure.rows(structure.updateSource[u]);
        update(u, from, to, worker.localRow, worker, null);
      }
    }
    eliminateSquare(panel, worker);
    if (rows > width) {
      packTriangle(panel, worker.triangle, worker);
      eliminateRows(panel, width, rows, worker.triangle, worker);
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

  /** Packs the right operands of as many updates from {@code first} on as there is room for. */
  void packUpdates(int panel, int first, PackedUpdates packs, PanelWorker worker) {
    int u = packs.begin(structure, panel, first);
    for (int v = first; v < u; v++) {
      packUpdate(v, packs, worker);
    }
  }

  /** Packs the right operand of one update where {@link PackedUpdates#begin} has put it. */
  void packUpdate(int u, PackedUpdates packs, PanelWorker worker) {
    int source = structure.updateSource[u];
    int firstRow = structure.updateRow[u];
    PanelUpdate task = worker.update;
    task.q = structure.updateRowEnd[u] - firstRow;
    task.k = structure.width(source);
    task.right = storage(source);
    task.rightOffset = structure.offset[source] + firstRow;
    task.rightStride = structure.stride[source];
    task.pivots = pivots;
    task.pivotOffset = structure.firstColumn[source];
    kernelsOfUpdate(u).packRight(task, packs.buffer, packs.at(u));
  }

  /** Subtracts packed updates from one block of rows. */
  void updateBlock(int panel, int block, PackedUpdates packs, int[] localRow, PanelWorker worker) {
    int begin = structure.rowBegin[panel];
    int rows = structure.rows(panel);
    int firstRow = structure.rowIndices[begin + block * ROW_BLOCK];
    int afterLast =
        (block + 1) * ROW_BLOCK < rows
            ? structure.rowIndices[begin + (block + 1) * ROW_BLOCK]
            : structure.dimension;
    for (int u = packs.first; u < packs.last; u++) {
      int source = structure.updateSource[u];
      int from = firstLocalRow(source, structure.updateRow[u], firstRow);
      int to = firstLocalRow(source, from, afterLast);
      if (from < to) {
        describe(panel, u, localRow, worker);
        update(u, from, to, localRow, worker, packs);
      }
    }
  }

  /** The first local row of a panel, at or after {@code from}, that holds {@code row} or later. */
  private int firstLocalRow(int panel, int from, int row) {
    int begin = structure.rowBegin[panel];
    int at = Arrays.binarySearch(structure.rowIndices, begin + from, structure.rowEnd[panel], row);
    return (at < 0 ? -at - 1 : at) - begin;
  }

  /** Names the operands of an update and the target columns. */
  private void describe(int panel, int u, int[] localRow, PanelWorker worker) {
    int source = structure.updateSource[u];
    int firstRow = structure.updateRow[u];
    int begin = structure.rowBegin[source];
    int[] rowIndices = structure.rowIndices;
    int[] targetRows = worker.targetRows;
    int rightEnd = structure.updateRowEnd[u];
    for (int i = firstRow; i < rightEnd; i++) {
      targetRows[i] = localRow[rowIndices[begin + i]];
    }
    PanelUpdate task = worker.update;
    task.q = rightEnd - firstRow;
    task.k = structure.width(source);
    task.left = storage(source);
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
    task.columnMap = targetRows;
    task.columnMapOffset = firstRow;
  }

  /** Subtracts rows {@code from .. to - 1} of the update described. */
  private void update(
      int u, int from, int to, int[] localRow, PanelWorker worker, @Nullable PackedUpdates packs) {
    int source = structure.updateSource[u];
    int begin = structure.rowBegin[source];
    int[] rowIndices = structure.rowIndices;
    int[] targetRows = worker.targetRows;
    for (int i = Math.max(from, structure.updateRowEnd[u]); i < to; i++) {
      targetRows[i] = localRow[rowIndices[begin + i]];
    }
    PanelUpdate task = worker.update;
    task.m = to - from;
    task.leftOffset = structure.offset[source] + from;
    task.rowMapOffset = from;
    if (packs == null) {
      kernelsOfUpdate(u).subtractProduct(task);
    } else {
      task.packed = packs.buffer;
      task.packedAt = packs.at(u);
      kernelsOfUpdate(u).subtractPacked(task);
    }
    poll(2.0 * task.m * task.q * task.k, worker);
  }

  /** By the size of the whole update, so that splitting its rows changes no bit. */
  private DenseKernels kernelsOfUpdate(int u) {
    int source = structure.updateSource[u];
    int first = structure.updateRow[u];
    int columns = structure.updateRowEnd[u] - first;
    int rows = structure.rows(source) - first;
    return kernelsFor((long) rows * columns * structure.width(source));
  }

  private DenseKernels kernelsFor(long multiplyAdds) {
    return multiplyAdds < VECTOR_UPDATE ? KernelChoice.SCALAR : kernels;
  }

  /** Factors the square of the panel's own rows, a few columns at a time. */
  void eliminateSquare(int panel, PanelWorker worker) {
    double[] storage = storage(panel);
    int offset = structure.offset[panel];
    int stride = structure.stride[panel];
    int width = structure.width(panel);
    int firstColumn = structure.firstColumn[panel];
    DenseKernels chosen = kernelsFor((long) width * width * width);
    for (int column = 0; column < width; column += DenseKernels.BLOCK) {
      int columns = Math.min(DenseKernels.BLOCK, width - column);
      if (column > 0) {
        PanelUpdate task = worker.update;
        task.m = width - column;
        task.q = columns;
        task.k = column;
        task.left = storage;
        task.leftOffset = offset + column;
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
        task.rowMapOffset = column;
        task.columnMap = identity;
        task.columnMapOffset = column;
        chosen.subtractProduct(task);
      }
      factorTriangle(storage, offset, stride, column, columns, firstColumn, worker);
      int below = column + columns;
      if (below < width) {
        chosen.eliminateBlock(
            storage,
            offset,
            stride,
            below,
            width,
            column,
            columns,
            pivots,
            firstColumn,
            worker.update.tile);
      }
    }
  }

  /** Packs the factored square of a panel for {@link #eliminateRows}. */
  void packTriangle(int panel, double[] triangle, PanelWorker worker) {
    eliminationKernels(panel, worker).packTriangle(worker.update, structure.width(panel), triangle);
  }

  /** Eliminates one block of the rows below the square. */
  void eliminateBlock(int panel, int block, double[] triangle, PanelWorker worker) {
    int from = Math.max(block * ROW_BLOCK, structure.width(panel));
    int to = Math.min((block + 1) * ROW_BLOCK, structure.rows(panel));
    if (from < to && !stopped) {
      eliminateRows(panel, from, to, triangle, worker);
    }
  }

  private void eliminateRows(int panel, int from, int to, double[] triangle, PanelWorker worker) {
    int width = structure.width(panel);
    eliminationKernels(panel, worker).eliminateRows(worker.update, from, to, width, triangle);
    poll((double) (to - from) * width * width, worker);
  }

  /** Names the panel as the target and chooses the kernels. */
  private DenseKernels eliminationKernels(int panel, PanelWorker worker) {
    PanelUpdate task = worker.update;
    task.target = storage(panel);
    task.targetOffset = structure.offset[panel];
    task.targetStride = structure.stride[panel];
    task.pivots = pivots;
    task.pivotOffset = structure.firstColumn[panel];
    long width = structure.width(panel);
    return kernelsFor(structure.rows(panel) * width * width);
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

  /** Column {@code local} of a panel in a rank-one update; whether its pivot keeps the rule. */
  boolean update(int panel, int local, double[] w, RankOneStep step, PivotRule kept) {
    int column = structure.firstColumn[panel] + local;
    double pivot = step.eliminate(w[column], pivots[column]);
    pivots[column] = pivot;
    double eliminated = w[column];
    w[column] = 0.0;
    double[] storage = storage(panel);
    int at = structure.offset[panel] + local * structure.stride[panel];
    int rows = structure.rows(panel);
    int begin = structure.rowBegin[panel];
    for (int i = local + 1; i < rows; i++) {
      int row = structure.rowIndices[begin + i];
      w[row] -= eliminated * storage[at + i];
      storage[at + i] += step.multiple() * w[row];
    }
    return kept.keeps(pivot, permutation[column]);
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
