// float twin: generated
package org.infimum.linalg.array;

/**
 * The {@code capacity} best of the entries offered, the worst of them on top of a binary heap. Of
 * equal values the one with the smaller place is better.
 */
final class DoubleHeap {
  private final double[] values;
  private final int[] places;
  private int size;

  DoubleHeap(int capacity) {
    values = new double[capacity];
    places = new int[capacity];
  }

  boolean isFull() {
    return size == values.length;
  }

  /** The smallest value kept; entries must exceed it to be taken into a full heap. */
  double least() {
    return values[0];
  }

  /** Offers x[from .. to) in order, place i under the name i - origin; NaN is passed over. */
  void offer(DoubleSoftmaxKernels kernels, double[] x, int from, int to, int origin) {
    int i = fill(x, from, to, origin, false);
    while (i < to) {
      i = kernels.firstAbove(x, i, to, values[0]);
      if (i < to) {
        replaceLeast(x[i], i - origin);
        i++;
      }
    }
  }

  /** As {@link #offer}, comparing magnitudes; the values kept are magnitudes. */
  void offerMagnitudes(DoubleSoftmaxKernels kernels, double[] x, int from, int to, int origin) {
    int i = fill(x, from, to, origin, true);
    while (i < to) {
      i = kernels.firstLarger(x, i, to, values[0]);
      if (i < to) {
        replaceLeast(Math.abs(x[i]), i - origin);
        i++;
      }
    }
  }

  /** Takes entries until the heap is full; returns the first place not looked at. */
  private int fill(double[] x, int from, int to, int origin, boolean magnitudes) {
    int i = from;
    for (; i < to && size < values.length; i++) {
      double value = magnitudes ? Math.abs(x[i]) : x[i];
      if (!Double.isNaN(value)) {
        add(value, i - origin);
      }
    }
    return i;
  }

  private void add(double value, int place) {
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) / 2;
      if (!isWorse(value, place, values[parent], places[parent])) {
        break;
      }
      values[at] = values[parent];
      places[at] = places[parent];
      at = parent;
    }
    values[at] = value;
    places[at] = place;
  }

  private void replaceLeast(double value, int place) {
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size
          && isWorse(values[child + 1], places[child + 1], values[child], places[child])) {
        child++;
      }
      if (!isWorse(values[child], places[child], value, place)) {
        break;
      }
      values[at] = values[child];
      places[at] = places[child];
      at = child;
    }
    values[at] = value;
    places[at] = place;
  }

  private static boolean isWorse(double value, int place, double other, int otherPlace) {
    return value < other || (value == other && place > otherPlace);
  }

  /** Empties the heap into the targets, the best first; places not filled get -1 and NaN. */
  void drain(int[] index, double[] value) {
    for (int j = values.length - 1; j >= size; j--) {
      index[j] = -1;
      value[j] = Double.NaN;
    }
    while (size > 0) {
      size--;
      index[size] = places[0];
      value[size] = values[0];
      replaceLeast(values[size], places[size]);
    }
  }
}
