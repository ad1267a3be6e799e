package org.infimum.convex;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.BiConsumer;
import org.infimum.core.Run;
import org.infimum.core.Status;
import org.junit.jupiter.api.Test;

/** Properties of the whole solver, from call to result, on random programs. */
class SolverPropertiesTest {
  private static final long SEED = Long.getLong("infimum.seed", 20261121L);

  private static final int TRIALS = Integer.getInteger("infimum.trials", 60);

  private static final InteriorPoint PRESOLVED = InteriorPoint.DEFAULT;
  private static final InteriorPoint PLAIN = InteriorPoint.DEFAULT.withPresolve(false);

  /**
   * Six errors within 1e-8 leave the objective open by 1e-8 relative to its size, and by 1e-8 times
   * the sum of the multipliers, of which these programs have a few hundred at most.
   */
  private static final double SAME_OBJECTIVE = 1e-6;

  private static ConicResult solve(InteriorPoint method, ConicProgram program) {
    return method.solve(program, Run.builder().threads(1).build());
  }

  /** Runs the body with one seed a trial, for linear and for quadratic programs. */
  private static void forEachSeed(BiConsumer<Random, Boolean> body) {
    for (int trial = 0; trial < TRIALS; trial++) {
      long seed = SEED + trial;
      try {
        Random random = new Random(seed);
        body.accept(random, random.nextInt(4) < 2);
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("replay with -Dinfimum.seed=" + seed, failure);
      }
    }
  }

  private static int size(Random random) {
    return 1 + random.nextInt(30);
  }

  private static void assertSameObjective(double expected, double actual) {
    assertEquals(expected, actual, SAME_OBJECTIVE * (1.0 + Math.abs(expected)));
  }

  private static void assertOptimal(ConicProgram program, ConicResult result) {
    assertEquals(Status.OPTIMAL, result.status());
    assertTrue(result.errors().within(PRESOLVED.tolerance()));
    WeakDuality.assertHolds(program, result, "optimal pair");
  }

  @Test
  void aKnownOptimumIsFoundWithAndWithoutPresolve() {
    forEachSeed(
        (random, quadratic) -> {
          RandomPrograms.Known known =
              RandomPrograms.optimal(random, size(random), 1 + size(random), quadratic);
          for (InteriorPoint method : new InteriorPoint[] {PRESOLVED, PLAIN}) {
            ConicResult result = solve(method, known.program());
            assertOptimal(known.program(), result);
            assertSameObjective(known.objective(), result.objective());
          }
        });
  }

  @Test
  void aContradictionComesBackAsAProofThatVerifies() {
    forEachSeed(
        (random, quadratic) -> {
          ConicProgram program =
              RandomPrograms.infeasible(random, size(random), 1 + size(random), quadratic);
          for (InteriorPoint method : new InteriorPoint[] {PRESOLVED, PLAIN}) {
            ConicResult result = solve(method, program);
            assertEquals(Status.PRIMAL_INFEASIBLE, result.status());
            Certificate proof = ((ConicResult.PrimalInfeasible) result).certificate();
            double[] ray = assertInstanceOf(Certificate.Farkas.class, proof).y();
            assertTrue(new Verifier(program).farkasError(ray) <= method.tolerance());
            WeakDuality.assertHolds(program, result, "pair beside a Farkas ray");
          }
        });
  }

  @Test
  void anUnboundedProgramComesBackWithADirectionThatVerifies() {
    forEachSeed(
        (random, quadratic) -> {
          ConicProgram program =
              RandomPrograms.unbounded(random, size(random), 1 + size(random), quadratic);
          for (InteriorPoint method : new InteriorPoint[] {PRESOLVED, PLAIN}) {
            ConicResult result = solve(method, program);
            assertEquals(Status.DUAL_INFEASIBLE, result.status());
            double[] ray = ((ConicResult.DualInfeasible) result).certificate().x();
            assertTrue(new Verifier(program).recessionError(ray) <= method.tolerance());
            WeakDuality.assertHolds(program, result, "pair beside a recession ray");
          }
        });
  }

  @Test
  void theOptimumDoesNotDependOnTheOrderOfRowsAndColumns() {
    forEachSeed(
        (random, quadratic) -> {
          RandomPrograms.Known known =
              RandomPrograms.optimal(random, size(random), 1 + size(random), quadratic);
          ConicProgram permuted = Restated.permuted(known.program(), random);
          ConicResult result = solve(PRESOLVED, permuted);
          assertOptimal(permuted, result);
          assertSameObjective(known.objective(), result.objective());
        });
  }

  @Test
  void theOptimumScalesWithRowsColumnsAndCost() {
    forEachSeed(
        (random, quadratic) -> {
          RandomPrograms.Known known =
              RandomPrograms.optimal(random, size(random), 1 + size(random), quadratic);
          double cost = Math.scalb(1.0, random.nextInt(-6, 7));
          ConicProgram scaled = Restated.scaled(known.program(), cost, 6, random);
          ConicResult result = solve(PRESOLVED, scaled);
          assertOptimal(scaled, result);
          // Columns in units up to 2^6 apart lift what the tolerance leaves open.
          double tolerance = 64 * SAME_OBJECTIVE * (1.0 + cost * Math.abs(known.objective()));
          assertEquals(cost * known.objective(), result.objective(), tolerance);
        });
  }

  @Test
  void twoThreadsGiveTheBitsOfOne() {
    forEachSeed(
        (random, quadratic) -> {
          ConicProgram program =
              RandomPrograms.optimal(random, size(random), 1 + size(random), quadratic).program();
          assertSameBits(program);
        });
  }

  static void assertSameBits(ConicProgram program) {
    ConicResult one = PRESOLVED.solve(program, Run.builder().threads(1).build());
    ConicResult two = PRESOLVED.solve(program, Run.builder().threads(2).build());
    assertEquals(one.iterations(), two.iterations());
    assertArrayEquals(one.x(), two.x());
    assertArrayEquals(one.y(), two.y());
  }
}
