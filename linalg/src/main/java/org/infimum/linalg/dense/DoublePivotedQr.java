// float twin: generated
package org.infimum.linalg.dense;

/**
 * The factorization A P = Q R with column pivoting, in place. Half of the work is delayed and done
 * as products (G. Quintana-Orti, X. Sun and C. Bischof, "A BLAS-3 version of the QR factorization
 * with column pivoting", SIAM J. Sci. Comput. 19(5), 1998); column norms are updated, and computed
 * anew where the update would lose half of the digits (Z. Drmac and Z. Bujanovic, "On the failure
 * of rank-revealing QR factorization software", ACM TOMS 35(2), 2008). An object factors one matrix
 * after the other; it keeps a reference to the last one.
 */
public final class DoublePivotedQr {
  /** Columns of a panel. */
  private static final int PANEL = 32;

  private static final double LOSS = Math.sqrt(DoublePrecision.EPSILON);

  private final int threads;
  private final DoubleBlockReflector block;
  private double[] a = {};
  private int m;
  private int n;
  private int aAt;
  private int lda = 1;
  private int reflectors;
  private double[] tau = {};
  private int[] order = {};

  /** Norms of the columns below the rows that are finished. */
  private double[] norms = {};

  /** The same when they were last computed rather than updated. */
  private double[] computedNorms = {};

  /** F with A := A - V F' for the reflectors V of the panel. */
  private double[] delayed = {};

  private double[] coefficients = {};
  private boolean needsNorms;

  /**
   * A factorization.
   *
   * @param threads how many threads to use, at least one
   */
  public DoublePivotedQr(int threads) {
    Shapes.checkThreads(threads);
    this.threads = threads;
    block = new DoubleBlockReflector(threads);
  }

  /**
   * Overwrites A by R, in the upper triangle, and the reflectors.
   *
   * @param m rows of A
   * @param n columns of A
   * @param a A
   * @param aAt where A begins
   * @param lda leading dimension of A
   * @throws IllegalArgumentException if A does not fit its array
   */
  public void factor(int m, int n, double[] a, int aAt, int lda) {
    Shapes.check("A", m, n, a.length, aAt, lda);
    this.a = a;
    this.m = m;
    this.n = n;
    this.aAt = aAt;
    this.lda = lda;
    reflectors = Math.min(m, n);
    tau = new double[reflectors];
    order = new int[n];
    norms = new double[n];
    computedNorms = new double[n];
    delayed = new double[n * PANEL];
    coefficients = new double[PANEL];
    for (int j = 0; j < n; j++) {
      order[j] = j;
      norms[j] = DoubleColumns.norm(m, a, at(0, j));
      computedNorms[j] = norms[j];
    }
    int from = 0;
    while (from < reflectors) {
      from += reducePanel(from, Math.min(PANEL, reflectors - from));
    }
  }

  /** Column j of A P is column {@code column(j)} of A. */
  public int column(int j) {
    return order[j];
  }

  /**
   * The number of leading diagonal elements of R that are larger than a part of the first one.
   *
   * @param tolerance that part; the machine precision times the larger dimension is usual
   */
  public int rank(double tolerance) {
    int rank = 0;
    while (rank < reflectors && Math.abs(a[at(rank, rank)]) > tolerance * Math.abs(a[at(0, 0)])) {
      rank++;
    }
    return rank;
  }

  /**
   * C := op(Q) C, with Q of m x m.
   *
   * @param trans whether op(Q) = Q'
   * @param count columns of C
   * @param c C, of m rows
   * @param cAt where C begins
   * @param ldc leading dimension of C
   * @throws IllegalArgumentException if C does not fit its array
   */
  public void applyQ(Transpose trans, int count, double[] c, int cAt, int ldc) {
    Shapes.check("C", m, count, c.length, cAt, ldc);
    int panels = (reflectors + PANEL - 1) / PANEL;
    for (int p = 0; p < panels; p++) {
      int from = (trans == Transpose.YES ? p : panels - 1 - p) * PANEL;
      int width = Math.min(PANEL, reflectors - from);
      block.load(m - from, width, a, at(from, from), lda, tau, from);
      block.apply(trans, count, c, cAt + from, ldc);
    }
  }

  /**
   * A basic solution of min ||A X - B||, column by column in the Euclidean norm: at most {@code
   * rank} elements of a column of X are not zero.
   *
   * @param rank how many columns of A P to use, at most the number of nonzero diagonal elements
   * @param count columns of B
   * @param b B, of m rows, overwritten by Q'B with the solution of the triangle in its first rows
   * @param bAt where B begins
   * @param ldb leading dimension of B
   * @param x X, of n rows, to write to
   * @param xAt where X begins
   * @param ldx leading dimension of X
   * @throws IllegalArgumentException if a matrix does not fit its array
   */
  public void solve(
      int rank, int count, double[] b, int bAt, int ldb, double[] x, int xAt, int ldx) {
    if (rank < 0 || rank > reflectors) {
      throw new IllegalArgumentException("rank " + rank + " is not in 0.." + reflectors);
    }
    Shapes.check("X", n, count, x.length, xAt, ldx);
    applyQ(Transpose.YES, count, b, bAt, ldb);
    DoubleBlas.trsm(
        Side.LEFT,
        Triangle.UPPER,
        Transpose.NO,
        Diagonal.STORED,
        rank,
        count,
        1,
        a,
        aAt,
        lda,
        b,
        bAt,
        ldb,
        threads);
    for (int j = 0; j < count; j++) {
      for (int i = 0; i < n; i++) {
        x[xAt + order[i] + j * ldx] = i < rank ? b[bAt + i + j * ldb] : 0;
      }
    }
  }

  private int at(int i, int j) {
    return aAt + i + j * lda;
  }

  /** Reduces columns until the panel is full or norms must be computed; returns how many. */
  private int reducePanel(int from, int width) {
    needsNorms = false;
    int done = 0;
    while (done < width && !needsNorms) {
      reduceColumn(from, done);
      done++;
    }
    int next = from + done;
    if (next < n && next < m) {
      DoubleBlas.gemm(
          Transpose.NO,
          Transpose.YES,
          m - next,
          n - next,
          done,
          -1,
          a,
          at(next, from),
          lda,
          delayed,
          next,
          n,
          1,
          a,
          at(next, next),
          lda,
          threads);
    }
    for (int j = next; needsNorms && j < n; j++) {
      if (norms[j] < 0) {
        norms[j] = DoubleColumns.norm(m - next, a, at(next, j));
        computedNorms[j] = norms[j];
      }
    }
    return done;
  }

  private void reduceColumn(int from, int done) {
    int k = from + done;
    exchange(k, k + DoubleColumns.indexOfLargest(n - k, norms, k), done);
    for (int t = 0; t < done; t++) {
      DoubleColumns.add(m - k, -delayed[k + t * n], a, at(k, from + t), a, at(k, k));
    }
    tau[k] = DoubleHouseholder.annihilate(m - k, a, at(k, k));
    double beta = a[at(k, k)];
    a[at(k, k)] = 1;
    int rest = n - k - 1;
    // F e = tau (A' v - F V' v)
    for (int t = 0; t < done; t++) {
      coefficients[t] = -tau[k] * DoubleColumns.dot(m - k, a, at(k, from + t), a, at(k, k));
    }
    if (rest > 0) {
      int column = k + 1 + done * n;
      DoubleGemv.update(
          Transpose.YES,
          m - k,
          rest,
          tau[k],
          a,
          at(k, k + 1),
          lda,
          a,
          at(k, k),
          1,
          0,
          delayed,
          column,
          1,
          threads);
      DoubleGemv.update(
          Transpose.NO,
          rest,
          done,
          1,
          delayed,
          k + 1,
          n,
          coefficients,
          0,
          1,
          1,
          delayed,
          column,
          1,
          threads);
      for (int j = k + 1; j < n; j++) {
        double sum = a[at(k, j)];
        for (int t = 0; t <= done; t++) {
          sum = Math.fma(-a[at(k, from + t)], delayed[j + t * n], sum);
        }
        a[at(k, j)] = sum;
      }
    }
    a[at(k, k)] = beta;
    for (int j = k + 1; j < n; j++) {
      updateNorm(j, a[at(k, j)]);
    }
  }

  private void exchange(int k, int pivot, int done) {
    if (pivot == k) {
      return;
    }
    DoubleColumns.swap(m, a, at(0, k), 1, a, at(0, pivot), 1);
    DoubleColumns.swap(done, delayed, k, n, delayed, pivot, n);
    int column = order[k];
    order[k] = order[pivot];
    order[pivot] = column;
    norms[pivot] = norms[k];
    computedNorms[pivot] = computedNorms[k];
  }

  /** The norm of column j without its element in the row just finished; -1 asks for a new one. */
  private void updateNorm(int j, double element) {
    if (norms[j] <= 0) {
      return;
    }
    double ratio = Math.abs(element) / norms[j];
    double left = Math.max(0, (1 + ratio) * (1 - ratio));
    double relative = norms[j] / computedNorms[j];
    if (left * relative * relative <= LOSS) {
      norms[j] = -1;
      needsNorms = true;
    } else {
      norms[j] *= Math.sqrt(left);
    }
  }
}
