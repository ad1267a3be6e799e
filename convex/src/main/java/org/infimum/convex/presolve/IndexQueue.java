package org.infimum.convex.presolve;

/**
 * A first-in first-out queue of indices {@code 0 .. size-1} in which each index waits at most once.
 */
final class IndexQueue {
  private final int[] ring;
  private final boolean[] waiting;
  private int head;
  private int count;

  IndexQueue(int size) {
    ring = new int[size];
    waiting = new boolean[size];
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Appends {@code index} unless it waits already. */
  void add(int index) {
    if (!waiting[index]) {
      waiting[index] = true;
      int tail = head + count;
      ring[tail >= ring.length ? tail - ring.length : tail] = index;
      count++;
    }
  }

  /** Takes the first index; the queue must not be empty. */
  int take() {
    int index = ring[head];
    head = head + 1 == ring.length ? 0 : head + 1;
    count--;
    waiting[index] = false;
    return index;
  }
}
