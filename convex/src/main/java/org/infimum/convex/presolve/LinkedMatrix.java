package org.infimum.convex.presolve;

import java.util.Arrays;
import org.infimum.linalg.SparseMatrix;

/**
 * A sparse matrix whose entries are threaded on one doubly linked list per row and one per column,
 * so that an entry is inserted, changed or removed in constant time. An entry is named by its
 * index; -1 ends a list. The index of a removed entry is used again by later insertions.
 */
final class LinkedMatrix {
  private int[] row;
  private int[] column;
  private double[] value;
  private int[] nextInRow;
  private int[] previousInRow;
  private int[] nextInColumn;
  private int[] previousInColumn;
  private final int[] rowHead;
  private final int[] columnHead;
  private final int[] rowCount;
  private final int[] columnCount;
  private int used;
  private int released = -1;
  private int nonzeros;

  /** Copies the entries of {@code a} that are not zero. */
  LinkedMatrix(SparseMatrix a) {
    int capacity = a.nonzeros() + 16;
    row = new int[capacity];
    column = new int[capacity];
    value = new double[capacity];
    nextInRow = new int[capacity];
    previousInRow = new int[capacity];
    nextInColumn = new int[capacity];
    previousInColumn = new int[capacity];
    rowHead = filled(a.rows());
    columnHead = filled(a.columns());
    rowCount = new int[a.rows()];
    columnCount = new int[a.columns()];
    int[] rowTail = filled(a.rows());
    int[] starts = a.columnStarts();
    for (int j = 0; j < a.columns(); j++) {
      int columnTail = -1;
      for (int k = starts[j]; k < starts[j + 1]; k++) {
        double v = a.values()[k];
        if (v == 0.0) {
          continue;
        }
        int i = a.rowIndices()[k];
        int entry = used++;
        row[entry] = i;
        column[entry] = j;
        value[entry] = v;
        nextInRow[entry] = -1;
        nextInColumn[entry] = -1;
        previousInRow[entry] = rowTail[i];
        previousInColumn[entry] = columnTail;
        if (rowTail[i] < 0) {
          rowHead[i] = entry;
        } else {
          nextInRow[rowTail[i]] = entry;
        }
        if (columnTail < 0) {
          columnHead[j] = entry;
        } else {
          nextInColumn[columnTail] = entry;
        }
        rowTail[i] = entry;
        columnTail = entry;
        rowCount[i]++;
        columnCount[j]++;
      }
    }
    nonzeros = used;
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, -1);
    return array;
  }

  int firstInRow(int i) {
    return rowHead[i];
  }

  int firstInColumn(int j) {
    return columnHead[j];
  }

  int nextInRow(int entry) {
    return nextInRow[entry];
  }

  int nextInColumn(int entry) {
    return nextInColumn[entry];
  }

  int row(int entry) {
    return row[entry];
  }

  int column(int entry) {
    return column[entry];
  }

  double value(int entry) {
    return value[entry];
  }

  void setValue(int entry, double v) {
    value[entry] = v;
  }

  int rowCount(int i) {
    return rowCount[i];
  }

  int columnCount(int j) {
    return columnCount[j];
  }

  int nonzeros() {
    return nonzeros;
  }

  /** Adds an entry at the head of its lists; the position must be empty. */
  void insert(int i, int j, double v) {
    int entry;
    if (released >= 0) {
      entry = released;
      released = nextInRow[entry];
    } else {
      if (used == value.length) {
        grow();
      }
      entry = used++;
    }
    row[entry] = i;
    column[entry] = j;
    value[entry] = v;
    previousInRow[entry] = -1;
    previousInColumn[entry] = -1;
    nextInRow[entry] = rowHead[i];
    nextInColumn[entry] = columnHead[j];
    if (rowHead[i] >= 0) {
      previousInRow[rowHead[i]] = entry;
    }
    if (columnHead[j] >= 0) {
      previousInColumn[columnHead[j]] = entry;
    }
    rowHead[i] = entry;
    columnHead[j] = entry;
    rowCount[i]++;
    columnCount[j]++;
    nonzeros++;
  }

  /** Removes an entry; the caller has read its successors before. */
  void remove(int entry) {
    int i = row[entry];
    int j = column[entry];
    int up = previousInColumn[entry];
    int down = nextInColumn[entry];
    int left = previousInRow[entry];
    int right = nextInRow[entry];
    if (up < 0) {
      columnHead[j] = down;
    } else {
      nextInColumn[up] = down;
    }
    if (down >= 0) {
      previousInColumn[down] = up;
    }
    if (left < 0) {
      rowHead[i] = right;
    } else {
      nextInRow[left] = right;
    }
    if (right >= 0) {
      previousInRow[right] = left;
    }
    rowCount[i]--;
    columnCount[j]--;
    nonzeros--;
    nextInRow[entry] = released;
    released = entry;
  }

  private void grow() {
    int capacity = value.length + value.length / 2 + 16;
    row = Arrays.copyOf(row, capacity);
    column = Arrays.copyOf(column, capacity);
    value = Arrays.copyOf(value, capacity);
    nextInRow = Arrays.copyOf(nextInRow, capacity);
    previousInRow = Arrays.copyOf(previousInRow, capacity);
    nextInColumn = Arrays.copyOf(nextInColumn, capacity);
    previousInColumn = Arrays.copyOf(previousInColumn, capacity);
  }
}
