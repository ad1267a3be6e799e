package org.infimum.core;

/**
 * One algorithm. Implementations are records whose components are the options with good defaults;
 * they are stateless and safe to share between threads.
 *
 * @param <P> the problems it takes
 * @param <R> the results it gives
 */
public interface Method<P extends Problem, R extends Result> {
  /** The name used on the command line and in results, for example {@code interior-point}. */
  String name();

  /**
   * Solves {@code problem} within the budgets of {@code run}; always returns, with its best answer.
   */
  R solve(P problem, Run run);
}
