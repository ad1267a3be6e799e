package org.infimum.convex.model;

import org.infimum.linalg.SparseMatrix;

/**
 * The matrix A in compressed columns and b, filled from blocks of rows in two passes: count the
 * columns, then place the entries. Rows come in ascending order, so no column needs sorting.
 */
final class RowMatrix {
  private final int[] canonicalColumn;
  private final int[] starts;
  private int[] next = new int[0];
  private int[] rowIndices = new int[0];
  private ParameterMap.Builder values = new ParameterMap.Builder(0);
  private ParameterMap.Builder rightHandSide = new ParameterMap.Builder(0);
  private int rows;
  private int filled;

  /**
   * @param canonicalColumn the column of A for each column of a block
   * @param columns number of columns of A
   */
  RowMatrix(int[] canonicalColumn, int columns) {
    this.canonicalColumn = canonicalColumn;
    this.starts = new int[columns + 1];
  }

  /** First pass. Entries of one row and column that differ in the parameter share a place. */
  void count(Block block) {
    for (int i = 0; i < block.rows(); i++) {
      int previous = Block.ONE;
      for (int k = block.starts()[i]; k < block.starts()[i + 1]; k++) {
        int column = block.column()[k];
        if (column != previous) {
          starts[canonicalColumn[column] + 1]++;
          previous = column;
        }
      }
    }
  }

  void allocate(int rowCount) {
    rows = rowCount;
    for (int j = 0; j + 1 < starts.length; j++) {
      starts[j + 1] = Math.addExact(starts[j], starts[j + 1]);
    }
    next = starts.clone();
    int nonzeros = starts[starts.length - 1];
    rowIndices = new int[nonzeros];
    values = new ParameterMap.Builder(nonzeros);
    rightHandSide = new ParameterMap.Builder(rows);
  }

  /** Second pass, blocks in the same order: {@code b - Ax} is {@code -direction} times the rows. */
  void fill(Block block, double direction) {
    for (int i = 0; i < block.rows(); i++) {
      int previous = Block.ONE;
      int slot = 0;
      for (int k = block.starts()[i]; k < block.starts()[i + 1]; k++) {
        int column = block.column()[k];
        int parameter = block.parameterOf(k);
        if (column == Block.ONE) {
          rightHandSide.add(filled, parameter, -direction * block.value()[k]);
        } else {
          if (column != previous) {
            slot = next[canonicalColumn[column]]++;
            rowIndices[slot] = filled;
            previous = column;
          }
          values.add(slot, parameter, direction * block.value()[k]);
        }
      }
      filled++;
    }
  }

  ParameterMap values() {
    return values.build();
  }

  ParameterMap rightHandSide() {
    return rightHandSide.build();
  }

  /** The pattern; the values are those without parameters. */
  SparseMatrix pattern() {
    return new SparseMatrix(rows, starts.length - 1, starts, rowIndices, values.build().base());
  }
}
