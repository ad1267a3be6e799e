package org.infimum.linalg;

/**
 * Plain Java kernels: loops over columns in groups of four, which the compiler turns into vector
 * code by itself. They need no warm-up beyond that of ordinary code.
 */
final class ScalarKernels implements DenseKernels {
  @Override
  public boolean packs() {
    return false;
  }

  @Override
  public void packRight(PanelUpdate update, double[] packed, int at) {}

  @Override
  public void packTriangle(PanelUpdate update, int width, double[] triangle) {}

  @Override
  public void eliminateRows(PanelUpdate u, int rowFrom, int rowTo, int width, double[] triangle) {
    eliminateBlock(
        u.target,
        u.targetOffset,
        u.targetStride,
        rowFrom,
        rowTo,
        0,
        width,
        u.pivots,
        u.pivotOffset,
        u.tile);
  }

  @Override
  public void subtractPacked(PanelUpdate u) {
    int begin = 0;
    for (int j = 0; j < u.q; j++) {
      int targetColumn = u.columnMap[u.columnMapOffset + j];
      while (begin < u.m && u.rowMap[u.rowMapOffset + begin] < targetColumn) {
        begin++;
      }
      int length = u.m - begin;
      if (length <= 0) {
        return;
      }
      int columnStart = u.targetOffset + targetColumn * u.targetStride;
      if (u.k == 1) {
        scatterOne(u, begin, j, columnStart);
      } else if (u.adjacentRows(begin, length)) {
        int at = columnStart + u.rowMap[u.rowMapOffset + begin];
        subtractColumn(u, begin, length, j, u.target, at);
      } else {
        gather(u, begin, length, columnStart);
        subtractColumn(u, begin, length, j, u.column, 0);
        scatter(u, begin, length, columnStart);
      }
    }
  }

  private static void scatterOne(PanelUpdate u, int begin, int j, int columnStart) {
    double factor = u.right[u.rightOffset + j] * u.pivots[u.pivotOffset];
    double[] left = u.left;
    double[] target = u.target;
    int[] rowMap = u.rowMap;
    int leftOffset = u.leftOffset;
    int rowMapOffset = u.rowMapOffset;
    for (int i = begin; i < u.m; i++) {
      target[columnStart + rowMap[rowMapOffset + i]] -= left[leftOffset + i] * factor;
    }
  }

  private static void gather(PanelUpdate u, int begin, int length, int columnStart) {
    double[] column = u.column;
    double[] target = u.target;
    int[] rowMap = u.rowMap;
    int at = u.rowMapOffset + begin;
    for (int i = 0; i < length; i++) {
      column[i] = target[columnStart + rowMap[at + i]];
    }
  }

  private static void scatter(PanelUpdate u, int begin, int length, int columnStart) {
    double[] column = u.column;
    double[] target = u.target;
    int[] rowMap = u.rowMap;
    int at = u.rowMapOffset + begin;
    for (int i = 0; i < length; i++) {
      target[columnStart + rowMap[at + i]] = column[i];
    }
  }

  /** out[at .. at + length) -= X[begin .., :] D Y[j, :]'. */
  private static void subtractColumn(
      PanelUpdate u, int begin, int length, int j, double[] out, int at) {
    double[] right = u.right;
    double[] pivots = u.pivots;
    int rightStride = u.rightStride;
    int leftStride = u.leftStride;
    int y = u.rightOffset + j;
    int x = u.leftOffset + begin;
    int t = 0;
    for (; t + 4 <= u.k; t += 4) {
      int d = u.pivotOffset + t;
      subtractFour(
          out,
          at,
          length,
          u.left,
          x + t * leftStride,
          leftStride,
          right[y + t * rightStride] * pivots[d],
          right[y + (t + 1) * rightStride] * pivots[d + 1],
          right[y + (t + 2) * rightStride] * pivots[d + 2],
          right[y + (t + 3) * rightStride] * pivots[d + 3]);
    }
    for (; t < u.k; t++) {
      double factor = right[y + t * rightStride] * pivots[u.pivotOffset + t];
      subtractOne(out, at, length, u.left, x + t * leftStride, factor);
    }
  }

  private static void subtractFour(
      double[] out,
      int at,
      int length,
      double[] x,
      int from,
      int stride,
      double f0,
      double f1,
      double f2,
      double f3) {
    int x1 = from + stride;
    int x2 = x1 + stride;
    int x3 = x2 + stride;
    for (int i = 0; i < length; i++) {
      out[at + i] -= x[from + i] * f0 + x[x1 + i] * f1 + (x[x2 + i] * f2 + x[x3 + i] * f3);
    }
  }

  private static void subtractOne(
      double[] out, int at, int length, double[] x, int from, double factor) {
    for (int i = 0; i < length; i++) {
      out[at + i] -= x[from + i] * factor;
    }
  }

  @Override
  public void eliminateBlock(
      double[] panel,
      int offset,
      int stride,
      int rowFrom,
      int rowTo,
      int column,
      int width,
      double[] pivots,
      int pivotOffset,
      double[] scratch) {
    int length = rowTo - rowFrom;
    int first = offset + column * stride;
    for (int j = 0; j < width; j++) {
      int out = first + j * stride + rowFrom;
      int y = first + column + j;
      int t = 0;
      for (; t + 4 <= j; t += 4) {
        int d = pivotOffset + column + t;
        subtractFour(
            panel,
            out,
            length,
            panel,
            first + t * stride + rowFrom,
            stride,
            panel[y + t * stride] * pivots[d],
            panel[y + (t + 1) * stride] * pivots[d + 1],
            panel[y + (t + 2) * stride] * pivots[d + 2],
            panel[y + (t + 3) * stride] * pivots[d + 3]);
      }
      for (; t < j; t++) {
        double factor = panel[y + t * stride] * pivots[pivotOffset + column + t];
        subtractOne(panel, out, length, panel, first + t * stride + rowFrom, factor);
      }
      double inverse = 1.0 / pivots[pivotOffset + column + j];
      for (int i = 0; i < length; i++) {
        panel[out + i] *= inverse;
      }
    }
  }

  @Override
  public void forward(
      double[] panel, int offset, int stride, int rows, int width, double[] x, int count) {
    int j = 0;
    for (; j + 4 <= width; j += 4) {
      int l0 = offset + j * stride;
      int l1 = l0 + stride;
      int l2 = l1 + stride;
      int l3 = l2 + stride;
      for (int c = 0; c < count; c++) {
        int at = c * rows;
        forwardFour(panel, l0, stride, j, x, at);
        double x0 = x[at + j];
        double x1 = x[at + j + 1];
        double x2 = x[at + j + 2];
        double x3 = x[at + j + 3];
        for (int i = j + 4; i < rows; i++) {
          x[at + i] -=
              panel[l0 + i] * x0 + panel[l1 + i] * x1 + (panel[l2 + i] * x2 + panel[l3 + i] * x3);
        }
      }
    }
    for (; j < width; j++) {
      forwardOne(panel, offset + j * stride, j, rows, x, count);
    }
  }

  /** Forward substitution with column j alone. */
  static void forwardOne(double[] panel, int column, int j, int rows, double[] x, int count) {
    for (int c = 0; c < count; c++) {
      int at = c * rows;
      double xj = x[at + j];
      for (int i = j + 1; i < rows; i++) {
        x[at + i] -= panel[column + i] * xj;
      }
    }
  }

  /** Forward substitution with the 4 x 4 unit triangle at (j, j). */
  static void forwardFour(double[] panel, int l0, int stride, int j, double[] x, int at) {
    int l1 = l0 + stride;
    int l2 = l1 + stride;
    double x0 = x[at + j];
    double x1 = x[at + j + 1] - panel[l0 + j + 1] * x0;
    double x2 = x[at + j + 2] - panel[l0 + j + 2] * x0 - panel[l1 + j + 2] * x1;
    x[at + j + 3] =
        x[at + j + 3] - panel[l0 + j + 3] * x0 - panel[l1 + j + 3] * x1 - panel[l2 + j + 3] * x2;
    x[at + j + 1] = x1;
    x[at + j + 2] = x2;
  }

  @Override
  public void backward(
      double[] panel,
      int offset,
      int stride,
      int rows,
      int width,
      double[] x,
      int count,
      double[] scratch) {
    int j = width;
    for (; j % 4 != 0; j--) {
      backwardOne(panel, offset + (j - 1) * stride, j - 1, rows, x, count);
    }
    for (j -= 4; j >= 0; j -= 4) {
      int l0 = offset + j * stride;
      int l1 = l0 + stride;
      int l2 = l1 + stride;
      int l3 = l2 + stride;
      for (int c = 0; c < count; c++) {
        int at = c * rows;
        double s0 = 0.0;
        double s1 = 0.0;
        double s2 = 0.0;
        double s3 = 0.0;
        for (int i = j + 4; i < rows; i++) {
          double xi = x[at + i];
          s0 += panel[l0 + i] * xi;
          s1 += panel[l1 + i] * xi;
          s2 += panel[l2 + i] * xi;
          s3 += panel[l3 + i] * xi;
        }
        backwardFour(panel, l0, stride, j, x, at, s0, s1, s2, s3);
      }
    }
  }

  /** Back substitution with column j alone. */
  static void backwardOne(double[] panel, int column, int j, int rows, double[] x, int count) {
    for (int c = 0; c < count; c++) {
      int at = c * rows;
      double sum = 0.0;
      for (int i = j + 1; i < rows; i++) {
        sum += panel[column + i] * x[at + i];
      }
      x[at + j] -= sum;
    }
  }

  /** Back substitution with a 4 x 4 unit triangle, after the sums over the rows below it. */
  static void backwardFour(
      double[] panel,
      int l0,
      int stride,
      int j,
      double[] x,
      int at,
      double s0,
      double s1,
      double s2,
      double s3) {
    int l1 = l0 + stride;
    int l2 = l1 + stride;
    double x3 = x[at + j + 3] - s3;
    double x2 = x[at + j + 2] - s2 - panel[l2 + j + 3] * x3;
    double x1 = x[at + j + 1] - s1 - panel[l1 + j + 2] * x2 - panel[l1 + j + 3] * x3;
    double x0 =
        x[at + j] - s0 - panel[l0 + j + 1] * x1 - panel[l0 + j + 2] * x2 - panel[l0 + j + 3] * x3;
    x[at + j] = x0;
    x[at + j + 1] = x1;
    x[at + j + 2] = x2;
    x[at + j + 3] = x3;
  }
}
