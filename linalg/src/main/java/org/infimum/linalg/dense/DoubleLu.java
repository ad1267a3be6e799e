// float twin: generated
package org.infimum.linalg.dense;

/**
 * The factorization P A = L U with partial pivoting of a square matrix, in place, by recursion on
 * halves of the columns (S. Toledo, "Locality of reference in LU decomposition with partial
 * pivoting", SIAM J. Matrix Anal. Appl. 18(4), 1997). An object factors one matrix after the other;
 * it keeps a reference to the last one.
 */
public final class DoubleLu {
  /** So few columns are eliminated one by one. */
  private static final int DIRECT = 8;

  private final int threads;
  private double[] a = {};
  private int n;
  private int aAt;
  private int lda = 1;
  private int[] swaps = {};
  private double norm;
  private int zeroPivot = -1;

  /**
   * A factorization.
   *
   * @param threads how many threads to use, at least one
   */
  public DoubleLu(int threads) {
    Shapes.checkThreads(threads);
    this.threads = threads;
  }

  /**
   * Overwrites A by L, without its unit diagonal, and U.
   *
   * @param n order of A
   * @param a A
   * @param aAt where A begins
   * @param lda leading dimension of A
   * @return whether all pivots are nonzero numbers; if not, see {@link #zeroPivot}
   * @throws IllegalArgumentException if A does not fit its array
   */
  public boolean factor(int n, double[] a, int aAt, int lda) {
    Shapes.check("A", n, n, a.length, aAt, lda);
    this.a = a;
    this.n = n;
    this.aAt = aAt;
    this.lda = lda;
    if (swaps.length < n) {
      swaps = new int[n];
    }
    norm = largestColumnSum();
    zeroPivot = -1;
    factor(0, n);
    return zeroPivot < 0;
  }

  /** The first pivot that is zero or NaN, counted from 0, or -1 if none is. */
  public int zeroPivot() {
    return zeroPivot;
  }

  /** Step i of the elimination interchanged rows i and {@code pivotRow(i)}. */
  public int pivotRow(int i) {
    return swaps[i];
  }

  /**
   * Solves op(A) X = B.
   *
   * @param trans whether op(A) = A'
   * @param count columns of B
   * @param b B, of n rows, overwritten by X
   * @param bAt where B begins
   * @param ldb leading dimension of B
   * @throws IllegalStateException if the last matrix is singular
   * @throws IllegalArgumentException if B does not fit its array
   */
  public void solve(Transpose trans, int count, double[] b, int bAt, int ldb) {
    if (zeroPivot >= 0) {
      throw new IllegalStateException("the matrix is singular: pivot " + zeroPivot + " is zero");
    }
    Shapes.check("B", n, count, b.length, bAt, ldb);
    if (trans == Transpose.NO) {
      for (int i = 0; i < n; i++) {
        swap(i, count, b, bAt, ldb);
      }
      substitute(Triangle.LOWER, Diagonal.UNIT, trans, count, b, bAt, ldb);
      substitute(Triangle.UPPER, Diagonal.STORED, trans, count, b, bAt, ldb);
    } else {
      substitute(Triangle.UPPER, Diagonal.STORED, trans, count, b, bAt, ldb);
      substitute(Triangle.LOWER, Diagonal.UNIT, trans, count, b, bAt, ldb);
      for (int i = n - 1; i >= 0; i--) {
        swap(i, count, b, bAt, ldb);
      }
    }
  }

  private void substitute(
      Triangle triangle,
      Diagonal diagonal,
      Transpose trans,
      int count,
      double[] b,
      int bAt,
      int ldb) {
    DoubleBlas.trsm(
        Side.LEFT, triangle, trans, diagonal, n, count, 1, a, aAt, lda, b, bAt, ldb, threads);
  }

  private void swap(int i, int columns, double[] b, int bAt, int ldb) {
    if (swaps[i] != i) {
      DoubleColumns.swap(columns, b, bAt + i, ldb, b, bAt + swaps[i], ldb);
    }
  }

  /** The sign of the determinant: -1, 0 or 1; 0 as well where a pivot is NaN. */
  public int determinantSign() {
    if (zeroPivot >= 0) {
      return 0;
    }
    int sign = RowSwaps.sign(n, swaps);
    for (int i = 0; i < n; i++) {
      sign = a[at(i, i)] < 0 ? -sign : sign;
    }
    return sign;
  }

  /** The natural logarithm of the magnitude of the determinant. */
  public /* wide */ double logDeterminant() {
    /* wide */ double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += StrictMath.log(Math.abs(a[at(i, i)]));
    }
    return sum;
  }

  /**
   * An estimate of 1 / (||A|| ||A^-1||) in the 1-norm, at least its true value but for rounding and
   * seldom more than three times it; zero for a singular matrix.
   */
  public double reciprocalCondition() {
    if (zeroPivot >= 0 || !(norm > 0)) {
      return 0;
    }
    double inverseNorm =
        DoubleNormEstimate.ofInverse(n, (trans, x) -> solve(trans, 1, x, 0, Math.max(1, n)));
    return 1 / norm / inverseNorm;
  }

  private double largestColumnSum() {
    double largest = 0;
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += Math.abs(a[at(i, j)]);
      }
      if (!(sum <= largest)) {
        largest = sum;
      }
    }
    return largest;
  }

  private int at(int i, int j) {
    return aAt + i + j * lda;
  }

  /** Eliminates columns from .. from + columns - 1 in the rows from {@code from} on. */
  private void factor(int from, int columns) {
    if (columns <= DIRECT) {
      eliminate(from, columns);
      return;
    }
    int half = (columns / 2 + DIRECT - 1) / DIRECT * DIRECT;
    int middle = from + half;
    int rest = columns - half;
    Transpose no = Transpose.NO;
    factor(from, half);
    for (int i = from; i < middle; i++) {
      swap(i, rest, a, at(0, middle), lda);
    }
    DoubleBlas.trsm(
        Side.LEFT,
        Triangle.LOWER,
        no,
        Diagonal.UNIT,
        half,
        rest,
        1,
        a,
        at(from, from),
        lda,
        a,
        at(from, middle),
        lda,
        threads);
    DoubleBlas.gemm(
        no,
        no,
        n - middle,
        rest,
        half,
        -1,
        a,
        at(middle, from),
        lda,
        a,
        at(from, middle),
        lda,
        1,
        a,
        at(middle, middle),
        lda,
        threads);
    factor(middle, rest);
    for (int i = middle; i < middle + rest; i++) {
      swap(i, half, a, at(0, from), lda);
    }
  }

  private void eliminate(int from, int columns) {
    int end = from + columns;
    for (int j = from; j < end; j++) {
      int pivotRow = j + DoubleColumns.indexOfLargest(n - j, a, at(j, j));
      swaps[j] = pivotRow;
      swap(j, columns, a, at(0, from), lda);
      double pivot = a[at(j, j)];
      if (pivot == 0 || Double.isNaN(pivot)) {
        zeroPivot = zeroPivot < 0 ? j : zeroPivot;
        continue;
      }
      DoubleColumns.divide(n - j - 1, pivot, a, at(j + 1, j));
      for (int c = j + 1; c < end; c++) {
        DoubleColumns.add(n - j - 1, -a[at(j, c)], a, at(j + 1, j), a, at(j + 1, c));
      }
    }
  }
}
