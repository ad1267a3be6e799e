package org.infimum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick reader and picocli agree wherever the quick reader gives an answer. */
class PlainLineTest {
  private static final CommandSyntax SYNTAX = new SolveCommand().syntax();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "solve a.mps",
        "solve - --json",
        "solve a.mps b.mps --quiet --threads 2",
        "solve --tolerance=1e-6 a.mps --seed -5",
        "solve --relax --lenient --no-presolve --solution o.json --trace=t.csv @file",
        "solve a.mps --time-limit= --method auto",
        "solve --native-blas a.mps",
        "solve --native-blas=lib.so a.mps",
      })
  void bothReadAPlainLineAlike(String line) {
    String[] words = line.split(" ", -1);
    Arguments plain = PlainLine.read(SYNTAX, words);
    assertNotNull(plain, line);
    assertEquals(new PicocliLine(SYNTAX).read(words), plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "solve",
        "solve a.mps --help",
        "solve a.mps --unknown",
        "solve a.mps --threads",
        "solve a.mps --threads --json",
        "solve a.mps --json=true",
        "solve a.mps --json --json",
        "solve -- -a.mps",
        "solve a.mps -h",
      })
  void whatIsNotPlainIsLeftToPicocli(String line) {
    assertNull(PlainLine.read(SYNTAX, line.split(" ", -1)), line);
  }
}
