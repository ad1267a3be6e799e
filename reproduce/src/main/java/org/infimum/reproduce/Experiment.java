package org.infimum.reproduce;

/** One headline claim of a paper, measured again. */
public interface Experiment {
  /** The key on the command line; the key of a card of the method catalogue. */
  String key();

  /** What is shown, in one line. */
  String title();

  /**
   * Runs the experiment within the budgets of the context and compares the claim with what was
   * measured. An experiment that was stopped short reports that it does not hold, and says so.
   */
  Outcome run(ExperimentContext context);
}
