package org.infimum.reproduce.smash;

import java.util.Arrays;
import org.infimum.linalg.sparse.CompressedRows;

/** A matrix that is written row by row, its number of entries unknown beforehand. */
final class GrowingRows {
  private final int columns;
  private final int[] rowStarts;
  private int[] columnIndices = new int[1024];
  private double[] values = new double[1024];
  private int count;

  GrowingRows(int rows, int columns) {
    this.columns = columns;
    rowStarts = new int[rows + 1];
  }

  void append(int column, double value) {
    if (count == values.length) {
      columnIndices = Arrays.copyOf(columnIndices, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
    }
    columnIndices[count] = column;
    values[count++] = value;
  }

  void endRow(int row) {
    rowStarts[row + 1] = count;
  }

  CompressedRows finished() {
    return new CompressedRows(
        rowStarts.length - 1,
        columns,
        rowStarts,
        Arrays.copyOf(columnIndices, count),
        Arrays.copyOf(values, count));
  }
}
