package org.infimum.linalg.sparse;

import java.util.Arrays;
import org.infimum.linalg.machine.Team;

/**
 * y := A x row by row. The rows are cut into blocks of about equal numbers of entries; the cut
 * depends on the matrix alone, and a row is summed up by one thread, so that the bits do not depend
 * on the number of threads.
 */
final class RowProduct {
  /**
   * Entries and rows of a block: its part of x, y and the matrix stay in the second-level cache.
   */
  private static final int BLOCK_WORK = 1 << 14;

  /** Below this many entries a second thread does not pay. */
  private static final int PARALLEL_ENTRIES = 1 << 16;

  private final CompressedRows matrix;
  private final Team team;
  private final int[] blockStarts;

  RowProduct(CompressedRows matrix, Team team) {
    this.matrix = matrix;
    this.team = team;
    blockStarts = cut(matrix);
  }

  private static int[] cut(CompressedRows matrix) {
    int[] rowStarts = matrix.rowStarts();
    int rows = matrix.rows();
    int[] starts = new int[rows + 1];
    int blocks = 0;
    long work = 0;
    for (int i = 0; i < rows; i++) {
      work += rowStarts[i + 1] - rowStarts[i] + 1L;
      if (work >= BLOCK_WORK || i == rows - 1) {
        starts[++blocks] = i + 1;
        work = 0;
      }
    }
    return Arrays.copyOf(starts, blocks + 1);
  }

  void apply(double[] x, double[] y, RowStep step) {
    int blocks = blockStarts.length - 1;
    if (team.size() == 1 || matrix.nonzeros() < PARALLEL_ENTRIES) {
      for (int block = 0; block < blocks; block++) {
        apply(block, x, y, step);
      }
    } else {
      team.forEach(blocks, (block, worker) -> apply(block, x, y, step));
    }
  }

  private void apply(int block, double[] x, double[] y, RowStep step) {
    int from = blockStarts[block];
    int to = blockStarts[block + 1];
    int[] rowStarts = matrix.rowStarts();
    int[] columns = matrix.columnIndices();
    double[] values = matrix.values();
    for (int i = from; i < to; i++) {
      y[i] = dot(values, columns, rowStarts[i], rowStarts[i + 1], x);
    }
    step.accept(from, to, y);
  }

  /** Two sums at a time, so that one addition need not wait for the last. */
  private static double dot(double[] values, int[] columns, int from, int to, double[] x) {
    double even = 0.0;
    double odd = 0.0;
    int k = from;
    for (; k + 4 <= to; k += 4) {
      even += values[k] * x[columns[k]] + values[k + 1] * x[columns[k + 1]];
      odd += values[k + 2] * x[columns[k + 2]] + values[k + 3] * x[columns[k + 3]];
    }
    for (; k < to; k++) {
      even += values[k] * x[columns[k]];
    }
    return even + odd;
  }
}
