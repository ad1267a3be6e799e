// float twin: generated
package org.infimum.linalg.spectral;

import java.util.Arrays;
import org.infimum.linalg.dense.DoubleBlas;
import org.infimum.linalg.dense.Transpose;
import org.infimum.linalg.machine.Stages;

/**
 * Reduces a matrix with at least as many rows as columns to upper bidiagonal form, B = Q' A P, by
 * Householder reflectors in panels: half of the work is two products of the trailing matrix with a
 * vector for each column, the other half an update of rank two times the panel's width (Dongarra,
 * Sorensen, Hammarling, Block reduction of matrices to condensed forms, J. Comput. Appl. Math. 27,
 * 1989). Both products are taken in one pass over the matrix, since the second vector is known, up
 * to its first element and its length, as soon as the first product is (Howell, Demmel, Fulton,
 * Hammarling, Marmol, Cache efficient bidiagonalization using BLAS 2.5 operators, ACM TOMS 34,
 * 2008).
 */
final class DoubleBidiagonalization {
  private static final int PANEL = 32;

  /** Most parts into which a pass over the trailing matrix is cut. */
  private static final int MOST_PARTS = 8;

  /** Columns of the trailing matrix that one pass keeps in cache between its two products. */
  private static final int GROUP = 4;

  private final int m;
  private final int n;
  private final double[] d;
  private final double[] e;
  private final double[] tauQ;
  private final double[] tauP;
  private final double[] p;

  /** V and X side by side: the left factor of the update V Y' + X U'. */
  private final double[] left;

  /** Y and U side by side. */
  private final double[] right;

  /** One partial product for each part. */
  private final double[] partial;

  /** What earlier reflectors of the panel take from A' v. */
  private final double[] correction;

  /** The row to be reduced, without and with the newest reflector. */
  private final double[] row;

  private final double[] updatedRow;

  private final double[] coefficients = new double[2 * PANEL];
  private final DoubleReflector reflector = new DoubleReflector();

  /** For matrices of m x n, m at least n. */
  DoubleBidiagonalization(int m, int n) {
    this.m = m;
    this.n = n;
    d = new double[n];
    e = new double[n];
    tauQ = new double[n];
    tauP = new double[n];
    p = new double[n * n];
    left = new double[2 * PANEL * m];
    right = new double[2 * PANEL * n];
    partial = new double[MOST_PARTS * m];
    correction = new double[n];
    row = new double[n];
    updatedRow = new double[n];
  }

  /** The diagonal of B; callers may change it. */
  double[] diagonal() {
    return d;
  }

  /** What stands right of the diagonal of B in the first n - 1 elements; callers may change it. */
  double[] superdiagonal() {
    return e;
  }

  /** The factors of the reflectors of Q. */
  double[] tauQ() {
    return tauQ;
  }

  /** The factors of the reflectors of P. */
  double[] tauP() {
    return tauP;
  }

  /**
   * The reflectors of P, n x n: column j has its one from row j + 1 on, its leading one included.
   */
  double[] reflectorsOfP() {
    return p;
  }

  /**
   * Reduces the matrix at {@code a[0]} and leaves the reflectors of Q there, each from the diagonal
   * of its column on with its leading one.
   */
  void reduce(double[] a, int stride, int threads) {
    DoubleColumnKernels kernels = DoubleColumnKernels.forOrder(m);
    for (int from = 0; from < n; from += PANEL) {
      int width = Math.min(PANEL, n - from);
      Stages.run(new Panel(a, stride, from, width, kernels), threads);
      int to = from + width;
      if (to < n) {
        DoubleBlas.gemm(
            Transpose.NO,
            Transpose.YES,
            m - to,
            n - to,
            2 * PANEL,
            -1,
            left,
            to,
            m,
            right,
            to,
            n,
            1,
            a,
            to * stride + to,
            stride,
            threads);
      }
    }
  }

  /**
   * The reduction of a panel. A stage finishes the last column of X and begins the next column, the
   * stage after it passes over the trailing matrix in parts of a few columns each.
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

    private static int parts(int columns) {
      return columns <= 0 ? 0 : Math.clamp(columns / 64, 1, MOST_PARTS);
    }

    @Override
    public void run(int stage, int task, int worker) {
      int t = stage / 2;
      if (stage % 2 == 1) {
        pass(t, task);
        return;
      }
      if (t > 0) {
        finish(t - 1);
      }
      if (t < width) {
        begin(t);
      }
    }

    /** Updates column t of the panel, makes its reflector, and prepares the pass. */
    private void begin(int t) {
      int c = from + t;
      int at = c * stride + c;
      int rows = m - c;
      int v = c;
      int x = PANEL * m + c;
      int u = PANEL * n;
      kernels.addProduct(rows, t, -1, left, v, m, right, c, n, a, at);
      kernels.addProduct(rows, t, -1, left, x, m, right, u + c, n, a, at);
      reflector.annihilate(rows, a, at, kernels);
      d[c] = reflector.beta();
      tauQ[c] = reflector.tau();
      System.arraycopy(a, at, left, t * m + c, rows);
      int next = c + 1;
      int columns = n - next;
      if (columns == 0) {
        return;
      }
      kernels.transposedProduct(rows, t, left, v, m, a, at, coefficients, 0);
      kernels.transposedProduct(rows, t, left, x, m, a, at, coefficients, PANEL);
      Arrays.fill(correction, next, n, 0);
      kernels.addProduct(columns, t, 1, right, next, n, coefficients, 0, 1, correction, next);
      kernels.addProduct(
          columns, t, 1, right, u + next, n, coefficients, PANEL, 1, correction, next);
      for (int j = next; j < n; j++) {
        row[j] = a[j * stride + c];
      }
      kernels.addProduct(columns, t, -1, right, next, n, left, v, m, row, next);
      kernels.addProduct(columns, t, -1, right, u + next, n, left, x, m, row, next);
    }

    /** y = tau (A' v - correction), z = row - y and the part's share of A z. */
    private void pass(int t, int part) {
      int c = from + t;
      int at = c * stride + c;
      int columns = n - 1 - c;
      int parts = parts(columns);
      int y = t * n;
      int w = part * m;
      Arrays.fill(partial, w + c + 1, w + m, 0);
      int end = c + 1 + cut(columns, part + 1, parts);
      for (int j = c + 1 + cut(columns, part, parts); j < end; j += GROUP) {
        int group = Math.min(GROUP, end - j);
        kernels.transposedProduct(m - c, group, a, j * stride + c, stride, a, at, right, y + j);
        for (int i = j; i < j + group; i++) {
          right[y + i] = tauQ[c] * (right[y + i] - correction[i]);
          updatedRow[i] = row[i] - right[y + i];
        }
        kernels.addProduct(
            m - c - 1,
            group,
            1,
            a,
            j * stride + c + 1,
            stride,
            updatedRow,
            j,
            1,
            partial,
            w + c + 1);
      }
    }

    private static int cut(int columns, int part, int parts) {
      return part == parts ? columns : (int) ((long) columns * part / parts) & -GROUP;
    }

    /** The reflector u of row t of the panel, and x = tau (A u - V (Y' u) - X (U' u)). */
    private void finish(int t) {
      int c = from + t;
      int next = c + 1;
      int columns = n - next;
      if (columns == 0) {
        return;
      }
      double first = updatedRow[next];
      reflector.annihilate(columns, updatedRow, next, kernels);
      e[c] = reflector.beta();
      tauP[c] = reflector.tau();
      int u = (PANEL + t) * n + next;
      System.arraycopy(updatedRow, next, right, u, columns);
      System.arraycopy(updatedRow, next, p, c * n + next, columns);
      int rows = m - next;
      int x = (PANEL + t) * m + next;
      if (tauP[c] == 0) {
        Arrays.fill(left, x, x + rows, 0);
        return;
      }
      int parts = parts(columns);
      System.arraycopy(partial, next, left, x, rows);
      for (int part = 1; part < parts; part++) {
        kernels.addScaled(rows, 1, partial, part * m + next, left, x);
      }
      kernels.addScaled(rows, -e[c], a, next * stride + next, left, x);
      double scale = tauP[c] / (first - e[c]);
      for (int i = x; i < x + rows; i++) {
        left[i] *= scale;
      }
      kernels.transposedProduct(columns, t + 1, right, next, n, updatedRow, next, coefficients, 0);
      kernels.transposedProduct(
          columns, t, right, PANEL * n + next, n, updatedRow, next, coefficients, PANEL);
      kernels.addProduct(rows, t + 1, -tauP[c], left, next, m, coefficients, 0, 1, left, x);
      kernels.addProduct(
          rows, t, -tauP[c], left, PANEL * m + next, m, coefficients, PANEL, 1, left, x);
    }
  }
}
