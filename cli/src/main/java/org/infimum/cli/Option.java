package org.infimum.cli;

/**
 * One option of a command.
 *
 * @param name the name with its dashes
 * @param value what its value is called in the help, empty for a flag, in brackets if it may be
 *     left out
 * @param description one line for the help
 */
record Option(String name, String value, String description) {
  boolean isFlag() {
    return value.isEmpty();
  }

  /** Whether the name may stand alone; a value then follows an equals sign. */
  boolean mayStandAlone() {
    return value.startsWith("[");
  }
}
