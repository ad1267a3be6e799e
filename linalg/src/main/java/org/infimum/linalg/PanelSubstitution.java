package org.infimum.linalg;

import org.infimum.linalg.dense.Diagonal;
import org.infimum.linalg.dense.DoubleBlas;
import org.infimum.linalg.dense.Side;
import org.infimum.linalg.dense.Transpose;
import org.infimum.linalg.dense.Triangle;

/**
 * Forward and back substitution with one panel of L for many right-hand sides, as products of
 * matrices: the panel is a unit lower triangle L1 above a rectangle L2, the right-hand sides X are
 * {@code rows} by {@code count}.
 */
final class PanelSubstitution {
  private PanelSubstitution() {}

  /** X1 := L1^-1 X1, X2 := X2 - L2 X1. */
  static void forward(
      double[] panel, int offset, int stride, int rows, int width, double[] x, int count) {
    triangle(Transpose.NO, panel, offset, stride, rows, width, x, count);
    DoubleBlas.gemm(
        Transpose.NO,
        Transpose.NO,
        rows - width,
        count,
        width,
        -1.0,
        panel,
        offset + width,
        stride,
        x,
        0,
        rows,
        1.0,
        x,
        width,
        rows,
        1);
  }

  /** X1 := L1'^-1 (X1 - L2' X2). */
  static void backward(
      double[] panel, int offset, int stride, int rows, int width, double[] x, int count) {
    DoubleBlas.gemm(
        Transpose.YES,
        Transpose.NO,
        width,
        count,
        rows - width,
        -1.0,
        panel,
        offset + width,
        stride,
        x,
        width,
        rows,
        1.0,
        x,
        0,
        rows,
        1);
    triangle(Transpose.YES, panel, offset, stride, rows, width, x, count);
  }

  private static void triangle(
      Transpose trans,
      double[] panel,
      int offset,
      int stride,
      int rows,
      int width,
      double[] x,
      int count) {
    DoubleBlas.trsm(
        Side.LEFT,
        Triangle.LOWER,
        trans,
        Diagonal.UNIT,
        width,
        count,
        1.0,
        panel,
        offset,
        stride,
        x,
        0,
        rows,
        1);
  }
}
