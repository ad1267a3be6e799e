package org.infimum.convex;

import java.util.List;
import org.infimum.core.Run;

/**
 * An external solver for linear programs with whole-number columns, found by {@link
 * java.util.ServiceLoader}. What it says is a claim: {@link Engines#solve} measures the point on
 * the original program before anything is reported.
 */
public interface Engine {
  /** The names under which it is asked for, such as {@code highs}. */
  List<String> names();

  /**
   * Minimizes a linear program.
   *
   * @param engine one of {@link #names()}
   * @param program polyhedral, without quadratic term
   * @param integer which columns take whole numbers only, length n
   * @param run budgets, threads and seed
   * @throws org.infimum.core.InputException if it cannot work here or cannot take this program
   */
  EngineAnswer solve(String engine, ConicProgram program, boolean[] integer, Run run);
}
