package org.infimum.convex.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.Sense;
import org.infimum.core.InputException;
import org.infimum.linalg.SparseMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written reads back as the same program. */
class RoundTripTest {
  private static final ReadOptions RELAXED = new ReadOptions(false, true);

  @TempDir Path folder;

  private ConicProgram throughFile(ConicProgram program, String extension) {
    Path file = folder.resolve("problem" + extension);
    ProblemFiles.write(program, file);
    ReadProblem again = ProblemFiles.read(file, ReadOptions.strict());
    assertEquals(List.of(), again.warnings());
    return again.program();
  }

  private void assertRoundTrips(ConicProgram program, String where) {
    Problems.assertSame(program, throughFile(program, ".mps"), where + " as MPS");
    Problems.assertSame(program, throughFile(program, ".qps.gz"), where + " as QPS");
    Problems.assertSameNumbers(program, throughFile(program, ".lp"), where + " as LP");
  }

  @Test
  void realFilesReadBackTheSame() {
    for (String name : Problems.RESOURCES) {
      assertRoundTrips(Problems.resource(name, RELAXED).program(), name);
    }
  }

  @Test
  void smallBenchmarkFilesReadBackTheSame() throws IOException {
    Path data = Problems.benchmarkData();
    assumeTrue(data != null, "shared/data is not here");
    for (String set :
        List.of("netlib_lp/feasible", "netlib_lp/infeasible", "maros_meszaros_qp", "mip_small")) {
      for (Path file : Problems.benchmarkFiles(data.resolve(set), 20_000)) {
        assertRoundTrips(ProblemFiles.read(file, RELAXED).program(), file.toString());
      }
    }
  }

  @Test
  void randomProgramsReadBackTheSame() {
    long seed = Problems.seed(3);
    SplittableRandom random = new SplittableRandom(seed);
    for (int trial = 0; trial < 150; trial++) {
      ConicProgram program = randomProgram(random);
      String where = "trial " + trial + " of infimum.seed=" + seed;
      assertRoundTrips(program, where);
      Problems.assertSame(program, throughFile(program, ".lp.gz"), where + " as LP with names");
    }
  }

  @Test
  void namesWithBlanksNeedTheFixedColumns() {
    ConicProgram program =
        ConicProgram.rows(
                new double[] {1.0 / 3.0, -2.0},
                SparseMatrix.ofTriplets(
                    2,
                    2,
                    3,
                    new int[] {0, 1, 1},
                    new int[] {0, 0, 1},
                    new double[] {1, 1e-7 / 3, 5}),
                new double[] {0.1, -1.0},
                new double[] {0.1, Double.POSITIVE_INFINITY})
            .names(new String[] {"A 1", "B"}, new String[] {"ROW ONE", "R2"})
            .build();
    Problems.assertSame(program, throughFile(program, ".mps"), "names with blanks");
  }

  @Test
  void namesThatMpsCannotHoldAreRefusedByName() {
    for (String name : new String[] {"", " a", "a b c d e f", "tab\there"}) {
      ConicProgram program =
          ConicProgram.rows(new double[1], SparseMatrix.zero(0, 1), new double[0], new double[0])
              .names(new String[] {name}, new String[0])
              .build();
      String refusal = Problems.refusal(() -> throughFile(program, ".mps"));
      assertTrue(refusal.contains("cannot stand in an MPS file"), refusal);
    }
  }

  @Test
  void rowsWithCrossedEndsSurviveInLpAndAreRefusedInMps() {
    ConicProgram program =
        ConicProgram.rows(
                new double[] {1},
                SparseMatrix.ofTriplets(1, 1, 1, new int[1], new int[1], new double[] {1}),
                new double[] {3},
                new double[] {2})
            .build();
    Problems.assertSame(program, throughFile(program, ".lp"), "crossed ends");
    String refusal = Problems.refusal(() -> throughFile(program, ".mps"));
    assertTrue(refusal.contains("row 'c1'"), refusal);
  }

  @Test
  void rangesWithoutAnExactWidthKeepTheirSmallerEnd() {
    double[] lower = {0.2, -1e10, -1.1};
    double[] upper = {0.9, 1e-3, 1.05};
    ConicProgram program =
        ConicProgram.rows(new double[1], SparseMatrix.zero(3, 1), lower, upper).build();
    ConicProgram again = throughFile(program, ".mps");
    for (int i = 0; i < lower.length; i++) {
      assertEquals(lower[i], again.rowLower()[i], Math.ulp(lower[i]));
      assertEquals(upper[i], again.rowUpper()[i], Math.ulp(upper[i]));
    }
    Problems.assertSame(program, throughFile(program, ".lp"), "LP is exact");
  }

  @Test
  void problemsWithoutRowsOrColumnsReadBack() {
    double[] none = {};
    assertRoundTrips(
        ConicProgram.rows(none, SparseMatrix.zero(0, 0), none, none).constant(4).build(), "empty");
    assertRoundTrips(
        ConicProgram.rows(none, SparseMatrix.zero(2, 0), new double[] {1, -2}, new double[] {1, 5})
            .build(),
        "no columns");
    assertRoundTrips(
        ConicProgram.rows(new double[2], SparseMatrix.zero(1, 2), new double[1], new double[1])
            .build(),
        "no entries");
  }

  @Test
  void anUnknownExtensionIsRefused() {
    ConicProgram program = Problems.resource("afiro.mps.gz", RELAXED).program();
    Path file = folder.resolve("problem.txt");
    assertThrows(InputException.class, () -> ProblemFiles.write(program, file));
    assertTrue(Files.notExists(file));
  }

  private static ConicProgram randomProgram(SplittableRandom random) {
    int m = random.nextInt(6);
    int n = 1 + random.nextInt(6);
    double[] rowLower = new double[m];
    double[] rowUpper = new double[m];
    String[] rowNames = new String[m];
    for (int i = 0; i < m; i++) {
      rowNames[i] = "r(" + i + ")" + (random.nextInt(4) == 0 ? "_with_a_long_name" : "");
      double anchor = number(random);
      double width = Math.abs(number(random));
      // The ends of a two-sided row are made as RANGES makes them, so that MPS can express them.
      switch (random.nextInt(6)) {
        case 0 -> setEnds(rowLower, rowUpper, i, anchor, anchor);
        case 1 -> setEnds(rowLower, rowUpper, i, anchor, Double.POSITIVE_INFINITY);
        case 2 -> setEnds(rowLower, rowUpper, i, Double.NEGATIVE_INFINITY, anchor);
        case 3 -> setEnds(rowLower, rowUpper, i, anchor, anchor + width);
        case 4 -> setEnds(rowLower, rowUpper, i, anchor - width, anchor);
        default ->
            setEnds(rowLower, rowUpper, i, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      }
    }
    double[] q = new double[n];
    double[] lower = new double[n];
    double[] upper = new double[n];
    String[] names = new String[n];
    for (int j = 0; j < n; j++) {
      names[j] = "x" + j + (random.nextInt(4) == 0 ? "_y,z" : "");
      q[j] = random.nextInt(3) == 0 ? 0.0 : number(random);
      double first = number(random);
      double second = number(random);
      switch (random.nextInt(7)) {
        case 0 -> setEnds(lower, upper, j, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        case 1 -> setEnds(lower, upper, j, first, first);
        case 2 -> setEnds(lower, upper, j, first, second);
        case 3 -> setEnds(lower, upper, j, 0.0, first);
        case 4 -> setEnds(lower, upper, j, Double.NEGATIVE_INFINITY, first);
        case 5 -> setEnds(lower, upper, j, first, Double.POSITIVE_INFINITY);
        default -> setEnds(lower, upper, j, 0.0, Double.POSITIVE_INFINITY);
      }
    }
    ConicProgram.Builder builder =
        ConicProgram.rows(q, randomMatrix(random, m, n, false), rowLower, rowUpper)
            .name("random problem")
            .sense(random.nextBoolean() ? Sense.MAXIMIZE : Sense.MINIMIZE)
            .constant(random.nextBoolean() ? number(random) : 0.0)
            .columnBounds(lower, upper)
            .objectiveName("cost")
            .names(names, rowNames);
    if (random.nextBoolean()) {
      builder.quadratic(randomMatrix(random, n, n, true));
    }
    return builder.build();
  }

  private static void setEnds(double[] lower, double[] upper, int i, double from, double to) {
    lower[i] = from;
    upper[i] = to;
  }

  private static double number(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(-9, 10);
      case 1 -> random.nextInt(-1000, 1000) / 16.0;
      case 2 -> random.nextDouble(-1.0, 1.0);
      default -> random.nextDouble(-1.0, 1.0) * Math.pow(10.0, random.nextInt(-12, 13));
    };
  }

  private static SparseMatrix randomMatrix(
      SplittableRandom random, int rows, int columns, boolean upperTriangle) {
    int[] row = new int[rows * columns];
    int[] column = new int[rows * columns];
    double[] value = new double[rows * columns];
    int count = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = upperTriangle ? i : 0; j < columns; j++) {
        double v = number(random);
        if (random.nextInt(3) == 0 && v != 0.0) {
          row[count] = i;
          column[count] = j;
          value[count++] = v;
        }
      }
    }
    return SparseMatrix.ofTriplets(rows, columns, count, row, column, value);
  }
}
