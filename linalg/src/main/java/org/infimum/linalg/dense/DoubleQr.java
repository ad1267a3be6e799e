// float twin: generated
package org.infimum.linalg.dense;

/**
 * The Householder factorization A = Q R of an m x n matrix in place: R in the upper triangle, the
 * reflectors below it. Panels are factored by recursion on halves and applied in compact form (E.
 * Elmroth and F. Gustavson, "Applying recursion to serial and parallel QR factorization leads to
 * better performance", IBM J. Res. Dev. 44(4), 2000). An object factors one matrix after the other;
 * it keeps a reference to the last one.
 */
public final class DoubleQr {
  /** Columns of a panel. */
  private static final int PANEL = 64;

  /** So few columns are reduced one by one. */
  private static final int DIRECT = 8;

  private final int threads;
  private final DoubleBlockReflector block;
  private double[] a = {};
  private int m;
  private int n;
  private int aAt;
  private int lda = 1;
  private int reflectors;
  private double[] tau = {};

  /**
   * A factorization.
   *
   * @param threads how many threads to use, at least one
   */
  public DoubleQr(int threads) {
    Shapes.checkThreads(threads);
    this.threads = threads;
    block = new DoubleBlockReflector(threads);
  }

  /**
   * Overwrites A by R and the reflectors.
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
    if (tau.length < reflectors) {
      tau = new double[reflectors];
    }
    for (int from = 0; from < reflectors; from += PANEL) {
      int width = Math.min(PANEL, reflectors - from);
      reduce(from, width);
      if (from + width < n) {
        load(from, width);
        block.apply(Transpose.YES, n - from - width, a, at(from, from + width), lda);
      }
    }
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
      load(from, Math.min(PANEL, reflectors - from));
      block.apply(trans, count, c, cAt + from, ldc);
    }
  }

  /**
   * The first columns of Q.
   *
   * @param columns how many, at most m
   * @param q an m x columns matrix to write to
   * @param qAt where it begins
   * @param ldq its leading dimension
   * @throws IllegalArgumentException if the matrix does not fit its array or has more than m
   *     columns
   */
  public void formQ(int columns, double[] q, int qAt, int ldq) {
    Shapes.check("Q", m, columns, q.length, qAt, ldq);
    if (columns > m) {
      throw new IllegalArgumentException("Q has " + m + " columns but " + columns + " are asked");
    }
    DoubleScaling.scale(0, m, columns, q, qAt, ldq);
    for (int j = 0; j < columns; j++) {
      q[qAt + j * (ldq + 1)] = 1;
    }
    // Columns of the identity that begin above the reflectors of a panel are not moved by them.
    for (int from = (Math.min(reflectors, columns) - 1) / PANEL * PANEL; from >= 0; from -= PANEL) {
      if (from < Math.min(reflectors, columns)) {
        load(from, Math.min(PANEL, reflectors - from));
        block.apply(Transpose.NO, columns - from, q, qAt + from * (ldq + 1), ldq);
      }
    }
  }

  /**
   * Minimizes ||A X - B|| column by column in the Euclidean norm, for m at least n and A of full
   * rank.
   *
   * @param count columns of B
   * @param b B, of m rows; its first n rows are overwritten by X, and the norm of the others in a
   *     column becomes that of the residual
   * @param bAt where B begins
   * @param ldb leading dimension of B
   * @throws IllegalStateException if A has fewer rows than columns
   * @throws IllegalArgumentException if B does not fit its array
   */
  public void solve(int count, double[] b, int bAt, int ldb) {
    if (m < n) {
      throw new IllegalStateException(
          "least squares need at least as many rows as columns, not " + m + " x " + n);
    }
    applyQ(Transpose.YES, count, b, bAt, ldb);
    DoubleBlas.trsm(
        Side.LEFT,
        Triangle.UPPER,
        Transpose.NO,
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

  private int at(int i, int j) {
    return aAt + i + j * lda;
  }

  private void load(int from, int width) {
    block.load(m - from, width, a, at(from, from), lda, tau, from);
  }

  private void reduce(int from, int width) {
    if (width <= DIRECT) {
      for (int j = from; j < from + width; j++) {
        reduceColumn(j, from + width);
      }
      return;
    }
    int half = (width / 2 + DIRECT - 1) / DIRECT * DIRECT;
    reduce(from, half);
    load(from, half);
    block.apply(Transpose.YES, width - half, a, at(from, from + half), lda);
    reduce(from + half, width - half);
  }

  private void reduceColumn(int j, int end) {
    tau[j] = DoubleHouseholder.annihilate(m - j, a, at(j, j));
    for (int c = j + 1; c < end; c++) {
      int below = m - j - 1;
      double dot = a[at(j, c)] + DoubleColumns.dot(below, a, at(j + 1, j), a, at(j + 1, c));
      a[at(j, c)] -= tau[j] * dot;
      DoubleColumns.add(below, -tau[j] * dot, a, at(j + 1, j), a, at(j + 1, c));
    }
  }
}
