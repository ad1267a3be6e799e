package org.infimum.convex.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.Sense;
import org.junit.jupiter.api.Test;

/** The rules of CPLEX LP. */
class LpReaderTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static ConicProgram program(String text) {
    ReadProblem problem = Problems.parse(text);
    assertEquals("LP", problem.format());
    assertEquals(List.of(), problem.warnings());
    return problem.program();
  }

  @Test
  void aWholeProblemIsReadAsWritten() {
    ConicProgram program = Problems.resource("portfolio.lp", ReadOptions.strict()).program();
    assertEquals("portfolio", program.name());
    assertEquals("utility", program.objectiveName());
    assertEquals(Sense.MAXIMIZE, program.sense());
    assertEquals(List.of("bonds", "stocks", "gold", "cash"), columnNames(program));
    assertArrayEquals(new double[] {-0.12, -0.2, -0.15, 0}, program.q());
    assertEquals(-7.0, program.r());
    assertArrayEquals(new double[] {0.5, -0.2, 2, 1}, program.p().values());
    assertArrayEquals(new int[] {0, 1, 3, 4, 4}, program.p().columnStarts());
    assertEquals("hedge", program.rowName(2));
    assertEquals("c4", program.rowName(3));
    assertArrayEquals(new double[] {1, 0.25, -0.1, -INFINITY}, program.rowLower());
    assertArrayEquals(new double[] {1, 0.75, INFINITY, 2.5}, program.rowUpper());
    assertArrayEquals(new double[] {0, 0, -0.05, -INFINITY}, program.columnLower());
    assertArrayEquals(new double[] {INFINITY, 0.6, 0.5, INFINITY}, program.columnUpper());
  }

  private static List<String> columnNames(ConicProgram program) {
    String[] names = new String[program.columns()];
    for (int j = 0; j < names.length; j++) {
      names[j] = program.columnName(j);
    }
    return List.of(names);
  }

  @Test
  void everySpellingOfARelationIsRead() {
    ConicProgram program =
        program(
            """
            minimize x
            such that
             a: x < 1
             b: x <= 2
             c: x =< 3
             d: x > 4
             e: x >= 5
             f: x => 6
             g: x = 7
             h: 8 >= x
             i: 9 = x
            end
            """);
    assertArrayEquals(
        new double[] {-INFINITY, -INFINITY, -INFINITY, 4, 5, 6, 7, -INFINITY, 9},
        program.rowLower());
    assertArrayEquals(
        new double[] {1, 2, 3, INFINITY, INFINITY, INFINITY, 7, 8, 9}, program.rowUpper());
  }

  @Test
  void constantsMoveToTheOtherSide() {
    ConicProgram program =
        program("min\n 3 + x - 1\nst\n a: x + 2 >= 5\n b: 1 <= x - 1 <= 4\n c: 6 >= 2 - x\nend\n");
    assertEquals(2.0, program.r());
    assertArrayEquals(new double[] {3, 2, -INFINITY}, program.rowLower());
    assertArrayEquals(new double[] {INFINITY, 5, 4}, program.rowUpper());
    assertArrayEquals(new double[] {1, 1, -1}, program.a().values());
  }

  @Test
  void unlabelledRowsAreSeparatedByLines() {
    ConicProgram program =
        program(
            "MAX\nx + y\nSubject   To\nx + y <= 4\nx\n - y\n >= -2\n-2 <= x\n3x + 2e1y <= 5\nEND");
    assertEquals(4, program.rows());
    assertArrayEquals(new double[] {-INFINITY, -2, -2, -INFINITY}, program.rowLower());
    assertArrayEquals(new double[] {1, 1, 1, 3, 1, -1, 20}, program.a().values());
  }

  @Test
  void boundsInEveryForm() {
    ConicProgram program =
        program(
            """
            min
             a + b + c + d + e + f
            st
            r: a >= 0
            bounds
             a >= 1
             2 <= b
             -inf <= c <= 3
             d free
             e = 4
             -5 >= f >= -1e30
            end
            """);
    assertArrayEquals(
        new double[] {1, 2, -INFINITY, -INFINITY, 4, -INFINITY}, program.columnLower());
    assertArrayEquals(new double[] {INFINITY, INFINITY, 3, INFINITY, 4, -5}, program.columnUpper());
  }

  @Test
  void negativeUpperBoundKeepsTheDefaultLowerBound() {
    ConicProgram program = program("min\n x\nst\nbounds\n x <= -3\nend\n");
    assertEquals(0.0, program.columnLower()[0]);
    assertEquals(-3.0, program.columnUpper()[0]);
  }

  @Test
  void aBracketWithoutTheHalfCountsTwice() {
    assertArrayEquals(
        new double[] {4, 3}, program("min\n [ 2 x ^ 2 + 3 x * y ]\nst\nend\n").p().values());
    assertArrayEquals(
        new double[] {-2, -1.5},
        program("min\n x - [ 2 x ^ 2 + 3 y*x ]/2\nst\nend\n").p().values());
  }

  @Test
  void keywordsCountOnlyAtTheStartOfALine() {
    ConicProgram program = program("min\n obj: 2 st + 3 end\nst\n st: st + end >= 1\nend\n");
    assertEquals(List.of("st", "end"), columnNames(program));
    assertEquals("st", program.rowName(0));
  }

  @Test
  void integersAreRelaxedOnRequest() {
    String text =
        "min\n x + y + z\nst\n x >= 1\nbounds\n x <= 9\ngenerals\n x z\nbinary\n y\nend\n";
    ReadProblem problem = Problems.parse(text, new ReadOptions(false, true));
    assertEquals(3, problem.integerColumns());
    assertArrayEquals(new double[] {9, 1, INFINITY}, problem.program().columnUpper());
  }
}
