package org.infimum.convex.presolve;

/** A rule that looks at one column whenever something about it has changed. */
abstract class ColumnRule extends Rule {
  ColumnRule(String label, WorkingProgram program) {
    super(label, program);
  }

  /** Reduces column {@code j} if it can. */
  abstract void reduceColumn(int j);
}
