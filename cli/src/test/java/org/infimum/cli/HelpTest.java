package org.infimum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @ParameterizedTest
  @ValueSource(strings = {"solve", "check", "convert", "methods", "reproduce", "bench"})
  void everyCommandHasHelpWithAnExample(String command) {
    Invocation run = Invocation.of(command, "--help");
    assertEquals(0, run.exitCode());
    assertEquals("", run.err());
    assertTrue(run.out().startsWith("Usage: infimum " + command), run.out());
    assertTrue(run.out().contains("Example"), run.out());
    assertTrue(Invocation.of("--help").out().contains("  " + command), "the general help");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--method",
        "--tolerance",
        "--time-limit",
        "--max-iterations",
        "--threads",
        "--seed",
        "--no-presolve",
        "--relax",
        "--lenient",
        "--solution",
        "--trace",
        "--json",
        "--quiet"
      })
  void theHelpOfSolveHasEveryOption(String option) {
    assertTrue(Invocation.of("solve", "--help").out().contains(option));
  }

  @Test
  void theDocumentationHasEveryOption() {
    String page = SourceTree.text("docs/solve.md");
    for (Option option : new SolveCommand().syntax().options()) {
      assertTrue(page.contains("| `" + option.name()), option.name());
    }
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    Invocation run = Invocation.of("--version");
    assertEquals(0, run.exitCode());
    assertTrue(run.out().matches("infimum \\d+\\.\\d+\\.\\d+\\S*\\R"), run.out());
  }

  @Test
  void withoutACommandTheHelpIsNamed() {
    Invocation run = Invocation.of();
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("infimum --help"), run.err());
  }

  @Test
  void theMethodsAreAJsonArrayOfCards() {
    Invocation run = Invocation.of("methods", "--json");
    assertEquals(0, run.exitCode(), run.err());
    Object array = JsonTree.parse(run.out());
    assertTrue(array instanceof List<?> cards && !cards.isEmpty(), run.out());
    for (Object card : (List<?>) array) {
      assertEquals(
          List.of("key", "title", "paper", "room", "entryPoint"),
          List.copyOf(((Map<?, ?>) card).keySet()));
    }
  }

  @Test
  void aWordNoCardHasGivesAnEmptyList() {
    Invocation run = Invocation.of("methods", "no-card-has-this-word", "--json");
    assertEquals("[]", run.out().replaceAll("\\s", ""));
    assertFalse(Invocation.of("methods").out().isEmpty());
  }

  @Test
  void anUnknownExperimentIsBadUsage() {
    Invocation run = Invocation.of("reproduce", "no-such-key");
    assertEquals(2, run.exitCode());
    assertEquals(
        "There is no experiment 'no-such-key'; infimum reproduce lists them.", run.err().strip());
  }
}
