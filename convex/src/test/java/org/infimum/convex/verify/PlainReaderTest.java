package org.infimum.convex.verify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.Sense;
import org.infimum.convex.io.ProblemFiles;
import org.infimum.convex.io.ReadOptions;
import org.infimum.core.InputException;
import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlainReaderTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static ConicProgram read(String text) {
    try {
      return PlainReader.read(
              "text", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), false)
          .program();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static final String FREE_MPS =
      """
      NAME sample
      OBJSENSE
          MAX
      ROWS
       N cost
       L low
       G high
       E range
      COLUMNS
       x cost 3 low 1
       x high 2
       y cost -1 range 4
      RHS
       cost 10 low 5
       R high -1 range 7
      RANGES
       R low 2 high 3
       R range -4
      BOUNDS
       UP B x 4
       UP B y -2
      QUADOBJ
       x x -2
       y x 1
       y y -3
      ENDATA
      """;

  @Test
  void freeMpsStatesWhatItsSectionsSay() {
    ConicProgram program = read(FREE_MPS);
    assertEquals(Sense.MAXIMIZE, program.sense());
    assertArrayEquals(new double[] {-3, 1}, program.q());
    assertEquals(10.0, program.r(), "the right-hand side of the objective is minus its constant");
    assertArrayEquals(new double[] {3, -1, 3}, program.rowLower());
    assertArrayEquals(new double[] {5, 2, 7}, program.rowUpper());
    assertArrayEquals(new double[] {0, -INFINITY}, program.columnLower());
    assertArrayEquals(new double[] {4, -2}, program.columnUpper());
    assertArrayEquals(new double[] {2, -1, 3}, program.p().values());
  }

  @Test
  void fixedMpsKeepsBlanksInNames() {
    ConicProgram program =
        read(
            """
            NAME          BLANKS
            ROWS
             N  COST
             E  A ROW
            COLUMNS
                A COL     COST              1.0    A ROW            2.0
            RHS
                RHS       A ROW             4.0
            ENDATA
            """);
    assertEquals("A COL", program.columnName(0));
    assertEquals("A ROW", program.rowName(0));
    assertArrayEquals(new double[] {4}, program.rowLower());
  }

  @Test
  void lpStatesWhatItsSectionsSay() {
    ConicProgram program =
        read(
            """
            \\ a comment
            Maximize
             gain: 3 x - y + 2 [ignored
            """
                    .replace("[ignored", "+ [ - 2 x ^2 + 2 x * y - 3 y^2 ] / 2")
                + """
                Subject To
                 c1: x + 2 y <= 5
                 -1 <= x - y <= 4
                 third: 2 >= x
                Bounds
                 -3 <= y <= 8
                 x free
                Generals
                 x
                End
                """);
    assertEquals(Sense.MAXIMIZE, program.sense());
    assertArrayEquals(new double[] {-3, 1}, program.q());
    assertEquals(-2.0, program.r());
    assertArrayEquals(new double[] {2, -1, 3}, program.p().values());
    assertArrayEquals(new double[] {-INFINITY, -1, -INFINITY}, program.rowLower());
    assertArrayEquals(new double[] {5, 4, 2}, program.rowUpper());
    assertArrayEquals(new double[] {-INFINITY, -3}, program.columnLower());
    assertArrayEquals(new double[] {INFINITY, 8}, program.columnUpper());
  }

  @Test
  void faultsGetOneSentenceWithFileAndLine() {
    refused(FREE_MPS.replace("ENDATA", ""), "before ENDATA");
    refused(FREE_MPS.replace("y cost -1 range 4", "y cost -1 nowhere 4"), "line 12");
    refused(FREE_MPS.replace("x high 2", "x low 2"), "line 11");
    refused(FREE_MPS.replace("UP B x 4", "UP B w 4"), "\\bw\\b");
    refused(FREE_MPS.replace("UP B x 4", "XX B x 4"), "XX");
    refused("", "");
  }

  private static void refused(String text, String part) {
    String message = assertThrows(InputException.class, () -> read(text)).toString();
    assertTrue(message.matches("(?s).*" + part + ".*"), message);
  }

  /** Both readers were written apart; they must read every real file alike. */
  @Test
  void agreesWithTheSolversReaderOnRealFiles() throws IOException {
    Path data = data();
    assumeTrue(data != null, "no shared data: set -Dinfimum.data");
    if (data == null) {
      return;
    }
    for (String set :
        List.of("netlib_lp/feasible", "netlib_lp/infeasible", "maros_meszaros_qp", "mip_small")) {
      try (Stream<Path> files = Files.list(data.resolve(set))) {
        for (Path file : files.sorted().toList()) {
          // The largest files add seconds and no new syntax.
          if (file.toString().endsWith("ps.gz") && Files.size(file) < 400_000) {
            ConicProgram solvers = ProblemFiles.read(file, new ReadOptions(false, true)).program();
            assertSame(solvers, PlainReader.read(file, false).program(), file.toString());
          }
        }
      }
    }
  }

  private static void assertSame(ConicProgram expected, ConicProgram actual, String file) {
    assertEquals(expected.sense(), actual.sense(), file);
    assertEquals(expected.r(), actual.r(), file);
    assertArrayEquals(expected.q(), actual.q(), file);
    assertArrayEquals(expected.rowLower(), actual.rowLower(), file);
    assertArrayEquals(expected.rowUpper(), actual.rowUpper(), file);
    assertArrayEquals(expected.columnLower(), actual.columnLower(), file);
    assertArrayEquals(expected.columnUpper(), actual.columnUpper(), file);
    assertEquals(entries(expected.a()), entries(actual.a()), file);
    assertEquals(entries(expected.p()), entries(actual.p()), file);
    for (int i = 0; i < expected.rows(); i++) {
      assertEquals(expected.rowName(i), actual.rowName(i), file);
    }
    for (int j = 0; j < expected.columns(); j++) {
      assertEquals(expected.columnName(j), actual.columnName(j), file);
    }
  }

  /** The nonzero entries; whether explicit zeros are stored is a reader's own choice. */
  private static List<String> entries(SparseMatrix matrix) {
    List<String> entries = new ArrayList<>();
    for (int j = 0; j < matrix.columns(); j++) {
      for (int k = matrix.columnStarts()[j]; k < matrix.columnStarts()[j + 1]; k++) {
        if (matrix.values()[k] != 0.0) {
          entries.add(matrix.rowIndices()[k] + " " + j + " " + matrix.values()[k]);
        }
      }
    }
    return entries;
  }

  private static @Nullable Path data() {
    String stated = System.getProperty("infimum.data");
    if (stated != null) {
      return Path.of(stated);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path candidate = folder.resolve("shared").resolve("data");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
      folder = folder.getParent();
    }
    return null;
  }
}
