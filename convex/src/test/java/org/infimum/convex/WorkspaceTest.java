package org.infimum.convex;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.infimum.core.InputException;
import org.infimum.core.Run;
import org.infimum.core.Status;
import org.infimum.linalg.SparseMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class WorkspaceTest {
  private static final long SEED = Long.getLong("infimum.seed", 20261123L);
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final InteriorPoint PLAIN = InteriorPoint.DEFAULT.withPresolve(false);

  private static Run oneThread() {
    return Run.builder().threads(1).build();
  }

  /** minimize -x1 - 2 x2, x1 + x2 <= 4, x1 - x2 = 0.5, 0 <= x1 <= 3, x2 >= 0: x = (2.25, 1.75). */
  private static ConicProgram small() {
    SparseMatrix a = RandomPrograms.sparse(new double[][] {{1, 1}, {1, -1}}, 2);
    return ConicProgram.rows(
            new double[] {-1, -2}, a, new double[] {-INFINITY, 0.5}, new double[] {4, 0.5})
        .columnBounds(new double[] {0, 0}, new double[] {3, INFINITY})
        .names(new String[] {"bread", "cake"}, new String[] {"flour", "share"})
        .build();
  }

  private static Workspace workspace(ConicProgram pattern) {
    return new Workspace(pattern, InteriorPoint.DEFAULT, 1);
  }

  @Test
  void answersHaveTheBitsOfASingleSolveWhateverCameBefore() {
    for (int trial = 0; trial < 40; trial++) {
      long seed = SEED + trial;
      String replay = "replay with -Dinfimum.seed=" + seed;
      Random random = new Random(seed);
      ConicProgram pattern =
          RandomPrograms.optimal(random, 1 + random.nextInt(12), 2 + random.nextInt(12), trial > 20)
              .program();
      Workspace workspace = workspace(pattern);
      for (int update = 0; update < 4; update++) {
        double scale = Math.scalb(1.0, random.nextInt(-2, 3));
        ConicProgram next = Restated.scaled(pattern, scale, 2, random);
        workspace.setCost(next.q());
        workspace.setRowBounds(next.rowLower(), next.rowUpper());
        workspace.setColumnBounds(next.columnLower(), next.columnUpper());
        workspace.setConstraintValues(next.a().values());
        workspace.setQuadraticValues(next.p().values());
        Status status = workspace.solve(oneThread());
        ConicResult single = PLAIN.solve(next, oneThread());
        assertEquals(single.status(), status, replay);
        assertEquals(single.iterations(), workspace.iterations(), replay);
        if (status == Status.OPTIMAL) {
          assertEquals(single.objective(), workspace.objective(), 1e-9 * scale, replay);
          assertTrue(single.errors().largest() <= PLAIN.tolerance(), replay);
        }
      }
      workspace.setCost(pattern.q());
      workspace.setRowBounds(pattern.rowLower(), pattern.rowUpper());
      workspace.setColumnBounds(pattern.columnLower(), pattern.columnUpper());
      workspace.setConstraintValues(pattern.a().values());
      workspace.setQuadraticValues(pattern.p().values());
      workspace.solve(oneThread());
      Workspace fresh = workspace(pattern);
      fresh.solve(oneThread());
      assertArrayEquals(fresh.x(), workspace.x(), replay);
      assertArrayEquals(fresh.y(), workspace.y(), replay);
    }
  }

  @Test
  void theEvidenceIsThatOfThePair() {
    ConicProgram program = small();
    Workspace workspace = workspace(program);
    assertEquals(Status.OPTIMAL, workspace.solve(oneThread()));
    Errors errors = new Verifier(program).measure(workspace.x(), workspace.y());
    assertTrue(errors.within(InteriorPoint.DEFAULT.tolerance()));
    assertEquals(errors.rowResidual(), workspace.verifier().rowResidual());
    assertEquals(errors.complementarity(), workspace.verifier().complementarity());
    assertEquals(errors.primalObjective(), workspace.objective());
    assertEquals(errors.dualObjective(), workspace.dualObjective());
    assertArrayEquals(new double[] {2.25, 1.75}, workspace.x(), 1e-7);
    assertNull(workspace.certificate());
  }

  @Test
  void thePatternsOwnArraysAreNeitherReadAgainNorWritten() {
    ConicProgram pattern = small();
    Workspace workspace = workspace(pattern);
    Arrays.fill(pattern.q(), Double.NaN);
    assertEquals(Status.OPTIMAL, workspace.solve(oneThread()));
    workspace.setConstraintValues(new double[] {2, 1, 1, -1});
    assertArrayEquals(new double[] {1, 1, 1, -1}, pattern.a().values());
  }

  @Test
  void aConicRightHandSideMovesTheRows() {
    SparseMatrix a = RandomPrograms.sparse(new double[][] {{1, 1}, {-1, 0}, {0, -1}}, 2);
    List<Cone> cones = List.of(new ZeroCone(1), new NonnegativeCone(2));
    ConicProgram pattern =
        ConicProgram.conic(new double[] {1, 2}, a, new double[] {1, 0, 0}, cones).build();
    Workspace workspace = workspace(pattern);
    assertEquals(Status.OPTIMAL, workspace.solve(oneThread()));
    assertArrayEquals(new double[] {1, 0}, workspace.x(), 1e-7);
    workspace.setRightHandSide(new double[] {5, 0, -2});
    assertEquals(Status.OPTIMAL, workspace.solve(oneThread()));
    assertArrayEquals(new double[] {3, 2}, workspace.x(), 1e-6);
  }

  @Test
  void infeasibilityComesWithAProofAndThePairStaysFinite() {
    Workspace workspace = workspace(small());
    workspace.setRowBounds(new double[] {-INFINITY, -50}, new double[] {4, -50});
    assertEquals(Status.PRIMAL_INFEASIBLE, workspace.solve(oneThread()));
    Certificate proof = workspace.certificate();
    assertTrue(assertInstanceOf(Certificate.Farkas.class, proof).error() <= 1e-8);
    assertTrue(Double.isFinite(workspace.objective()));

    workspace.setRowBounds(new double[] {-INFINITY, 0.5}, new double[] {4, 0.5});
    workspace.setColumnBounds(new double[] {4, 0}, new double[] {3, INFINITY});
    assertEquals(Status.PRIMAL_INFEASIBLE, workspace.solve(oneThread()));
    assertEquals(new Certificate.CrossedBounds(false, 0, 4, 3), workspace.certificate());
    assertEquals(0, workspace.iterations());

    workspace.setColumnBounds(new double[] {0, 0}, new double[] {3, INFINITY});
    assertEquals(Status.OPTIMAL, workspace.solve(oneThread()));
    assertNull(workspace.certificate());
  }

  @Test
  void unboundednessComesWithADirection() {
    SparseMatrix a = RandomPrograms.sparse(new double[][] {{1, -1}}, 2);
    ConicProgram pattern =
        ConicProgram.rows(new double[] {1, 1}, a, new double[] {-1}, new double[] {INFINITY})
            .build();
    Workspace workspace = workspace(pattern);
    assertEquals(Status.OPTIMAL, workspace.solve(oneThread()));
    workspace.setCost(new double[] {-1, -1});
    assertEquals(Status.DUAL_INFEASIBLE, workspace.solve(oneThread()));
    Certificate proof = workspace.certificate();
    assertTrue(assertInstanceOf(Certificate.Recession.class, proof).error() <= 1e-8);
  }

  @Test
  void budgetsAndCancellationReturnFiniteErrors() {
    Workspace workspace = workspace(small());
    Run cancelled = oneThread();
    cancelled.cancel();
    assertEquals(Status.INTERRUPTED, workspace.solve(cancelled));
    assertTrue(Double.isFinite(workspace.verifier().rowResidual()));
    Run oneIteration = Run.builder().threads(1).iterationLimit(1).build();
    assertEquals(Status.ITERATION_LIMIT, workspace.solve(oneIteration));
    assertTrue(Double.isFinite(workspace.objective()));
    assertEquals(Status.OPTIMAL, workspace.solve(oneThread()));
  }

  @Test
  void boundsOf1e20AreInfinite() {
    Workspace workspace = workspace(small());
    workspace.setColumnBounds(new double[] {0, 0}, new double[] {3, 1e20});
    workspace.setRowBounds(new double[] {-1e30, 0.5}, new double[] {4, 0.5});
    assertEquals(Status.OPTIMAL, workspace.solve(oneThread()));
  }

  @Test
  void numbersThatLeaveThePatternAreRefusedAndChangeNothing() {
    Workspace workspace = workspace(small());
    double[] none = {-INFINITY, 0.5};
    refused("cake", () -> workspace.setCost(new double[] {0, Double.NaN}));
    refused("2", () -> workspace.setCost(new double[] {0}));
    refused("entry 3", () -> workspace.setConstraintValues(new double[] {0, 0, 0, INFINITY}));
    refused("share", () -> workspace.setRowBounds(none, new double[] {4, 1}));
    refused("flour", () -> workspace.setRowBounds(none, new double[] {INFINITY, 0.5}));
    refused("flour", () -> workspace.setRowBounds(new double[] {1, 0.5}, new double[] {4, 0.5}));
    refused("flour", () -> workspace.setRowBounds(none, new double[] {Double.NaN, 0.5}));
    refused("share", () -> workspace.setRightHandSide(new double[] {0, Double.NaN}));
    double[] zero = {0, 0};
    refused("bread", () -> workspace.setColumnBounds(zero, new double[] {0, INFINITY}));
    refused("cake", () -> workspace.setColumnBounds(zero, new double[] {3, 7}));
    assertEquals(Status.OPTIMAL, workspace.solve(oneThread()));
    assertEquals(-5.75, workspace.objective(), 1e-7);
  }

  @Test
  void aQuadraticTermThatIsNotConvexIsRefused() {
    SparseMatrix p = RandomPrograms.sparse(new double[][] {{2, 1}, {0, 2}}, 2);
    ConicProgram pattern =
        ConicProgram.rows(
                new double[] {-1, -1}, SparseMatrix.zero(0, 2), new double[0], new double[0])
            .quadratic(p)
            .build();
    Workspace workspace = workspace(pattern);
    refused("not convex", () -> workspace.setQuadraticValues(new double[] {1, 2, 1}));
    workspace.setQuadraticValues(new double[] {1, 0, 1});
    assertEquals(Status.OPTIMAL, workspace.solve(oneThread()));
    assertArrayEquals(new double[] {1, 1}, workspace.x(), 1e-6);
  }

  private static void refused(String mention, Executable update) {
    String message = String.valueOf(assertThrows(InputException.class, update).getMessage());
    assertTrue(message.contains(mention), message);
  }
}
