package org.infimum.convex.presolve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.Errors;
import org.infimum.convex.Verifier;
import org.infimum.core.Run;
import org.infimum.linalg.SparseMatrix;
import org.junit.jupiter.api.Test;

class PresolveTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final int PROGRAMS = 600;
  private static final long SEED = Long.getLong("infimum.seed", 20260000L);

  /** The solver's own errors below which its answer counts as an optimum. */
  private static final double SOLVED = 1e-7;

  @Test
  void postsolvedPairsAreAsOptimalAsTheReducedOnes() {
    for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
      RandomProgram drawn = new RandomProgram(seed, seed % 3 == 0);
      Presolved presolved = Presolve.run(drawn.program, Run.unlimited());
      String replay = "replay with -Dinfimum.seed=" + seed;
      assertNull(presolved.farkas(), replay);
      assertNull(presolved.recession(), replay);

      DenseInteriorPoint solver = new DenseInteriorPoint(presolved.reduced());
      Errors before = new Verifier(presolved.reduced()).measure(solver.x, solver.y);
      double[] x = new double[drawn.program.columns()];
      double[] y = new double[drawn.program.rows()];
      presolved.postsolve(solver.x, solver.y, x, y);
      Errors after = new Verifier(drawn.program).measure(x, y);

      assertTrue(before.largest() < SOLVED, replay);
      // 1e-12 leaves room for rounding where the reduced program is solved exactly.
      assertTrue(after.largest() <= 10.0 * Math.max(1e-12, before.largest()), replay);
      double optimum = new Verifier(drawn.program).measure(drawn.x, drawn.y).primalObjective();
      assertEquals(
          optimum, after.primalObjective(), 1e2 * SOLVED * (1 + Math.abs(optimum)), replay);
    }
  }

  @Test
  void randomProgramsExerciseEveryRule() {
    Map<String, Integer> reductions = new TreeMap<>();
    for (long seed = 0; seed < 2000; seed++) {
      Presolve.run(new RandomProgram(seed, seed % 3 == 0).program, Run.unlimited())
          .summary()
          .reductions()
          .forEach((rule, count) -> reductions.merge(rule, count, Integer::sum));
    }
    assertEquals(
        "dominated column, doubleton equality, dual fixing, empty column, empty row, fixed column,"
            + " forcing row, implied free column, parallel column, parallel row, redundant row,"
            + " singleton column, singleton row",
        String.join(", ", reductions.keySet()));
  }

  @Test
  void theSameProgramIsReducedToTheSameBits() {
    for (long seed = SEED; seed < SEED + 50; seed++) {
      ConicProgram program = new RandomProgram(seed, true).program;
      ConicProgram first = Presolve.run(program, Run.builder().threads(1).build()).reduced();
      ConicProgram second = Presolve.run(program, Run.builder().threads(2).build()).reduced();
      assertArrayEquals(first.q(), second.q());
      assertArrayEquals(first.rowLower(), second.rowLower());
      assertArrayEquals(first.a().values(), second.a().values());
    }
  }

  @Test
  void infeasibilityHasAFarkasRayOfTheOriginalRows() {
    int found = 0;
    for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
      String replay = "replay with -Dinfimum.seed=" + seed;
      ConicProgram program = withContradiction(new RandomProgram(seed, seed % 3 == 0), seed);
      Presolved presolved = Presolve.run(program, Run.unlimited());
      assertNull(presolved.recession(), replay);
      double[] y = presolved.farkas();
      if (y == null) {
        y = new double[program.rows()];
        presolved.postsolveFarkas(RayPrograms.farkas(presolved.reduced()), y);
      } else {
        found++;
      }
      assertFarkas(program, y, replay);
      assertTrue(new Verifier(program).farkasError(y) < 1e-8, replay);
    }
    assertTrue(found > PROGRAMS / 10, "presolve found " + found);
  }

  /** Adds a row that demands more than a hidden combination of other rows and bounds allows. */
  private static ConicProgram withContradiction(RandomProgram drawn, long seed) {
    ConicProgram program = drawn.program;
    Random random = new Random(seed);
    int n = program.columns();
    int m = program.rows();
    double[][] a = new double[m + 1][];
    for (int i = 0; i <= m; i++) {
      a[i] = new double[n];
    }
    for (int j = 0; j < n; j++) {
      for (int k = program.a().columnStarts()[j]; k < program.a().columnStarts()[j + 1]; k++) {
        a[program.a().rowIndices()[k]][j] = program.a().values()[k];
      }
    }
    double[] rowLower = Arrays.copyOf(program.rowLower(), m + 1);
    double[] rowUpper = Arrays.copyOf(program.rowUpper(), m + 1);
    double most = 0.0;
    for (int i = 0; i < m; i++) {
      double multiplier = random.nextInt(3) == 0 ? random.nextInt(-2, 3) : 0.0;
      double end = multiplier > 0.0 ? rowUpper[i] : rowLower[i];
      if (multiplier != 0.0 && Double.isFinite(end)) {
        most += multiplier * end;
        for (int j = 0; j < n; j++) {
          a[m][j] += multiplier * a[i][j];
        }
      }
    }
    for (int j = 0; j < n; j++) {
      double multiplier = random.nextInt(3) == 0 ? random.nextInt(-2, 3) : 0.0;
      double end = multiplier > 0.0 ? program.columnUpper()[j] : program.columnLower()[j];
      if (multiplier != 0.0 && Double.isFinite(end)) {
        most += multiplier * end;
        a[m][j] += multiplier;
      }
    }
    rowLower[m] = most + 0.5;
    rowUpper[m] = INFINITY;
    return ConicProgram.rows(program.q(), RandomProgram.sparse(a, n, false), rowLower, rowUpper)
        .columnBounds(program.columnLower(), program.columnUpper())
        .quadratic(program.p())
        .build();
  }

  /** The definition in {@link org.infimum.convex.Certificate.Farkas}, in plain arithmetic. */
  private static void assertFarkas(ConicProgram program, double[] y, String replay) {
    double[] d = new double[program.columns()];
    program.a().transposeMultiplyAdd(1.0, y, d);
    double largest = 0.0;
    for (double v : y) {
      largest = Math.max(largest, Math.abs(v));
    }
    double gap = 0.0;
    for (int i = 0; i < y.length; i++) {
      gap += product(y[i], y[i] > 0.0 ? program.rowLower()[i] : program.rowUpper()[i], largest);
    }
    for (int j = 0; j < d.length; j++) {
      gap -=
          product(d[j], d[j] > 0.0 ? program.columnUpper()[j] : program.columnLower()[j], largest);
    }
    assertTrue(gap > 1e-6 * largest, replay + ": gap " + gap);
  }

  /** A multiplier times its end; rounding on an infinite end counts as 0. */
  private static double product(double multiplier, double end, double largest) {
    return Math.abs(multiplier) <= 1e-9 * largest && Double.isInfinite(end)
        ? 0.0
        : multiplier * end;
  }

  @Test
  void unboundednessHasARecessionRayOfTheOriginalColumns() {
    int found = 0;
    for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
      String replay = "replay with -Dinfimum.seed=" + seed;
      ConicProgram program = withDescent(new RandomProgram(seed, false).program, seed);
      Presolved presolved = Presolve.run(program, Run.unlimited());
      assertNull(presolved.farkas(), replay);
      double[] x = presolved.recession();
      if (x == null) {
        x = new double[program.columns()];
        presolved.postsolveRecession(RayPrograms.recession(presolved.reduced()), x);
      } else {
        found++;
      }
      assertTrue(new Verifier(program).recessionError(x) < 1e-8, replay);
    }
    assertTrue(found > PROGRAMS / 10, "presolve found " + found);
  }

  /** Makes an existing direction of the constraints, if there is one, a direction of descent. */
  private static ConicProgram withDescent(ConicProgram program, long seed) {
    Random random = new Random(seed);
    int n = program.columns();
    int m = program.rows();
    double[][] a = new double[m][n + 1];
    for (int j = 0; j < n; j++) {
      for (int k = program.a().columnStarts()[j]; k < program.a().columnStarts()[j + 1]; k++) {
        a[program.a().rowIndices()[k]][j] = program.a().values()[k];
      }
    }
    double[] q = Arrays.copyOf(program.q(), n + 1);
    double[] lower = Arrays.copyOf(program.columnLower(), n + 1);
    double[] upper = Arrays.copyOf(program.columnUpper(), n + 1);
    // The new column undoes in all rows what some columns do that may move without end.
    upper[n] = INFINITY;
    double descent = 1.0;
    for (int j = 0; j < n; j++) {
      double step = lower[j] == Double.NEGATIVE_INFINITY ? -1.0 : upper[j] == INFINITY ? 1.0 : 0.0;
      if (random.nextBoolean()) {
        step = 0.0;
      }
      descent += step * q[j];
      for (int i = 0; i < m; i++) {
        a[i][n] -= step * a[i][j];
      }
    }
    q[n] = -descent;
    return ConicProgram.rows(
            q, RandomProgram.sparse(a, n + 1, false), program.rowLower(), program.rowUpper())
        .columnBounds(lower, upper)
        .build();
  }

  @Test
  void crossedBoundsAreTheirOwnProof() {
    ConicProgram program =
        ConicProgram.rows(new double[1], SparseMatrix.zero(1, 1), new double[1], new double[1])
            .columnBounds(new double[] {1.0}, new double[] {0.0})
            .build();
    assertArrayEquals(new double[1], Presolve.run(program, Run.unlimited()).farkas());
  }

  @Test
  void boundsThatCrossByRoundingAreRepaired() {
    ConicProgram program =
        ConicProgram.rows(new double[] {1.0}, SparseMatrix.zero(0, 1), new double[0], new double[0])
            .columnBounds(new double[] {1.0 + 1e-12}, new double[] {1.0})
            .build();
    Presolved presolved = Presolve.run(program, Run.unlimited());
    assertNull(presolved.farkas());
    double[] x = new double[1];
    presolved.postsolve(new double[0], new double[0], x, new double[0]);
    assertEquals(1.0, x[0], 1e-12);
  }

  @Test
  void aForcingRowTakesTheMultiplierThatMakesReducedCostsAdmissible() {
    // min -3 x1 - x2, x1 + x2 <= 0, x >= 0: y = -3 makes the reduced costs (0, 2).
    ConicProgram program =
        ConicProgram.rows(
                new double[] {-3.0, -1.0},
                RandomProgram.sparse(new double[][] {{1.0, 1.0}}, 2, false),
                new double[] {Double.NEGATIVE_INFINITY},
                new double[] {0.0})
            .build();
    Presolved presolved = Presolve.run(program, Run.unlimited());
    assertEquals(0, presolved.reduced().columns());
    double[] x = new double[2];
    double[] y = new double[1];
    presolved.postsolve(new double[0], new double[0], x, y);
    assertArrayEquals(new double[2], x);
    assertArrayEquals(new double[] {-3.0}, y);
  }

  @Test
  void aCancelledRunLeavesAValidProgram() {
    RandomProgram drawn = new RandomProgram(SEED, false);
    Run run = Run.unlimited();
    run.cancel();
    Presolved presolved = Presolve.run(drawn.program, run);
    double[] x = new double[drawn.program.columns()];
    double[] y = new double[drawn.program.rows()];
    DenseInteriorPoint solver = new DenseInteriorPoint(presolved.reduced());
    presolved.postsolve(solver.x, solver.y, x, y);
    assertTrue(new Verifier(drawn.program).measure(x, y).within(SOLVED));
    assertNotNull(presolved.summary());
  }
}
