package org.infimum.convex.presolve;

/** A presolve rule at work on one program; it counts how often it applied. */
abstract class Rule {
  final WorkingProgram program;
  final LinkedMatrix a;
  private final String label;
  private int applied;

  Rule(String label, WorkingProgram program) {
    this.label = label;
    this.program = program;
    this.a = program.a;
  }

  /** The rule's name in the log. */
  final String label() {
    return label;
  }

  /** How often the rule reduced the program. */
  final int applied() {
    return applied;
  }

  final void count() {
    applied++;
  }
}
