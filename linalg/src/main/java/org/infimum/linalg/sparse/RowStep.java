package org.infimum.linalg.sparse;

/**
 * What is done with a product while it is still in cache: a product with a sparse matrix hands over
 * one block of its rows after another. Being called for a block rather than a row, a step costs
 * nothing even where many kinds of steps are in use.
 */
@FunctionalInterface
public interface RowStep {
  /**
   * Uses rows {@code from .. to - 1} of a product. Several threads may be at different blocks at
   * once, so a step writes only to places that belong to its rows.
   *
   * @param product the product; only the rows named are complete
   */
  void accept(int from, int to, double[] product);
}
