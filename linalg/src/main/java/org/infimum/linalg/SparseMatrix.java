package org.infimum.linalg;

import java.util.Arrays;

/**
 * A sparse matrix in compressed-column form. Row indices ascend within a column and no (row,
 * column) pair occurs twice. The arrays handed out are the matrix itself: callers must not write to
 * them, except to the values of a matrix they own.
 */
public final class SparseMatrix {
  private final int rows;
  private final int columns;
  private final int[] columnStarts;
  private final int[] rowIndices;
  private final double[] values;

  /**
   * Wraps the arrays without copying them.
   *
   * @param rows number of rows
   * @param columns number of columns
   * @param columnStarts {@code columns + 1} ascending offsets, the first 0
   * @param rowIndices row of each entry, ascending within a column
   * @param values value of each entry
   * @throws IllegalArgumentException if the structure is not as described
   */
  public SparseMatrix(
      int rows, int columns, int[] columnStarts, int[] rowIndices, double[] values) {
    if (rows < 0 || columns < 0 || columnStarts.length != columns + 1 || columnStarts[0] != 0) {
      throw new IllegalArgumentException("column starts do not fit " + rows + " x " + columns);
    }
    int nonzeros = columnStarts[columns];
    if (rowIndices.length < nonzeros || values.length < nonzeros) {
      throw new IllegalArgumentException("fewer than " + nonzeros + " entries");
    }
    for (int j = 0; j < columns; j++) {
      if (columnStarts[j] > columnStarts[j + 1]) {
        throw new IllegalArgumentException("column starts descend at column " + j);
      }
      int previous = -1;
      for (int k = columnStarts[j]; k < columnStarts[j + 1]; k++) {
        int i = rowIndices[k];
        if (i <= previous || i >= rows) {
          throw new IllegalArgumentException(
              "row " + i + " in column " + j + " is out of order, repeated or out of range");
        }
        previous = i;
      }
    }
    this.rows = rows;
    this.columns = columns;
    this.columnStarts = columnStarts;
    this.rowIndices = rowIndices;
    this.values = values;
  }

  /** A matrix without entries. */
  public static SparseMatrix zero(int rows, int columns) {
    return new SparseMatrix(rows, columns, new int[columns + 1], new int[0], new double[0]);
  }

  /**
   * Builds a matrix from triplets in any order; repeated positions are summed.
   *
   * @param count how many of the triplets count
   */
  public static SparseMatrix ofTriplets(
      int rows, int columns, int count, int[] row, int[] column, double[] value) {
    int[] rowStarts = new int[rows + 1];
    for (int k = 0; k < count; k++) {
      rowStarts[row[k] + 1]++;
    }
    for (int i = 0; i < rows; i++) {
      rowStarts[i + 1] += rowStarts[i];
    }
    int[] next = Arrays.copyOf(rowStarts, rows);
    int[] byRow = new int[count];
    for (int k = 0; k < count; k++) {
      byRow[next[row[k]]++] = k;
    }
    int[] starts = new int[columns + 1];
    for (int k = 0; k < count; k++) {
      starts[column[k] + 1]++;
    }
    for (int j = 0; j < columns; j++) {
      starts[j + 1] += starts[j];
    }
    int[] fill = Arrays.copyOf(starts, columns);
    int[] indices = new int[count];
    double[] values = new double[count];
    for (int k : byRow) {
      int j = column[k];
      indices[fill[j]] = row[k];
      values[fill[j]++] = value[k];
    }
    int kept = 0;
    int begin = 0;
    for (int j = 0; j < columns; j++) {
      int end = starts[j + 1];
      int first = kept;
      for (int k = begin; k < end; k++) {
        if (kept > first && indices[kept - 1] == indices[k]) {
          values[kept - 1] += values[k];
        } else {
          indices[kept] = indices[k];
          values[kept++] = values[k];
        }
      }
      begin = end;
      starts[j + 1] = kept;
    }
    return new SparseMatrix(
        rows, columns, starts, Arrays.copyOf(indices, kept), Arrays.copyOf(values, kept));
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** Number of stored entries. */
  public int nonzeros() {
    return columnStarts[columns];
  }

  /** The offsets of the columns, {@code columns() + 1} of them; not a copy. */
  public int[] columnStarts() {
    return columnStarts;
  }

  /** The row of each entry; not a copy. */
  public int[] rowIndices() {
    return rowIndices;
  }

  /** The value of each entry; not a copy. */
  public double[] values() {
    return values;
  }

  /** The transpose. */
  public SparseMatrix transpose() {
    int[] starts = new int[rows + 1];
    int nonzeros = nonzeros();
    for (int k = 0; k < nonzeros; k++) {
      starts[rowIndices[k] + 1]++;
    }
    for (int i = 0; i < rows; i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = Arrays.copyOf(starts, rows);
    int[] indices = new int[nonzeros];
    double[] transposed = new double[nonzeros];
    for (int j = 0; j < columns; j++) {
      for (int k = columnStarts[j]; k < columnStarts[j + 1]; k++) {
        int at = next[rowIndices[k]]++;
        indices[at] = j;
        transposed[at] = values[k];
      }
    }
    return new SparseMatrix(columns, rows, starts, indices, transposed);
  }

  /** Adds {@code alpha * this * x} to {@code y}. */
  public void multiplyAdd(double alpha, double[] x, double[] y) {
    for (int j = 0; j < columns; j++) {
      double scaled = alpha * x[j];
      if (scaled != 0.0) {
        for (int k = columnStarts[j]; k < columnStarts[j + 1]; k++) {
          y[rowIndices[k]] += values[k] * scaled;
        }
      }
    }
  }

  /** Adds {@code alpha * this' * x} to {@code y}. */
  public void transposeMultiplyAdd(double alpha, double[] x, double[] y) {
    for (int j = 0; j < columns; j++) {
      double sum = 0.0;
      for (int k = columnStarts[j]; k < columnStarts[j + 1]; k++) {
        sum += values[k] * x[rowIndices[k]];
      }
      y[j] += alpha * sum;
    }
  }

  /**
   * Adds {@code alpha * S * x} to {@code y}, where S is symmetric and this is its upper triangle.
   */
  public void symmetricMultiplyAdd(double alpha, double[] x, double[] y) {
    for (int j = 0; j < columns; j++) {
      double sum = 0.0;
      double scaled = alpha * x[j];
      for (int k = columnStarts[j]; k < columnStarts[j + 1]; k++) {
        int i = rowIndices[k];
        double v = values[k];
        sum += v * x[i];
        if (i != j) {
          y[i] += v * scaled;
        }
      }
      y[j] += alpha * sum;
    }
  }
}
