// float twin: generated
package org.infimum.linalg.dense;

import org.infimum.linalg.machine.Team;

/**
 * y := alpha A x + beta y with A symmetric. Each block of columns adds its stored part and the
 * transpose of it to a vector of its own; these are added in a fixed order.
 */
final class DoubleSymv {
  /** Columns of a block; small matrices have one block only. */
  private static final int BLOCK = 512;

  private DoubleSymv() {}

  static void update(
      Triangle triangle,
      int n,
      double alpha,
      double[] a,
      int aAt,
      int lda,
      double[] x,
      int xAt,
      double beta,
      double[] y,
      int yAt,
      int threads) {
    DoubleScaling.scale(beta, n, 1, y, yAt, Math.max(1, n));
    if (alpha == 0 || n == 0) {
      return;
    }
    int blocks = (n + BLOCK - 1) / BLOCK;
    if (blocks == 1) {
      block(triangle, n, 0, n, alpha, a, aAt, lda, x, xAt, y, yAt);
      return;
    }
    double[][] sums = new double[blocks][];
    Team.shared(threads)
        .forEach(
            blocks,
            (b, worker) -> {
              double[] sum = new double[n];
              int to = Math.min(n, (b + 1) * BLOCK);
              block(triangle, n, b * BLOCK, to, alpha, a, aAt, lda, x, xAt, sum, 0);
              sums[b] = sum;
            });
    for (double[] sum : sums) {
      DoubleColumns.add(n, 1, sum, 0, y, yAt);
    }
  }

  private static void block(
      Triangle triangle,
      int n,
      int fromColumn,
      int toColumn,
      double alpha,
      double[] a,
      int aAt,
      int lda,
      double[] x,
      int xAt,
      double[] y,
      int yAt) {
    for (int j = fromColumn; j < toColumn; j++) {
      int column = aAt + j * lda;
      int from = triangle == Triangle.LOWER ? j + 1 : 0;
      int count = triangle == Triangle.LOWER ? n - from : j;
      double factor = alpha * x[xAt + j];
      double dot = DoubleColumns.dot(count, a, column + from, x, xAt + from);
      y[yAt + j] = Math.fma(alpha, dot, Math.fma(a[column + j], factor, y[yAt + j]));
      DoubleColumns.add(count, factor, a, column + from, y, yAt + from);
    }
  }
}
