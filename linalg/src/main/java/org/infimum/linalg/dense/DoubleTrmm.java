// float twin: generated
package org.infimum.linalg.dense;

/** Product with a triangular matrix in place. */
final class DoubleTrmm extends DoubleTriangular {
  /** The operation with all but its sizes. */
  DoubleTrmm(
      Side side,
      Triangle triangle,
      Transpose trans,
      Diagonal diagonal,
      double[] a,
      int lda,
      double[] b,
      int ldb,
      int threads) {
    super(side, triangle, trans, diagonal, a, lda, b, ldb, threads);
  }

  @Override
  boolean solves() {
    return false;
  }

  @Override
  void direct(int m, int n, int aAt, int bAt) {
    if (isLeft) {
      multiplyLeft(m, n, aAt, bAt);
    } else {
      multiplyRight(m, n, aAt, bAt);
    }
  }

  /** Each column by itself, its elements in the order in which they are no longer needed. */
  private void multiplyLeft(int m, int n, int aAt, int bAt) {
    for (int j = 0; j < n; j++) {
      int x = bAt + j * ldb;
      for (int s = 0; s < m; s++) {
        int i = isLower ? m - 1 - s : s;
        double sum = hasUnitDiagonal ? b[x + i] : element(aAt, i, i) * b[x + i];
        int from = isLower ? 0 : i + 1;
        int to = isLower ? i : m;
        for (int t = from; t < to; t++) {
          sum = Math.fma(element(aAt, i, t), b[x + t], sum);
        }
        b[x + i] = sum;
      }
    }
  }

  /** Column after column of the product. */
  private void multiplyRight(int m, int n, int aAt, int bAt) {
    for (int s = 0; s < n; s++) {
      int j = isLower ? s : n - 1 - s;
      int x = bAt + j * ldb;
      if (!hasUnitDiagonal) {
        double pivot = element(aAt, j, j);
        for (int i = x; i < x + m; i++) {
          b[i] *= pivot;
        }
      }
      int from = isLower ? j + 1 : 0;
      int to = isLower ? n : j;
      for (int t = from; t < to; t++) {
        DoubleColumns.add(m, element(aAt, t, j), b, bAt + t * ldb, b, x);
      }
    }
  }
}
