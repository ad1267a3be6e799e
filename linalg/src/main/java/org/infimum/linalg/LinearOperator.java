package org.infimum.linalg;

/**
 * A real matrix known by its products with vectors: a stored matrix, a product of several, a
 * transform. The arrays may be longer than needed; what lies behind their end in the operator's
 * dimensions is neither read nor written.
 */
public interface LinearOperator {
  /** The number of rows, at least 0. */
  int rows();

  /** The number of columns, at least 0. */
  int columns();

  /**
   * y := A x.
   *
   * @param x {@link #columns()} numbers
   * @param y {@link #rows()} numbers, in another array than x
   */
  void apply(double[] x, double[] y);

  /**
   * y := A' x.
   *
   * @param x {@link #rows()} numbers
   * @param y {@link #columns()} numbers, in another array than x
   */
  void applyTransposed(double[] x, double[] y);
}
