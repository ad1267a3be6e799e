package org.infimum.convex.io;

import java.util.Arrays;

/** The names of rows or columns, numbered in the order of their first appearance. */
final class NameTable {
  static final int ABSENT = -1;

  private byte[] text = new byte[1 << 10];

  /** Name i is {@code text[starts[i], starts[i + 1])}. */
  private int[] starts = new int[1 << 6];

  private int[] hashes = new int[1 << 6];

  /** Open addressing with linear probing; a slot holds the number of a name plus 1. */
  private int[] slots = new int[1 << 7];

  private int size;

  int size() {
    return size;
  }

  /** The number of the name {@code bytes[from, to)}, or {@link #ABSENT}. */
  int find(byte[] bytes, int from, int to) {
    int hash = hash(bytes, from, to);
    int mask = slots.length - 1;
    for (int slot = hash & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
      int candidate = slots[slot] - 1;
      if (hashes[candidate] == hash && is(candidate, bytes, from, to)) {
        return candidate;
      }
    }
    return ABSENT;
  }

  /** Appends a name that is not in the table yet; returns its number. */
  int add(byte[] bytes, int from, int to) {
    int length = to - from;
    int begin = starts[size];
    if (size + 2 > starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
      hashes = Arrays.copyOf(hashes, 2 * hashes.length);
    }
    if (length > text.length - begin) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, begin + length));
    }
    System.arraycopy(bytes, from, text, begin, length);
    starts[size + 1] = begin + length;
    hashes[size] = hash(bytes, from, to);
    size++;
    if (2 * size > slots.length) {
      slots = new int[2 * slots.length];
      for (int i = 0; i < size; i++) {
        place(i);
      }
    } else {
      place(size - 1);
    }
    return size - 1;
  }

  private void place(int number) {
    int mask = slots.length - 1;
    int slot = hashes[number] & mask;
    while (slots[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = number + 1;
  }

  /** Whether the name of this number is {@code bytes[from, to)}. */
  boolean is(int number, byte[] bytes, int from, int to) {
    int begin = starts[number];
    if (starts[number + 1] - begin != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text[begin + i - from] != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static int hash(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    hash *= 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }

  /** The name of this number. */
  String name(int number) {
    return Text.decode(text, starts[number], starts[number + 1]);
  }

  /** All names in order. */
  String[] names() {
    String[] names = new String[size];
    for (int i = 0; i < size; i++) {
      names[i] = name(i);
    }
    return names;
  }
}
