package org.infimum.convex.presolve;

/** A rule that goes over the whole program at once, when the local rules find nothing more. */
abstract class SweepRule extends Rule {
  SweepRule(String label, WorkingProgram program) {
    super(label, program);
  }

  /** Reduces whatever it finds; stops early when {@link WorkingProgram#isDecided()}. */
  abstract void sweep();
}
