// float twin: generated
package org.infimum.linalg.dense;

/**
 * The Cholesky factorization A = L L' or A = U' U of a symmetric positive definite matrix, in place
 * in one of its triangles, by recursion on halves (F. Gustavson, "Recursion leads to automatic
 * variable blocking for dense linear-algebra algorithms", IBM J. Res. Dev. 41(6), 1997). An object
 * factors one matrix after the other; it keeps a reference to the last one.
 */
public final class DoubleCholesky {
  /** Matrices of at most this order are factored column by column. */
  private static final int DIRECT = 32;

  /** The first half of a matrix is a multiple of this. */
  private static final int GRAIN = 16;

  private final Triangle triangle;
  private final int threads;
  private double[] a = {};
  private int n;
  private int aAt;
  private int lda = 1;
  private int failedPivot = -1;

  /**
   * A factorization in one triangle.
   *
   * @param triangle the triangle that is read and overwritten by L or U
   * @param threads how many threads to use, at least one
   */
  public DoubleCholesky(Triangle triangle, int threads) {
    Shapes.checkThreads(threads);
    this.triangle = triangle;
    this.threads = threads;
  }

  /**
   * Overwrites the triangle of A by its factor.
   *
   * @param n order of A
   * @param a A
   * @param aAt where A begins
   * @param lda leading dimension of A
   * @return whether A is positive definite to working precision; if not, see {@link #failedPivot}
   * @throws IllegalArgumentException if A does not fit its array
   */
  public boolean factor(int n, double[] a, int aAt, int lda) {
    Shapes.check("A", n, n, a.length, aAt, lda);
    this.a = a;
    this.n = n;
    this.aAt = aAt;
    this.lda = lda;
    failedPivot = -1;
    return factor(0, n);
  }

  /** The first pivot that was not positive, counted from 0, or -1 if all were. */
  public int failedPivot() {
    return failedPivot;
  }

  /**
   * Solves A X = B.
   *
   * @param count columns of B
   * @param b B, of n rows, overwritten by X
   * @param bAt where B begins
   * @param ldb leading dimension of B
   * @throws IllegalStateException if the last factorization failed
   * @throws IllegalArgumentException if B does not fit its array
   */
  public void solve(int count, double[] b, int bAt, int ldb) {
    checkFactored();
    Transpose first = triangle == Triangle.LOWER ? Transpose.NO : Transpose.YES;
    substitute(first, count, b, bAt, ldb);
    substitute(first.flipped(), count, b, bAt, ldb);
  }

  private void substitute(Transpose trans, int count, double[] b, int bAt, int ldb) {
    DoubleBlas.trsm(
        Side.LEFT,
        triangle,
        trans,
        Diagonal.STORED,
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

  /**
   * The natural logarithm of the determinant of A.
   *
   * @throws IllegalStateException if the last factorization failed
   */
  public /* wide */ double logDeterminant() {
    checkFactored();
    /* wide */ double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += StrictMath.log(a[aAt + i * (lda + 1)]);
    }
    return 2 * sum;
  }

  private void checkFactored() {
    if (failedPivot >= 0) {
      throw new IllegalStateException(
          "the matrix is not positive definite: pivot " + failedPivot + " is not positive");
    }
  }

  private int at(int i, int j) {
    return aAt + i + j * lda;
  }

  private boolean factor(int from, int order) {
    if (order <= DIRECT) {
      return triangle == Triangle.LOWER ? factorLower(from, order) : factorUpper(from, order);
    }
    int half = (order / 2 + GRAIN - 1) / GRAIN * GRAIN;
    int middle = from + half;
    int rest = order - half;
    if (!factor(from, half)) {
      return false;
    }
    Transpose no = Transpose.NO;
    Transpose yes = Transpose.YES;
    int corner = at(middle, middle);
    if (triangle == Triangle.LOWER) {
      int block = at(middle, from);
      DoubleBlas.trsm(
          Side.RIGHT,
          triangle,
          yes,
          Diagonal.STORED,
          rest,
          half,
          1,
          a,
          at(from, from),
          lda,
          a,
          block,
          lda,
          threads);
      DoubleBlas.syrk(triangle, no, rest, half, -1, a, block, lda, 1, a, corner, lda, threads);
    } else {
      int block = at(from, middle);
      DoubleBlas.trsm(
          Side.LEFT,
          triangle,
          yes,
          Diagonal.STORED,
          half,
          rest,
          1,
          a,
          at(from, from),
          lda,
          a,
          block,
          lda,
          threads);
      DoubleBlas.syrk(triangle, yes, rest, half, -1, a, block, lda, 1, a, corner, lda, threads);
    }
    return factor(middle, rest);
  }

  /** Column j minus the columns before it times row j. */
  private boolean factorLower(int from, int order) {
    for (int j = from; j < from + order; j++) {
      int count = from + order - j;
      int column = at(j, j);
      int t = from;
      for (; t + 4 <= j; t += 4) {
        int source = at(j, t);
        DoubleColumns.addFour(
            count,
            -a[source],
            -a[source + lda],
            -a[source + 2 * lda],
            -a[source + 3 * lda],
            a,
            source,
            lda,
            a,
            column);
      }
      for (; t < j; t++) {
        DoubleColumns.add(count, -a[at(j, t)], a, at(j, t), a, column);
      }
      if (!takesRoot(j)) {
        return false;
      }
      DoubleColumns.divide(count - 1, a[column], a, column + 1);
    }
    return true;
  }

  /** Column j by substitution with the columns before it. */
  private boolean factorUpper(int from, int order) {
    for (int j = from; j < from + order; j++) {
      for (int i = from; i < j; i++) {
        double dot = DoubleColumns.dot(i - from, a, at(from, i), a, at(from, j));
        a[at(i, j)] = (a[at(i, j)] - dot) / a[at(i, i)];
      }
      a[at(j, j)] -= DoubleColumns.dot(j - from, a, at(from, j), a, at(from, j));
      if (!takesRoot(j)) {
        return false;
      }
    }
    return true;
  }

  private boolean takesRoot(int j) {
    double pivot = a[at(j, j)];
    if (!(pivot > 0) || pivot == Double.POSITIVE_INFINITY) {
      failedPivot = j;
      return false;
    }
    a[at(j, j)] = Math.sqrt(pivot);
    return true;
  }
}
