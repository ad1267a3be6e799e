package org.infimum.convex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.infimum.convex.io.ProblemFiles;
import org.infimum.convex.io.Problems;
import org.infimum.convex.io.ReadOptions;
import org.infimum.core.InputException;
import org.infimum.core.Run;
import org.infimum.core.Status;
import org.infimum.linalg.SparseMatrix;
import org.junit.jupiter.api.Test;

/** Programs at the edge of what a program is, budgets, and small real programs. */
class SolverEdgeCasesTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static Run run() {
    return Run.builder().threads(1).build();
  }

  private static double[] filled(int length, double value) {
    double[] array = new double[length];
    Arrays.fill(array, value);
    return array;
  }

  private static ConicProgram.Builder rows(
      double[] q, double[][] a, double[] lower, double[] upper) {
    return ConicProgram.rows(q, RandomPrograms.sparse(a, q.length), lower, upper);
  }

  /** Solves with and without presolve; the errors allow 1e-8 relative, the duals here are small. */
  private static void assertOptimum(double expected, ConicProgram.Builder builder) {
    ConicProgram program = builder.build();
    for (boolean presolve : new boolean[] {true, false}) {
      ConicResult result = InteriorPoint.DEFAULT.withPresolve(presolve).solve(program, run());
      String where = "presolve " + presolve;
      assertEquals(Status.OPTIMAL, result.status(), where);
      assertEquals(expected, result.objective(), 1e-7 * (1.0 + Math.abs(expected)), where);
      WeakDuality.assertHolds(program, result, where);
    }
  }

  private static void assertStatus(Status expected, ConicProgram.Builder builder) {
    ConicProgram program = builder.build();
    for (boolean presolve : new boolean[] {true, false}) {
      ConicResult result = InteriorPoint.DEFAULT.withPresolve(presolve).solve(program, run());
      assertEquals(expected, result.status(), "presolve " + presolve);
    }
  }

  @Test
  void programsWithoutRowsOrColumns() {
    double[] none = {};
    assertOptimum(7, rows(none, new double[0][0], none, none).constant(7));
    assertOptimum(
        0, rows(none, new double[2][0], new double[] {-1, 0}, new double[] {0, INFINITY}));
    assertStatus(
        Status.PRIMAL_INFEASIBLE, rows(none, new double[1][0], new double[] {1}, new double[] {2}));
    ConicProgram.Builder box = rows(new double[] {1, -1, 0}, new double[0][3], none, none);
    assertOptimum(-5, box.columnBounds(new double[] {-2, 0, -INFINITY}, new double[] {9, 3, 1}));
    assertStatus(Status.DUAL_INFEASIBLE, rows(new double[] {1, -1}, new double[0][2], none, none));
  }

  @Test
  void aMatrixOfZeros() {
    SparseMatrix stored =
        SparseMatrix.ofTriplets(2, 2, 2, new int[] {0, 1}, new int[] {0, 1}, new double[2]);
    double[] q = {1, 2};
    for (SparseMatrix a : new SparseMatrix[] {SparseMatrix.zero(2, 2), stored}) {
      assertOptimum(0, ConicProgram.rows(q, a, new double[] {0, -1}, new double[] {0, 1}));
      ConicProgram contradiction =
          ConicProgram.rows(q, a, new double[] {1, -1}, new double[] {1, 1}).build();
      assertEquals(
          Status.PRIMAL_INFEASIBLE, InteriorPoint.DEFAULT.solve(contradiction, run()).status());
    }
  }

  @Test
  void fixedColumns() {
    double[] fixed = {1, 2};
    double[][] a = {{1, 1}};
    assertOptimum(5, rows(fixed, a, new double[] {3}, new double[] {3}).columnBounds(fixed, fixed));
    assertStatus(
        Status.PRIMAL_INFEASIBLE,
        rows(fixed, a, new double[] {4}, new double[] {5}).columnBounds(fixed, fixed));
    assertOptimum(
        3,
        rows(fixed, a, new double[] {2}, new double[] {INFINITY})
            .columnBounds(new double[] {1, 0}, new double[] {1, 9}));
  }

  @Test
  void freeRowsAndFreeColumns() {
    double[] free = filled(2, -INFINITY);
    double[] nowhere = filled(2, INFINITY);
    double[][] a = {{1, 1}, {1, -1}, {3, 7}};
    double[] lower = {4, 2, -INFINITY};
    double[] upper = {4, 2, INFINITY};
    assertOptimum(5, rows(new double[] {1, 2}, a, lower, upper).columnBounds(free, nowhere));
    assertStatus(
        Status.DUAL_INFEASIBLE,
        rows(new double[] {1, 2}, new double[0][2], new double[0], new double[0])
            .columnBounds(free, nowhere));
    assertOptimum(
        -2.5,
        rows(new double[] {1, 2}, new double[0][2], new double[0], new double[0])
            .quadratic(OptimalPair.diagonalMatrix(new double[] {1, 1}))
            .columnBounds(free, nowhere));
  }

  @Test
  void duplicatedRows() {
    double[][] a = {{1, 1}, {1, 1}, {2, 2}};
    double[] q = {1, 3};
    assertOptimum(2, rows(q, a, new double[] {2, 2, 4}, new double[] {2, 2, 4}));
    ConicProgram contradiction = rows(q, a, new double[] {2, 3, 4}, new double[] {2, 3, 4}).build();
    ConicResult result = InteriorPoint.DEFAULT.solve(contradiction, run());
    assertEquals(Status.PRIMAL_INFEASIBLE, result.status());
  }

  @Test
  void numbersOfVerySmallAndVeryLargeSize() {
    double[][] a = {{1, 1}};
    for (double scale : new double[] {1e-8, 1e8}) {
      double[] q = {scale, 2 * scale};
      double[] end = {scale};
      double[] none = {INFINITY};
      // Relative to 1 + the size of the data, small data leave an absolute error of 1e-8.
      assertOptimum(scale * scale, rows(q, a, end, none));
      assertOptimum(
          1,
          rows(
              new double[] {scale, 3 * scale},
              new double[][] {{scale, scale}},
              new double[] {1},
              none));
    }
    double[][] noisy = {{1, 1e-8}, {1e-8, 1}};
    assertOptimum(
        2.0 / (1.0 + 1e-8),
        rows(new double[] {1, 1}, noisy, new double[] {1, 1}, filled(2, INFINITY)));
  }

  /** minimize sum (x_j - j)^2 / 2 with sum x = 13 * 6 / 2: every x_j is j - 3, by symmetry. */
  @Test
  void aQuadraticProgramOfThirteenColumns() {
    int n = 13;
    double[] q = new double[n];
    Arrays.setAll(q, j -> -j);
    double[][] a = {filled(n, 1.0)};
    double[] sum = {39};
    double constant = 0.5 * 650;
    assertOptimum(
        0.5 * 9 * n,
        rows(q, a, sum, sum)
            .quadratic(OptimalPair.diagonalMatrix(filled(n, 1.0)))
            .columnBounds(filled(n, -INFINITY), filled(n, INFINITY))
            .constant(constant));
  }

  @Test
  void crossedBoundsAreAnInfeasibleProgram() {
    double[][] a = {{1}};
    double[] q = {1};
    assertStatus(Status.PRIMAL_INFEASIBLE, rows(q, a, new double[] {2}, new double[] {1}));
    assertStatus(
        Status.PRIMAL_INFEASIBLE,
        rows(q, a, new double[] {0}, new double[] {1})
            .columnBounds(new double[] {3}, new double[] {2}));
  }

  @Test
  void boundsOf1e20AreNone() {
    double[][] a = {{1, 1}};
    ConicProgram.Builder open =
        rows(new double[] {-1, 0}, a, new double[] {-1e20}, new double[] {1e21});
    assertStatus(Status.DUAL_INFEASIBLE, open.columnBounds(filled(2, -1e30), filled(2, 1e20)));
  }

  @Test
  void notANumberIsRefusedByName() {
    String[] columns = {"bread"};
    String[] names = {"flour"};
    double[] nan = {Double.NaN};
    double[] one = {1};
    double[][] a = {{1}};
    refused("bread", rows(nan, a, one, one).names(columns, names));
    refused("flour", rows(one, a, nan, one).names(columns, names));
    refused("bread", rows(one, new double[][] {{Double.NaN}}, one, one).names(columns, names));
    refused("bread", rows(one, a, one, one).names(columns, names).columnBounds(nan, one));
  }

  private static void refused(String mention, ConicProgram.Builder builder) {
    String message =
        String.valueOf(assertThrows(InputException.class, builder::build).getMessage());
    assertTrue(message.contains(mention), message);
  }

  @Test
  void aRunThatStopsReturnsFiniteErrors() {
    ConicProgram program = AllocationCount.program("adlittle.mps.gz");
    Run cancelled = run();
    cancelled.cancel();
    Run noTime = Run.builder().threads(1).timeLimit(Duration.ZERO).build();
    Run threeIterations = Run.builder().threads(1).iterationLimit(3).build();
    assertStopped(Status.INTERRUPTED, program, cancelled);
    assertStopped(Status.TIME_LIMIT, program, noTime);
    assertStopped(Status.ITERATION_LIMIT, program, threeIterations);
  }

  private static void assertStopped(Status expected, ConicProgram program, Run run) {
    for (boolean presolve : new boolean[] {true, false}) {
      ConicResult result = InteriorPoint.DEFAULT.withPresolve(presolve).solve(program, run);
      assertEquals(expected, result.status());
      assertTrue(Double.isFinite(result.errors().largest()));
      assertTrue(Double.isFinite(result.objective()));
      WeakDuality.assertHolds(program, result, expected.label());
    }
  }

  /** Optima from the netlib and Maros-Meszaros tables, to the digits printed there. */
  @Test
  void smallRealProgramsHaveTheirPublishedOptima() {
    String[] names = {
      "afiro.mps.gz",
      "adlittle.mps.gz",
      "sc50a.mps.gz",
      "hs35mod.qps.gz",
      "hs76.qps.gz",
      "qafiro.qps.gz"
    };
    double[] optima = {
      -464.75314286, 225494.96316, -64.575077059, 0.25, -4.68181818182, -1.59078179
    };
    for (int k = 0; k < names.length; k++) {
      ConicProgram program = AllocationCount.program(names[k]);
      for (boolean presolve : new boolean[] {true, false}) {
        ConicResult result = InteriorPoint.DEFAULT.withPresolve(presolve).solve(program, run());
        assertEquals(Status.OPTIMAL, result.status(), names[k]);
        double tolerance = 1e-7 * (1.0 + Math.abs(optima[k]));
        assertEquals(optima[k], result.objective(), tolerance, names[k]);
        WeakDuality.assertHolds(program, result, names[k]);
      }
    }
  }

  @Test
  void aRealProgramLargeEnoughForTwoThreadsHasTheBitsOfOne() {
    Path data = Problems.benchmarkData();
    assumeTrue(data != null, "the benchmark data is not here");
    Path file = data.resolve("netlib_lp/feasible/d2q06c.mps.gz");
    SolverPropertiesTest.assertSameBits(ProblemFiles.read(file, ReadOptions.strict()).program());
  }
}
