package org.infimum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {
  @TempDir Path folder;

  private String target(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void aLinearProgramGoesThroughEveryFormat() {
    String file = Problems.write(folder, "plan.lp", Problems.MAXIMIZE).toString();
    for (String name : List.of("a.mps", "b.qps.gz", "c.cbf", "d.lp.gz")) {
      Invocation run = Invocation.of("convert", file, target(name));
      assertEquals(0, run.exitCode(), run.err());
      assertEquals("", run.err());
      file = target(name);
      Invocation solved = Invocation.of("solve", file, "--json");
      double objective = ((Number) field(solved.out(), "objective")).doubleValue();
      assertEquals(11.0, objective, 1e-7, name);
    }
  }

  @Test
  void sdpaMinimizesAndSaysSo() {
    String file = Problems.write(folder, "plan.lp", Problems.MAXIMIZE).toString();
    Invocation run = Invocation.of("convert", file, target("plan.dat-s"));
    assertEquals(0, run.exitCode());
    assertTrue(run.err().startsWith("Warning: "), run.err());
    assertTrue(run.err().contains("negated"), run.err());
    Invocation solved = Invocation.of("solve", target("plan.dat-s"), "--json");
    assertEquals(-11.0, ((Number) field(solved.out(), "objective")).doubleValue(), 1e-7);
  }

  @Test
  void theAnswerSaysWhatWasWritten() {
    Invocation run =
        Invocation.withInput(Problems.MAXIMIZE, "convert", "-", target("plan.cbf"), "--json");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("LP", field(run.out(), "from"));
    assertEquals(target("plan.cbf"), field(run.out(), "written"));
    assertEquals(List.of(), field(run.out(), "warnings"));
    Invocation quiet = Invocation.of("convert", target("plan.cbf"), target("plan.mps"), "--quiet");
    assertEquals("", quiet.out() + quiet.err());
  }

  private static Object field(String json, String name) {
    Map<?, ?> object = (Map<?, ?>) Objects.requireNonNull(JsonTree.parse(json));
    return Objects.requireNonNull(object.get(name), json);
  }

  @Test
  void whatTheFormatCannotExpressIsRefusedAndNothingIsWritten() {
    String cones = Problems.write(folder, "cones.cbf", "VER\n1\nVAR\n3 1\nQ 3\n").toString();
    Invocation run = Invocation.of("convert", cones, target("cones.mps"));
    assertEquals(2, run.exitCode());
    assertEquals(
        target("cones.mps")
            + ": MPS cannot express the second-order cone of 3 rows that begins at row 'x1'.",
        run.err().strip());
    assertFalse(Files.exists(folder.resolve("cones.mps")));
  }

  @Test
  void theFormatMustBeKnownAndTheFileAnother() throws IOException {
    String file = Problems.write(folder, "plan.lp", Problems.MAXIMIZE).toString();
    Invocation unknown = Invocation.of("convert", file, target("plan.txt"));
    assertEquals(2, unknown.exitCode());
    assertTrue(unknown.err().contains("must state the format"), unknown.err());
    Invocation same = Invocation.of("convert", file, file);
    assertEquals(2, same.exitCode());
    assertEquals(file + " would be overwritten by itself.", same.err().strip());
    assertEquals(Problems.MAXIMIZE, Files.readString(Path.of(file)));
    Invocation absent = Invocation.of("convert", target("none.lp"), target("plan.mps"));
    assertEquals(2, absent.exitCode());
    assertFalse(Files.exists(folder.resolve("plan.mps")));
  }
}
