package org.infimum.linalg;

/**
 * The dense kernels of the supernodal factorization and solves. All matrices are column-major. The
 * scalar and the vector twin agree to rounding.
 */
interface DenseKernels {
  /** Columns that {@link #eliminateBlock} treats at once. */
  int BLOCK = 8;

  /** Whether {@link #subtractProduct} needs the packing buffers of its operand. */
  boolean packs();

  /** C[rowMap, columnMap] -= X D Y'. */
  void subtractProduct(PanelUpdate update);

  /**
   * X := B L^-T D^-1 on rows {@code rowFrom .. rowTo - 1} of columns {@code column .. column +
   * width - 1} of a panel, where B is what the columns hold and L the unit lower triangle at {@code
   * (column, column)}.
   *
   * @param width at most {@link #BLOCK}
   * @param pivots D from {@code pivotOffset + column} on
   * @param scratch {@link PanelUpdate#MAX_TILE} doubles
   */
  void eliminateBlock(
      double[] panel,
      int offset,
      int stride,
      int rowFrom,
      int rowTo,
      int column,
      int width,
      double[] pivots,
      int pivotOffset,
      double[] scratch);

  /**
   * Forward substitution with a unit lower trapezoid L of {@code rows} x {@code width}: solves with
   * its upper square and subtracts the rest, x[0 .. width) := L11^-1 x, x[width .. rows) -= L21 x.
   * Vector c of {@code count} starts at {@code x[c * rows]}.
   */
  void forward(double[] panel, int offset, int stride, int rows, int width, double[] x, int count);

  /**
   * Back substitution with the transpose: x[0 .. width) := L11^-T (x - L21' x[width .. rows)).
   *
   * @param scratch {@link PanelUpdate#MAX_TILE} doubles
   */
  void backward(
      double[] panel,
      int offset,
      int stride,
      int rows,
      int width,
      double[] x,
      int count,
      double[] scratch);
}
