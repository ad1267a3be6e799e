package org.infimum.convex.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.RotatedSecondOrderCone;
import org.infimum.convex.Verifier;
import org.infimum.linalg.SparseMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quadratic constraints of LP and MPS files become rotated second-order cones. */
class QuadraticRowsTest {
  @TempDir Path folder;

  private static final String LP =
      """
      Minimize
       obj: x + y
      Subject To
       before: x + 2 y <= 7
       ball: 3 x + [ 4 x ^ 2 + 2 x * y + 5 y ^ 2 ] <= 9
       after: x - y >= -1
       outer: 2 y - [ z ^ 2 ] >= -8
      Bounds
       x free
       y free
       z free
      End
      """;

  private static final String MPS =
      """
      NAME
      ROWS
       N obj
       L before
       L ball
       G after
       G outer
      COLUMNS
       x obj 1 before 1
       x ball 3 after 1
       y obj 1 before 2
       y after -1 outer 2
       z obj 0
      RHS
       RHS before 7 ball 9
       RHS after -1 outer -8
      BOUNDS
       FR B x
       FR B y
       FR B z
      QCMATRIX ball
       x x 4
       x y 1
       y x 1
       y y 5
      QCMATRIX outer
       z z -1
      ENDATA
      """;

  @Test
  void bothFormatsGiveTheSameCones() {
    for (String text : List.of(LP, MPS)) {
      ConicProgram program = Problems.parse(text).program();
      assertEquals(2, program.cones().getFirst().dimension());
      assertEquals(
          List.of(new RotatedSecondOrderCone(4), new RotatedSecondOrderCone(3)),
          program.cones().subList(1, 3));
      assertArrayEquals(
          new String[] {
            "before",
            "after",
            "ball",
            "ball[half]",
            "ball[1]",
            "ball[2]",
            "outer",
            "outer[half]",
            "outer[1]"
          },
          names(program));
      assertArrayEquals(new double[] {0, 0, 9, 0.5, 0, 0, 8, 0.5, 0}, program.b());
      assertEquals(7.0, program.rowUpper()[0]);
      assertEquals(-1.0, program.rowLower()[1]);
    }
    assertEquals("QPS", Problems.parse(MPS).format());
  }

  private static String[] names(ConicProgram program) {
    String[] names = new String[program.rows()];
    for (int i = 0; i < names.length; i++) {
      names[i] = program.rowName(i);
    }
    return names;
  }

  /** The slack of the quadratic row ball at a point. */
  private static double ball(double x, double y) {
    return 9.0 - 3.0 * x - (4.0 * x * x + 2.0 * x * y + 5.0 * y * y);
  }

  @Test
  void aPointIsInTheConesWhereTheConstraintsHold() {
    ConicProgram program = Problems.parse(LP).program();
    Verifier verifier = new Verifier(program);
    SplittableRandom random = Problems.random(9);
    int inside = 0;
    for (int trial = 0; trial < 500; trial++) {
      double[] point = {
        3.0 * random.nextDouble() - 2.0, 3.0 * random.nextDouble() - 1.5, 4.0 * random.nextDouble()
      };
      double slack =
          Math.min(
              Math.min(ball(point[0], point[1]), 8.0 + 2.0 * point[1] - point[2] * point[2]),
              Math.min(7.0 - point[0] - 2.0 * point[1], 1.0 + point[0] - point[1]));
      boolean holds = verifier.measure(point, new double[9]).rowResidual() <= 1e-14;
      if (Math.abs(slack) > 1e-12) {
        assertEquals(slack > 0.0, holds, "trial " + trial);
      }
      inside += slack > 0.0 ? 1 : 0;
    }
    assertTrue(inside > 50 && inside < 450, "inside " + inside);
  }

  @Test
  void theSquaresSumUpToTheForm() {
    SplittableRandom random = Problems.random(10);
    for (int trial = 0; trial < 200; trial++) {
      int n = 1 + random.nextInt(8);
      int rank = random.nextInt(n + 1);
      double[][] q = gram(random, n, rank);
      SemidefiniteForm form = new SemidefiniteForm(upper(q));
      assertEquals(rank, form.squares().size(), "trial " + trial);
      double[][] sum = new double[n][n];
      for (SemidefiniteForm.Square square : form.squares()) {
        for (int i = 0; i < square.column().length; i++) {
          for (int j = 0; j < square.column().length; j++) {
            sum[square.column()[i]][square.column()[j]] += square.value()[i] * square.value()[j];
          }
        }
      }
      for (int i = 0; i < n; i++) {
        // scaled to a unit diagonal the factorization is exact to a few roundings a column
        assertArrayEquals(q[i], sum[i], 1e-13 * 100.0 * n, "trial " + trial);
      }
    }
  }

  @Test
  void anIndefiniteFormHasAPointWhereItIsNegative() {
    SplittableRandom random = Problems.random(11);
    for (int trial = 0; trial < 200; trial++) {
      int n = 2 + random.nextInt(6);
      double[][] q = gram(random, n, 1 + random.nextInt(n));
      double[][] minus = gram(random, n, 1);
      double size = Math.pow(10.0, -3.0 * random.nextDouble());
      double trace = 0.0;
      double value = 0.0;
      // minus = u u' with the value |u|^4 at u: more than the form has there
      double[] u = new double[n];
      for (int i = 0; i < n; i++) {
        u[i] = Math.sqrt(minus[i][i]) * (minus[0][i] < 0.0 ? -1.0 : 1.0);
        trace += minus[i][i];
      }
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          value += q[i][j] * u[i] * u[j];
        }
      }
      double weight = (1.0 + size) * value / (trace * trace);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          q[i][j] -= weight * minus[i][j];
        }
      }
      double[] point = new SemidefiniteForm(upper(q)).negativePoint();
      assertNotNull(point, "trial " + trial);
      double at = 0.0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          at += q[i][j] * point[i] * point[j];
        }
      }
      assertTrue(at < 0.0, "trial " + trial + ": " + at);
    }
  }

  @Test
  void rowsThatAreNotConvexAreRefusedWithTheEvidence() {
    assertRefused(
        LP.replace("4 x ^ 2", "- 4 x ^ 2"),
        "text:5: row 'ball' is not convex: its quadratic part is -4.0 at 'x' = 1.0 but would have"
            + " to be at least 0 everywhere.");
    assertRefused(
        LP.replace("- [ z ^ 2 ]", "+ [ z ^ 2 ]"),
        "text:7: row 'outer' is not convex: its quadratic part is 1.0 at 'z' = 1.0 but would have"
            + " to be at most 0 everywhere.");
    assertRefused(
        LP.replace("4 x ^ 2 + 2 x * y + 5 y ^ 2", "x * y"),
        "text:5: row 'ball' is not convex: its quadratic part is -2.0 at 'x' = -2.0, 'y' = 1.0 but"
            + " would have to be at least 0 everywhere.");
    assertRefused(
        LP.replace("<= 9", "= 9"),
        "text:5: row 'ball' has a quadratic part and is an equation, which is not convex.");
    assertRefused(
        LP.replace("ball: 3 x", "ball: 1 <= 3 x"),
        "text:5: row 'ball' has a quadratic part and two ends, which is not convex.");
    assertRefused(
        LP.replace("<= 9", "<= 9 + [ x ^ 2 ]"),
        "text:6: at 'after': a term with its sign, or a relation, is needed.");
  }

  @Test
  void slipsInQcmatrix() {
    assertRefused(
        MPS.replace(" y x 1\n", ""),
        "text:23: QCMATRIX is not symmetric: the entry of columns 'x' and 'y' is 1.0 above the"
            + " diagonal and 0.0 below it.");
    assertRefused(
        MPS.replace("QCMATRIX outer", "QCMATRIX inner"),
        "text:26: there is no row 'inner' in section ROWS.");
    assertRefused(
        MPS.replace("QCMATRIX outer", "QCMATRIX ball"),
        "text:26: the quadratic part of row 'ball' is given in two sections.");
    assertRefused(
        MPS.replace("QCMATRIX outer", "QCMATRIX"), "text:26: section QCMATRIX names no row.");
    assertRefused(
        MPS.replace(" x y 1\n", " x y 1\n x y 1\n"),
        "text:24: the quadratic entry of columns 'x' and 'y' is given twice, first at line 23;"
            + " --lenient sums such entries.");
  }

  @Test
  void formsWithARowStateHalfOfTheMatrixLikeTheObjective() {
    ConicProgram program =
        Problems.parse(MPS.replace("QCMATRIX outer\n z z -1", "QSECTION outer\n z z -2")).program();
    assertArrayEquals(Problems.parse(MPS).program().a().values(), program.a().values());
  }

  @Test
  void quadraticRowsAreWrittenAsTheyWereRead() {
    ConicProgram program = Problems.parse(LP).program();
    for (String extension : List.of(".mps", ".lp")) {
      Path file = folder.resolve("rows" + extension);
      ProblemFiles.write(program, file);
      ConicProgram again = ProblemFiles.read(file, ReadOptions.strict()).program();
      assertEquals(program.cones().subList(1, 3), again.cones().subList(1, 3));
      assertArrayEquals(names(program), names(again));
      assertArrayEquals(program.b(), again.b());
      assertArrayEquals(program.rowLower(), again.rowLower());
      assertArrayEquals(program.a().rowIndices(), again.a().rowIndices());
      // L'L is rounded and factored again
      assertArrayEquals(program.a().values(), again.a().values(), 1e-14);
    }
  }

  private static void assertRefused(String text, String message) {
    assertEquals(message, Problems.refusal(() -> Problems.parse(text)));
  }

  /** A random Gram matrix of the given rank, with diagonal elements that are not small. */
  private static double[][] gram(SplittableRandom random, int n, int rank) {
    double[][] matrix = new double[n][n];
    for (int r = 0; r < rank; r++) {
      double[] l = new double[n];
      for (int i = 0; i < n; i++) {
        l[i] = (random.nextBoolean() ? 1.0 : -1.0) * (0.5 + 4.0 * random.nextDouble());
      }
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          matrix[i][j] += l[i] * l[j];
        }
      }
    }
    return matrix;
  }

  private static SparseMatrix upper(double[][] q) {
    int n = q.length;
    int[] row = new int[n * n];
    int[] column = new int[n * n];
    double[] value = new double[n * n];
    int count = 0;
    for (int j = 0; j < n; j++) {
      for (int i = 0; i <= j; i++) {
        if (q[i][j] != 0.0) {
          row[count] = i;
          column[count] = j;
          value[count++] = q[i][j];
        }
      }
    }
    return SparseMatrix.ofTriplets(n, n, count, row, column, value);
  }
}
