package org.infimum.cli;

/** The user asked for the help or the version: its text is all the answer there is. */
final class HelpRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HelpRequest(String help) {
    super(help, null, false, false);
  }
}
