package org.infimum.convex.model;

import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are affine in the columns of a model, with coefficients affine in its parameters: row i
 * is {@code sum_k value[k] * parameter[k] * column[k]}, summed over its entries, where {@link #ONE}
 * stands for the number 1 in place of a parameter or a column. Within a row the entries ascend by
 * (column, parameter) and no such pair occurs twice. Immutable.
 *
 * @param starts {@code rows + 1} ascending offsets
 * @param column column of each entry, {@link #ONE} for the constant term
 * @param parameter parameter element of each entry or {@link #ONE}; null if none has any
 * @param value factor of each entry
 */
record Block(int[] starts, int[] column, int @Nullable [] parameter, double[] value) {
  /** Stands for the number 1 among columns and among parameters; sorts before all others. */
  static final int ONE = -1;

  int rows() {
    return starts.length - 1;
  }

  int entries() {
    return starts[rows()];
  }

  int parameterOf(int entry) {
    return parameter == null ? ONE : parameter[entry];
  }

  /** Whether no row has a column in it. */
  boolean isConstant() {
    for (int k = entries() - 1; k >= 0; k--) {
      if (column[k] != ONE) {
        return false;
      }
    }
    return true;
  }

  /** Numbers; zeros are not stored. */
  static Block constant(double[] numbers) {
    BlockBuilder rows = new BlockBuilder(numbers.length, numbers.length);
    for (double number : numbers) {
      rows.add(ONE, ONE, number);
      rows.endRow();
    }
    return rows.build();
  }

  /** The columns from {@code first} on, one a row. */
  static Block columns(int first, int count) {
    int[] starts = new int[count + 1];
    int[] column = new int[count];
    double[] value = new double[count];
    for (int i = 0; i < count; i++) {
      starts[i + 1] = i + 1;
      column[i] = first + i;
      value[i] = 1.0;
    }
    return new Block(starts, column, null, value);
  }

  /** The elements of parameters from {@code first} on, one a row. */
  static Block parameters(int first, int count) {
    BlockBuilder rows = new BlockBuilder(count, count);
    for (int i = 0; i < count; i++) {
      rows.add(ONE, first + i, 1.0);
      rows.endRow();
    }
    return rows.build();
  }

  Block scaled(double factor) {
    if (factor == 1.0) {
      return this;
    }
    double[] scaled = new double[entries()];
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] = factor * value[k];
    }
    return new Block(starts, column, parameter, scaled);
  }

  /** Row i of the result is row {@code rows[i]} of this one, times {@code factor}. */
  Block select(int[] rows, double factor) {
    int count = 0;
    for (int row : rows) {
      count += starts[row + 1] - starts[row];
    }
    BlockBuilder selected = new BlockBuilder(rows.length, count);
    for (int row : rows) {
      selected.addRow(this, row, factor);
      selected.endRow();
    }
    return selected.build();
  }

  /** This block, each row {@code times} times over: a scalar broadcast to a vector. */
  Block repeated(int times) {
    return select(new int[rows() * times], 1.0);
  }

  /**
   * A matrix times this block.
   *
   * @param matrix as many columns as this block has rows
   */
  Block multipliedBy(SparseMatrix matrix) {
    SparseMatrix byRow = matrix.transpose();
    int[] index = byRow.rowIndices();
    double[] factor = byRow.values();
    BlockBuilder product = new BlockBuilder(matrix.rows(), matrix.nonzeros());
    for (int i = 0; i < matrix.rows(); i++) {
      for (int k = byRow.columnStarts()[i]; k < byRow.columnStarts()[i + 1]; k++) {
        product.addRow(this, index[k], factor[k]);
      }
      product.endRow();
    }
    return product.build();
  }

  /** Groups of consecutive rows added up, each of {@code size} rows. */
  Block summed(int size) {
    int groups = size == 0 ? 1 : rows() / size;
    BlockBuilder sums = new BlockBuilder(groups, entries());
    for (int g = 0; g < groups; g++) {
      for (int i = 0; i < size; i++) {
        sums.addRow(this, g * size + i, 1.0);
      }
      sums.endRow();
    }
    return sums.build();
  }

  /** The rows of {@code first}, then those of the others. */
  static Block stacked(Block... blocks) {
    int rows = 0;
    int entries = 0;
    for (Block block : blocks) {
      rows += block.rows();
      entries += block.entries();
    }
    BlockBuilder stack = new BlockBuilder(rows, entries);
    for (Block block : blocks) {
      for (int i = 0; i < block.rows(); i++) {
        stack.addRow(block, i, 1.0);
        stack.endRow();
      }
    }
    return stack.build();
  }

  /** Row 0 of each block in turn, then row 1 of each, ...: the layout of many small cones. */
  static Block interleaved(Block... blocks) {
    int entries = 0;
    for (Block block : blocks) {
      entries += block.entries();
    }
    int count = blocks[0].rows();
    BlockBuilder rows = new BlockBuilder(blocks.length * count, entries);
    for (int i = 0; i < count; i++) {
      for (Block block : blocks) {
        rows.addRow(block, i, 1.0);
        rows.endRow();
      }
    }
    return rows.build();
  }

  /** {@code count} rows of one number. */
  static Block filled(int count, double number) {
    return constant(new double[] {number}).repeated(count);
  }

  /** {@code this + factor * other}, of the same number of rows. */
  Block plus(double factor, Block other) {
    BlockBuilder sum = new BlockBuilder(rows(), entries() + other.entries());
    for (int i = 0; i < rows(); i++) {
      sum.addRow(this, i, 1.0);
      sum.addRow(other, i, factor);
      sum.endRow();
    }
    return sum.build();
  }

  /**
   * The numbers of the rows.
   *
   * @param columns value of each column
   * @param parameters value of each parameter element
   */
  double[] evaluate(double[] columns, double[] parameters) {
    double[] numbers = new double[rows()];
    for (int i = 0; i < numbers.length; i++) {
      double sum = 0.0;
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        double term = value[k];
        if (column[k] != ONE) {
          term *= columns[column[k]];
        }
        int factor = parameterOf(k);
        sum += factor == ONE ? term : term * parameters[factor];
      }
      numbers[i] = sum;
    }
    return numbers;
  }
}
