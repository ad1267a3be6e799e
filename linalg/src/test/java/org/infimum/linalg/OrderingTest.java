package org.infimum.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderingTest {

  @ParameterizedTest
  @EnumSource
  void randomPatternsGetPermutations(Ordering ordering) {
    Random random = new Random(Patterns.seed());
    for (int trial = 0; trial < 60; trial++) {
      int n = 1 + random.nextInt(trial < 50 ? 60 : 2500);
      int entries = random.nextInt(trial % 3 == 0 ? n * n / 2 + 1 : 4 * n);
      SparseMatrix upper = Patterns.randomUpper(n, Math.min(entries, 40_000), random);
      assertPermutation(
          n, ordering.permutation(upper), "seed " + Patterns.seed() + ", trial " + trial);
    }
  }

  @ParameterizedTest
  @EnumSource
  void extremePatternsGetPermutations(Ordering ordering) {
    assertPermutation(0, ordering.permutation(SparseMatrix.zero(0, 0)), "empty");
    assertPermutation(1, ordering.permutation(SparseMatrix.zero(1, 1)), "one");
    assertPermutation(700, ordering.permutation(SparseMatrix.zero(700, 700)), "no entries");
    assertPermutation(300, ordering.permutation(arrow(300, 299)), "full");
    assertPermutation(3000, ordering.permutation(arrow(3000, 3)), "dense rows");
    assertPermutation(2000, ordering.permutation(Patterns.grid(2000, 1, 1)), "path");
    assertPermutation(2500, ordering.permutation(separateGrids()), "disconnected");
  }

  @Test
  void aDiagonalDoesNotChangeTheOrder() {
    SparseMatrix grid = Patterns.grid(30, 20, 1);
    int n = grid.columns();
    int[] row = new int[grid.nonzeros() + n];
    int[] column = new int[grid.nonzeros() + n];
    int count = 0;
    for (int j = 0; j < n; j++) {
      row[count] = j;
      column[count++] = j;
      for (int p = grid.columnStarts()[j]; p < grid.columnStarts()[j + 1]; p++) {
        row[count] = grid.rowIndices()[p];
        column[count++] = j;
      }
    }
    SparseMatrix withDiagonal =
        SparseMatrix.ofTriplets(n, n, count, row, column, new double[count]);
    for (Ordering ordering : Ordering.values()) {
      assertArrayEquals(ordering.permutation(grid), ordering.permutation(withDiagonal));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSamePatternGetsTheSameOrder(Ordering ordering) {
    SparseMatrix upper = Patterns.randomUpper(3000, 9000, new Random(Patterns.seed()));
    assertArrayEquals(ordering.permutation(upper), ordering.permutation(upper));
  }

  @Test
  void denseRowsGoLast() {
    int[] order = Ordering.AMD.permutation(arrow(3000, 3));
    for (int k = 0; k < 3000; k++) {
      assertEquals(k >= 2997, order[k] < 3, "pivot " + k + " is " + order[k]);
    }
  }

  @Test
  void minimumDegreeFillsNoTree() {
    Random random = new Random(Patterns.seed());
    int n = 500;
    int[] parent = new int[n - 1];
    int[] child = new int[n - 1];
    for (int v = 1; v < n; v++) {
      // Chains with a few branches: no vertex is dense.
      parent[v - 1] = Math.max(0, v - 1 - random.nextInt(10));
      child[v - 1] = v;
    }
    SparseMatrix tree = SparseMatrix.ofTriplets(n, n, n - 1, parent, child, new double[n - 1]);
    assertEquals(n - 1, SymbolicFill.entries(tree, Ordering.AMD.permutation(tree)));
  }

  @Test
  void constraintClassesAreEliminatedInTurn() {
    SparseMatrix grid = Patterns.grid(40, 40, 1);
    int n = grid.columns();
    int[] constraint = new int[n];
    for (int v = 0; v < n; v++) {
      constraint[v] = v % 40 == 20 ? 1 : 0;
    }
    SymmetricGraph graph = SymmetricGraph.ofUpperTriangle(grid);
    int[] order = ApproximateMinimumDegree.order(graph, constraint);
    int[] sorted = new int[n];
    int count = 0;
    for (int c = 0; c < 2; c++) {
      for (int v : order) {
        if (constraint[v] == c) {
          sorted[count++] = v;
        }
      }
    }
    assertEquals(SymbolicFill.entries(grid, sorted), SymbolicFill.entries(grid, order));
  }

  @ParameterizedTest
  @CsvSource({"200,200,1", "25,25,25"})
  void nestedDissectionFillsGridsLessThanMinimumDegree(int width, int height, int depth) {
    SparseMatrix grid = Patterns.grid(width, height, depth);
    long natural = fill(grid, Ordering.NATURAL);
    long minimumDegree = fill(grid, Ordering.AMD);
    long dissection = fill(grid, Ordering.NESTED_DISSECTION);
    assertTrue(minimumDegree < natural, minimumDegree + " >= " + natural);
    assertTrue(dissection < minimumDegree, dissection + " >= " + minimumDegree);
  }

  @ParameterizedTest
  // Off-diagonal entries of L under SuiteSparse AMD 2.4.6 for the pattern of A A'.
  @CsvSource({"80bau3b,41929", "d2q06c,141630", "greenbeb,75782", "dfl001,1560394"})
  void minimumDegreeFillsLinearProgramsAsLittleAsSuiteSparse(String name, long peer)
      throws IOException {
    Path data = Patterns.data();
    assumeTrue(data != null, "benchmark data are not at hand");
    Path file = data.resolve("netlib_lp/feasible/" + name + ".mps.gz");
    assumeTrue(Files.exists(file), file + " is not at hand");
    SparseMatrix gram = WeightedGram.analyze(Patterns.constraints(file), null).matrix();
    long ours = fill(gram, Ordering.AMD);
    assertTrue(ours <= fill(gram, Ordering.NATURAL), "more fill than the natural order");
    // Ties between equal degrees are worth a few percent.
    assertTrue(ours <= 1.03 * peer, ours + " entries, SuiteSparse " + peer);
  }

  @Test
  void lowerEntriesAndRectanglesAreRefused() {
    SparseMatrix lower =
        SparseMatrix.ofTriplets(2, 2, 1, new int[] {1}, new int[] {0}, new double[1]);
    assertThrows(IllegalArgumentException.class, () -> Ordering.AMD.permutation(lower));
    SparseMatrix wide = SparseMatrix.zero(2, 3);
    assertThrows(IllegalArgumentException.class, () -> Ordering.AMD.permutation(wide));
  }

  private static long fill(SparseMatrix upper, Ordering ordering) {
    int[] permutation = ordering.permutation(upper);
    assertPermutation(upper.columns(), permutation, ordering.name());
    return SymbolicFill.entries(upper, permutation);
  }

  private static void assertPermutation(int n, int[] permutation, String message) {
    assertEquals(n, permutation.length, message);
    boolean[] seen = new boolean[n];
    for (int old : permutation) {
      assertTrue(old >= 0 && old < n && !seen[old], message);
      seen[old] = true;
    }
  }

  /** The first rows full, the others coupled to them alone. */
  private static SparseMatrix arrow(int n, int fullRows) {
    int[] row = new int[n * fullRows];
    int[] column = new int[n * fullRows];
    int count = 0;
    for (int i = 0; i < fullRows; i++) {
      for (int j = i + 1; j < n; j++) {
        row[count] = i;
        column[count++] = j;
      }
    }
    return SparseMatrix.ofTriplets(n, n, count, row, column, new double[count]);
  }

  /** A grid of 2000 vertices and 25 of 20 vertices each. */
  private static SparseMatrix separateGrids() {
    SparseMatrix large = Patterns.grid(50, 40, 1);
    SparseMatrix small = Patterns.grid(5, 4, 1);
    int entries = large.nonzeros() + 25 * small.nonzeros();
    int[] row = new int[entries];
    int[] column = new int[entries];
    int count = 0;
    for (int block = 0; block <= 25; block++) {
      SparseMatrix grid = block == 0 ? large : small;
      int offset = block == 0 ? 0 : 2000 + 20 * (block - 1);
      for (int j = 0; j < grid.columns(); j++) {
        for (int p = grid.columnStarts()[j]; p < grid.columnStarts()[j + 1]; p++) {
          row[count] = offset + grid.rowIndices()[p];
          column[count++] = offset + j;
        }
      }
    }
    return SparseMatrix.ofTriplets(2500, 2500, count, row, column, new double[count]);
  }
}
