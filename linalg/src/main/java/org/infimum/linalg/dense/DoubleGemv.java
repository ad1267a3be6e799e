// float twin: generated
package org.infimum.linalg.dense;

import org.infimum.linalg.machine.Team;

/** y := alpha op(A) x + beta y. */
final class DoubleGemv {
  /** Below this number of elements of A a second thread costs more than it saves. */
  private static final double THREADED_ELEMENTS = 1 << 17;

  /** Rows or columns that a thread takes at a time are a multiple of this. */
  private static final int GRAIN = 64;

  private DoubleGemv() {}

  /** The product, by rows or columns in as many parts as there are threads. */
  static void update(
      Transpose trans,
      int m,
      int n,
      double alpha,
      double[] a,
      int aAt,
      int lda,
      double[] x,
      int xAt,
      int xStep,
      double beta,
      double[] y,
      int yAt,
      int yStep,
      int threads) {
    int length = trans == Transpose.NO ? m : n;
    if (beta != 1) {
      scale(length, beta, y, yAt, yStep);
    }
    if (alpha == 0 || m == 0 || n == 0) {
      return;
    }
    int parts = (double) m * n < THREADED_ELEMENTS ? 1 : Math.min(threads, length / GRAIN + 1);
    if (parts == 1) {
      part(trans, m, n, alpha, a, aAt, lda, x, xAt, xStep, y, yAt, yStep);
      return;
    }
    int share = (length / parts + GRAIN) / GRAIN * GRAIN;
    Team.shared(threads)
        .forEach(
            parts,
            (part, worker) -> {
              int from = Math.min(length, part * share);
              int count = Math.min(share, length - from);
              int to = yAt + from * yStep;
              if (count > 0 && trans == Transpose.NO) {
                part(trans, count, n, alpha, a, aAt + from, lda, x, xAt, xStep, y, to, yStep);
              } else if (count > 0) {
                int at = aAt + from * lda;
                part(trans, m, count, alpha, a, at, lda, x, xAt, xStep, y, to, yStep);
              }
            });
  }

  private static void scale(int count, double beta, double[] y, int yAt, int yStep) {
    for (int i = 0; i < count; i++) {
      int at = yAt + i * yStep;
      y[at] = beta == 0 ? 0 : beta * y[at];
    }
  }

  private static void part(
      Transpose trans,
      int m,
      int n,
      double alpha,
      double[] a,
      int aAt,
      int lda,
      double[] x,
      int xAt,
      int xStep,
      double[] y,
      int yAt,
      int yStep) {
    if (trans == Transpose.YES) {
      double[] contiguous = xStep == 1 ? x : gather(m, x, xAt, xStep);
      transposed(m, n, alpha, a, aAt, lda, contiguous, xStep == 1 ? xAt : 0, y, yAt, yStep);
    } else if (yStep == 1) {
      plain(m, n, alpha, a, aAt, lda, x, xAt, xStep, y, yAt);
    } else {
      double[] contiguous = gather(m, y, yAt, yStep);
      plain(m, n, alpha, a, aAt, lda, x, xAt, xStep, contiguous, 0);
      for (int i = 0; i < m; i++) {
        y[yAt + i * yStep] = contiguous[i];
      }
    }
  }

  private static double[] gather(int count, double[] x, int xAt, int xStep) {
    double[] contiguous = new double[count];
    for (int i = 0; i < count; i++) {
      contiguous[i] = x[xAt + i * xStep];
    }
    return contiguous;
  }

  private static void plain(
      int m,
      int n,
      double alpha,
      double[] a,
      int aAt,
      int lda,
      double[] x,
      int xAt,
      int xStep,
      double[] y,
      int yAt) {
    int j = 0;
    int at = xAt;
    for (; j + 4 <= n; j += 4) {
      DoubleColumns.addFour(
          m,
          alpha * x[at],
          alpha * x[at + xStep],
          alpha * x[at + 2 * xStep],
          alpha * x[at + 3 * xStep],
          a,
          aAt + j * lda,
          lda,
          y,
          yAt);
      at += 4 * xStep;
    }
    for (; j < n; j++) {
      DoubleColumns.add(m, alpha * x[at], a, aAt + j * lda, y, yAt);
      at += xStep;
    }
  }

  private static void transposed(
      int m,
      int n,
      double alpha,
      double[] a,
      int aAt,
      int lda,
      double[] x,
      int xAt,
      double[] y,
      int yAt,
      int yStep) {
    for (int j = 0; j < n; j++) {
      int at = yAt + j * yStep;
      y[at] = Math.fma(alpha, DoubleColumns.dot(m, a, aAt + j * lda, x, xAt), y[at]);
    }
  }
}
