package org.infimum.cli;

/** The user asked for help: ends the reading of the command line. */
final class HelpRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HelpRequest(String help) {
    super(help, null, false, false);
  }
}
