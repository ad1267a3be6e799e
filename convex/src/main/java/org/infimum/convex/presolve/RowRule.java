package org.infimum.convex.presolve;

/** A rule that looks at one row whenever something about it has changed. */
abstract class RowRule extends Rule {
  RowRule(String label, WorkingProgram program) {
    super(label, program);
  }

  /** Reduces row {@code i} if it can. */
  abstract void reduceRow(int i);
}
