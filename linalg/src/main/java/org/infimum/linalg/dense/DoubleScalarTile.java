// float twin: generated
package org.infimum.linalg.dense;

/** Four rows and four columns in plain Java. */
final class DoubleScalarTile implements DoubleTile {
  private static final int ROWS = 4;
  private static final int COLUMNS = 4;

  @Override
  public int rows() {
    return ROWS;
  }

  @Override
  public int columns() {
    return COLUMNS;
  }

  @Override
  public void multiply(
      int k, double[] a, int aAt, int aStride, double[] b, int bAt, double[] c, int cAt, int ldc) {
    twoColumns(k, a, aAt, aStride, b, bAt, c, cAt, cAt + ldc);
    twoColumns(k, a, aAt, aStride, b, bAt + 2, c, cAt + 2 * ldc, cAt + 3 * ldc);
  }

  /** Eight sums, which with their operands fit sixteen registers. */
  private static void twoColumns(
      int k, double[] a, int aAt, int aStride, double[] b, int bAt, double[] c, int c0, int c1) {
    double s00 = c[c0];
    double s10 = c[c0 + 1];
    double s20 = c[c0 + 2];
    double s30 = c[c0 + 3];
    double s01 = c[c1];
    double s11 = c[c1 + 1];
    double s21 = c[c1 + 2];
    double s31 = c[c1 + 3];
    for (int t = 0; t < k; t++) {
      int at = aAt + t * aStride;
      int bt = bAt + t * COLUMNS;
      double b0 = b[bt];
      double b1 = b[bt + 1];
      double a0 = a[at];
      s00 = Math.fma(a0, b0, s00);
      s01 = Math.fma(a0, b1, s01);
      double a1 = a[at + 1];
      s10 = Math.fma(a1, b0, s10);
      s11 = Math.fma(a1, b1, s11);
      double a2 = a[at + 2];
      s20 = Math.fma(a2, b0, s20);
      s21 = Math.fma(a2, b1, s21);
      double a3 = a[at + 3];
      s30 = Math.fma(a3, b0, s30);
      s31 = Math.fma(a3, b1, s31);
    }
    c[c0] = s00;
    c[c0 + 1] = s10;
    c[c0 + 2] = s20;
    c[c0 + 3] = s30;
    c[c1] = s01;
    c[c1 + 1] = s11;
    c[c1 + 2] = s21;
    c[c1 + 3] = s31;
  }

  @Override
  public void packAlong(
      int width, double[] from, int at, int stride, int depth, double[] to, int toAt) {
    int in = at;
    for (int t = 0; t < depth; t++) {
      int out = toAt + t * 4;
      to[out] = from[in];
      to[out + 1] = from[in + 1];
      to[out + 2] = from[in + 2];
      to[out + 3] = from[in + 3];
      in += stride;
    }
  }

  @Override
  public void packAcross(
      int width, double[] from, int at, int stride, int depth, double[] to, int toAt) {
    DoubleInterleave.strip(4, from, at, stride, depth, to, toAt);
  }
}
