package org.infimum.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.infimum.core.Run;
import org.junit.jupiter.api.Test;

class LdlFactorTest {
  /** The random matrices are well conditioned: a few hundred units of rounding. */
  private static final double TOLERANCE = 1e-13;

  private static final double[] DENSITIES = {0.02, 0.1, 0.4, 1.0};

  /** Every small size, and the sizes around the edges of tiles, row blocks and panels. */
  private static int[] sizes() {
    int[] edges = {95, 97, 127, 128, 129, 136, 137, 191, 193, 255, 257, 330};
    int[] sizes = new int[71 + edges.length];
    for (int n = 0; n <= 70; n++) {
      sizes[n] = n;
    }
    System.arraycopy(edges, 0, sizes, 71, edges.length);
    return sizes;
  }

  @Test
  void solvesToRoundingForEverySizeKindAndKernel() {
    Random random = new Random(Patterns.seed());
    for (int n : sizes()) {
      for (double density : DENSITIES) {
        QuasidefiniteMatrices matrix = QuasidefiniteMatrices.random(n, density, random);
        int[] permutation = QuasidefiniteMatrices.randomPermutation(n, random);
        double[] b = random.doubles(3L * n, -1.0, 1.0).toArray();
        for (LdlFactor factor : variants(matrix, permutation)) {
          assertTrue(factor(factor, matrix), () -> "seed " + Patterns.seed());
          assertEquals(0, factor.replacedPivots());
          assertEquals(-1, factor.firstReplacedPivot());
          double[] x = b.clone();
          factor.solve(x, 3);
          for (int column = 0; column < 3; column++) {
            double error = matrix.backwardError(x, b, column);
            assertTrue(
                error <= TOLERANCE,
                () ->
                    "seed " + Patterns.seed() + ", n " + n + ", density " + density + ": " + error);
          }
        }
      }
    }
  }

  private static List<LdlFactor> variants(QuasidefiniteMatrices matrix, int[] permutation) {
    LdlSymbolic simplicial = LdlSymbolic.analyze(matrix.upper(), permutation, LdlKind.SIMPLICIAL);
    LdlSymbolic supernodal = LdlSymbolic.analyze(matrix.upper(), permutation, LdlKind.SUPERNODAL);
    return List.of(
        new LdlFactor(simplicial, 1),
        new LdlFactor(supernodal, 1, KernelChoice.SCALAR),
        new LdlFactor(supernodal, 1, KernelChoice.fastest()));
  }

  private static boolean factor(LdlFactor factor, QuasidefiniteMatrices matrix) {
    return factor.factor(matrix.upper().values(), matrix.signs(), 1e-13, 1e-7, Run.unlimited());
  }

  @Test
  void severalRightHandSidesGiveTheBitsOfSingleOnes() {
    Random random = new Random(Patterns.seed());
    for (int n : new int[] {1, 5, 40, 150, 300}) {
      QuasidefiniteMatrices matrix = QuasidefiniteMatrices.random(n, 0.1, random);
      double[] b = random.doubles(5L * n).toArray();
      for (LdlFactor factor :
          variants(matrix, QuasidefiniteMatrices.randomPermutation(n, random))) {
        factor(factor, matrix);
        double[] together = b.clone();
        factor.solve(together, 5);
        for (int column = 0; column < 5; column++) {
          double[] alone = Arrays.copyOfRange(b, column * n, (column + 1) * n);
          factor.solve(alone);
          assertArrayEquals(
              alone,
              Arrays.copyOfRange(together, column * n, (column + 1) * n),
              "column " + column);
        }
      }
    }
  }

  /** So many that panels are multiplied with all of them at once. */
  @Test
  void manyRightHandSidesAreSolvedTogether() {
    Random random = new Random(Patterns.seed());
    for (double density : new double[] {0.01, 0.1, 1.0}) {
      int n = 120;
      int count = 19;
      QuasidefiniteMatrices matrix = QuasidefiniteMatrices.random(n, density, random);
      double[] b = random.doubles((long) n * count).toArray();
      for (LdlFactor factor :
          variants(matrix, QuasidefiniteMatrices.randomPermutation(n, random))) {
        factor(factor, matrix);
        double[] x = b.clone();
        factor.solve(x, count);
        for (int column = 0; column < count; column++) {
          double error = matrix.backwardError(x, b, column);
          assertTrue(error <= TOLERANCE, "seed " + Patterns.seed() + ", density " + density);
        }
      }
    }
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    Random random = new Random(Patterns.seed());
    for (double density : new double[] {0.004, 0.05, 1.0}) {
      int n = 700;
      QuasidefiniteMatrices matrix = QuasidefiniteMatrices.random(n, density, random);
      LdlSymbolic symbolic =
          LdlSymbolic.analyze(
              matrix.upper(), Ordering.AMD.permutation(matrix.upper()), LdlKind.SUPERNODAL);
      double[] b = random.doubles(n).toArray();
      for (DenseKernels kernels : List.of(KernelChoice.SCALAR, KernelChoice.fastest())) {
        List<double[]> solutions = new ArrayList<>();
        for (int threads = 1; threads <= 3; threads++) {
          LdlFactor factor = new LdlFactor(symbolic, threads, kernels);
          assertTrue(factor(factor, matrix));
          double[] x = b.clone();
          factor.solve(x);
          solutions.add(x);
        }
        assertArrayEquals(solutions.get(0), solutions.get(1), "density " + density);
        assertArrayEquals(solutions.get(0), solutions.get(2), "density " + density);
      }
    }
  }

  @Test
  void aFactorIsRefilledWithNewValues() {
    Random random = new Random(Patterns.seed());
    int n = 200;
    QuasidefiniteMatrices matrix = QuasidefiniteMatrices.random(n, 0.05, random);
    double[] b = random.doubles(n).toArray();
    double[] values = matrix.upper().values();
    double[] old = values.clone();
    for (LdlFactor factor : variants(matrix, QuasidefiniteMatrices.randomPermutation(n, random))) {
      factor(factor, matrix);
      double[] expected = b.clone();
      factor.solve(expected);
      Arrays.setAll(values, k -> 3.0 * old[k]);
      factor(factor, matrix);
      System.arraycopy(old, 0, values, 0, old.length);
      factor(factor, matrix);
      double[] again = b.clone();
      factor.solve(again);
      assertArrayEquals(expected, again);
    }
  }

  @Test
  void pivotsOfTheWrongSignAreReplacedAndNamed() {
    int n = 40;
    for (LdlKind kind : List.of(LdlKind.SIMPLICIAL, LdlKind.SUPERNODAL)) {
      double[] diagonal = new double[n];
      Arrays.fill(diagonal, 2.0);
      diagonal[7] = -2.0;
      diagonal[31] = 1e-20;
      int[] index = new int[n];
      Arrays.setAll(index, i -> i);
      SparseMatrix upper = SparseMatrix.ofTriplets(n, n, n, index, index, diagonal);
      byte[] signs = new byte[n];
      Arrays.fill(signs, (byte) 1);
      LdlFactor factor = new LdlFactor(LdlSymbolic.analyze(upper, index, kind), 1);
      assertTrue(factor.factor(upper.values(), signs, 1e-13, 0.5, Run.unlimited()));
      assertEquals(2, factor.replacedPivots());
      assertTrue(factor.firstReplacedPivot() == 7 || factor.firstReplacedPivot() == 31);
      double[] x = new double[n];
      Arrays.fill(x, 1.0);
      factor.solve(x);
      assertEquals(2.0, x[7]);
      assertEquals(2.0, x[31]);
      assertEquals(0.5, x[0]);
    }
  }

  @Test
  void notANumberBecomesAReplacedPivot() {
    SparseMatrix upper = SparseMatrix.ofTriplets(1, 1, 1, new int[1], new int[1], new double[1]);
    LdlFactor factor = new LdlFactor(LdlSymbolic.analyze(upper, new int[1], LdlKind.AUTO), 1);
    assertTrue(factor.factor(new double[] {Double.NaN}, new byte[] {1}, 0.0, 1.0, Run.unlimited()));
    assertEquals(1, factor.replacedPivots());
  }

  @Test
  void aCancelledRunStopsTheFactorization() {
    Random random = new Random(Patterns.seed());
    QuasidefiniteMatrices matrix = QuasidefiniteMatrices.random(400, 0.5, random);
    Run run = Run.unlimited();
    run.cancel();
    for (LdlFactor factor :
        variants(matrix, QuasidefiniteMatrices.randomPermutation(400, random))) {
      assertFalse(factor.factor(matrix.upper().values(), matrix.signs(), 1e-13, 1e-7, run));
    }
  }

  @Test
  void oneThreadAllocatesNothingAfterTheFirstFactorization() {
    Random random = new Random(Patterns.seed());
    QuasidefiniteMatrices matrix = QuasidefiniteMatrices.random(120, 0.1, random);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long own = Thread.currentThread().threadId();
    Run run = Run.unlimited();
    double[] b = random.doubles(2 * 120).toArray();
    int[] permutation = QuasidefiniteMatrices.randomPermutation(120, random);
    for (LdlKind kind : List.of(LdlKind.SIMPLICIAL, LdlKind.SUPERNODAL)) {
      LdlFactor factor = new LdlFactor(LdlSymbolic.analyze(matrix.upper(), permutation, kind), 1);
      factor(factor, matrix);
      factor.solve(b, 2);
      threads.getThreadAllocatedBytes(own);
      long before = threads.getThreadAllocatedBytes(own);
      for (int repeat = 0; repeat < 5; repeat++) {
        factor.factor(matrix.upper().values(), matrix.signs(), 1e-13, 1e-7, run);
        factor.solve(b);
        factor.solve(b, 2);
      }
      assertEquals(0, threads.getThreadAllocatedBytes(own) - before, kind.name());
    }
  }

  @Test
  void aMatrixOrPermutationThatDoesNotFitIsRefused() {
    SparseMatrix noDiagonal =
        SparseMatrix.ofTriplets(2, 2, 2, new int[] {0, 0}, new int[] {0, 1}, new double[2]);
    SparseMatrix lower =
        SparseMatrix.ofTriplets(2, 2, 3, new int[] {0, 1, 1}, new int[] {0, 0, 1}, new double[3]);
    SparseMatrix diagonal =
        SparseMatrix.ofTriplets(2, 2, 2, new int[] {0, 1}, new int[] {0, 1}, new double[2]);
    int[] identity = {0, 1};
    refused(noDiagonal, identity);
    refused(lower, identity);
    refused(SparseMatrix.zero(2, 3), identity);
    refused(diagonal, new int[] {0, 0});
    refused(diagonal, new int[] {0, 2});
    refused(diagonal, new int[] {0});
    LdlSymbolic symbolic = LdlSymbolic.analyze(diagonal, identity, LdlKind.AUTO);
    assertThrows(IllegalArgumentException.class, () -> new LdlFactor(symbolic, 0));
  }

  private static void refused(SparseMatrix upper, int[] permutation) {
    assertThrows(
        IllegalArgumentException.class,
        () -> LdlSymbolic.analyze(upper, permutation, LdlKind.AUTO));
  }
}
