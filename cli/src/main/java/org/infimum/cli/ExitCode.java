package org.infimum.cli;

/** The exit codes of every command. */
final class ExitCode {
  /** The goal was reached: an optimum, or a proof that there is none. */
  static final int PROVED = 0;

  /** Stopped short of the goal, with the best answer so far. */
  static final int STOPPED_SHORT = 1;

  /** The command line or the input is wrong. */
  static final int BAD_INPUT = 2;

  /** A fault of Infimum, or not enough memory. */
  static final int INTERNAL_ERROR = 3;

  private ExitCode() {}
}
