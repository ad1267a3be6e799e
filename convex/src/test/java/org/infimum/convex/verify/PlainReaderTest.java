package org.infimum.convex.verify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.infimum.convex.Cone;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.CurvedCone;
import org.infimum.convex.Sense;
import org.infimum.convex.io.Mutation;
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

  @Test
  void agreesWithTheSolversReaderOnConicFiles() throws IOException {
    Path data = data();
    assumeTrue(data != null, "no shared data: set -Dinfimum.data");
    if (data == null) {
      return;
    }
    for (String set : List.of("sdplib", "cblib/socp", "cblib/exp", "cblib/pow")) {
      // A small file of SDPLIB can have a million rows, one for each element of its matrices.
      long largest = set.equals("sdplib") ? 8_000 : 80_000;
      try (Stream<Path> files = Files.list(data.resolve(set))) {
        for (Path file : files.sorted().toList()) {
          if (file.toString().endsWith(".gz") && Files.size(file) < largest) {
            ConicProgram solvers = ProblemFiles.read(file, ReadOptions.strict()).program();
            assertSameByName(solvers, PlainReader.read(file, false).program(), file.toString());
          }
        }
      }
    }
  }

  @Test
  void agreesWithTheSolversReaderOnOurFiles() throws IOException {
    for (String name : List.of("cones.cbf", "maxcut.dat-s")) {
      try (InputStream plain = resource(name);
          InputStream solvers = resource(name)) {
        assertSameByName(
            ProblemFiles.read(solvers, name, ReadOptions.strict()).program(),
            PlainReader.read(name, plain, false).program(),
            name);
      }
    }
  }

  /** Damaged files end in a problem or in one sentence; both readers that read one agree. */
  @Test
  void agreesWithTheSolversReaderOnDamagedFiles() throws IOException {
    long seed = Long.getLong("infimum.seed", 14);
    for (String name : List.of("cones.cbf", "maxcut.dat-s")) {
      byte[] original;
      try (InputStream in = resource(name)) {
        original = in.readAllBytes();
      }
      int both = 0;
      for (int trial = 0; trial < 2_000; trial++) {
        byte[] text = Mutation.of(original, new SplittableRandom(seed + trial));
        ConicProgram solvers = programOrNull(text, false);
        ConicProgram plain = programOrNull(text, true);
        if (solvers != null && plain != null) {
          assertSameByName(solvers, plain, name + ", infimum.seed=" + (seed + trial));
          both++;
        }
      }
      assertTrue(both > 100, name + ": " + both + " damaged files were read by both");
    }
  }

  /** Any failure but a refusal is thrown on. */
  private static @Nullable ConicProgram programOrNull(byte[] text, boolean plain)
      throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(text);
    try {
      return plain
          ? PlainReader.read("text", in, false).program()
          : ProblemFiles.read(in, "text", ReadOptions.strict()).program();
    } catch (InputException refusal) {
      return null;
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        PlainReaderTest.class.getResourceAsStream("/org/infimum/convex/io/" + name), name);
  }

  /** Quadratic rows must give the same numbers to the bit: duals are compared by row. */
  @Test
  void quadraticRowsAreFactoredAlike() {
    SplittableRandom random = new SplittableRandom(Long.getLong("infimum.seed", 12));
    for (int trial = 0; trial < 100; trial++) {
      int n = 1 + random.nextInt(6);
      StringBuilder lp = new StringBuilder("Minimize\n obj: 0 x0");
      for (int j = 1; j < n; j++) {
        lp.append(" + 0 x").append(j);
      }
      lp.append("\nSubject To\n c1: x0 >= 1\n c2: x0 + [");
      appendGram(lp, random, n);
      lp.append("] <= 4\n c3: 3 >= x0\n");
      lp.append(" c4: x0 - [ x0 ^ 2 ] >= -5\nBounds\n x0 free\nEnd\n");
      String text = lp.toString();
      ConicProgram solvers =
          ProblemFiles.read(
                  new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                  "text",
                  ReadOptions.strict())
              .program();
      assertSameByName(solvers, read(text), "trial " + trial + "\n" + text);
    }
  }

  /** A sum of squares of at most n random linear forms, multiplied out. */
  private static void appendGram(StringBuilder lp, SplittableRandom random, int n) {
    double[][] q = new double[n][n];
    for (int r = 1 + random.nextInt(n); r > 0; r--) {
      double[] l = random.doubles(n, -2.0, 2.0).map(v -> v < -1.0 ? 0.0 : v).toArray();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          q[i][j] += l[i] * l[j];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      lp.append(i == 0 ? " " : " + ").append(q[i][i]).append(" x").append(i).append(" ^ 2");
      for (int j = 0; j < i; j++) {
        lp.append(q[i][j] < 0.0 ? " - " : " + ").append(Math.abs(2.0 * q[i][j]));
        lp.append(" x").append(i).append(" * x").append(j);
      }
    }
    lp.append(' ');
  }

  /** The same problem with its rows perhaps in another order. */
  private static void assertSameByName(ConicProgram expected, ConicProgram actual, String where) {
    assertEquals(expected.sense(), actual.sense(), where);
    assertEquals(expected.r(), actual.r(), where);
    assertArrayEquals(expected.q(), actual.q(), where);
    assertArrayEquals(expected.columnLower(), actual.columnLower(), where);
    assertArrayEquals(expected.columnUpper(), actual.columnUpper(), where);
    for (int j = 0; j < expected.columns(); j++) {
      assertEquals(expected.columnName(j), actual.columnName(j), where);
    }
    assertEquals(rowsByName(expected), rowsByName(actual), where);
  }

  /** Each row with its cone, its place there, its numbers and its entries. */
  private static Map<String, List<Object>> rowsByName(ConicProgram program) {
    Map<String, List<Object>> rows = new HashMap<>();
    int begin = 0;
    for (Cone cone : program.cones()) {
      for (int i = begin; i < begin + cone.dimension(); i++) {
        List<Object> row = new ArrayList<>();
        boolean curved = cone instanceof CurvedCone;
        row.add(curved ? cone + " " + (i - begin) + " " + program.rowName(begin) : "ends");
        row.addAll(List.of(program.b()[i], program.rowLower()[i], program.rowUpper()[i]));
        assertEquals(null, rows.put(program.rowName(i), row));
      }
      begin += cone.dimension();
    }
    for (int j = 0; j < program.columns(); j++) {
      for (int k = program.a().columnStarts()[j]; k < program.a().columnStarts()[j + 1]; k++) {
        if (program.a().values()[k] != 0.0) {
          String name = program.rowName(program.a().rowIndices()[k]);
          Objects.requireNonNull(rows.get(name)).addAll(List.of(j, program.a().values()[k]));
        }
      }
    }
    return rows;
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
