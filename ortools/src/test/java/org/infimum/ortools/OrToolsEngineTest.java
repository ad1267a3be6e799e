package org.infimum.ortools;

import static org.infimum.convex.model.Atoms.norm2;
import static org.infimum.convex.model.Atoms.sum;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.infimum.convex.EngineAnswer.Claim;
import org.infimum.convex.EngineResult;
import org.infimum.convex.EngineResult.Verdict;
import org.infimum.convex.Engines;
import org.infimum.convex.io.ProblemFiles;
import org.infimum.convex.io.ReadOptions;
import org.infimum.convex.io.ReadProblem;
import org.infimum.convex.model.IntegerSolution;
import org.infimum.convex.model.Model;
import org.infimum.convex.model.Variable;
import org.infimum.core.InputException;
import org.infimum.core.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three engines on problems with whole numbers, and what the verifier says of them. */
class OrToolsEngineTest {
  private static Run run() {
    return Run.builder().threads(1).timeLimit(Duration.ofSeconds(20)).build();
  }

  @Test
  void theServiceLoaderFindsThem() {
    assertTrue(Engines.names().containsAll(List.of("highs", "scip", "cp-sat")));
    InputException unknown =
        assertThrows(
            InputException.class,
            () -> Engines.solve("gurobi", knapsack(1).program(), new boolean[30], run()));
    assertEquals("There is no engine gurobi; there are highs, scip, cp-sat.", unknown.getMessage());
  }

  private static Model knapsack(long seed) {
    Random random = new Random(seed);
    Model m = Model.create("knapsack");
    Variable take = m.variable("take", 30).binary();
    m.maximize(take.dot(random.ints(30, 10, 100).asDoubleStream().toArray()));
    m.subjectTo("weight", take.dot(random.ints(30, 5, 60).asDoubleStream().toArray()).le(300.0));
    return m;
  }

  /** The best value by dynamic programming over the weight. */
  private static double bestValue(long seed) {
    Random random = new Random(seed);
    int[] value = random.ints(30, 10, 100).toArray();
    int[] weight = random.ints(30, 5, 60).toArray();
    double[] best = new double[301];
    for (int i = 0; i < 30; i++) {
      for (int w = 300; w >= weight[i]; w--) {
        best[w] = Math.max(best[w], best[w - weight[i]] + value[i]);
      }
    }
    return best[300];
  }

  @ParameterizedTest
  @ValueSource(strings = {"highs", "scip", "cp-sat"})
  void aKnapsackIsSolvedToTheOptimumOfDynamicProgramming(String engine) {
    for (long seed = 1; seed <= 3; seed++) {
      IntegerSolution s = knapsack(seed).solve(engine, run());
      assertEquals(Verdict.FEASIBLE, s.verdict());
      assertTrue(s.engineResult().isDone());
      assertEquals(bestValue(seed), s.objective(), 1e-6);
      assertTrue(s.engineResult().gap() < 1e-3);
    }
  }

  /** Whole numbers and continuous ones together; the relaxation would give 2.5. */
  @ParameterizedTest
  @ValueSource(strings = {"highs", "scip", "cp-sat"})
  void wholeAndContinuousVariablesMix(String engine) {
    Model m = Model.create("mixed");
    Variable n = m.variable("n").bounds(0.0, 10.0).integer();
    Variable x = m.variable("x").bounds(0.0, 10.0);
    m.minimize(n.plus(x));
    m.subjectTo("cover", n.times(2.0).plus(x).ge(5.0));
    IntegerSolution s = m.solve(engine, run());
    assertEquals(Verdict.FEASIBLE, s.verdict());
    assertEquals(3.0, s.objective(), 1e-6);
    assertEquals(Math.rint(s.scalar(n)), s.scalar(n));
  }

  @ParameterizedTest
  @ValueSource(strings = {"highs", "scip", "cp-sat"})
  void anInfeasibleProblemIsTheEnginesClaimOnly(String engine) {
    Model m = Model.create("odd");
    Variable n = m.variable("n").bounds(0.0, 10.0).integer();
    m.minimize(n);
    m.subjectTo("odd", n.times(2.0).eq(3.0));
    IntegerSolution s = m.solve(engine, run());
    assertEquals(Verdict.NO_POINT, s.verdict());
    assertEquals(Claim.INFEASIBLE, s.engineResult().claim());
    assertThrows(IllegalStateException.class, () -> s.value(n));
  }

  @Test
  void theMarksOfAFileReachTheEngine() {
    String mps =
        """
        NAME marks
        ROWS
         N cost
         G cover
        COLUMNS
         M1 'MARKER' 'INTORG'
         n cost 1 cover 2
         M2 'MARKER' 'INTEND'
         x cost 1.2 cover 1
        RHS
         r cover 5
        BOUNDS
         UP b n 10
        ENDATA
        """;
    ReadProblem read =
        ProblemFiles.read(
            new ByteArrayInputStream(mps.getBytes(StandardCharsets.UTF_8)),
            "marks",
            new ReadOptions(false, false, true));
    assertArrayEquals(new boolean[] {true, false}, read.integer());
    assertEquals(List.of(), read.warnings());
    EngineResult result = Engines.solve("highs", read.program(), read.integer(), run());
    assertEquals(Verdict.FEASIBLE, result.verdict());
    assertEquals(3.0, result.objective(), 1e-6);
    assertArrayEquals(new double[] {3.0, 0.0}, Objects.requireNonNull(result.x()), 1e-9);
  }

  @Test
  void curvedModelsAreRefused() {
    Model m = Model.create("curved");
    Variable x = m.variable("x", 2).binary();
    m.maximize(sum(x));
    m.subjectTo("ball", norm2(x).le(1.0));
    assertEquals(
        "The engine highs takes linear programs only; this one has curved cones.",
        assertThrows(InputException.class, () -> m.solve("highs", run())).getMessage());
  }
}
