package org.infimum.convex.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Collects the rows of a {@link Block}. A row's entries may come in any order and repeat; {@link
 * #endRow} sorts them by natural merge sort, which is linear for the two or three ascending runs
 * that sums consist of, adds up repeated ones and drops zeros.
 */
final class BlockBuilder {
  private int[] starts;
  private int rows;
  private int[] column;
  private int @Nullable [] parameter;
  private double[] value;
  private int count;

  private long[] key = new long[16];
  private double[] number = new double[16];
  private long[] otherKey = new long[16];
  private double[] otherNumber = new double[16];
  private int size;
  private boolean ascending = true;

  /** Room for this many rows and entries; both grow. */
  BlockBuilder(int rows, int entries) {
    starts = new int[rows + 1];
    column = new int[entries];
    value = new double[entries];
  }

  /** Adds one entry to the row under way. */
  void add(int columnIndex, int parameterIndex, double factor) {
    if (size == key.length) {
      int larger = 2 * size;
      key = Arrays.copyOf(key, larger);
      number = Arrays.copyOf(number, larger);
      otherKey = new long[larger];
      otherNumber = new double[larger];
    }
    long next = ((long) columnIndex << 32) + (parameterIndex + 1);
    ascending &= size == 0 || key[size - 1] < next;
    key[size] = next;
    number[size++] = factor;
  }

  /** Adds {@code factor} times a row of a block to the row under way. */
  void addRow(Block block, int row, double factor) {
    for (int k = block.starts()[row]; k < block.starts()[row + 1]; k++) {
      add(block.column()[k], block.parameterOf(k), factor * block.value()[k]);
    }
  }

  /** Adds the product of two rows; the caller has checked that it is affine. */
  void addProduct(Block left, int leftRow, Block right, int rightRow) {
    for (int l = left.starts()[leftRow]; l < left.starts()[leftRow + 1]; l++) {
      for (int r = right.starts()[rightRow]; r < right.starts()[rightRow + 1]; r++) {
        add(
            Math.max(left.column()[l], right.column()[r]),
            Math.max(left.parameterOf(l), right.parameterOf(r)),
            left.value()[l] * right.value()[r]);
      }
    }
  }

  /** Ends the row under way and begins the next. */
  void endRow() {
    if (!ascending) {
      sort();
    }
    if (value.length - count < size) {
      int larger = Math.max(count + size, count + (count >> 1));
      column = Arrays.copyOf(column, larger);
      value = Arrays.copyOf(value, larger);
    }
    int k = 0;
    while (k < size) {
      long at = key[k];
      double sum = number[k++];
      while (k < size && key[k] == at) {
        sum += number[k++];
      }
      if (sum != 0.0) {
        store((int) (at >> 32), (int) at - 1, sum);
      }
    }
    if (rows + 2 > starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length + 1);
    }
    starts[++rows] = count;
    size = 0;
    ascending = true;
  }

  private void store(int columnIndex, int parameterIndex, double factor) {
    if (parameterIndex != Block.ONE && parameter == null) {
      parameter = new int[value.length];
      Arrays.fill(parameter, 0, count, Block.ONE);
    }
    if (parameter != null) {
      if (parameter.length < value.length) {
        parameter = Arrays.copyOf(parameter, value.length);
      }
      parameter[count] = parameterIndex;
    }
    column[count] = columnIndex;
    value[count++] = factor;
  }

  /** Merges neighbouring ascending runs until one is left. */
  private void sort() {
    boolean merged = true;
    while (merged) {
      merged = false;
      int at = 0;
      while (at < size) {
        int middle = runEnd(at);
        int end = middle < size ? runEnd(middle) : middle;
        merge(at, middle, end);
        merged |= at > 0 || end < size;
        at = end;
      }
      long[] keys = key;
      key = otherKey;
      otherKey = keys;
      double[] numbers = number;
      number = otherNumber;
      otherNumber = numbers;
    }
  }

  private int runEnd(int begin) {
    int end = begin + 1;
    while (end < size && key[end - 1] <= key[end]) {
      end++;
    }
    return end;
  }

  private void merge(int begin, int middle, int end) {
    int left = begin;
    int right = middle;
    for (int to = begin; to < end; to++) {
      boolean takeLeft = right == end || left < middle && key[left] <= key[right];
      int from = takeLeft ? left++ : right++;
      otherKey[to] = key[from];
      otherNumber[to] = number[from];
    }
  }

  /** The rows so far. */
  Block build() {
    return new Block(
        starts.length == rows + 1 ? starts : Arrays.copyOf(starts, rows + 1),
        value.length == count ? column : Arrays.copyOf(column, count),
        parameter == null ? null : Arrays.copyOf(parameter, count),
        value.length == count ? value : Arrays.copyOf(value, count));
  }
}
