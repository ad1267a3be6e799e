package org.infimum.cli;

/** One command of {@code infimum}. */
interface Command {
  /** What it accepts. */
  CommandSyntax syntax();

  /**
   * Runs it.
   *
   * @return the exit code
   */
  int run(Arguments arguments, Terminal terminal);
}
