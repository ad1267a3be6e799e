// float twin: generated
package org.infimum.linalg.dense;

/** A = L D L' without pivoting by recursion on halves, in the lower triangle. */
final class DoubleQuasidefinite {
  /** Matrices of at most this order are factored column by column. */
  private static final int DIRECT = 32;

  /** The first half of a matrix is a multiple of this. */
  private static final int GRAIN = 16;

  private final double[] a;
  private final int aAt;
  private final int lda;
  private final int threads;
  private double[] scaled = {};

  DoubleQuasidefinite(double[] a, int aAt, int lda, int threads) {
    this.a = a;
    this.aAt = aAt;
    this.lda = lda;
    this.threads = threads;
  }

  /** Factors the matrix; returns the first pivot that is zero or NaN, or -1. */
  int factor(int n) {
    int half = (n / 2 + GRAIN - 1) / GRAIN * GRAIN;
    scaled = new double[Math.max(0, n - half) * half];
    return factor(0, n);
  }

  private int at(int i, int j) {
    return aAt + i + j * lda;
  }

  private int factor(int from, int order) {
    if (order <= DIRECT) {
      return factorColumns(from, order);
    }
    int half = (order / 2 + GRAIN - 1) / GRAIN * GRAIN;
    int middle = from + half;
    int rest = order - half;
    int failed = factor(from, half);
    if (failed >= 0) {
      return failed;
    }
    int block = at(middle, from);
    DoubleBlas.trsm(
        Side.RIGHT,
        Triangle.LOWER,
        Transpose.YES,
        Diagonal.UNIT,
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
    // What was solved is L D; the product needs it beside L.
    for (int j = 0; j < half; j++) {
      System.arraycopy(a, block + j * lda, scaled, j * rest, rest);
      DoubleColumns.divide(rest, a[at(from + j, from + j)], a, block + j * lda);
    }
    DoubleBlas.gemmt(
        Triangle.LOWER,
        Transpose.NO,
        Transpose.YES,
        rest,
        half,
        -1,
        a,
        block,
        lda,
        scaled,
        0,
        rest,
        1,
        a,
        at(middle, middle),
        lda,
        threads);
    return factor(middle, rest);
  }

  private int factorColumns(int from, int order) {
    int end = from + order;
    for (int j = from; j < end; j++) {
      for (int t = from; t < j; t++) {
        double factor = -a[at(j, t)] * a[at(t, t)];
        DoubleColumns.add(end - j, factor, a, at(j, t), a, at(j, j));
      }
      double pivot = a[at(j, j)];
      if (pivot == 0 || !Double.isFinite(pivot)) {
        return j;
      }
      DoubleColumns.divide(end - j - 1, pivot, a, at(j + 1, j));
    }
    return -1;
  }
}
