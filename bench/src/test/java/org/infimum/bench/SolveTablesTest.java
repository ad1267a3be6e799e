package org.infimum.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.infimum.core.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolveTablesTest {
  @TempDir private Path folder = Path.of("");

  private static ResultRow row(String instance, String solver, Verdict verdict, double seconds) {
    return new ResultRow(
        "set",
        instance,
        3,
        4,
        5,
        solver,
        verdict,
        "said, \"so\"",
        1.5,
        1e-9,
        Double.NaN,
        1e-10,
        seconds,
        2 * seconds,
        7,
        11);
  }

  private static ResultFile results() {
    ResultFile results = new ResultFile();
    results.take(ResultFile.runLine("a machine"));
    results.take(ResultFile.solverLine("infimum", "ours: fast"));
    results.take(ResultFile.solverLine("peer", "theirs"));
    results.take(ResultRow.HEADER);
    results.take(row("one", "infimum", Verdict.SOLVED, 0.99).csv());
    results.take(row("one", "peer", Verdict.SOLVED, 1.99).csv());
    results.take(row("two", "infimum", Verdict.SOLVED, 0.99).csv());
    results.take(row("two", "peer", Verdict.WRONG, 0.01).csv());
    return results;
  }

  @Test
  void aRowSurvivesItsFile() throws IOException {
    Path file = folder.resolve("results.csv");
    ResultRow row = row("one", "infimum", Verdict.INACCURATE, 0.1);
    ResultFile.append(file, ResultRow.HEADER);
    ResultFile.append(file, row.csv());
    assertEquals(List.of(row), ResultFile.read(file).rows());
  }

  @Test
  void failuresCountAtTheLimit() {
    SolveTables tables = new SolveTables(results(), 299.99);
    List<String> peer = tables.summary().rows().get(1);
    assertEquals(List.of("peer", "1 / 2", "1", "0", "0"), peer.subList(0, 5));
    // sqrt(2 * 300) - 0.01
    assertEquals("24480 ms", peer.get(5));
    assertTrue(tables.allSolvedBy("infimum"));
    assertFalse(tables.allSolvedBy("peer"));
    assertFalse(tables.allSolvedBy("absent"));
  }

  @Test
  void theProfileLeavesOutWhatFailed() {
    var profile = new SolveTables(results(), 300).profile("title");
    assertEquals(1.0, profile.share("infimum", 1.0));
    assertEquals(0.5, profile.share("peer", 100.0));
  }

  @Test
  void anEarlierRunIsComparedByRatio() {
    var table = new SolveTables(results(), 300).comparedWith(results());
    assertEquals("1 x", table.rows().getLast().getLast());
  }

  @Test
  void aSectionIsReplacedAndTheRestStays() throws IOException {
    Path page = folder.resolve("page.md");
    Files.writeString(page, "before\n<!-- begin a -->\nold\n<!-- end a -->\nafter\n");
    MarkedSection.replace(page, "a", "new\n");
    MarkedSection.replace(page, "a", "newer\n");
    assertEquals(
        "before\n<!-- begin a -->\nnewer\n<!-- end a -->\nafter\n", Files.readString(page));
    assertThrows(InputException.class, () -> MarkedSection.replace(page, "b", "new"));
  }

  @Test
  void theMeanOfEqualTimesIsThatTime() {
    assertEquals(0.25, ShiftedGeometricMean.of(new double[] {0.25, 0.25, 0.25}), 1e-15);
    assertEquals(0.0, ShiftedGeometricMean.of(new double[] {0.0}), 1e-15);
  }

  @Test
  void instancesFindTheirPublishedAnswers() throws IOException {
    Path set = Files.createDirectory(folder.resolve("feasible"));
    Files.writeString(set.resolve("A1.mps"), "NAME\n");
    Files.writeString(set.resolve("b2.mps.gz"), "longer than the other");
    Files.writeString(set.resolve("notes.txt"), "");
    Files.writeString(
        folder.resolve("optimal.csv"),
        """
        instance,status,optimal_value,source
        feasible/a1,optimal,-1.5,"x, y"
        infeasible/b2,infeasible,,
        """);
    List<Instance> instances = InstanceSet.load(set.toString(), Pattern.compile(""));
    assertEquals(List.of("A1", "b2"), instances.stream().map(Instance::name).toList());
    assertEquals(-1.5, instances.get(0).reference().objective());
    assertEquals(Instance.Reference.UNKNOWN, instances.get(1).reference());
    assertThrows(
        InputException.class, () -> InstanceSet.load(set.toString(), Pattern.compile("zzz")));
  }

  @Test
  void timesDoNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertTrue(new SolveTables(results(), 300).instances().markdown().contains("| 0.99 |"));
    } finally {
      Locale.setDefault(before);
    }
  }
}
