package org.infimum.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedGramTest {

  @Test
  void agreesWithTheDenseProduct() {
    Random random = new Random(Patterns.seed());
    for (int trial = 0; trial < 100; trial++) {
      int m = 1 + random.nextInt(30);
      int n = random.nextInt(40);
      // Long columns go another way through the product than short ones.
      int longest = trial % 2 == 0 ? 3 : 2 * m;
      SparseMatrix a = Patterns.random(m, n, n == 0 ? 0 : random.nextInt(longest * n), random);
      boolean[] excluded = random.nextBoolean() ? null : randomMarks(n, random);
      WeightedGram gram = WeightedGram.analyze(a, excluded);
      double[] weights = positive(n, random);
      double[] diagonal = positive(m, random);
      gram.compute(weights, diagonal, 1);
      assertAgrees(a, excluded, weights, diagonal, gram.matrix(), "trial " + trial);
      assertTrue(
          gram.matrix().nonzeros() <= WeightedGram.predictedNonzeros(a, excluded),
          "seed " + Patterns.seed() + ", trial " + trial);
      Arrays.setAll(a.values(), k -> random.nextGaussian());
      gram.compute(weights, diagonal, 1);
      assertAgrees(a, excluded, weights, diagonal, gram.matrix(), "new values, trial " + trial);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 20})
  void anyNumberOfThreadsGivesTheSameBits(int entriesPerColumn) {
    Random random = new Random(Patterns.seed());
    int m = 3000;
    int n = 20_000;
    SparseMatrix a = Patterns.random(m, n, entriesPerColumn * n, random);
    WeightedGram gram = WeightedGram.analyze(a, null);
    double[] weights = positive(n, random);
    double[] diagonal = positive(m, random);
    gram.compute(weights, diagonal, 1);
    double[] expected = gram.matrix().values().clone();
    for (int threads = 2; threads <= 3; threads++) {
      Arrays.fill(gram.matrix().values(), Double.NaN);
      gram.compute(weights, diagonal, threads);
      assertArrayEquals(expected, gram.matrix().values(), threads + " threads");
    }
  }

  @Test
  void everyDiagonalEntryIsThere() {
    WeightedGram gram = WeightedGram.analyze(SparseMatrix.zero(3, 0), null);
    gram.compute(new double[0], new double[] {1.0, 2.0, 3.0}, 1);
    assertArrayEquals(new int[] {0, 1, 2}, gram.matrix().rowIndices());
    assertArrayEquals(new double[] {1.0, 2.0, 3.0}, gram.matrix().values());
  }

  @Test
  void columnsThatFillTheProductAreDense() {
    int m = 2000;
    int[] row = new int[3 * m];
    int[] column = new int[3 * m];
    double[] value = new double[3 * m];
    for (int i = 0; i < m; i++) {
      row[i] = i;
      column[i] = i;
      row[m + i] = (i + 1) % m;
      column[m + i] = i;
      row[2 * m + i] = i;
      column[2 * m + i] = m + i % 2;
    }
    Arrays.fill(value, 1.0);
    SparseMatrix a = SparseMatrix.ofTriplets(m, m + 2, 3 * m, row, column, value);
    boolean[] dense = WeightedGram.denseColumns(a);
    for (int k = 0; k < m + 2; k++) {
      assertEquals(k >= m, dense[k], "column " + k);
    }
    assertEquals(2L * m, WeightedGram.predictedNonzeros(a, dense));
    assertEquals(2 * m, WeightedGram.analyze(a, dense).matrix().nonzeros());
  }

  @Test
  void nothingIsLeftOutOfASmallFullProduct() {
    Random random = new Random(Patterns.seed());
    SparseMatrix a = Patterns.random(200, 100, 100 * 150, random);
    for (boolean dense : WeightedGram.denseColumns(a)) {
      assertFalse(dense);
    }
  }

  @Test
  void argumentsThatDoNotFitAreRefused() {
    SparseMatrix a = SparseMatrix.zero(2, 3);
    assertThrows(IllegalArgumentException.class, () -> WeightedGram.analyze(a, new boolean[2]));
    WeightedGram gram = WeightedGram.analyze(a, null);
    assertThrows(
        IllegalArgumentException.class, () -> gram.compute(new double[2], new double[2], 1));
    assertThrows(
        IllegalArgumentException.class, () -> gram.compute(new double[3], new double[2], 0));
  }

  private static void assertAgrees(
      SparseMatrix a,
      boolean @Nullable [] excluded,
      double[] weights,
      double[] diagonal,
      SparseMatrix upper,
      String message) {
    double[][] sum = product(a, excluded, weights, diagonal);
    for (int j = 0; j < a.rows(); j++) {
      double[] column = new double[a.rows()];
      for (int p = upper.columnStarts()[j]; p < upper.columnStarts()[j + 1]; p++) {
        assertTrue(upper.rowIndices()[p] <= j, message);
        column[upper.rowIndices()[p]] = upper.values()[p];
      }
      for (int i = 0; i <= j; i++) {
        // Rounding of at most 120 products of size at most about 30.
        assertEquals(sum[i][j], column[i], 1e-11, "seed " + Patterns.seed() + ", " + message);
      }
    }
  }

  private static double[][] product(
      SparseMatrix a, boolean @Nullable [] excluded, double[] weights, double[] diagonal) {
    double[][] sum = new double[a.rows()][a.rows()];
    for (int i = 0; i < a.rows(); i++) {
      sum[i][i] = diagonal[i];
    }
    for (int k = 0; k < a.columns(); k++) {
      if (excluded == null || !excluded[k]) {
        for (int p = a.columnStarts()[k]; p < a.columnStarts()[k + 1]; p++) {
          for (int q = a.columnStarts()[k]; q < a.columnStarts()[k + 1]; q++) {
            sum[a.rowIndices()[p]][a.rowIndices()[q]] += a.values()[p] * weights[k] * a.values()[q];
          }
        }
      }
    }
    return sum;
  }

  private static boolean[] randomMarks(int n, Random random) {
    boolean[] marks = new boolean[n];
    for (int k = 0; k < n; k++) {
      marks[k] = random.nextInt(4) == 0;
    }
    return marks;
  }

  private static double[] positive(int n, Random random) {
    double[] values = new double[n];
    Arrays.setAll(values, k -> 0.1 + random.nextDouble());
    return values;
  }
}
