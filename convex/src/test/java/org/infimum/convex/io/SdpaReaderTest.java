package org.infimum.convex.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.infimum.convex.Cone;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.Errors;
import org.infimum.convex.SemidefiniteCone;
import org.infimum.convex.Verifier;
import org.junit.jupiter.api.Test;

class SdpaReaderTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double ROOT = Math.sqrt(2.0);

  private static final String BLOCKS =
      """
      "a title"
      * a comment
       3 = mDIM
      4 =nBLOCK
      (2, -2, 1,
       3) = bLOCKsTRUCT
      {+1.5, -2.0,
       0}
      0 1 1 2 4
      1 1 1 1 1.0 2 1 2 1 5
      0,2,2,2,-7
      3 2 1 1 2
      3 2 2 2 3
      0 3 1 1 9.0E+00
      2 3 1 1 1
      3 4 3 1 6
      """;

  @Test
  void diagonalBlocksAreRowsWithALowerEndBeforeTheMatrices() {
    ReadProblem problem = Problems.parse(BLOCKS);
    ConicProgram program = problem.program();
    assertEquals("SDPA", problem.format());
    assertArrayEquals(new double[] {1.5, -2, 0}, program.q());
    assertEquals(3, program.cones().getFirst().dimension());
    List<Cone> cones = program.cones();
    assertEquals(
        List.of(new SemidefiniteCone(2), new SemidefiniteCone(3)), cones.subList(1, cones.size()));
    double[] lower = new double[12];
    double[] upper = new double[12];
    Arrays.fill(lower, -INFINITY);
    Arrays.fill(upper, INFINITY);
    lower[0] = 0;
    lower[1] = -7;
    lower[2] = 9;
    assertArrayEquals(lower, program.rowLower());
    assertArrayEquals(upper, program.rowUpper());
    double[] b = new double[12];
    b[4] = -4 * ROOT;
    assertArrayEquals(b, program.b());
    assertArrayEquals(new int[] {0, 1, 3, 6}, program.a().columnStarts());
    assertArrayEquals(new int[] {3, 2, 4, 0, 1, 8}, program.a().rowIndices());
    assertArrayEquals(new double[] {-1, 1, -5 * ROOT, 2, 3, -6 * ROOT}, program.a().values());
  }

  @Test
  void rowsHaveTheNamesOfTheirElements() {
    ConicProgram program = Problems.parse(BLOCKS).program();
    String[] names = new String[program.rows()];
    for (int i = 0; i < names.length; i++) {
      names[i] = program.rowName(i);
    }
    assertArrayEquals(
        new String[] {
          "X2[1,1]", "X2[2,2]", "X3[1,1]", "X1[1,1]", "X1[2,1]", "X1[2,2]", "X4[1,1]", "X4[2,1]",
          "X4[3,1]", "X4[2,2]", "X4[3,2]", "X4[3,3]"
        },
        names);
  }

  @Test
  void theMaxCutOfACycleHasItsKnownOptimum() {
    ConicProgram program = Problems.resource("maxcut.dat-s", ReadOptions.strict()).program();
    double optimum = 5.0 / 8.0 * (5.0 + Math.sqrt(5.0));
    double[] x = {optimum / 5, optimum / 5, optimum / 5, optimum / 5, optimum / 5};
    // the dual matrix has the unit vectors of a pentagram as its Gram matrix; y = -svec
    SemidefiniteCone cone = new SemidefiniteCone(5);
    double[] y = new double[15];
    for (int j = 0; j < 5; j++) {
      for (int i = j; i < 5; i++) {
        double element = Math.cos(4.0 * Math.PI / 5.0 * (i - j));
        y[cone.position(i, j)] = -(i == j ? element : ROOT * element);
      }
    }
    Errors errors = new Verifier(program).measure(x, y);
    assertTrue(errors.within(1e-14), errors.toString());
    assertEquals(optimum, errors.primalObjective(), 1e-14);
  }

  @Test
  void zerosOffTheDiagonalOfADiagonalBlockAreLetPass() {
    assertEquals(0, Problems.parse("1\n1\n-2\n1\n1 1 1 2 0\n").program().a().nonzeros());
  }

  @Test
  void repeatedEntriesAreSummedIfLenient() {
    String text = "1\n1\n2\n1\n1 1 1 2 1\n1 1 2 1 2\n";
    ReadProblem summed = Problems.parse(text, new ReadOptions(true, false));
    assertArrayEquals(new double[] {-ROOT - 2 * ROOT}, summed.program().a().values());
    assertEquals(
        List.of(
            "text:6: the element X1[2,1] of F_1 is given twice, first at line 5: the values are"
                + " summed."),
        summed.warnings());
  }
}
