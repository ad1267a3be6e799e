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

  /**
   * Stores D Y' of an update for {@link #subtractPacked}, once for any number of blocks of rows.
   *
   * @param packed room for {@link PanelUpdate#packedSize} doubles from {@code at} on, if this packs
   */
  void packRight(PanelUpdate update, double[] packed, int at);

  /** C[rowMap, columnMap] -= X D Y', where Y stands packed in the update. */
  void subtractPacked(PanelUpdate update);

  /** C[rowMap, columnMap] -= X D Y'. */
  default void subtractProduct(PanelUpdate update) {
    update.packed = update.ownPacked;
    update.packedAt = 0;
    packRight(update, update.packed, 0);
    subtractPacked(update);
  }

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
   * Stores the unit lower triangle L of a panel's own rows, and D, for {@link #eliminateRows}.
   *
   * @param triangle where {@link PanelUpdate#triangleSize} doubles fit, if this packs
   */
  void packTriangle(PanelUpdate update, int width, double[] triangle);

  /**
   * X := B L^-T D^-1 on rows {@code rowFrom .. rowTo - 1} of all columns of a panel; any split of
   * the rows gives the same bits.
   *
   * @param update names the panel as its target and D as its pivots; its scratch space is used
   * @param triangle of {@link #packTriangle}
   */
  void eliminateRows(PanelUpdate update, int rowFrom, int rowTo, int width, double[] triangle);

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
