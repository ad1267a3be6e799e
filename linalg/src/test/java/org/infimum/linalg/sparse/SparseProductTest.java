package org.infimum.linalg.sparse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.infimum.linalg.Patterns;
import org.infimum.linalg.SparseMatrix;
import org.junit.jupiter.api.Test;

class SparseProductTest {
  private static final double TOLERANCE = 1e-12;

  private final Random random = new Random(Patterns.seed());

  private CompressedRows random(int rows, int columns, int entries) {
    return CompressedRows.of(Patterns.random(rows, columns, entries, random));
  }

  @Test
  void agreesWithTheDenseProductOverEverySemiringAndAccumulator() {
    for (int trial = 0; trial < 60; trial++) {
      int m = 1 + random.nextInt(40);
      int k = 1 + random.nextInt(40);
      int n = 1 + random.nextInt(200);
      CompressedRows a = random(m, k, random.nextInt(m * k + 1));
      CompressedRows b = random(k, n, random.nextInt(k * n + 1));
      SparseProduct product = SparseProduct.analyze(a, b, 1);
      for (Semiring semiring : Semiring.values()) {
        double[][] expected = dense(a, b, semiring);
        assertProduct(expected, product.compute(semiring), semiring, trial);
        CompressedRows atOnce = SparseProduct.multiply(a, b, semiring, 1);
        assertSameBits(product.compute(semiring), atOnce);
        for (Accumulator accumulator : Accumulator.values()) {
          assertProduct(expected, product.compute(semiring, accumulator), semiring, trial);
        }
      }
    }
  }

  private static double[][] dense(CompressedRows a, CompressedRows b, Semiring semiring) {
    double[][] c = new double[a.rows()][b.columns()];
    for (int i = 0; i < a.rows(); i++) {
      Arrays.fill(c[i], semiring.zero());
      for (int e = a.rowStarts()[i]; e < a.rowStarts()[i + 1]; e++) {
        int k = a.columnIndices()[e];
        for (int f = b.rowStarts()[k]; f < b.rowStarts()[k + 1]; f++) {
          int j = b.columnIndices()[f];
          c[i][j] = semiring.add(c[i][j], semiring.multiply(a.values()[e], b.values()[f]));
        }
      }
    }
    return c;
  }

  private static void assertProduct(
      double[][] expected, CompressedRows c, Semiring semiring, int trial) {
    double[][] got = new double[c.rows()][c.columns()];
    for (int i = 0; i < c.rows(); i++) {
      Arrays.fill(got[i], semiring.zero());
      for (int e = c.rowStarts()[i]; e < c.rowStarts()[i + 1]; e++) {
        got[i][c.columnIndices()[e]] = c.values()[e];
      }
      assertArrayEquals(
          expected[i], got[i], TOLERANCE, semiring + ", seed " + Patterns.seed() + ", " + trial);
    }
  }

  @Test
  void theRowsOfWideProductsAreSortedAndActAsTheFactorsInTurn() {
    // Beyond the columns that fit into cache, so that hash tables and lists are chosen.
    CompressedRows a = random(3_000, 2_000, 12_000);
    CompressedRows b = random(2_000, 200_000, 60_000);
    CompressedRows c = SparseProduct.analyze(a, b, 2).compute(Semiring.PLUS_TIMES);
    assertSameBits(c, SparseProduct.multiply(a, b, Semiring.PLUS_TIMES, 1));
    for (int i = 0; i < c.rows(); i++) {
      for (int e = c.rowStarts()[i] + 1; e < c.rowStarts()[i + 1]; e++) {
        assertTrue(c.columnIndices()[e - 1] < c.columnIndices()[e]);
      }
    }
    double[] x = random.doubles(200_000).toArray();
    double[] inner = new double[2_000];
    b.transpose().transposeMultiplyAdd(1.0, x, inner);
    double[] expected = new double[3_000];
    a.transpose().transposeMultiplyAdd(1.0, inner, expected);
    double[] got = new double[3_000];
    c.transpose().transposeMultiplyAdd(1.0, x, got);
    assertArrayEquals(expected, got, 1e-10, "seed " + Patterns.seed());
  }

  /** More entries than one piece of a growing product holds. */
  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    CompressedRows a = random(4_000, 4_000, 100_000);
    CompressedRows first = SparseProduct.analyze(a, a, 1).compute(Semiring.PLUS_TIMES);
    for (int threads = 1; threads <= 3; threads++) {
      CompressedRows c = SparseProduct.analyze(a, a, threads).compute(Semiring.PLUS_TIMES);
      assertSameBits(first, c);
      assertSameBits(first, SparseProduct.multiply(a, a, Semiring.PLUS_TIMES, threads));
    }
  }

  private static void assertSameBits(CompressedRows one, CompressedRows other) {
    int entries = one.nonzeros();
    assertArrayEquals(one.rowStarts(), other.rowStarts());
    assertArrayEquals(
        Arrays.copyOf(one.columnIndices(), entries), Arrays.copyOf(other.columnIndices(), entries));
    assertArrayEquals(Arrays.copyOf(one.values(), entries), Arrays.copyOf(other.values(), entries));
  }

  @Test
  void newValuesNeedNoNewAnalysis() {
    CompressedRows a = random(50, 60, 400);
    CompressedRows b = random(60, 70, 400);
    SparseProduct product = SparseProduct.analyze(a, b, 1);
    CompressedRows c = product.compute(Semiring.PLUS_TIMES);
    double[] once = Arrays.copyOf(c.values(), c.nonzeros());
    Arrays.setAll(a.values(), k -> 2.0 * a.values()[k]);
    assertSame(c, product.compute(Semiring.PLUS_TIMES));
    double[] twice = Arrays.stream(once).map(v -> 2.0 * v).toArray();
    assertArrayEquals(twice, Arrays.copyOf(c.values(), c.nonzeros()));
  }

  @Test
  void aSquareOverMinPlusGivesShortestPathsOfTwoArcs() {
    int[] from = {0, 0, 1, 2};
    int[] to = {1, 2, 3, 3};
    SparseMatrix arcs =
        SparseMatrix.ofTriplets(4, 4, 4, from, to, new double[] {1.0, 5.0, 2.0, 0.5});
    CompressedRows a = CompressedRows.of(arcs);
    CompressedRows paths = SparseProduct.analyze(a, a, 1).compute(Semiring.MIN_PLUS);
    assertEquals(1, paths.nonzeros());
    assertEquals(3, paths.columnIndices()[0]);
    assertEquals(3.0, paths.values()[0]);
  }

  @Test
  void emptyAndUnfitFactorsAreHandled() {
    CompressedRows empty = CompressedRows.of(SparseMatrix.zero(0, 5));
    CompressedRows tall = CompressedRows.of(SparseMatrix.zero(5, 3));
    assertEquals(0, SparseProduct.analyze(empty, tall, 2).compute(Semiring.OR_AND).nonzeros());
    assertThrows(IllegalArgumentException.class, () -> SparseProduct.analyze(tall, tall, 1));
    assertThrows(IllegalArgumentException.class, () -> SparseProduct.analyze(empty, tall, 0));
  }
}
