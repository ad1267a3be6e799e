package org.infimum.cli;

import java.io.PrintStream;
import org.infimum.core.InputException;

/** Turns whatever ended a command into its sentence on standard error and its exit code. */
final class Failure {
  private Failure() {}

  /** Prints the sentence, and the stack trace of an internal error if {@code debug}. */
  static int report(Throwable failure, PrintStream err, boolean debug) {
    err.println(sentence(failure));
    if (failure instanceof UsageException usage) {
      err.println(usage.hint());
    }
    if (failure instanceof InputException || failure instanceof UsageException) {
      return ExitCode.BAD_INPUT;
    }
    if (debug) {
      failure.printStackTrace(err);
    }
    return ExitCode.INTERNAL_ERROR;
  }

  private static String sentence(Throwable failure) {
    String message = failure.getMessage() == null ? "no message" : oneLine(failure.getMessage());
    return switch (failure) {
      case InputException _, UsageException _ -> message;
      case OutOfMemoryError _ ->
          "The "
              + (Runtime.getRuntime().maxMemory() >> 20)
              + " MiB of heap are not enough for this problem; more is set by"
              + " INFIMUM_JAVA_OPTIONS, for example INFIMUM_JAVA_OPTIONS=-Xmx16g.";
      default ->
          "Internal error ("
              + failure.getClass().getSimpleName()
              + ": "
              + message
              + "): please report it with the command line, the input and what --debug prints.";
    };
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
