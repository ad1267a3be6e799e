package org.infimum.convex.io;

import java.util.Arrays;

/** A growing array of numbers. */
final class IntList {
  private int[] values = new int[1 << 4];
  private int size;

  int size() {
    return size;
  }

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
