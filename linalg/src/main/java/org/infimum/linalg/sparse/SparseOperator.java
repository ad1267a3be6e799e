package org.infimum.linalg.sparse;

import org.infimum.linalg.LinearOperator;
import org.infimum.linalg.SparseMatrix;
import org.infimum.linalg.machine.Team;

/**
 * A sparse matrix that is multiplied many times from both sides: held by columns as given and, once
 * more, by rows, so that either product is a sweep of inner products that threads can share without
 * reductions. The bits of a product do not depend on the number of threads. Products may be fused
 * with a {@link RowStep}, such as a proximal step, that uses them while they are in cache. With one
 * thread no product allocates anything. One instance must not be used by two threads at once.
 */
public final class SparseOperator implements LinearOperator {
  private static final RowStep NOTHING = (from, to, product) -> {};

  private final int rows;
  private final int columns;
  private final RowProduct product;
  private final RowProduct transposedProduct;

  /**
   * Copies the matrix by rows and keeps the matrix given, whose values must not change.
   *
   * @param threads largest number of threads of a product, at least 1
   */
  public SparseOperator(SparseMatrix matrix, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("the number of threads must be at least 1: " + threads);
    }
    rows = matrix.rows();
    columns = matrix.columns();
    Team team = new Team(threads);
    product = new RowProduct(CompressedRows.of(matrix), team);
    transposedProduct = new RowProduct(CompressedRows.transposeOf(matrix), team);
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public void apply(double[] x, double[] y) {
    product.apply(x, y, NOTHING);
  }

  @Override
  public void applyTransposed(double[] x, double[] y) {
    transposedProduct.apply(x, y, NOTHING);
  }

  /**
   * y := A x, each block of which is handed to {@code step} as soon as it is there; the step must
   * not change x.
   */
  public void apply(double[] x, double[] y, RowStep step) {
    product.apply(x, y, step);
  }

  /** y := A' x, each block of which is handed to {@code step} as soon as it is there. */
  public void applyTransposed(double[] x, double[] y, RowStep step) {
    transposedProduct.apply(x, y, step);
  }
}
