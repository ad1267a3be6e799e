package org.infimum.convex.presolve;

/**
 * One reduction as postsolve sees it. The undos run in the reverse order of the reductions; each
 * finds a point that satisfies the optimality conditions of the program after its reduction and
 * leaves one that satisfies those of the program before it. An undo does not change what it does
 * not restore, so removed rows whose multiplier is 0 need none.
 */
interface Undo {
  /** Restores the removed columns' values. */
  void primal(Recovery at);

  /**
   * Restores the removed rows' multipliers and the removed columns' reduced costs, and moves the
   * multiplier of a bound that a row had brought back to that row. With {@link
   * Recovery#homogeneous()} all costs are 0: this maps a Farkas ray.
   */
  void dual(Recovery at);
}
