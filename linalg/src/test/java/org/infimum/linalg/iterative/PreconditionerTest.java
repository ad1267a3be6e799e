package org.infimum.linalg.iterative;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.infimum.core.Run;
import org.infimum.linalg.LinearOperator;
import org.infimum.linalg.Patterns;
import org.infimum.linalg.SparseMatrix;
import org.infimum.linalg.WeightedGram;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class PreconditionerTest {
  private final Random random = new Random(Patterns.seed());

  /** A symmetric matrix given by its upper triangle. */
  private record Symmetric(SparseMatrix upper) implements LinearOperator {
    @Override
    public int rows() {
      return upper.rows();
    }

    @Override
    public int columns() {
      return upper.columns();
    }

    @Override
    public void apply(double[] x, double[] y) {
      Arrays.fill(y, 0.0);
      upper.symmetricMultiplyAdd(1.0, x, y);
    }

    @Override
    public void applyTransposed(double[] x, double[] y) {
      apply(x, y);
    }
  }

  /** The Laplacian of a grid plus a small multiple of the identity. */
  private static SparseMatrix laplacian(int width, int height) {
    SparseMatrix edges = Patterns.grid(width, height, 1);
    int n = edges.columns();
    int count = edges.nonzeros() + n;
    int[] row = Arrays.copyOf(edges.rowIndices(), count);
    int[] column = new int[count];
    double[] value = new double[count];
    double[] degree = new double[n];
    for (int j = 0; j < n; j++) {
      for (int k = edges.columnStarts()[j]; k < edges.columnStarts()[j + 1]; k++) {
        column[k] = j;
        value[k] = -1.0;
        degree[j]++;
        degree[row[k]]++;
      }
    }
    for (int j = 0; j < n; j++) {
      row[edges.nonzeros() + j] = j;
      column[edges.nonzeros() + j] = j;
      value[edges.nonzeros() + j] = degree[j] + 1e-3;
    }
    return SparseMatrix.ofTriplets(n, n, count, row, column, value);
  }

  private KrylovResult solve(SparseMatrix upper, Preconditioner m) {
    double[] b = new Random(Patterns.seed()).doubles(upper.columns(), -1.0, 1.0).toArray();
    return new ConjugateGradients(1e-8, 5_000)
        .solve(new Symmetric(upper), m, b, new double[b.length], Run.unlimited());
  }

  @Test
  void incompleteCholeskyWithoutFillIsExact() {
    SparseMatrix path = laplacian(60, 1);
    double[] x = random.doubles(60, -1.0, 1.0).toArray();
    double[] b = new double[60];
    path.symmetricMultiplyAdd(1.0, x, b);
    double[] z = new double[60];
    IncompleteCholesky factor = new IncompleteCholesky(path);
    factor.solve(b, z);
    assertEquals(0.0, factor.shift());
    assertArrayEquals(x, z, 1e-9, "seed " + Patterns.seed());
  }

  @Test
  void everyPreconditionerIsSymmetric() {
    SparseMatrix grid = laplacian(12, 9);
    int n = grid.columns();
    for (Preconditioner m :
        List.of(
            new Jacobi(grid),
            new SymmetricOverRelaxation(grid, 1.3),
            new IncompleteCholesky(grid))) {
      double[] u = random.doubles(n).toArray();
      double[] v = random.doubles(n).toArray();
      double[] mu = new double[n];
      double[] mv = new double[n];
      m.solve(u, mu);
      m.solve(v, mv);
      double uv = Blas1.dot(n, u, mv);
      assertEquals(uv, Blas1.dot(n, mu, v), 1e-12 * Math.abs(uv), m.getClass().getSimpleName());
    }
  }

  @Test
  void overRelaxationInvertsItsProduct() {
    // (D + L) D^-1 (D + L') = A + L D^-1 L' for omega = 1, checked on a path of three vertices.
    SparseMatrix path = laplacian(3, 1);
    double[] d = {1.001, 2.001, 1.001};
    double[] x = {1.0, -2.0, 0.5};
    double[] b = new double[3];
    path.symmetricMultiplyAdd(1.0, x, b);
    b[1] += x[1] / d[0];
    b[2] += x[2] / d[1];
    double[] z = new double[3];
    new SymmetricOverRelaxation(path, 1.0).solve(b, z);
    assertArrayEquals(x, z, 1e-14);
  }

  @Test
  void betterPreconditionersNeedFewerSteps() {
    SparseMatrix grid = laplacian(60, 50);
    int none = solve(grid, Preconditioner.IDENTITY).iterations();
    int relaxed = solve(grid, new SymmetricOverRelaxation(grid, 1.5)).iterations();
    int incomplete = solve(grid, new IncompleteCholesky(grid)).iterations();
    assertTrue(relaxed < 0.5 * none, relaxed + " of " + none);
    assertTrue(incomplete < 0.5 * none, incomplete + " of " + none);
  }

  @Test
  void aBreakdownIsCuredByAShift() {
    // Positive definite, but the incomplete pivot of the last column is negative (Kershaw, 1978).
    SparseMatrix upper =
        SparseMatrix.ofTriplets(
            4,
            4,
            8,
            new int[] {0, 0, 1, 1, 2, 2, 0, 3},
            new int[] {0, 1, 1, 2, 2, 3, 3, 3},
            new double[] {3, -2, 3, -2, 3, -2, 2, 3});
    IncompleteCholesky factor = new IncompleteCholesky(upper);
    assertTrue(factor.shift() > 0.0);
    assertEquals(KrylovResult.Ending.SOLVED, solve(upper, factor).ending());
  }

  @Test
  void normalEquationsOfLinearProgramsAreSolved() throws IOException {
    Path data = Patterns.data();
    Assumptions.assumeTrue(data != null, "benchmark data are not at hand");
    for (String name : new String[] {"afiro", "stocfor1", "ship04l", "ken-07"}) {
      SparseMatrix a = Patterns.constraints(data.resolve("netlib_lp/feasible/" + name + ".mps.gz"));
      WeightedGram gram = WeightedGram.analyze(a, null);
      double[] weights = random.doubles(a.columns(), 0.5, 2.0).toArray();
      double[] diagonal = new double[a.rows()];
      Arrays.fill(diagonal, 1.0);
      gram.compute(weights, diagonal, 1);
      SparseMatrix normal = gram.matrix();
      KrylovResult plain = solve(normal, new Jacobi(normal));
      KrylovResult incomplete = solve(normal, new IncompleteCholesky(normal));
      assertEquals(KrylovResult.Ending.SOLVED, plain.ending(), name);
      assertEquals(KrylovResult.Ending.SOLVED, incomplete.ending(), name);
      assertTrue(incomplete.iterations() <= plain.iterations(), name);
    }
  }

  @Test
  void matricesWithoutAPositiveDiagonalAreRefused() {
    SparseMatrix zero = SparseMatrix.zero(2, 2);
    assertThrows(IllegalArgumentException.class, () -> new Jacobi(zero));
    assertThrows(IllegalArgumentException.class, () -> new IncompleteCholesky(zero));
    SparseMatrix one = laplacian(2, 1);
    assertThrows(IllegalArgumentException.class, () -> new SymmetricOverRelaxation(one, 2.0));
  }
}
