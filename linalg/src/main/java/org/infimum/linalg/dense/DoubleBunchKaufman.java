// float twin: generated
package org.infimum.linalg.dense;

/**
 * P A P' = L D L' with blocks of order one and two in D, panel by panel: within a panel columns are
 * brought up to date when they are needed, and the rest of the matrix by one product at its end.
 */
final class DoubleBunchKaufman {
  /** Columns of a panel; the last may be left to the next. */
  private static final int PANEL = 48;

  /** The threshold (1 + sqrt(17)) / 8, which minimizes the growth of elements. */
  private static final double THRESHOLD = (1 + Math.sqrt(17)) / 8;

  private final int n;
  private final double[] a;
  private final int aAt;
  private final int lda;
  private final int[] swaps;
  private final double[] below;
  private final int threads;

  /** Columns of L D of the panel, n rows each. */
  private final double[] w;

  private int zeroPivot = -1;

  DoubleBunchKaufman(
      int n, double[] a, int aAt, int lda, int[] swaps, double[] below, int threads) {
    this.n = n;
    this.a = a;
    this.aAt = aAt;
    this.lda = lda;
    this.swaps = swaps;
    this.below = below;
    this.threads = threads;
    w = new double[n * (Math.min(n, PANEL) + 1)];
  }

  /** Factors the matrix; returns the first pivot that is zero or NaN, or -1. */
  int factor() {
    int from = 0;
    while (from < n) {
      int next = factorPanel(from);
      if (next < n) {
        DoubleBlas.gemmt(
            Triangle.LOWER,
            Transpose.NO,
            Transpose.YES,
            n - next,
            next - from,
            -1,
            a,
            at(next, from),
            lda,
            w,
            next,
            n,
            1,
            a,
            at(next, next),
            lda,
            threads);
      }
      from = next;
    }
    return zeroPivot;
  }

  private int at(int i, int j) {
    return aAt + i + j * lda;
  }

  private int factorPanel(int from) {
    int k = from;
    while (k < n && (k - from < PANEL - 1 || n - from <= PANEL)) {
      k += step(from, k);
    }
    return k;
  }

  /** Eliminates with one block; returns its order. */
  private int step(int from, int k) {
    int column = (k - from) * n;
    System.arraycopy(a, at(k, k), w, column + k, n - k);
    bringUpToDate(from, k, k, column);
    double diagonal = Math.abs(w[column + k]);
    int rest = n - k - 1;
    int largest = rest == 0 ? k : k + 1 + DoubleColumns.indexOfLargest(rest, w, column + k + 1);
    double columnMax = rest == 0 ? 0 : Math.abs(w[column + largest]);
    swaps[k] = k;
    below[k] = 0;
    if (Math.max(diagonal, columnMax) == 0 || Double.isNaN(diagonal) || Double.isNaN(columnMax)) {
      zeroPivot = zeroPivot < 0 ? k : zeroPivot;
      System.arraycopy(w, column + k, a, at(k, k), n - k);
      return 1;
    }
    if (diagonal >= THRESHOLD * columnMax) {
      eliminateOne(k, column);
      return 1;
    }
    int other = column + n;
    loadSymmetricColumn(k, largest, other);
    bringUpToDate(from, k, largest, other);
    double rowMax = largestBut(largest, k, other);
    if (diagonal >= THRESHOLD * columnMax * (columnMax / rowMax)) {
      eliminateOne(k, column);
      return 1;
    }
    if (Math.abs(w[other + largest]) >= THRESHOLD * rowMax) {
      System.arraycopy(w, other + k, w, column + k, n - k);
      interchange(k, k, largest, column);
      swaps[k] = largest;
      eliminateOne(k, column);
      return 1;
    }
    interchange(k, k + 1, largest, other);
    swaps[k + 1] = largest;
    eliminateTwo(k, column, other);
    return 2;
  }

  /** Rows k to n - 1 of column j of A minus L (D L') for the columns of the panel before k. */
  private void bringUpToDate(int from, int k, int j, int column) {
    int count = k - from;
    if (count > 0) {
      DoubleGemv.update(
          Transpose.NO,
          n - k,
          count,
          -1,
          a,
          at(k, from),
          lda,
          w,
          j,
          n,
          1,
          w,
          column + k,
          1,
          threads);
    }
  }

  private void loadSymmetricColumn(int k, int j, int column) {
    for (int i = k; i < j; i++) {
      w[column + i] = a[at(j, i)];
    }
    System.arraycopy(a, at(j, j), w, column + j, n - j);
  }

  private double largestBut(int skipped, int k, int column) {
    double largest = 0;
    for (int i = k; i < n; i++) {
      if (i != skipped) {
        largest = Math.max(largest, Math.abs(w[column + i]));
      }
    }
    return largest;
  }

  /**
   * Exchanges rows and columns p and q > p of what is left of the matrix, with rows of L and of the
   * panel's L D up to the column that begins at {@code lastColumn}. Column p of A itself is not
   * kept, for its values are those in the panel.
   */
  private void interchange(int k, int p, int q, int lastColumn) {
    if (p == q) {
      return;
    }
    a[at(q, q)] = a[at(p, p)];
    for (int i = p + 1; i < q; i++) {
      a[at(q, i)] = a[at(i, p)];
    }
    System.arraycopy(a, at(q + 1, p), a, at(q + 1, q), n - q - 1);
    DoubleColumns.swap(k, a, at(p, 0), lda, a, at(q, 0), lda);
    DoubleColumns.swap(lastColumn / n + 1, w, p, n, w, q, n);
  }

  private void eliminateOne(int k, int column) {
    double pivot = w[column + k];
    System.arraycopy(w, column + k, a, at(k, k), n - k);
    DoubleColumns.divide(n - k - 1, pivot, a, at(k + 1, k));
  }

  /** Two columns of L are those of L D times the inverse of the block, scaled by {@code off}. */
  private void eliminateTwo(int k, int column, int other) {
    double off = w[column + k + 1];
    double d0 = w[column + k] / off;
    double d1 = w[other + k + 1] / off;
    double determinant = d0 * d1 - 1;
    a[at(k, k)] = w[column + k];
    a[at(k + 1, k)] = 0;
    a[at(k + 1, k + 1)] = w[other + k + 1];
    below[k] = off;
    below[k + 1] = 0;
    for (int i = k + 2; i < n; i++) {
      double w0 = w[column + i] / off;
      double w1 = w[other + i] / off;
      a[at(i, k)] = (d1 * w0 - w1) / determinant;
      a[at(i, k + 1)] = (d0 * w1 - w0) / determinant;
    }
  }
}
