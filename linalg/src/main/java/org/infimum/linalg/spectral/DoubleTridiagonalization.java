// float twin: generated
package org.infimum.linalg.spectral;

import java.util.Arrays;
import org.infimum.linalg.dense.DoubleBlas;
import org.infimum.linalg.dense.Transpose;
import org.infimum.linalg.dense.Triangle;
import org.infimum.linalg.machine.Stages;

/**
 * Reduces a symmetric matrix to tridiagonal form, T = Q' A Q, by Householder reflectors in panels:
 * half of the work is one product of the trailing matrix with a vector for each column, the other
 * half an update of rank two times the panel's width (Dongarra, Sorensen, Hammarling, Block
 * reduction of matrices to condensed forms, J. Comput. Appl. Math. 27, 1989).
 */
final class DoubleTridiagonalization {
  private static final int PANEL = 32;

  /** Most parts into which a product with the trailing matrix is cut. */
  private static final int MOST_PARTS = 8;

  private final int n;
  private final double[] d;
  private final double[] e;
  private final double[] tau;

  /** V and W side by side, and W and V: the factors of the rank-2k update V W' + W V'. */
  private final double[] left;

  private final double[] right;

  /** One partial product for each part. */
  private final double[] partial;

  private final double[] coefficients = new double[2 * PANEL];
  private final DoubleReflector reflector = new DoubleReflector();

  DoubleTridiagonalization(int n) {
    this.n = n;
    d = new double[n];
    e = new double[n];
    tau = new double[n];
    left = new double[2 * PANEL * n];
    right = new double[2 * PANEL * n];
    partial = new double[MOST_PARTS * n];
  }

  /** The diagonal of T; callers may change it. */
  double[] diagonal() {
    return d;
  }

  /** The subdiagonal of T in its first n - 1 elements; callers may change it. */
  double[] subdiagonal() {
    return e;
  }

  /** The factors of the reflectors: the one of column j starts in row j + 1. */
  double[] tau() {
    return tau;
  }

  /**
   * Reduces the matrix whose lower triangle is at {@code a[0]} and leaves the reflectors there,
   * each below the diagonal of its column with its leading one. The upper triangle is not touched.
   */
  void reduce(double[] a, int stride, int threads) {
    DoubleColumnKernels kernels = DoubleColumnKernels.forOrder(n);
    for (int from = 0; from < n; from += PANEL) {
      int width = Math.min(PANEL, n - from);
      Stages.run(new Panel(a, stride, from, width, kernels), threads);
      updateTrailing(a, stride, from, width, threads);
    }
  }

  /** A[to.., to..] -= V W' + W V' on the lower triangle. */
  private void updateTrailing(double[] a, int stride, int from, int width, int threads) {
    int to = from + width;
    int rows = n - to;
    for (int t = 0; t < width; t++) {
      int v = (from + t) * stride + to;
      System.arraycopy(a, v, left, t * n, rows);
      System.arraycopy(a, v, right, (width + t) * n, rows);
      System.arraycopy(right, t * n + to, right, t * n, rows);
      System.arraycopy(right, t * n, left, (width + t) * n, rows);
    }
    if (rows > 0) {
      DoubleBlas.gemmt(
          Triangle.LOWER,
          Transpose.NO,
          Transpose.YES,
          rows,
          2 * width,
          -1,
          left,
          0,
          n,
          right,
          0,
          n,
          1,
          a,
          to * stride + to,
          stride,
          threads);
    }
  }

  /**
   * The reduction of a panel of columns, W in the first columns of {@link #right}. A stage finishes
   * the last column of W and begins the next reflector, the stage after it multiplies the trailing
   * matrix by that reflector in parts, each a trapezoid of about the same area.
   */
  private final class Panel implements Stages.Work {
    private final double[] a;
    private final int stride;
    private final int from;
    private final int width;
    private final DoubleColumnKernels kernels;

    Panel(double[] a, int stride, int from, int width, DoubleColumnKernels kernels) {
      this.a = a;
      this.stride = stride;
      this.from = from;
      this.width = width;
      this.kernels = kernels;
    }

    @Override
    public int stages() {
      return 2 * width + 1;
    }

    @Override
    public int tasks(int stage) {
      return stage % 2 == 0 ? 1 : parts(n - 1 - from - stage / 2);
    }

    @Override
    public void run(int stage, int task, int worker) {
      int j = stage / 2;
      if (stage % 2 == 1) {
        multiply(j, task);
        return;
      }
      if (j > 0) {
        finishProduct(j - 1);
      }
      if (j < width) {
        reflect(j);
      }
    }

    /** Applies the reflectors of the panel to column j of the panel and makes its reflector. */
    private void reflect(int j) {
      int column = from + j;
      int at = column * stride + column;
      int rows = n - column;
      kernels.addProduct(rows, j, -1, a, from * stride + column, stride, right, column, n, a, at);
      kernels.addProduct(rows, j, -1, right, column, n, a, from * stride + column, stride, a, at);
      d[column] = a[at];
      if (rows > 1) {
        reflector.annihilate(rows - 1, a, at + 1, kernels);
        e[column] = reflector.beta();
        tau[column] = reflector.tau();
      }
    }

    private static int parts(int order) {
      return order <= 0 ? 0 : Math.clamp(order / 128, 1, MOST_PARTS);
    }

    /** The part's share of A v, with A as it was before this panel. */
    private void multiply(int j, int part) {
      int column = from + j;
      int order = n - 1 - column;
      int first = cut(order, part, parts(order));
      int last = cut(order, part + 1, parts(order));
      int y = part * n;
      Arrays.fill(partial, y + first, y + order, 0);
      kernels.addSymmetric(
          order,
          first,
          last,
          a,
          (column + 1) * (stride + 1),
          stride,
          a,
          column * stride + column + 1,
          partial,
          y);
    }

    /** The first column of a part, so that the triangle is shared out evenly in blocks of four. */
    private static int cut(int order, int part, int parts) {
      if (part == parts) {
        return order;
      }
      double remaining = Math.sqrt((parts - part) / (double) parts);
      return (int) (order * (1 - remaining)) & -4;
    }

    /** Column j of W: w = tau (A v - V (W' v) - W (V' v)), w -= tau / 2 (w' v) v. */
    private void finishProduct(int j) {
      int column = from + j;
      int order = n - 1 - column;
      if (order == 0) {
        return;
      }
      int row = column + 1;
      int w = j * n + row;
      int v = column * stride + row;
      int parts = parts(order);
      System.arraycopy(partial, 0, right, w, order);
      for (int part = 1; part < parts; part++) {
        int first = cut(order, part, parts);
        kernels.addScaled(order - first, 1, partial, part * n + first, right, w + first);
      }
      int panel = from * stride + row;
      kernels.transposedProduct(order, j, right, row, n, a, v, coefficients, 0);
      kernels.transposedProduct(order, j, a, panel, stride, a, v, coefficients, PANEL);
      kernels.addProduct(order, j, -1, a, panel, stride, coefficients, 0, 1, right, w);
      kernels.addProduct(order, j, -1, right, row, n, coefficients, PANEL, 1, right, w);
      double factor = tau[column];
      for (int i = 0; i < order; i++) {
        right[w + i] *= factor;
      }
      double alpha = -factor * kernels.dot(order, right, w, a, v) / 2;
      kernels.addScaled(order, alpha, a, v, right, w);
    }
  }
}
