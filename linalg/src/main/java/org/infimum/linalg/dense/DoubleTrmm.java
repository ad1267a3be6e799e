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

  /** With the zeros written out a small triangle is a general factor. */
  @Override
  void direct(int m, int n, int aAt, int bAt) {
    int order = isLeft ? m : n;
    DoublePackBuffers buffers = DoublePackBuffers.acquire(1, m * n, DIRECT * DIRECT, 0);
    double[] full = buffers.left[0];
    double[] copy = buffers.right;
    for (int j = 0; j < order; j++) {
      for (int i = 0; i < order; i++) {
        full[i + j * order] = i != j && i > j != isLower ? 0 : triangular(aAt, i, j);
      }
    }
    for (int j = 0; j < n; j++) {
      System.arraycopy(b, bAt + j * ldb, copy, j * m, m);
    }
    Transpose no = Transpose.NO;
    if (isLeft) {
      DoubleBlas.gemm(no, no, m, n, m, 1, full, 0, m, copy, 0, m, 0, b, bAt, ldb, threads);
    } else {
      DoubleBlas.gemm(no, no, m, n, n, 1, copy, 0, m, full, 0, n, 0, b, bAt, ldb, threads);
    }
    buffers.release();
  }
}
