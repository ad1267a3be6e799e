package org.infimum.linalg;

import java.util.Arrays;
import org.infimum.core.Run;

/**
 * The Cholesky factorization P A P' = L L' of a sparse symmetric positive definite matrix, kept as
 * L D L' with a positive diagonal D, for matrices of one pattern and any number of right-hand
 * sides. The order P is that of minimum degree unless one is given. Not for two threads at once.
 */
public final class SparseCholesky {
  private final LdlSymbolic symbolic;
  private final LdlFactor ldl;
  private final byte[] signs;

  /**
   * Analyzes a pattern.
   *
   * @param upper upper triangle of a symmetric matrix with its full diagonal; its values are not
   *     read
   * @param permutation fill-reducing order, see {@link Ordering}: new index k holds the old index
   *     {@code permutation[k]}
   * @param threads largest number of threads of {@link #factor}, at least 1
   * @throws IllegalArgumentException if the matrix is not square and upper triangular with a full
   *     diagonal, if the permutation does not fit or if {@code threads < 1}
   */
  public SparseCholesky(SparseMatrix upper, int[] permutation, int threads) {
    symbolic = LdlSymbolic.analyze(upper, permutation, LdlKind.AUTO);
    ldl = new LdlFactor(symbolic, threads);
    signs = new byte[upper.columns()];
    Arrays.fill(signs, (byte) 1);
  }

  /** Analyzes a pattern in the order of minimum degree. */
  public SparseCholesky(SparseMatrix upper, int threads) {
    this(upper, Ordering.AMD.permutation(upper), threads);
  }

  /** What the pattern alone decides: entries of the factor, flops, bytes. */
  public LdlSymbolic symbolic() {
    return symbolic;
  }

  /**
   * Factors a matrix of the analyzed pattern.
   *
   * @param values parallel to the values of the analyzed upper triangle
   * @param run asked at least every 50 ms whether to stop
   * @return whether the factor may be used: not if the run asked to stop, nor if the matrix is not
   *     positive definite, see {@link #failedPivot}
   */
  public boolean factor(double[] values, Run run) {
    return ldl.factor(values, signs, /* threshold= */ 0.0, /* replacement= */ 1.0, run)
        && ldl.replacedPivots() == 0;
  }

  /**
   * Row and column of the first pivot of the last {@link #factor} that was not positive, in the
   * original numbering; -1 if there was none.
   */
  public int failedPivot() {
    return ldl.firstReplacedPivot();
  }

  /**
   * Solves A X = B in place.
   *
   * @param b column-major, dimension by count
   * @param count number of right-hand sides
   */
  public void solve(double[] b, int count) {
    ldl.solve(b, count);
  }

  /** As {@link LdlFactor#update}: the factor of A + sigma w w'. */
  public boolean update(int[] rows, double[] values, int count, double sigma) {
    return ldl.update(rows, values, count, sigma);
  }
}
