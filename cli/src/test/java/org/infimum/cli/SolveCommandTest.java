package org.infimum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code solve} prints and writes. */
class SolveCommandTest {
  @TempDir Path folder;

  @Test
  void oneProblemIsShownWithItsCourseAndEvidence() {
    Invocation run = Invocation.of("solve", maximize());
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("", run.err());
    List<String> labels =
        run.out()
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> line.split(" ", -1)[0])
            .toList();
    for (String label :
        List.of(
            "problem",
            "size",
            "rows",
            "columns",
            "status",
            "objective",
            "dual",
            "errors",
            "method",
            "seconds")) {
      assertTrue(labels.contains(label), label + " in " + run.out());
    }
    assertTrue(run.out().contains("maximize"), run.out());
  }

  @Test
  void quietPrintsTheResultLineOnly() {
    Invocation run = Invocation.of("solve", maximize(), "--quiet");
    assertEquals(1, run.out().lines().count(), run.out());
    assertTrue(run.out().contains("optimal"), run.out());
  }

  @Test
  void jsonIsOneObjectWithTheDocumentedKeys() {
    Invocation run = Invocation.of("solve", maximize(), "--json");
    assertEquals("", run.err());
    Map<String, @Nullable Object> json = JsonTree.object(run.out());
    assertKeys(
        json,
        "problem",
        "method",
        "status",
        "objective",
        "dualObjective",
        "errors",
        "iterations",
        "factor",
        "seconds",
        "certificate");
    assertKeys(JsonTree.inner(json, "problem"), "name", "rows", "columns", "nonzeros");
    assertKeys(JsonTree.inner(json, "errors"), "primal", "dual", "gap", "dimacs");
    assertKeys(
        JsonTree.inner(json, "factor"),
        "ordering",
        "kind",
        "nonzeros",
        "flops",
        "seconds",
        "gflops");
    assertKeys(JsonTree.inner(json, "seconds"), "read", "presolve", "solve", "total");
    assertKeys(JsonTree.inner(json, "certificate"), "kind", "verified", "error");
    assertEquals("optimal", json.get("status"));
    assertEquals("interior-point", json.get("method"));
    // The gap is within 1e-8 relative, so is the distance to the optimum 11.
    assertEquals(11.0, JsonTree.number(json, "objective"), 11.0e-7);

    Map<String, @Nullable Object> errors = JsonTree.inner(json, "errors");
    List<?> dimacs = (List<?>) errors.get("dimacs");
    assertNotNull(dimacs);
    double[] six = dimacs.stream().mapToDouble(error -> Math.abs((Double) error)).toArray();
    assertEquals(6, six.length);
    assertEquals(Math.max(six[0], six[1]), JsonTree.number(errors, "primal"));
    assertEquals(Math.max(six[2], six[3]), JsonTree.number(errors, "dual"));
    assertEquals(Math.max(six[4], six[5]), JsonTree.number(errors, "gap"));
  }

  @Test
  void anInfeasibleProblemComesWithItsFarkasRay() throws IOException {
    assertCertificate(Problems.INFEASIBLE, "primal-infeasible", "farkas");
  }

  @Test
  void anUnboundedProblemComesWithItsRecessionRay() throws IOException {
    assertCertificate(Problems.UNBOUNDED, "dual-infeasible", "recession");
  }

  private void assertCertificate(String text, String status, String kind) throws IOException {
    for (String presolve : List.of("--seed=0", "--no-presolve")) {
      String file = Problems.write(folder, "certified.lp", text).toString();
      Path solution = folder.resolve("certified.json");
      Invocation run =
          Invocation.of("solve", file, "--json", presolve, "--solution", solution.toString());
      assertEquals(0, run.exitCode(), run.err());
      Map<String, @Nullable Object> json = JsonTree.object(run.out());
      assertEquals(status, json.get("status"));
      assertNull(json.get("objective"));
      Map<String, @Nullable Object> certificate = JsonTree.inner(json, "certificate");
      assertEquals(kind, certificate.get("kind"));
      assertEquals(true, certificate.get("verified"));
      assertFalse(JsonTree.inner(certificate, "ray").isEmpty());
      Map<String, @Nullable Object> written = JsonTree.object(Files.readString(solution));
      assertEquals(kind, JsonTree.inner(written, "certificate").get("kind"));
      Invocation check = Invocation.of("check", file, solution.toString());
      assertEquals(0, check.exitCode(), check.out() + check.err());
    }
  }

  @Test
  void whatIsSolvedIsProvedByTheCheck() {
    Path solution = folder.resolve("out.json");
    Invocation run = Invocation.of("solve", maximize(), "--quiet", "--solution=" + solution);
    assertEquals(0, run.exitCode(), run.err());
    Invocation check = Invocation.of("check", maximize(), solution.toString());
    assertEquals(0, check.exitCode(), check.out() + check.err());
    Map<String, @Nullable Object> json =
        JsonTree.object(Invocation.of("check", maximize(), solution.toString(), "--json").out());
    assertEquals(true, json.get("proved"));
  }

  @Test
  void aSolutionThatWasTamperedWithIsNotProved() throws IOException {
    Path solution = folder.resolve("out.json");
    Invocation.of("solve", maximize(), "--quiet", "--solution", solution.toString());
    String text = Files.readString(solution);
    String tampered = text.replaceFirst("\"dual\":[-0-9.Ee]+", "\"dual\":1.5");
    assertFalse(tampered.equals(text));
    Files.writeString(solution, tampered);
    Invocation check = Invocation.of("check", maximize(), solution.toString());
    assertEquals(1, check.exitCode(), check.out() + check.err());
    assertTrue(check.out().startsWith("not proved"), check.out());
  }

  @Test
  void standardInputIsAProblemToo() {
    Invocation run = Invocation.withInput(Problems.MAXIMIZE, "solve", "-", "--json");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("optimal", JsonTree.object(run.out()).get("status"));
  }

  @Test
  void aLimitGivesTheBestAnswerSoFarAndExitCodeOne() {
    Invocation run =
        Invocation.of("solve", maximize(), "--json", "--no-presolve", "--max-iterations", "1");
    assertEquals(1, run.exitCode(), run.err());
    Map<String, @Nullable Object> json = JsonTree.object(run.out());
    assertEquals("iteration-limit", json.get("status"));
    assertEquals("none", JsonTree.inner(json, "certificate").get("kind"));
  }

  @Test
  void theTraceHasOneRowAnIteration() throws IOException {
    Path trace = folder.resolve("trace.csv");
    Invocation run =
        Invocation.of("solve", maximize(), "--json", "--no-presolve", "--trace", trace.toString());
    List<String> lines = Files.readAllLines(trace);
    double iterations = JsonTree.number(JsonTree.object(run.out()), "iterations");
    // One row for the start point and one for each iteration.
    assertEquals(iterations + 2, lines.size(), String.join("\n", lines));
    int columns = lines.getFirst().split(",", -1).length;
    for (String line : lines) {
      assertEquals(columns, line.split(",", -1).length, line);
    }
  }

  @Test
  void aFolderIsOneLineAProblemAndASummary() {
    Problems.write(folder, "a.lp", Problems.MAXIMIZE);
    Problems.write(folder, "b.lp", Problems.INFEASIBLE);
    Problems.write(folder, "notes.txt", "no problem");
    Invocation run = Invocation.of("solve", folder.toString());
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(4, run.out().lines().count(), run.out());
    assertTrue(run.out().contains("1 optimal, 1 primal-infeasible; shifted geometric"), run.out());
  }

  @Test
  void aBadFileInAListDoesNotStopTheOthers() {
    String bad = Problems.write(folder, "bad.lp", "Minimize\n obj: x +* y\nEnd\n").toString();
    Invocation run = Invocation.of("solve", bad, maximize(), "--json");
    assertEquals(2, run.exitCode());
    assertEquals(1, run.err().lines().count(), run.err());
    assertEquals("optimal", JsonTree.object(run.out()).get("status"));
  }

  @Test
  void severalProblemsAreJsonLines() {
    String other = Problems.write(folder, "unbounded.lp", Problems.UNBOUNDED).toString();
    Invocation run = Invocation.of("solve", maximize(), other, "--json");
    assertEquals(
        List.of("optimal", "dual-infeasible"),
        run.out().lines().map(line -> JsonTree.object(line).get("status")).toList());
  }

  @Test
  void theThreadsDoNotChangeTheAnswer() {
    String one = solution("--threads=1");
    assertEquals(one, solution("--threads=2"));
    assertEquals(one, solution("--method=interior-point"));
  }

  private String solution(String option) {
    Path file = folder.resolve("threads.json");
    Invocation.of("solve", maximize(), "--quiet", option, "--solution", file.toString());
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String maximize() {
    return Problems.write(folder, "maximize.lp", Problems.MAXIMIZE).toString();
  }

  private static void assertKeys(Map<String, @Nullable Object> object, String... keys) {
    assertEquals(List.of(keys), List.copyOf(object.keySet()));
  }

  @Test
  void checkSumsRepeatedEntriesOnlyIfLenient() {
    String repeated = "Maximize\n x + x\nSubject To\n c: x + x <= 4\nEnd\n";
    String file = Problems.write(folder, "repeated.lp", repeated).toString();
    Path solution = folder.resolve("repeated.json");
    Invocation solve = Invocation.of("solve", "--lenient", file, "--solution", solution.toString());
    assertEquals(0, solve.exitCode(), solve.out() + solve.err());
    Invocation strict = Invocation.of("check", file, solution.toString());
    assertEquals(2, strict.exitCode(), strict.out() + strict.err());
    Invocation lenient = Invocation.of("check", "--lenient", file, solution.toString());
    assertEquals(0, lenient.exitCode(), lenient.out() + lenient.err());
  }

  @Test
  void presolveIsReportedBeforeTheFirstIteration() {
    String out = Invocation.of("solve", "../examples/afiro.mps").out();
    assertTrue(out.indexOf("presolve   ") >= 0, out);
    assertTrue(out.indexOf("presolve   ") < out.indexOf("iter "), out);
  }
}
