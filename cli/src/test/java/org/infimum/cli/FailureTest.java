package org.infimum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.infimum.core.InputException;
import org.junit.jupiter.api.Test;

class FailureTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aDefectOfOursEndsWithThreeAndOneSentence() {
    assertEquals(3, Failure.report(new IllegalStateException("two\nlines"), err, false));
    assertTrue(printed().startsWith("Internal error (IllegalStateException: two lines)"));
    assertEquals(1, printed().lines().count());
  }

  @Test
  void theStackTraceIsForThoseWhoAskForIt() {
    assertEquals(3, Failure.report(new IllegalStateException("why"), err, true));
    assertTrue(printed().contains("\tat "));
  }

  @Test
  void tooLittleMemoryNamesTheWayToMore() {
    assertEquals(3, Failure.report(new OutOfMemoryError(), err, false));
    assertTrue(printed().contains("INFIMUM_JAVA_OPTIONS"));
  }

  @Test
  void badInputIsTheUsersToMend() {
    assertEquals(2, Failure.report(new InputException("Line 3 is empty."), err, true));
    assertFalse(printed().contains("\tat "));
  }
}
