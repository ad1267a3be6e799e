package org.infimum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Problems with cones from their files to a checked answer. */
class ConicFilesTest {
  /** Errors within 1e-8 of 1 + |primal| + |dual|. */
  private static final double ACCURACY = 2e-7;

  @TempDir Path folder;

  /** Solves the file, checks the solution and returns it. */
  private Map<?, ?> solved(String name, String text, String status) {
    String file = Problems.write(folder, name, text).toString();
    String solution = folder.resolve(name + ".json").toString();
    Invocation run = Invocation.of("solve", file, "--solution", solution);
    assertEquals(0, run.exitCode(), run.out() + run.err());
    Invocation check = Invocation.of("check", file, solution);
    assertEquals(0, check.exitCode(), check.out() + check.err());
    Map<?, ?> answer = (Map<?, ?>) Objects.requireNonNull(JsonTree.parse(text(Path.of(solution))));
    assertEquals(status, answer.get("status"));
    return answer;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static double number(Map<?, ?> object, String... path) {
    Object at = object;
    for (String name : path) {
      at = Objects.requireNonNull(((Map<?, ?>) at).get(name), name);
    }
    return ((Number) at).doubleValue();
  }

  @Test
  void theExamplesHaveTheirClosedForms() {
    Map<?, ?> cones = solved("cones.cbf", SourceTree.text("examples/cones.cbf"), "optimal");
    double expected = 5 + 2 + Math.E - Math.pow(27.0, 0.25) / 4.0 + Math.exp(-2.0) + 2 + 1 - 10;
    assertEquals(expected, number(cones, "objective"), ACCURACY);
    Map<?, ?> cut = solved("maxcut.dat-s", SourceTree.text("examples/maxcut.dat-s"), "optimal");
    double optimum = 5.0 / 8.0 * (5.0 + Math.sqrt(5.0));
    assertEquals(optimum, number(cut, "objective"), ACCURACY);
    // the diagonal of the dual matrix is 1
    assertEquals(-1.0, number(cut, "constraints", "X1[3,3]", "dual"), ACCURACY);
  }

  @Test
  void aConvertedProblemHasTheSameOptimum() {
    for (String example : List.of("examples/maxcut.dat-s", "examples/hs76.qps")) {
      String name = example.substring(example.indexOf('/') + 1);
      String file = Problems.write(folder, name, SourceTree.text(example)).toString();
      String target = folder.resolve(name.contains("dat-s") ? "c.cbf.gz" : "c.lp").toString();
      assertEquals(0, Invocation.of("convert", file, target).exitCode());
      assertEquals(objective(file), objective(target), ACCURACY, name);
    }
  }

  private static double objective(String file) {
    Invocation run = Invocation.of("solve", file, "--json");
    return number((Map<?, ?>) Objects.requireNonNull(JsonTree.parse(run.out())), "objective");
  }

  @Test
  void aQuadraticConstraintHasTheDualOfItsRightHandSide() {
    for (String ball : List.of("[ x ^ 2 + y ^ 2 ] <= 2", "- [ x ^ 2 + y ^ 2 ] >= -2")) {
      Map<?, ?> answer =
          solved(
              "ball.lp",
              "Minimize\n obj: x + y\nSubject To\n ball: "
                  + ball
                  + "\nBounds\n x free\n y free\nEnd\n",
              "optimal");
      assertEquals(-2.0, number(answer, "objective"), ACCURACY);
      assertEquals(-1.0, number(answer, "variables", "x", "value"), 1e-4);
      // the optimum is -sqrt(2 u); a gap of 1e-8 leaves its square root to points and duals
      assertEquals(-0.5, number(answer, "constraints", "ball", "dual"), 1e-4);
    }
  }

  @Test
  void infeasibleConesHaveACheckedRay() {
    String secondOrder =
        "VER\n1\nVAR\n2 1\nQ 2\nCON\n1 1\nL- 1\nACOORD\n1\n0 0 1\nBCOORD\n1\n0 1\n";
    Map<?, ?> answer = solved("q.cbf", secondOrder, "primal-infeasible");
    assertTrue(((Map<?, ?>) Objects.requireNonNull(answer.get("certificate"))).containsKey("ray"));
    // x on the diagonal, -x below it, 1 beside it
    solved("s.dat-s", "1\n1\n2\n1\n0 1 1 2 -1\n1 1 1 1 1\n1 1 2 2 -1\n", "primal-infeasible");
  }

  @Test
  void unboundedConesHaveACheckedRay() {
    String exponential =
        """
        VER
        2
        VAR
        3 1
        EXP 3
        CON
        1 1
        L= 1
        OBJACOORD
        1
        2 1
        ACOORD
        1
        0 1 1
        BCOORD
        1
        0 -1
        """;
    solved("e.cbf", exponential, "dual-infeasible");
    solved("u.dat-s", "1\n1\n2\n-1\n1 1 1 1 1\n1 1 2 2 1\n", "dual-infeasible");
  }

  @Test
  void aPointOutsideItsConeIsNotProved() throws IOException {
    String file =
        Problems.write(folder, "q.cbf", "VER\n1\nVAR\n3 1\nQ 3\nOBJACOORD\n1\n0 1\n").toString();
    String claim =
        """
        {"status": "optimal", "objective": 0,
         "variables": {"x1": {"value": 0}, "x2": {"value": SHIFT}, "x3": {"value": 0}},
         "constraints": {"x1": {"dual": -1}, "x2": {"dual": DUAL}, "x3": {"dual": 0}}}
        """;
    Path solution = folder.resolve("claim.json");
    Files.writeString(solution, claim.replace("SHIFT", "0").replace("DUAL", "0"));
    assertEquals(0, Invocation.of("check", file, solution.toString()).exitCode());
    Files.writeString(solution, claim.replace("SHIFT", "1e-5").replace("DUAL", "0"));
    Invocation outside = Invocation.of("check", file, solution.toString());
    assertEquals(1, outside.exitCode());
    assertTrue(outside.out().contains("FAILS     1.0e-05  cones: shift of the slacks"));
    Files.writeString(solution, claim.replace("SHIFT", "0").replace("DUAL", "2"));
    Invocation dual = Invocation.of("check", file, solution.toString());
    assertEquals(1, dual.exitCode());
    assertTrue(
        dual.out().lines().anyMatch(line -> line.contains("FAILS") && line.contains("dual cones")),
        dual.out());
  }
}
