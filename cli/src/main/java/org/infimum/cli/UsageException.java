package org.infimum.cli;

import org.jspecify.annotations.Nullable;

/** A command line that does not fit: one sentence, printed with a hint to the help; exit code 2. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String hint;

  /** The line of the command {@code command} is wrong; an empty name points to the general help. */
  UsageException(String sentence, String command, @Nullable Throwable cause) {
    super(sentence, cause);
    this.hint = "Try: infimum " + (command.isEmpty() ? "" : command + " ") + "--help";
  }

  /** Where the help is. */
  String hint() {
    return hint;
  }
}
