package org.infimum.core;

/** What a method gives back: a status that never says more than the evidence it carries. */
public interface Result {
  /** How the run ended. */
  Status status();

  /**
   * The name of the method that produced this result, with the reason if it was chosen for the
   * caller.
   */
  String method();

  /** Iterations of the method's main loop. */
  int iterations();

  /** Wall-clock seconds spent inside the method, from call to return. */
  double seconds();
}
