package org.infimum.convex.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.Sense;
import org.junit.jupiter.api.Test;

/** The rules of MPS and QPS. */
class MpsReaderTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static final String ROWS = "NAME t\nROWS\n N obj\n L l\n G g\n E e\n N spare\nCOLUMNS\n";
  private static final String COLUMNS =
      ROWS + " x obj 1 l 2\n x spare 3\n y g 4 e 5\n z obj 6\n w obj 0\n";

  private static ConicProgram program(String text) {
    ReadProblem problem = Problems.parse(text);
    assertEquals(List.of(), problem.warnings());
    return problem.program();
  }

  @Test
  void rowsKeepTheirOrderWithoutTheObjectiveAndFurtherObjectivesAreFreeRows() {
    ConicProgram program = program(COLUMNS + "RHS\n RHS l 1 g 2\n RHS e 3\nENDATA\n");
    assertEquals("t", program.name());
    assertEquals("obj", program.objectiveName());
    assertEquals(4, program.rows());
    assertEquals("spare", program.rowName(3));
    assertArrayEquals(new double[] {1, 0, 6, 0}, program.q());
    assertArrayEquals(new double[] {-INFINITY, 2, 3, -INFINITY}, program.rowLower());
    assertArrayEquals(new double[] {1, INFINITY, 3, INFINITY}, program.rowUpper());
    assertArrayEquals(new int[] {0, 3, 1, 2}, program.a().rowIndices());
    assertArrayEquals(new double[] {2, 3, 4, 5}, program.a().values());
    assertArrayEquals(new double[] {0, 0, 0, 0}, program.columnLower());
  }

  @Test
  void theRightHandSideOfTheObjectiveIsMinusTheConstant() {
    assertEquals(-7.5, program(COLUMNS + "RHS\n RHS obj 7.5\nENDATA\n").r());
  }

  @Test
  void maximizationIsStoredNegated() {
    for (String sense :
        new String[] {"OBJSENSE MAX\n", "OBJSENSE\n    MAXIMIZE\n", "OBJSENSE\n MAX\n"}) {
      ConicProgram program =
          program(COLUMNS.replace("ROWS\n", sense + "ROWS\n") + "RHS\n obj 2\nENDATA\n");
      assertEquals(Sense.MAXIMIZE, program.sense());
      assertArrayEquals(new double[] {-1, 0, -6, 0}, program.q());
      assertEquals(2.0, program.r());
    }
    assertEquals(
        Sense.MINIMIZE,
        program(COLUMNS.replace("ROWS\n", "OBJSENSE MIN\nROWS\n") + "ENDATA\n").sense());
  }

  @Test
  void objectiveCanBeChosenByName() {
    ConicProgram program =
        program(COLUMNS.replace("ROWS\n", "OBJNAME\n spare\nROWS\n") + "ENDATA\n");
    assertEquals("spare", program.objectiveName());
    assertEquals("obj", program.rowName(0));
    assertArrayEquals(new double[] {3, 0, 0, 0}, program.q());
  }

  @Test
  void rangesWidenRowsByTypeAndSign() {
    String rhs = "RHS\n RHS l 10 g 10\n RHS e 10\nRANGES\n RNG l -3 g -4\n RNG e ";
    ConicProgram up = program(COLUMNS + rhs + "5\nENDATA\n");
    assertArrayEquals(new double[] {7, 10, 10, -INFINITY}, up.rowLower());
    assertArrayEquals(new double[] {10, 14, 15, INFINITY}, up.rowUpper());
    ConicProgram down = program(COLUMNS + rhs + "-5\nENDATA\n");
    assertEquals(5.0, down.rowLower()[2]);
    assertEquals(10.0, down.rowUpper()[2]);
    ConicProgram free = program(COLUMNS + rhs + "1e30\nENDATA\n");
    assertEquals(10.0, free.rowLower()[2]);
    assertEquals(INFINITY, free.rowUpper()[2]);
  }

  @Test
  void boundTypesSetTheirSides() {
    ConicProgram program =
        program(
            COLUMNS
                + "BOUNDS\n"
                + " UP BND x 4\n"
                + " LO BND x -1\n"
                + " FX BND y 2\n"
                + " FR BND z\n"
                + " MI BND w\n"
                + " UP BND w -3\n"
                + " PL BND x\n"
                + "ENDATA\n");
    assertArrayEquals(new double[] {-1, 2, -INFINITY, -INFINITY}, program.columnLower());
    assertArrayEquals(new double[] {INFINITY, 2, INFINITY, -3}, program.columnUpper());
  }

  @Test
  void setNamesMayBeMissing() {
    ConicProgram program =
        program(COLUMNS + "RHS\n l 1 g 2\nRANGES\n l 1\nBOUNDS\n UP x 4\n FR z\n MI y 0\nENDATA\n");
    assertEquals(1.0, program.rowUpper()[0]);
    assertEquals(0.0, program.rowLower()[0]);
    assertArrayEquals(new double[] {4, INFINITY, INFINITY, INFINITY}, program.columnUpper());
    assertArrayEquals(new double[] {0, -INFINITY, -INFINITY, 0}, program.columnLower());
  }

  @Test
  void boundsOf1e20AreInfinite() {
    ConicProgram program =
        program(
            COLUMNS
                + "BOUNDS\n UP B x 1e20\n LO B y -1e30\n UP B z inf\n LO B z -Infinity\nENDATA\n");
    assertArrayEquals(new double[] {0, -INFINITY, -INFINITY, 0}, program.columnLower());
    assertArrayEquals(new double[] {INFINITY, INFINITY, INFINITY, INFINITY}, program.columnUpper());
  }

  @Test
  void crossedBoundsAreAProblemNotBadInput() {
    ConicProgram program = program(COLUMNS + "BOUNDS\n LO B x 5\n UP B x 3\nENDATA\n");
    assertEquals(5.0, program.columnLower()[0]);
    assertEquals(3.0, program.columnUpper()[0]);
  }

  @Test
  void negativeUpperBoundOnADefaultLowerBoundOpensItWithAWarning() {
    ReadProblem problem = Problems.parse(COLUMNS + "BOUNDS\n UP B x -5\nENDATA\n");
    assertEquals(-INFINITY, problem.program().columnLower()[0]);
    assertEquals(1, problem.warnings().size());
    assertTrue(
        problem.warnings().get(0).startsWith("text:15: column 'x'"), problem.warnings().get(0));
  }

  @Test
  void onlyTheFirstSetCounts() {
    ReadProblem problem =
        Problems.parse(
            COLUMNS + "RHS\n A l 1\n B l 2\n B g 3\nBOUNDS\n UP U x 4\n UP V x 5\nENDATA\n");
    assertEquals(1.0, problem.program().rowUpper()[0]);
    assertEquals(0.0, problem.program().rowLower()[1]);
    assertEquals(4.0, problem.program().columnUpper()[0]);
    assertEquals(2, problem.warnings().size());
  }

  @Test
  void integerColumnsAreRelaxedOnRequest() {
    String text =
        ROWS
            + " x obj 1\n M1 'MARKER' 'INTORG'\n y l 2\n z l 3\n M2 'MARKER' 'INTEND'\n w l 4\n"
            + "BOUNDS\n UP B z 9\n BV B w\n UI B x 7\nENDATA\n";
    ReadProblem problem = Problems.parse(text, new ReadOptions(false, true));
    assertEquals(4, problem.integerColumns());
    assertArrayEquals(new double[] {7, 1, 9, 1}, problem.program().columnUpper());
    assertEquals(2, problem.warnings().size());
  }

  @Test
  void lenientReadingSumsRepeatedEntries() {
    String text =
        COLUMNS.replace(" w obj 0\n", " w l 1 l 2\n w obj 3 obj 4\n")
            + "RHS\n RHS l 1 l 5\n RHS g -1e30\nENDATA\n";
    ReadProblem problem = Problems.parse(text, new ReadOptions(true, false));
    assertEquals(7.0, problem.program().q()[3]);
    assertEquals(3.0, problem.program().a().values()[4]);
    assertEquals(6.0, problem.program().rowUpper()[0]);
    assertEquals(-INFINITY, problem.program().rowLower()[1]);
    assertEquals(4, problem.warnings().size());
  }

  @Test
  void namesWithBlanksAreFoundByColumns() {
    String text =
        """
        NAME          with blanks
        ROWS
         N  COST
         G  ROW 1
         L  R2
        COLUMNS
            PLAIN     COST               1.0   ROW 1              2.0
            A 1       COST               3.0   ROW 1             -4.0
            A 1       R2                 5.0
            A 2       R2        0.12345678901234566
        RHS
            MY RHS    ROW 1              6.0   R2                 7.0
        BOUNDS
         UP MY BND    A 1                8.0
         FR MY BND    A 2
        ENDATA
        """;
    ConicProgram program = program(text);
    assertEquals("with blanks", program.name());
    assertEquals("ROW 1", program.rowName(0));
    assertEquals("A 1", program.columnName(1));
    assertArrayEquals(new double[] {2, -4, 5, 0.12345678901234566}, program.a().values());
    assertEquals(6.0, program.rowLower()[0]);
    assertEquals(8.0, program.columnUpper()[1]);
    assertEquals(-INFINITY, program.columnLower()[2]);
  }

  @Test
  void quadobjIsOneTriangleAndQmatrixIsBoth() {
    String triangle = "QUADOBJ\n x x 2\n y x -1\n y y 4\nENDATA\n";
    String whole = "QMATRIX\n x x 2\n x y -1\n y x -1\n y y 4\nENDATA\n";
    for (String section : new String[] {triangle, whole}) {
      ReadProblem problem = Problems.parse(COLUMNS + section);
      assertEquals("QPS", problem.format());
      assertArrayEquals(new int[] {0, 1, 3, 3, 3}, problem.program().p().columnStarts());
      assertArrayEquals(new int[] {0, 0, 1}, problem.program().p().rowIndices());
      assertArrayEquals(new double[] {2, -1, 4}, problem.program().p().values());
    }
    String maximized = COLUMNS.replace("ROWS\n", "OBJSENSE MAX\nROWS\n") + whole;
    assertArrayEquals(new double[] {-2, 1, -4}, program(maximized).p().values());
  }

  @Test
  void commentsBlankLinesTabsAndCarriageReturnsDoNotMatter() {
    String text = "* comment\n\n" + COLUMNS.replace(" x obj", "* more\n\tx\tobj") + "\nENDATA\n";
    Problems.assertSame(program(COLUMNS + "ENDATA\n"), program(text), "comments");
    Problems.assertSame(
        program(COLUMNS + "ENDATA\n"), program(text.replace("\n", "\r\n") + "trailing"), "CR LF");
  }
}
