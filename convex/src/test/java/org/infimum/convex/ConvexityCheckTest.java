package org.infimum.convex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.infimum.core.InputException;
import org.infimum.core.Run;
import org.infimum.linalg.SparseMatrix;
import org.junit.jupiter.api.Test;

class ConvexityCheckTest {
  private static final long SEED = Long.getLong("infimum.seed", 20261122L);

  private static int failingPivot(SparseMatrix p) {
    return ConvexityCheck.failingPivot(p, Run.unlimited());
  }

  /** The upper triangle of F'F with F rank x n, entries in [-1, 1] scaled by column. */
  private static double[][] gram(Random random, int n, int rank) {
    double[][] f = new double[rank][n];
    double[] scale = new double[n];
    Arrays.setAll(scale, j -> Math.scalb(1.0, random.nextInt(20) - 10));
    for (double[] row : f) {
      Arrays.setAll(row, j -> scale[j] * (2.0 * random.nextDouble() - 1.0));
    }
    double[][] p = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        for (double[] row : f) {
          p[i][j] += row[i] * row[j];
        }
      }
    }
    return p;
  }

  private static SparseMatrix upperTriangle(double[][] p) {
    int n = p.length;
    int[] row = new int[n * n];
    int[] column = new int[n * n];
    double[] value = new double[n * n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        row[count] = i;
        column[count] = j;
        value[count++] = p[i][j];
      }
    }
    return SparseMatrix.ofTriplets(n, n, count, row, column, value);
  }

  @Test
  void everySingularGramMatrixPassesAndALoweredDiagonalFails() {
    for (int trial = 0; trial < 100; trial++) {
      long seed = SEED + trial;
      String replay = "replay with -Dinfimum.seed=" + seed;
      Random random = new Random(seed);
      int n = 2 + random.nextInt(30);
      double[][] p = gram(random, n, 1 + random.nextInt(n - 1));
      assertEquals(-1, failingPivot(upperTriangle(p)), replay);
      // The matrix is singular; any direction of its null space with a component here turns
      // negative.
      for (int j = 0; j < n; j++) {
        p[j][j] *= 1.0 - 1e-4;
      }
      assertTrue(failingPivot(upperTriangle(p)) >= 0, replay);
    }
  }

  @Test
  void aSingularChainOfManyColumnsPasses() {
    int n = 50_000;
    int[] row = new int[2 * n];
    int[] column = new int[2 * n];
    double[] value = new double[2 * n];
    int count = 0;
    for (int j = 0; j < n; j++) {
      row[count] = j;
      column[count] = j;
      value[count++] = j == 0 || j == n - 1 ? 1.0 : 2.0;
      if (j > 0) {
        row[count] = j - 1;
        column[count] = j;
        value[count++] = -1.0;
      }
    }
    assertEquals(-1, failingPivot(SparseMatrix.ofTriplets(n, n, count, row, column, value)));
  }

  @Test
  void smallMinorsNameTheirColumn() {
    assertEquals(1, failingPivot(upperTriangle(new double[][] {{1, 0}, {0, -1e-300}})));
    assertEquals(0, failingPivot(upperTriangle(new double[][] {{0, 1}, {0, 5}})));
    assertEquals(1, failingPivot(upperTriangle(new double[][] {{5, 1}, {0, 0}})));
    assertEquals(1, failingPivot(upperTriangle(new double[][] {{1, 2}, {0, 1}})));
    assertEquals(-1, failingPivot(upperTriangle(new double[][] {{1, 1}, {0, 1}})));
    assertEquals(-1, failingPivot(SparseMatrix.zero(3, 3)));
  }

  @Test
  void aNegativeEigenvalueBehindPositiveMinorsIsFound() {
    // 1 on the diagonal, -0.6 off it: every 2 x 2 minor is 0.64, the smallest eigenvalue -0.2.
    double[][] p = {{1, -0.6, -0.6}, {0, 1, -0.6}, {0, 0, 1}};
    assertTrue(failingPivot(upperTriangle(p)) >= 0);
  }

  @Test
  void theRefusalNamesTheColumnInTheUsersSense() {
    SparseMatrix a = SparseMatrix.zero(0, 2);
    ConicProgram program =
        ConicProgram.rows(new double[2], a, new double[0], new double[0])
            .quadratic(upperTriangle(new double[][] {{1, 0}, {0, -1}}))
            .names(new String[] {"first", "second"}, new String[0])
            .sense(Sense.MAXIMIZE)
            .build();
    InputException refusal =
        assertThrows(
            InputException.class, () -> ConvexityCheck.requireConvex(program, Run.unlimited()));
    assertTrue(refusal.toString().contains("concave"), refusal.toString());
    assertTrue(refusal.toString().contains("\"second\""), refusal.toString());
  }
}
