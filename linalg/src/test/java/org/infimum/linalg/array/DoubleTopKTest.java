// float twin: generated
package org.infimum.linalg.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DoubleTopKTest {
  private static final long SEED = Long.getLong("infimum.seed", 20_240_611L);
  private final Random random = new Random(SEED);

  /** Few distinct values, so that ties are many. */
  private double[] numbers(int n) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextInt(2 * n) - n;
    }
    return x;
  }

  @Test
  void theLargestEntriesComeInOrderAndTheFirstOfEqualOnes() {
    for (int trial = 0; trial < 300; trial++) {
      int n = 1 + random.nextInt(trial % 10 == 0 ? 3000 : 100);
      int k = 1 + random.nextInt(n);
      double[] x = numbers(n + 2);
      Integer[] order = new Integer[n];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Double.compare(x[2 + b], x[2 + a]));
      int[] index = new int[k];
      double[] value = new double[k];
      DoubleTopK.select(n, x, 2, k, index, value);
      for (int j = 0; j < k; j++) {
        assertEquals(order[j], index[j], "seed " + SEED);
        assertEquals(x[2 + index[j]], value[j], "seed " + SEED);
      }
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Double.compare(Math.abs(x[2 + b]), Math.abs(x[2 + a])));
      DoubleTopK.selectMagnitudes(n, x, 2, k, index, value);
      for (int j = 0; j < k; j++) {
        assertEquals(order[j], index[j], "seed " + SEED);
        assertEquals(x[2 + index[j]], value[j], "seed " + SEED);
      }
    }
  }

  @Test
  void whatIsNoNumberIsNeverChosen() {
    double[] x = {Double.NaN, 1.0, Double.NaN, Double.NEGATIVE_INFINITY};
    int[] index = new int[3];
    double[] value = new double[3];
    DoubleTopK.select(4, x, 0, 3, index, value);
    assertArrayEquals(new int[] {1, 3, -1}, index);
    assertTrue(Double.isNaN(value[2]));
  }

  @Test
  void blocksKeepTheirLargestMagnitudes() {
    for (int threads = 1; threads <= 3; threads++) {
      int n = 50_003;
      int block = 64;
      double[] x = numbers(n);
      double[] kept = x.clone();
      DoubleTopK.keepBlocks(n, kept, 0, block, 5, threads);
      for (int from = 0; from < n; from += block) {
        int length = Math.min(block, n - from);
        int[] index = new int[Math.min(5, length)];
        DoubleTopK.selectMagnitudes(length, x, from, index.length, index, new double[5]);
        double[] expected = new double[length];
        for (int place : index) {
          expected[place] = x[from + place];
        }
        assertArrayEquals(expected, Arrays.copyOfRange(kept, from, from + length));
      }
    }
  }

  @Test
  void sortingOrdersAsCompareDoesAndKeepsEqualEntriesInOrder() {
    for (int trial = 0; trial < 200; trial++) {
      int n = random.nextInt(trial % 20 == 0 ? 5000 : 200);
      double[] x = numbers(n + 1);
      for (int i = 0; i < n; i++) {
        switch (random.nextInt(12)) {
          case 0 -> x[i] = Double.NaN;
          case 1 -> x[i] = Double.POSITIVE_INFINITY;
          case 2 -> x[i] = -0.0;
          case 3 -> x[i] = 0.0;
          case 4 -> x[i] *= Double.MIN_VALUE;
          case 5 -> x[i] = DoubleRounding.of(random.nextGaussian());
          default -> {}
        }
      }
      int[] index = new int[n];
      DoubleSort.order(n, x, 1, index);
      Integer[] order = new Integer[n];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Double.compare(x[1 + a], x[1 + b]));
      for (int j = 0; j < n; j++) {
        assertEquals(order[j], index[j], "trial " + trial + ", seed " + SEED);
      }
    }
  }

  @Test
  void badArgumentsAreRefused() {
    double[] x = new double[4];
    assertThrows(
        IllegalArgumentException.class,
        () -> DoubleTopK.select(4, x, 0, 5, new int[5], new double[5]));
    assertThrows(
        IllegalArgumentException.class,
        () -> DoubleTopK.select(4, x, 0, 2, new int[1], new double[2]));
    assertThrows(IllegalArgumentException.class, () -> DoubleTopK.keepBlocks(4, x, 0, 2, 3, 1));
    assertThrows(IllegalArgumentException.class, () -> DoubleSort.order(4, x, 0, new int[3]));
  }
}
