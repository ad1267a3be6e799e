package org.infimum.cli;

import java.io.PrintStream;
import org.infimum.core.InputException;

/** Turns whatever ended a command into its sentence on standard error and its exit code. */
final class Failure {
  private Failure() {}

  /** Prints the sentence, and the stack trace of an internal error if {@code debug}. */
  static int report(Throwable failure, PrintStream err, boolean debug) {
    switch (failure) {
      case InputException input -> {
        err.println(oneLine(String.valueOf(input.getMessage())));
        return ExitCode.BAD_INPUT;
      }
      case UsageException usage -> {
        err.println(usage.getMessage());
        err.println(usage.hint());
        return ExitCode.BAD_INPUT;
      }
      case OutOfMemoryError memory -> {
        err.println(
            "The "
                + (Runtime.getRuntime().maxMemory() >> 20)
                + " MiB of heap are not enough for this problem; more is set by"
                + " INFIMUM_JAVA_OPTIONS, for example INFIMUM_JAVA_OPTIONS=-Xmx16g.");
        trace(memory, err, debug);
        return ExitCode.INTERNAL_ERROR;
      }
      default -> {
        String message = failure.getMessage() == null ? "no message" : failure.getMessage();
        err.println(
            "Internal error ("
                + failure.getClass().getSimpleName()
                + ": "
                + oneLine(message)
                + "): please report it with the command line, the input and what --debug prints.");
        trace(failure, err, debug);
        return ExitCode.INTERNAL_ERROR;
      }
    }
  }

  private static void trace(Throwable failure, PrintStream err, boolean debug) {
    if (debug) {
      failure.printStackTrace(err);
    }
  }

  /** The text with every run of line breaks and control characters as one space. */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int k = 0; k < text.length(); k++) {
      char c = text.charAt(k);
      if (c >= ' ' && c != '\u007f') {
        line.append(c);
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    return line.toString().strip();
  }
}
