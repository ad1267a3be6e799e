// float twin: generated
package org.infimum.linalg.dense;

/** Triangular solution with many right-hand sides. */
final class DoubleTrsm extends DoubleTriangular {
  /** The operation with all but its sizes. */
  DoubleTrsm(
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
    return true;
  }

  @Override
  void direct(int m, int n, int aAt, int bAt) {
    if (isLeft) {
      solveLeft(m, n, aAt, bAt);
    } else {
      solveRight(m, n, aAt, bAt);
    }
  }

  /** Each right-hand side by itself. */
  private void solveLeft(int m, int n, int aAt, int bAt) {
    for (int j = 0; j < n; j++) {
      int x = bAt + j * ldb;
      for (int s = 0; s < m; s++) {
        int i = isLower ? s : m - 1 - s;
        double sum = b[x + i];
        int from = isLower ? 0 : i + 1;
        int to = isLower ? i : m;
        for (int t = from; t < to; t++) {
          sum = Math.fma(-element(aAt, i, t), b[x + t], sum);
        }
        b[x + i] = hasUnitDiagonal ? sum : sum / element(aAt, i, i);
      }
    }
  }

  /** Column after column of the solution. */
  private void solveRight(int m, int n, int aAt, int bAt) {
    for (int s = 0; s < n; s++) {
      int j = isLower ? n - 1 - s : s;
      int from = isLower ? j + 1 : 0;
      int to = isLower ? n : j;
      int x = bAt + j * ldb;
      for (int t = from; t < to; t++) {
        DoubleColumns.add(m, -element(aAt, t, j), b, bAt + t * ldb, b, x);
      }
      if (!hasUnitDiagonal) {
        double pivot = element(aAt, j, j);
        for (int i = x; i < x + m; i++) {
          b[i] /= pivot;
        }
      }
    }
  }
}
