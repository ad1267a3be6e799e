package org.infimum.linalg;

/**
 * A binary max-heap of vertices by integer gain, with change of gain; among equal gains the smaller
 * vertex comes first, so the order of removal does not depend on that of insertion.
 */
final class GainQueue {
  private final int[] heap;
  private final int[] place;
  private final int[] gain;
  private int size;

  GainQueue(int vertices) {
    heap = new int[vertices];
    place = new int[vertices];
    gain = new int[vertices];
  }

  boolean isEmpty() {
    return size == 0;
  }

  int top() {
    return heap[0];
  }

  void clear() {
    size = 0;
  }

  void insert(int vertex, int itsGain) {
    gain[vertex] = itsGain;
    place[vertex] = size;
    heap[size] = vertex;
    rise(size++);
  }

  void change(int vertex, int itsGain) {
    int before = gain[vertex];
    gain[vertex] = itsGain;
    if (itsGain > before) {
      rise(place[vertex]);
    } else if (itsGain < before) {
      sink(place[vertex]);
    }
  }

  void remove(int vertex) {
    int k = place[vertex];
    int last = heap[--size];
    if (k < size) {
      heap[k] = last;
      place[last] = k;
      rise(k);
      sink(place[last]);
    }
  }

  private boolean before(int u, int v) {
    return gain[u] != gain[v] ? gain[u] > gain[v] : u < v;
  }

  private void rise(int from) {
    int k = from;
    int v = heap[k];
    while (k > 0) {
      int up = (k - 1) >>> 1;
      if (!before(v, heap[up])) {
        break;
      }
      heap[k] = heap[up];
      place[heap[k]] = k;
      k = up;
    }
    heap[k] = v;
    place[v] = k;
  }

  private void sink(int from) {
    int k = from;
    int v = heap[k];
    while (2 * k + 1 < size) {
      int child = 2 * k + 1;
      if (child + 1 < size && before(heap[child + 1], heap[child])) {
        child++;
      }
      if (!before(heap[child], v)) {
        break;
      }
      heap[k] = heap[child];
      place[heap[k]] = k;
      k = child;
    }
    heap[k] = v;
    place[v] = k;
  }
}
