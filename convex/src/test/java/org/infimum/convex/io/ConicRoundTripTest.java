package org.infimum.convex.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.infimum.convex.Cone;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.CurvedCone;
import org.infimum.convex.DualCone;
import org.infimum.convex.ExponentialCone;
import org.infimum.convex.GeneralizedPowerCone;
import org.infimum.convex.IntervalCone;
import org.infimum.convex.PowerCone;
import org.infimum.convex.RotatedSecondOrderCone;
import org.infimum.convex.SecondOrderCone;
import org.infimum.convex.SemidefiniteCone;
import org.infimum.convex.Sense;
import org.infimum.linalg.SparseMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs with cones that are written read back as the same ones. */
class ConicRoundTripTest {
  /** Larger files add time, not cases. */
  private static final long LARGEST = 300_000;

  @TempDir Path folder;

  private ConicProgram throughFile(ConicProgram program, String extension) {
    Path file = folder.resolve("problem" + extension);
    assertEquals(List.of(), ProblemFiles.write(program, file));
    ReadProblem again = ProblemFiles.read(file, ReadOptions.strict());
    assertEquals(List.of(), again.warnings());
    return again.program();
  }

  private static void assertSame(ConicProgram expected, ConicProgram actual, String where) {
    Problems.assertSameNumbers(expected, actual, where);
    assertArrayEquals(expected.b(), actual.b(), where);
    assertEquals(curved(expected), curved(actual), where);
  }

  /** The curved cones; polyhedral rows are compared by their ends. */
  private static List<Cone> curved(ConicProgram program) {
    return program.cones().stream().filter(CurvedCone.class::isInstance).toList();
  }

  @Test
  void ourFilesReadBackTheSame() {
    ConicProgram cones = Problems.resource("cones.cbf", ReadOptions.strict()).program();
    assertSame(cones, throughFile(cones, ".cbf"), "cones.cbf");
    ConicProgram cut = Problems.resource("maxcut.dat-s", ReadOptions.strict()).program();
    assertSame(cut, throughFile(cut, ".dat-s.gz"), "maxcut.dat-s");
    assertSame(cut, throughFile(cut, ".cbf.gz"), "maxcut.dat-s as CBF");
  }

  @Test
  void benchmarkFilesReadBackTheSame() throws IOException {
    Path data = Problems.benchmarkData();
    assumeTrue(data != null, "shared/data is not here");
    int read = 0;
    for (String set : List.of("sdplib", "cblib/exp", "cblib/pow", "cblib/socp")) {
      List<Path> files;
      try (Stream<Path> listed = Files.list(data.resolve(set))) {
        files = listed.filter(file -> file.toString().endsWith(".gz")).sorted().toList();
      }
      for (Path file : files) {
        if (Files.size(file) <= LARGEST) {
          ConicProgram program = ProblemFiles.read(file, ReadOptions.strict()).program();
          String extension = set.equals("sdplib") ? ".dat-s" : ".cbf";
          assertSame(program, throughFile(program, extension), file.toString());
          read++;
        }
      }
    }
    assertTrue(read > 60, "only " + read + " files");
  }

  @Test
  void randomProgramsReadBackTheSameFromCbf() {
    long seed = Problems.seed(7);
    SplittableRandom random = new SplittableRandom(seed);
    for (int trial = 0; trial < 200; trial++) {
      ConicProgram program = randomProgram(random, false);
      String where = "trial " + trial + " of infimum.seed=" + seed;
      ConicProgram once = throughFile(program, ".cbf");
      assertSame(program, once, where);
      assertSame(once, throughFile(once, ".cbf"), where + " once more");
    }
  }

  @Test
  void randomSemidefiniteProgramsReadBackTheSameFromSdpa() {
    long seed = Problems.seed(8);
    SplittableRandom random = new SplittableRandom(seed);
    for (int trial = 0; trial < 200; trial++) {
      ConicProgram program = randomProgram(random, true);
      String where = "trial " + trial + " of infimum.seed=" + seed;
      assertSame(program, throughFile(program, ".dat-s"), where);
    }
  }

  @Test
  void whatHasTwoEndsIsWrittenAsTwoRows() {
    ConicProgram program =
        ConicProgram.rows(
                new double[] {1, 2},
                SparseMatrix.ofTriplets(
                    2, 2, 3, new int[] {0, 0, 1}, new int[] {0, 1, 1}, new double[] {1, 1, 3}),
                new double[] {-1, 5},
                new double[] {4, 5})
            .columnBounds(new double[] {2, 0}, new double[] {3, Double.POSITIVE_INFINITY})
            .build();
    ConicProgram cbf = throughFile(program, ".cbf");
    double infinity = Double.POSITIVE_INFINITY;
    assertArrayEquals(new double[] {-1, -infinity, 5, 2, -infinity}, cbf.rowLower());
    assertArrayEquals(new double[] {infinity, 4, 5, infinity, 3}, cbf.rowUpper());
    assertArrayEquals(new double[] {-infinity, 0}, cbf.columnLower());
    ConicProgram sdpa = throughFile(program, ".dat-s");
    assertArrayEquals(new double[] {-1, -4, 5, -5, 2, -3, 0}, sdpa.rowLower());
  }

  @Test
  void whatAFormatCannotExpressIsRefusedByName() {
    ConicProgram cones = Problems.resource("cones.cbf", ReadOptions.strict()).program();
    for (String extension : List.of(".mps", ".lp", ".dat-s")) {
      String refusal = Problems.refusal(() -> throughFile(cones, extension));
      assertTrue(refusal.contains("cannot express the dual exponential cone"), refusal);
      assertTrue(refusal.contains("'c11'"), refusal);
    }
    ConicProgram quadratic = Problems.resource("hs76.qps.gz", ReadOptions.strict()).program();
    for (String extension : List.of(".cbf", ".dat-s")) {
      String refusal = Problems.refusal(() -> throughFile(quadratic, extension));
      assertTrue(refusal.contains("quadratic objective"), refusal);
    }
    assertTrue(Files.notExists(folder.resolve("problem.cbf")));
  }

  @Test
  void whatSdpaChangesIsSaid() {
    ConicProgram program =
        ConicProgram.rows(new double[] {-1}, SparseMatrix.zero(0, 1), new double[0], new double[0])
            .sense(Sense.MAXIMIZE)
            .constant(4)
            .build();
    Path file = folder.resolve("changed.dat-s");
    assertEquals(2, ProblemFiles.write(program, file).size());
    assertArrayEquals(
        new double[] {-1}, ProblemFiles.read(file, ReadOptions.strict()).program().q());
  }

  /**
   * A program in the order of rows that the readers make: polyhedral rows, cones, semidefinite
   * cones, then (CBF) variables in cones and matrix variables.
   *
   * @param semidefinite whether rows have lower ends only and all curved cones are semidefinite
   */
  private static ConicProgram randomProgram(SplittableRandom random, boolean semidefinite) {
    List<Cone> cones = new ArrayList<>();
    int polyhedral = random.nextInt(4);
    if (polyhedral > 0) {
      cones.add(randomEnds(random, polyhedral, semidefinite));
    }
    for (int c = random.nextInt(4); c > 0 && !semidefinite; c--) {
      cones.add(randomCone(random, false));
    }
    for (int c = random.nextInt(3); c > 0; c--) {
      cones.add(new SemidefiniteCone((semidefinite ? 2 : 1) + random.nextInt(4)));
    }
    int general = rows(cones);
    List<CurvedCone> domains = new ArrayList<>();
    for (int c = random.nextInt(3); c > 0 && !semidefinite; c--) {
      domains.add(randomCone(random, false));
    }
    int free = 1 + random.nextInt(4);
    int scalars = free + rows(domains);
    for (int c = random.nextInt(3); c > 0 && !semidefinite; c--) {
      domains.add(new SemidefiniteCone(1 + random.nextInt(3)));
    }
    int n = free + rows(domains);
    cones.addAll(domains);
    int m = rows(cones);

    SparseMatrix a = randomMatrix(random, cones, general, n, free, scalars, semidefinite);
    double[] b = new double[m];
    double[] q = new double[n];
    for (int i = polyhedral; i < general; i++) {
      b[i] = random.nextBoolean() ? 0.0 : matrixNumber(random);
    }
    for (int j = 0; j < n; j++) {
      q[j] = random.nextBoolean() ? 0.0 : matrixNumber(random);
    }
    double[] lower = new double[n];
    double[] upper = new double[n];
    Arrays.fill(lower, Double.NEGATIVE_INFINITY);
    Arrays.fill(upper, Double.POSITIVE_INFINITY);
    for (int j = 0; j < free && !semidefinite; j++) {
      lower[j] = random.nextBoolean() ? 0.0 : lower[j];
      upper[j] = random.nextBoolean() ? 0.0 : upper[j];
    }
    return ConicProgram.conic(q, a, b, cones)
        .columnBounds(lower, upper)
        .sense(!semidefinite && random.nextBoolean() ? Sense.MAXIMIZE : Sense.MINIMIZE)
        .constant(semidefinite ? 0.0 : random.nextInt(3))
        .build();
  }

  private static int rows(List<? extends Cone> cones) {
    return cones.stream().mapToInt(Cone::dimension).sum();
  }

  private static SparseMatrix randomMatrix(
      SplittableRandom random,
      List<Cone> cones,
      int general,
      int n,
      int free,
      int scalars,
      boolean semidefinite) {
    int m = rows(cones);
    int capacity = general * n + m;
    int[] row = new int[capacity];
    int[] column = new int[capacity];
    double[] value = new double[capacity];
    int count = 0;
    int begin = 0;
    for (Cone cone : cones) {
      for (int i = begin; i < Math.min(general, begin + cone.dimension()); i++) {
        // no matrix variable stands in a matrix constraint
        int width = cone instanceof SemidefiniteCone ? scalars : n;
        for (int j = 0; j < width; j++) {
          if (random.nextInt(3) == 0) {
            row[count] = i;
            column[count] = j;
            value[count++] = matrixNumber(random);
          }
        }
      }
      if (begin >= general && !semidefinite) {
        boolean reversed =
            cone instanceof ExponentialCone
                || (cone instanceof DualCone dual && dual.primal() instanceof ExponentialCone);
        for (int k = 0; k < cone.dimension(); k++) {
          row[count] = begin + (reversed ? 2 - k : k);
          column[count] = free + begin - general + k;
          value[count++] = -1.0;
        }
      }
      begin += cone.dimension();
    }
    return SparseMatrix.ofTriplets(m, n, count, row, column, value);
  }

  private static CurvedCone randomCone(SplittableRandom random, boolean dual) {
    return switch (random.nextInt(dual ? 3 : 6)) {
      case 0 -> new ExponentialCone();
      case 1 -> new PowerCone(0.05 + 0.9 * random.nextDouble());
      case 2 -> {
        double alpha = 0.05 + 0.4 * random.nextDouble();
        double beta = 0.05 + 0.4 * random.nextDouble();
        yield new GeneralizedPowerCone(
            List.of(alpha, beta, 1.0 - alpha - beta), 1 + random.nextInt(3));
      }
      case 3 -> new SecondOrderCone(1 + random.nextInt(4));
      case 4 -> new RotatedSecondOrderCone(2 + random.nextInt(4));
      default -> new DualCone(randomCone(random, true));
    };
  }

  private static IntervalCone randomEnds(SplittableRandom random, int count, boolean oneSided) {
    double[] lower = new double[count];
    double[] upper = new double[count];
    for (int i = 0; i < count; i++) {
      double end = random.nextInt(4) == 0 ? 0.0 : random.nextDouble() - 0.5;
      int kind = oneSided ? 1 : random.nextInt(4);
      lower[i] = kind == 0 || kind == 2 ? end : Double.NEGATIVE_INFINITY;
      upper[i] = kind <= 1 ? end : Double.POSITIVE_INFINITY;
    }
    return new IntervalCone(lower, upper);
  }

  /** A number as an element off the diagonal of a matrix in a file gives it. */
  private static double matrixNumber(SplittableRandom random) {
    return Svec.scaled(random.nextInt(3) == 0 ? 2.0 : random.nextDouble() - 0.5, 1, 0);
  }
}
