package org.infimum.convex.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.infimum.convex.ConicProgram;
import org.infimum.core.InputException;
import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;

/** Where the tests of this package get their files from, and how they compare programs. */
public final class Problems {
  /** Real files that come with the tests. */
  static final List<String> RESOURCES =
      List.of(
          "afiro.mps.gz",
          "adlittle.mps.gz",
          "sc50a.mps.gz",
          "itest6.mps.gz",
          "flugpl.mps.gz",
          "hs35mod.qps.gz",
          "hs76.qps.gz",
          "qafiro.qps.gz",
          "portfolio.lp");

  /** Files of our own with cones, one of each format. */
  static final List<String> CONIC_RESOURCES = List.of("cones.cbf", "maxcut.dat-s");

  private Problems() {}

  static ReadProblem parse(String text) {
    return parse(text, ReadOptions.strict());
  }

  /** Reads a text under the name "text". */
  static ReadProblem parse(String text, ReadOptions options) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ProblemFiles.read(new ByteArrayInputStream(bytes), "text", options);
  }

  static ReadProblem resource(String name, ReadOptions options) {
    return ProblemFiles.read(new ByteArrayInputStream(resourceBytes(name)), name, options);
  }

  static byte[] resourceBytes(String name) {
    try (InputStream in = Objects.requireNonNull(Problems.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  /** The sentence with which the action refuses its input. */
  static String refusal(Executable action) {
    return Objects.requireNonNull(assertThrows(InputException.class, action).getMessage());
  }

  /**
   * The folder of benchmark data (system property infimum.data, or shared/data upwards), or null.
   */
  public static @Nullable Path benchmarkData() {
    String stated = System.getProperty("infimum.data");
    if (stated != null) {
      return Path.of(stated);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared/data");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  /** The MPS and QPS files of at most this size in one set, sorted by name. */
  public static List<Path> benchmarkFiles(Path set, long largest) throws IOException {
    try (Stream<Path> files = Files.list(set)) {
      return files
          .filter(file -> file.toString().endsWith("ps.gz") && file.toFile().length() <= largest)
          .sorted()
          .toList();
    }
  }

  /** The seed of a random test: the system property infimum.seed, else the given one. */
  static long seed(long usual) {
    return Long.getLong("infimum.seed", usual);
  }

  static SplittableRandom random(long usual) {
    return new SplittableRandom(seed(usual));
  }

  static void assertSameNumbers(ConicProgram expected, ConicProgram actual, String where) {
    assertEquals(expected.sense(), actual.sense(), where);
    assertEquals(expected.r(), actual.r(), where);
    assertArrayEquals(expected.q(), actual.q(), where);
    assertArrayEquals(expected.rowLower(), actual.rowLower(), where);
    assertArrayEquals(expected.rowUpper(), actual.rowUpper(), where);
    assertArrayEquals(expected.columnLower(), actual.columnLower(), where);
    assertArrayEquals(expected.columnUpper(), actual.columnUpper(), where);
    assertSameMatrix(expected.a(), actual.a(), where);
    assertSameMatrix(expected.p(), actual.p(), where);
  }

  static void assertSame(ConicProgram expected, ConicProgram actual, String where) {
    assertSameNumbers(expected, actual, where);
    assertEquals(expected.name(), actual.name(), where);
    assertEquals(expected.objectiveName(), actual.objectiveName(), where);
    for (int i = 0; i < expected.rows(); i++) {
      assertEquals(expected.rowName(i), actual.rowName(i), where);
    }
    for (int j = 0; j < expected.columns(); j++) {
      assertEquals(expected.columnName(j), actual.columnName(j), where);
    }
  }

  private static void assertSameMatrix(SparseMatrix expected, SparseMatrix actual, String where) {
    assertEquals(expected.rows(), actual.rows(), where);
    assertArrayEquals(expected.columnStarts(), actual.columnStarts(), where);
    assertArrayEquals(expected.rowIndices(), actual.rowIndices(), where);
    assertArrayEquals(expected.values(), actual.values(), where);
  }
}
