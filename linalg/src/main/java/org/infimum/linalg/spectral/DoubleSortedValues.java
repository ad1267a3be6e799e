// float twin: generated
package org.infimum.linalg.spectral;

/** Orders of values that consist of ascending runs, kept as positions. */
final class DoubleSortedValues {
  private DoubleSortedValues() {}

  /**
   * Merges two ascending runs.
   *
   * @param d the values from {@code at} on
   * @param first how many values the first run has
   * @param second where the values of the second run start
   * @param n how many positions there are to fill
   * @param order from {@code at} on, the positions of the first run and, from {@code at + second}
   *     on, those of the second relative to its start
   * @param sorted filled with all positions
   */
  static void merge(
      double[] d, int at, int first, int second, int n, int[] order, int[] sorted, int from) {
    int i = 0;
    int j = second;
    for (int k = from; k < n; k++) {
      boolean takesFirst =
          j == n || (i < first && d[at + order[at + i]] <= d[at + second + order[at + j]]);
      sorted[k] = takesFirst ? order[at + i++] : second + order[at + j++];
    }
  }

  /** Fills the positions from {@code at} on in ascending order of n values: insertion sort. */
  static void sort(double[] d, int at, int n, int[] order) {
    for (int j = 0; j < n; j++) {
      double value = d[at + j];
      int to = j;
      while (to > 0 && d[at + order[at + to - 1]] > value) {
        order[at + to] = order[at + to - 1];
        to--;
      }
      order[at + to] = j;
    }
  }
}
