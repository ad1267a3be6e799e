package org.infimum.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.infimum.core.Run;
import org.junit.jupiter.api.Test;

class SparseCholeskyTest {
  private final Random random = new Random(Patterns.seed());

  /** The Laplacian of a grid of side x side vertices with Dirichlet boundary, upper triangle. */
  private static SparseMatrix laplacian(int side) {
    int n = side * side;
    int[] row = new int[3 * n];
    int[] column = new int[3 * n];
    double[] value = new double[3 * n];
    int count = 0;
    for (int v = 0; v < n; v++) {
      count = put(row, column, value, count, v, v, 4.0);
      if (v % side > 0) {
        count = put(row, column, value, count, v - 1, v, -1.0);
      }
      if (v >= side) {
        count = put(row, column, value, count, v - side, v, -1.0);
      }
    }
    return SparseMatrix.ofTriplets(n, n, count, row, column, value);
  }

  private static int put(
      int[] row, int[] column, double[] value, int at, int i, int j, double entry) {
    row[at] = i;
    column[at] = j;
    value[at] = entry;
    return at + 1;
  }

  @Test
  void solvesTheLaplacianForManyRightHandSides() {
    for (int side : new int[] {1, 2, 7, 40}) {
      SparseMatrix upper = laplacian(side);
      int n = upper.columns();
      SparseCholesky cholesky = new SparseCholesky(upper, 2);
      assertTrue(cholesky.factor(upper.values(), Run.unlimited()));
      assertEquals(-1, cholesky.failedPivot());
      for (int count : new int[] {1, 2, 11}) {
        double[] x = random.doubles((long) n * count).toArray();
        double[] b = new double[n * count];
        for (int c = 0; c < count; c++) {
          multiply(side, x, b, c * n);
        }
        cholesky.solve(b, count);
        for (int k = 0; k < b.length; k++) {
          // The condition number is below side^2.
          assertEquals(x[k], b[k], 1e-14 * (side * side + 10), "seed " + Patterns.seed());
        }
      }
    }
  }

  private static void multiply(int side, double[] x, double[] y, int at) {
    for (int v = 0; v < side * side; v++) {
      double sum = 4.0 * x[at + v];
      sum -= v % side > 0 ? x[at + v - 1] : 0.0;
      sum -= v % side < side - 1 ? x[at + v + 1] : 0.0;
      sum -= v >= side ? x[at + v - side] : 0.0;
      sum -= v < side * (side - 1) ? x[at + v + side] : 0.0;
      y[at + v] = sum;
    }
  }

  @Test
  void saysThatAMatrixIsNotPositiveDefinite() {
    SparseMatrix upper = laplacian(6);
    SparseCholesky cholesky = new SparseCholesky(upper, 1);
    double[] values = upper.values().clone();
    double[] indefinite = values.clone();
    // Vertex 8's diagonal entry is the last of its column.
    indefinite[upper.columnStarts()[9] - 1] = -1.0;
    assertFalse(cholesky.factor(indefinite, Run.unlimited()));
    assertTrue(cholesky.failedPivot() >= 0);
    assertTrue(cholesky.factor(values, Run.unlimited()));
    Arrays.fill(indefinite, 0.0);
    assertFalse(cholesky.factor(indefinite, Run.unlimited()));
  }
}
