package org.infimum.convex.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.infimum.convex.Cone;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.DualCone;
import org.infimum.convex.Errors;
import org.infimum.convex.ExponentialCone;
import org.infimum.convex.GeneralizedPowerCone;
import org.infimum.convex.IntervalCone;
import org.infimum.convex.PowerCone;
import org.infimum.convex.RotatedSecondOrderCone;
import org.infimum.convex.SecondOrderCone;
import org.infimum.convex.SemidefiniteCone;
import org.infimum.convex.Sense;
import org.infimum.convex.Verifier;
import org.junit.jupiter.api.Test;

class CbfReaderTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double ROOT = Math.sqrt(2.0);

  private static ConicProgram cones() {
    return Problems.resource("cones.cbf", ReadOptions.strict()).program();
  }

  @Test
  void aFileIsRecognizedByItsContent() {
    assertEquals("CBF", Problems.resource("cones.cbf", ReadOptions.strict()).format());
  }

  @Test
  void rowsAreThePolyhedralOnesThenEachConeInItsOrder() {
    List<Cone> cones = cones().cones();
    assertTrue(cones.getFirst() instanceof IntervalCone interval && interval.dimension() == 8);
    assertEquals(
        List.of(
            new DualCone(new ExponentialCone()),
            new SemidefiniteCone(2),
            new SecondOrderCone(3),
            new RotatedSecondOrderCone(3),
            new ExponentialCone(),
            new PowerCone(0.25),
            new SemidefiniteCone(2)),
        cones.subList(1, cones.size()));
  }

  @Test
  void namesAreThoseOfTheFileCountedFromOne() {
    ConicProgram program = cones();
    assertEquals("x1", program.columnName(0));
    assertEquals("X1[1,1]", program.columnName(14));
    assertEquals("X1[2,1]", program.columnName(15));
    assertEquals("X1[2,2]", program.columnName(16));
    assertEquals("c8", program.rowName(7));
    // the exponential cone's components stand the other way round
    assertEquals("c11", program.rowName(8));
    assertEquals("c9", program.rowName(10));
    assertEquals("C1[2,1]", program.rowName(12));
    assertEquals("x1", program.rowName(14));
    assertEquals("x9", program.rowName(20));
    assertEquals("X1[2,1]", program.rowName(27));
  }

  /** The optimum of each part in closed form. */
  private static double[] optimum() {
    return new double[] {
      5,
      3,
      4, // Q
      2,
      1,
      2, // QR
      Math.E,
      1,
      1, // EXP
      0.25,
      0.75,
      Math.pow(27.0, 0.25) / 4.0, // POW
      Math.exp(-2.0), // EXP*
      1, // the matrix constraint
      1,
      ROOT,
      1 // the matrix variable
    };
  }

  @Test
  void theOptimumOfEachPartIsFeasibleAndTight() {
    ConicProgram program = cones();
    Verifier verifier = new Verifier(program);
    double[] y = new double[program.rows()];
    Errors errors = verifier.measure(optimum(), y);
    assertTrue(errors.primal() < 1e-15, errors.toString());
    double expected = 5 + 2 + Math.E - Math.pow(27.0, 0.25) / 4.0 + Math.exp(-2.0) + 2 + 1 - 10;
    assertEquals(expected, errors.primalObjective(), 1e-14);
    // a step that lowers the objective leaves the cone of its part
    for (int j : new int[] {0, 3, 6, 11, 12, 13, 14, 16}) {
      double[] beyond = optimum();
      beyond[j] -= 1e-6 * Math.signum(program.q()[j]);
      assertTrue(verifier.measure(beyond, y).rowResidual() > 1e-8, "column " + j);
    }
  }

  @Test
  void boundsOfVariablesAndEndsOfConstraints() {
    ConicProgram program =
        Problems.parse(
                """
                VER
                1
                OBJSENSE
                MAX
                VAR
                4 4
                L+ 1
                L- 1
                L= 1
                F 1
                CON
                4 4
                L+ 1
                L- 1
                L= 1
                F 1
                OBJACOORD
                2
                0 -2
                3 1.5
                OBJBCOORD
                3
                ACOORD
                4
                0 0 1
                1 1 2
                2 2 3
                3 3 4
                BCOORD
                4
                0 -1
                1 -2
                2 5
                3 7
                """)
            .program();
    assertEquals(Sense.MAXIMIZE, program.sense());
    assertArrayEquals(new double[] {2, 0, 0, -1.5}, program.q());
    assertEquals(-3.0, program.r());
    assertArrayEquals(new double[] {0, -INFINITY, 0, -INFINITY}, program.columnLower());
    assertArrayEquals(new double[] {INFINITY, 0, 0, INFINITY}, program.columnUpper());
    assertArrayEquals(new double[] {1, -INFINITY, -5, -INFINITY}, program.rowLower());
    assertArrayEquals(new double[] {INFINITY, 2, -5, INFINITY}, program.rowUpper());
    assertArrayEquals(new double[] {1, 2, 3, 4}, program.a().values());
    assertArrayEquals(new double[4], program.b());
  }

  @Test
  void elementsOffTheDiagonalCountTwiceWhicheverTriangleStatesThem() {
    for (String element : List.of("1 0", "0 1")) {
      ConicProgram program =
          Problems.parse(
                  """
                  VER
                  1
                  PSDVAR
                  1
                  2
                  VAR
                  1 1
                  F 1
                  PSDCON
                  1
                  2
                  CON
                  1 1
                  L= 1
                  OBJFCOORD
                  1
                  0 ELEMENT 3
                  FCOORD
                  1
                  0 0 ELEMENT 5
                  HCOORD
                  1
                  0 0 ELEMENT 7
                  DCOORD
                  1
                  0 ELEMENT 11
                  """
                      .replace("ELEMENT", element))
              .program();
      assertArrayEquals(new double[] {0, 0, 3 * ROOT, 0}, program.q());
      assertArrayEquals(new double[] {-7 * ROOT, -1, 5 * ROOT, -1, -1}, program.a().values());
      assertArrayEquals(new int[] {2, 4, 0, 5, 6}, program.a().rowIndices());
      assertArrayEquals(new double[] {0, 0, 11 * ROOT, 0, 0, 0, 0}, program.b());
    }
  }

  @Test
  void coneKeywordsOfVersionFour() {
    String text =
        """
        VER
        4
        POWCONES
        2 6
        1
        7
        5
        1
        1
        1
        1
        4
        POW*CONES
        1 2
        2
        3
        5
        VAR
        28 7
        SVECPSD 6
        GMEANABS 3
        GMEANABS* 4
        @0:POW 2
        @1:POW 7
        @0:POW* 3
        @0:POW* 3
        """;
    assertEquals(
        List.of(
            new SemidefiniteCone(3),
            new PowerCone(0.5),
            new DualCone(new GeneralizedPowerCone(List.of(1.0 / 3, 1.0 / 3, 1.0 / 3), 1)),
            new SecondOrderCone(2),
            new GeneralizedPowerCone(List.of(0.125, 0.125, 0.125, 0.125, 0.5), 2),
            new DualCone(new PowerCone(0.375)),
            new DualCone(new PowerCone(0.375))),
        Problems.parse(text).program().cones());
  }

  @Test
  void aProgramWithoutAnythingIsRead() {
    ConicProgram program = Problems.parse("VER\n1\n\nOBJSENSE\nMIN\n").program();
    assertEquals(0, program.columns());
    assertEquals(0, program.rows());
  }

  @Test
  void integerVariablesAreRelaxedOnRequest() {
    String text = "VER\n1\nVAR\n3 1\nL+ 3\nINT\n2\n0\n2\n";
    ReadProblem relaxed = Problems.parse(text, new ReadOptions(false, true));
    assertEquals(2, relaxed.integerColumns());
    assertEquals(1, relaxed.warnings().size());
    String refusal = Problems.refusal(() -> Problems.parse(text));
    assertTrue(refusal.contains("--relax") && refusal.contains("engines"), refusal);
  }

  @Test
  void repeatedEntriesAreSummedIfLenient() {
    String text = "VER\n1\nVAR\n1 1\nF 1\nCON\n1 1\nL= 1\nACOORD\n2\n0 0 1\n0 0 2\n";
    ReadProblem summed = Problems.parse(text, new ReadOptions(true, false));
    assertArrayEquals(new double[] {3}, summed.program().a().values());
    assertEquals(1, summed.warnings().size());
  }
}
