// float twin: generated
package org.infimum.linalg.dense;

/**
 * An operation with a triangular matrix A on a general matrix B in place, by recursion: one
 * operation with each half of the triangle, and the product of the block between them.
 */
abstract class DoubleTriangular {
  /** Triangles of at most this order are taken directly. */
  static final int DIRECT = 64;

  /** The first half of a triangle is a multiple of this. */
  private static final int GRAIN = 16;

  final boolean isLeft;
  final boolean isTransposed;
  final boolean hasUnitDiagonal;

  /** Whether op(A) is lower triangular. */
  final boolean isLower;

  final double[] a;
  final int lda;
  final double[] b;
  final int ldb;
  final int threads;

  /** The operation with all but its sizes. */
  DoubleTriangular(
      Side side,
      Triangle triangle,
      Transpose trans,
      Diagonal diagonal,
      double[] a,
      int lda,
      double[] b,
      int ldb,
      int threads) {
    isLeft = side == Side.LEFT;
    isTransposed = trans == Transpose.YES;
    hasUnitDiagonal = diagonal == Diagonal.UNIT;
    isLower = (triangle == Triangle.LOWER) != isTransposed;
    this.a = a;
    this.lda = lda;
    this.b = b;
    this.ldb = ldb;
    this.threads = threads;
  }

  /** Whether a part of B must be finished before it is multiplied into the other part. */
  abstract boolean solves();

  /** The operation with the triangle at {@code aAt} on the m x n matrix at {@code bAt}. */
  abstract void direct(int m, int n, int aAt, int bAt);

  /** The operation with the triangle at {@code aAt} on the m x n matrix at {@code bAt}. */
  final void run(int m, int n, int aAt, int bAt) {
    int order = isLeft ? m : n;
    if (order <= DIRECT) {
      direct(m, n, aAt, bAt);
      return;
    }
    int first = (order / 2 + GRAIN - 1) / GRAIN * GRAIN;
    boolean firstFlowsIntoSecond = isLower == isLeft;
    if (firstFlowsIntoSecond == solves()) {
      half(m, n, aAt, bAt, first, true);
      product(m, n, aAt, bAt, first, firstFlowsIntoSecond);
      half(m, n, aAt, bAt, first, false);
    } else {
      half(m, n, aAt, bAt, first, false);
      product(m, n, aAt, bAt, first, firstFlowsIntoSecond);
      half(m, n, aAt, bAt, first, true);
    }
  }

  private void half(int m, int n, int aAt, int bAt, int first, boolean isFirst) {
    if (isFirst) {
      run(isLeft ? first : m, isLeft ? n : first, aAt, bAt);
    } else {
      int corner = aAt + first * (lda + 1);
      run(isLeft ? m - first : m, isLeft ? n : n - first, corner, secondHalf(bAt, first));
    }
  }

  private int secondHalf(int bAt, int first) {
    return isLeft ? bAt + first : bAt + first * ldb;
  }

  /** Adds to one half of B, or subtracts, the other half times the block between the triangles. */
  private void product(int m, int n, int aAt, int bAt, int first, boolean intoSecond) {
    boolean isStoredBelow = isLower != isTransposed;
    int block = isStoredBelow ? aAt + first : aAt + first * lda;
    int order = isLeft ? m : n;
    int to = intoSecond ? secondHalf(bAt, first) : bAt;
    int from = intoSecond ? bAt : secondHalf(bAt, first);
    int size = intoSecond ? order - first : first;
    int depth = order - size;
    double sign = solves() ? -1 : 1;
    Transpose trans = isTransposed ? Transpose.YES : Transpose.NO;
    Transpose no = Transpose.NO;
    if (isLeft) {
      DoubleBlas.gemm(
          trans, no, size, n, depth, sign, a, block, lda, b, from, ldb, 1, b, to, ldb, threads);
    } else {
      DoubleBlas.gemm(
          no, trans, m, size, depth, sign, b, from, ldb, a, block, lda, 1, b, to, ldb, threads);
    }
  }

  /** Element (i, j) of op(A), which must be in its triangle. */
  final double triangular(int aAt, int i, int j) {
    if (i == j && hasUnitDiagonal) {
      return 1;
    }
    return isTransposed ? a[aAt + j + i * lda] : a[aAt + i + j * lda];
  }
}
