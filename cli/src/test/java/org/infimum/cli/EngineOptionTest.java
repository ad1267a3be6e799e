package org.infimum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** {@code --engine} without the module that brings engines, and beside options it cannot take. */
class EngineOptionTest {
  private static String message(String... line) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            line,
            InputStream.nullInputStream(),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    assertEquals(2, code);
    return err.toString(StandardCharsets.UTF_8).strip();
  }

  @Test
  void withoutTheModuleOneSentenceSaysWhatToAdd() {
    String file = SourceTree.root().resolve("examples/afiro.mps").toString();
    assertEquals(
        file
            + ": There is no engine highs here: add the module org.infimum:infimum-ortools, which"
            + " brings highs, scip and cp-sat.",
        message("solve", file, "--engine", "highs"));
  }

  @Test
  void optionsOfOurOwnMethodAreRefused() {
    assertEquals(
        "--tolerance does not apply with --engine.",
        message("solve", "any.mps", "--engine", "highs", "--tolerance", "1e-4"));
  }
}
