package org.infimum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad usage and bad input: one sentence on standard error, exit code 2, nothing else. */
class BadInputTest {
  private static final String MPS =
      """
      NAME          SMALL
      ROWS
       N  COST
       L  LIM
       G  LOW
      COLUMNS
          X         COST               1.0   LIM                1.0
          Y         COST               2.0   LIM                1.0
          Y         LOW                1.0
      RHS
          RHS       LIM                4.0   LOW                1.0
      BOUNDS
       UP BND       X                  4.0
      ENDATA
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--tolerance 0 | --tolerance takes a number between 0 and 1, both excluded, not '0'.",
        "--tolerance 1 | --tolerance takes a number between 0 and 1, both excluded, not '1'.",
        "--tolerance NaN | --tolerance takes a number between 0 and 1, both excluded, not 'NaN'.",
        "--tolerance 1e | --tolerance takes a number between 0 and 1, both excluded, not '1e'.",
        "--tolerance -1 | --tolerance takes a number between 0 and 1, both excluded, not '-1'.",
        "--threads 0 | --threads takes a whole number from 1 to 1024, not '0'.",
        "--threads 1.5 | --threads takes a whole number from 1 to 1024, not '1.5'.",
        "--threads two | --threads takes a whole number from 1 to 1024, not 'two'.",
        "--time-limit 0 | --time-limit takes a number of seconds above 0, not '0'.",
        "--time-limit -3 | --time-limit takes a number of seconds above 0, not '-3'.",
        "--time-limit 1h | --time-limit takes a number of seconds above 0, not '1h'.",
        "--max-iterations -1 | --max-iterations takes a whole number of at least 0, not '-1'.",
        "--max-iterations 9e9 | --max-iterations takes a whole number of at least 0, not '9e9'.",
        "--seed x | --seed takes a whole number, not 'x'.",
        "--method simplex | --method takes auto or interior-point, not 'simplex'.",
      })
  void aWrongValueIsNamedWithItsRange(String option, String sentence) {
    String[] words = option.split(" ", -1);
    Invocation run = Invocation.of("solve", mps("ok.mps", MPS), words[0], words[1]);
    assertRefused(sentence, run);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "solve | solve takes at least 1 operand (FILE), but 0 were given. | solve",
        "solve x --tolerence 1 | Unknown option: '--tolerence' (did you mean --tolerance?). | solve"
            + " ",
        "solve x --threads | Missing required parameter for option '--threads' (N). | solve",
        "check x | check takes 2 operands (PROBLEM SOLUTION), but 1 was given. | check",
        "sovle x | There is no command 'sovle'. | ''",
      })
  void wrongUsageIsOneSentenceAndAHint(String line, String sentence, String command) {
    Invocation run = Invocation.of(line.split(" ", -1));
    assertEquals(2, run.exitCode());
    assertEquals("", run.out());
    assertEquals(
        List.of(sentence, "Try: infimum " + (command.isEmpty() ? "" : command + " ") + "--help"),
        run.err().lines().toList());
  }

  @Test
  void anOptionGivenTwiceIsRefused() {
    Invocation run = Invocation.of("solve", "x", "--threads", "1", "--threads", "2");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("should be specified only once"), run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RHS\\n|RHSX\\n|:10:",
        "LIM                1.0\\n|LIMIT              1.0\\n|:7:",
        "1.0\\nRHS|1.0x\\nRHS|:9:",
        "UP BND       X                  4.0|UP BND       X                  NaN|:13:",
        "COST               2.0|COST               1e20|:8:",
        "COST               2.0|COST               Infinity|:8:",
        "    Y         LOW                1.0|    Y         LIM                1.0|:9:",
        "    Y         LOW                1.0|    X         LOW                1.0|:9:",
        "ENDATA\\n|''|bad.mps",
        "X         COST|MARKER    'MARKER'      'INTORG'\\n    X         COST|integer",
      })
  void aBadFileIsNamedWithItsLine(String before, String after, String part) {
    String from = before.replace("\\n", "\n");
    String text =
        MPS.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(after.replace("\\n", "\n")));
    assertFalse(text.equals(MPS), "the slip is in the file");
    Invocation run = Invocation.of("solve", mps("bad.mps", text));
    assertRefused(run);
    assertTrue(run.err().contains(part), run.err());
    assertTrue(run.err().contains("bad.mps"), run.err());
  }

  @Test
  void aMissingFile() {
    String file = folder.resolve("absent.mps").toString();
    assertRefused(file + ": there is no such file.", Invocation.of("solve", file));
    assertRefused(Invocation.of("check", file, file));
  }

  @Test
  void anEmptyFile() {
    String file = mps("empty.mps", "");
    assertRefused(Invocation.of("solve", file));
  }

  @Test
  void aFolderWithoutProblems() {
    assertRefused(
        "The folder " + folder + " has no problem file (.mps, .qps, .lp, .cbf, .dat-s, also .gz).",
        Invocation.of("solve", folder.toString()));
  }

  @Test
  void aTruncatedGzip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(MPS.repeat(50).getBytes(StandardCharsets.UTF_8));
    }
    Path file = folder.resolve("cut.mps.gz");
    Files.write(file, Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
    assertRefused(Invocation.of("solve", file.toString()));
  }

  @Test
  void integerColumnsAreRefusedWithTheHintToRelax() {
    String text = Problems.MAXIMIZE.replace("End", "General\n x\nEnd");
    String file = mps("integer.lp", text);
    Invocation refused = Invocation.of("solve", file);
    assertRefused(refused);
    assertTrue(refused.err().contains("--relax"), refused.err());
    Invocation relaxed = Invocation.of("solve", file, "--relax");
    assertEquals(0, relaxed.exitCode(), relaxed.err());
    assertTrue(relaxed.out().contains("integer relaxed 1"), relaxed.out());
  }

  @Test
  void aNonConvexObjectiveNamesThePivot() {
    String file =
        mps(
            "concave.lp",
            "Minimize\n obj: x + [ x^2 - y^2 ] / 2\nSubject To\n c: x + y <= 4\nEnd\n");
    Invocation run = Invocation.of("solve", file, "--quiet");
    assertRefused(run);
    assertTrue(run.err().startsWith(file), run.err());
    assertTrue(run.err().contains("pivot"), run.err());
  }

  @Test
  void crossedBoundsAreAnInfeasibleProblemAndNoBadInput() {
    String text =
        MPS.replace(
            "UP BND       X                  4.0",
            "UP BND       X                 -4.0\n LO BND       X                  1.0");
    Path solution = folder.resolve("crossed.json");
    String file = mps("crossed.mps", text);
    Invocation run = Invocation.of("solve", file, "--solution", solution.toString());
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("primal-infeasible"), run.out());
    assertEquals(0, Invocation.of("check", file, solution.toString()).exitCode());
  }

  @Test
  void anUnwritableSolutionIsFoundBeforeTheSolve() {
    String file = mps("ok.mps", MPS);
    String target = folder.resolve("no/such/folder/out.json").toString();
    Invocation run = Invocation.of("solve", file, "--solution", target);
    assertRefused(
        "--solution cannot be written to " + target + ": its folder does not exist.", run);
    assertRefused(
        "--trace cannot be written to " + folder + ": it is a folder.",
        Invocation.of("solve", file, "--trace", folder.toString()));
  }

  @Test
  void theSolutionDoesNotOverwriteTheProblem() {
    String file = mps("ok.mps", MPS);
    assertRefused(
        "--solution would overwrite the problem " + file + ".",
        Invocation.of("solve", file, "--solution", file));
  }

  @Test
  void aFileThatWasOpenedForASolutionIsRemovedWhenThereIsNone() {
    Path target = folder.resolve("out.json");
    assertRefused(Invocation.of("solve", mps("empty.mps", ""), "--solution", target.toString()));
    assertFalse(Files.exists(target));
  }

  @Test
  void severalProblemsHaveNoSingleSolution() {
    String file = mps("ok.mps", MPS);
    assertRefused(
        "--solution takes one problem, but 2 were given.",
        Invocation.of("solve", file, file, "--solution", folder.resolve("out.json").toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not json",
        "[1, 2]",
        "{\"variables\": 3}",
        "{\"variables\": {\"x\": {\"value\": \"one\"}}}",
        "{\"status\": 4}",
        "{\"certificate\": {\"ray\": {}}}",
        "{} {}",
        "{\"status\": \"optimal\", \"status\": \"optimal\"}",
        "{\"variables\": {",
      })
  void aSolutionFileThatIsNoneIsBadInput(String text) {
    String problem = mps("ok.mps", MPS);
    String solution = mps("solution.json", text);
    assertRefused(Invocation.of("check", problem, solution));
  }

  private String mps(String name, String text) {
    return Problems.write(folder, name, text).toString();
  }

  private static void assertRefused(String sentence, Invocation run) {
    assertRefused(run);
    assertEquals(sentence, run.err().strip());
  }

  private static void assertRefused(Invocation run) {
    assertEquals(2, run.exitCode(), run.err());
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().strip().endsWith("."), run.err());
    assertFalse(run.err().contains("Exception"), run.err());
    assertFalse(run.err().contains("at org."), run.err());
  }
}
