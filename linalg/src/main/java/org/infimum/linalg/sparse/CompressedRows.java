package org.infimum.linalg.sparse;

import org.infimum.linalg.SparseMatrix;

/**
 * A sparse matrix in compressed-row form: the twin of {@link SparseMatrix}, whose columns are the
 * rows of the transpose. Column indices ascend within a row and no (row, column) pair occurs twice.
 * The arrays handed out are the matrix itself; callers must not write to them, except to the values
 * of a matrix they own.
 */
public final class CompressedRows {
  private final SparseMatrix transpose;

  private CompressedRows(SparseMatrix transpose) {
    this.transpose = transpose;
  }

  /**
   * Wraps the arrays without copying them.
   *
   * @param rows number of rows
   * @param columns number of columns
   * @param rowStarts {@code rows + 1} ascending offsets, the first 0
   * @param columnIndices column of each entry, ascending within a row
   * @param values value of each entry
   * @throws IllegalArgumentException if the structure is not as described
   */
  public CompressedRows(
      int rows, int columns, int[] rowStarts, int[] columnIndices, double[] values) {
    this(
        new SparseMatrix(
            /* rows= */ columns, /* columns= */ rows, rowStarts, columnIndices, values));
  }

  /** The rows of a matrix given by columns; takes time and memory linear in its entries. */
  public static CompressedRows of(SparseMatrix matrix) {
    return new CompressedRows(matrix.transpose());
  }

  /** The transpose of a matrix given by columns, on the same arrays. */
  public static CompressedRows transposeOf(SparseMatrix matrix) {
    return new CompressedRows(matrix);
  }

  /** Number of rows. */
  public int rows() {
    return transpose.columns();
  }

  /** Number of columns. */
  public int columns() {
    return transpose.rows();
  }

  /** Number of stored entries. */
  public int nonzeros() {
    return transpose.nonzeros();
  }

  /** The offsets of the rows, {@code rows() + 1} of them; not a copy. */
  public int[] rowStarts() {
    return transpose.columnStarts();
  }

  /** The column of each entry; not a copy. */
  public int[] columnIndices() {
    return transpose.rowIndices();
  }

  /** The value of each entry; not a copy. */
  public double[] values() {
    return transpose.values();
  }

  /** The transpose in compressed-column form, on the same arrays. */
  public SparseMatrix transpose() {
    return transpose;
  }

  /** The same matrix in compressed-column form. */
  public SparseMatrix toColumns() {
    return transpose.transpose();
  }
}
