// float twin: generated
package org.infimum.linalg.dense;

/**
 * The factorization P A P' = L D L' of a symmetric matrix, in place in its lower triangle. {@link
 * #factor} takes indefinite matrices: D has blocks of order one and two, chosen by the rule of J.
 * Bunch and L. Kaufman, "Some stable methods for calculating inertia and solving symmetric linear
 * systems" (Math. Comp. 31, 1977). {@link #factorQuasidefinite} takes P = I and a diagonal D, as
 * quasi-definite matrices allow (R. Vanderbei, "Symmetric quasidefinite matrices", SIAM J. Optim.
 * 5(1), 1995). An object factors one matrix after the other; it keeps a reference to the last one.
 */
public final class DoubleLdl {
  private final int threads;
  private double[] a = {};
  private int n;
  private int aAt;
  private int lda = 1;
  private int[] swaps = {};

  /**
   * Element i is that of D in row i + 1 and column i, nonzero where a block of order two begins.
   */
  private double[] below = {};

  private int zeroPivot = -1;

  /**
   * A factorization.
   *
   * @param threads how many threads to use, at least one
   */
  public DoubleLdl(int threads) {
    Shapes.checkThreads(threads);
    this.threads = threads;
  }

  /**
   * Factors an indefinite matrix with pivoting.
   *
   * @param n order of A
   * @param a A, whose lower triangle is overwritten by L, without its unit diagonal, and the
   *     diagonal of D
   * @param aAt where A begins
   * @param lda leading dimension of A
   * @return whether all pivots are nonzero; if not, see {@link #zeroPivot}
   * @throws IllegalArgumentException if A does not fit its array
   */
  public boolean factor(int n, double[] a, int aAt, int lda) {
    begin(n, a, aAt, lda);
    zeroPivot = new DoubleBunchKaufman(n, a, aAt, lda, swaps, below, threads).factor();
    return zeroPivot < 0;
  }

  /**
   * Factors a quasi-definite matrix, or any other whose leading minors are well away from zero,
   * without pivoting.
   *
   * @param n order of A
   * @param a A, whose lower triangle is overwritten by L, without its unit diagonal, and D
   * @param aAt where A begins
   * @param lda leading dimension of A
   * @return whether all pivots are nonzero numbers; if not, see {@link #zeroPivot}
   * @throws IllegalArgumentException if A does not fit its array
   */
  public boolean factorQuasidefinite(int n, double[] a, int aAt, int lda) {
    begin(n, a, aAt, lda);
    for (int i = 0; i < n; i++) {
      swaps[i] = i;
      below[i] = 0;
    }
    zeroPivot = new DoubleQuasidefinite(a, aAt, lda, threads).factor(n);
    return zeroPivot < 0;
  }

  private void begin(int n, double[] a, int aAt, int lda) {
    Shapes.check("A", n, n, a.length, aAt, lda);
    this.a = a;
    this.n = n;
    this.aAt = aAt;
    this.lda = lda;
    if (swaps.length < n) {
      swaps = new int[n];
      below = new double[n];
    }
  }

  /** The first pivot that is zero or NaN, counted from 0, or -1 if none is. */
  public int zeroPivot() {
    return zeroPivot;
  }

  /** The number of negative eigenvalues of A, by Sylvester's law of inertia. */
  public int negativeEigenvalues() {
    int negative = 0;
    for (int i = 0; i < n; i++) {
      if (below[i] != 0) {
        // A block of order two is chosen only where it has one eigenvalue of each sign.
        negative++;
        i++;
      } else if (a[at(i, i)] < 0) {
        negative++;
      }
    }
    return negative;
  }

  /**
   * Solves A X = B.
   *
   * @param count columns of B
   * @param b B, of n rows, overwritten by X
   * @param bAt where B begins
   * @param ldb leading dimension of B
   * @throws IllegalStateException if the last matrix is singular
   * @throws IllegalArgumentException if B does not fit its array
   */
  public void solve(int count, double[] b, int bAt, int ldb) {
    if (zeroPivot >= 0) {
      throw new IllegalStateException("the matrix is singular: pivot " + zeroPivot + " is zero");
    }
    Shapes.check("B", n, count, b.length, bAt, ldb);
    for (int i = 0; i < n; i++) {
      swap(i, count, b, bAt, ldb);
    }
    substitute(Transpose.NO, count, b, bAt, ldb);
    for (int j = 0; j < count; j++) {
      divide(b, bAt + j * ldb);
    }
    substitute(Transpose.YES, count, b, bAt, ldb);
    for (int i = n - 1; i >= 0; i--) {
      swap(i, count, b, bAt, ldb);
    }
  }

  private void substitute(Transpose trans, int count, double[] b, int bAt, int ldb) {
    DoubleBlas.trsm(
        Side.LEFT,
        Triangle.LOWER,
        trans,
        Diagonal.UNIT,
        n,
        count,
        1,
        a,
        aAt,
        lda,
        b,
        bAt,
        ldb,
        threads);
  }

  private void swap(int i, int columns, double[] b, int bAt, int ldb) {
    if (swaps[i] != i) {
      DoubleColumns.swap(columns, b, bAt + i, ldb, b, bAt + swaps[i], ldb);
    }
  }

  private void divide(double[] x, int xAt) {
    for (int i = 0; i < n; i++) {
      double off = below[i];
      if (off == 0) {
        x[xAt + i] /= a[at(i, i)];
      } else {
        // Scaled by the element off the diagonal, which is the largest.
        double d0 = a[at(i, i)] / off;
        double d1 = a[at(i + 1, i + 1)] / off;
        double x0 = x[xAt + i] / off;
        double x1 = x[xAt + i + 1] / off;
        double determinant = d0 * d1 - 1;
        x[xAt + i] = (d1 * x0 - x1) / determinant;
        x[xAt + i + 1] = (d0 * x1 - x0) / determinant;
        i++;
      }
    }
  }

  private int at(int i, int j) {
    return aAt + i + j * lda;
  }
}
