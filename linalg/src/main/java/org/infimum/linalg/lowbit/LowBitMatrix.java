package org.infimum.linalg.lowbit;

import java.util.Objects;
import org.infimum.linalg.dense.FloatBlas;
import org.infimum.linalg.dense.Transpose;
import org.infimum.linalg.machine.Team;

/**
 * A matrix W of coded numbers (one row for each output, as the weights of a network are), and its
 * products with floats. The products read the codes themselves; the accumulation is in floats. In
 * memory 32 rows lie side by side, filled up with zeros, so that a vector register holds one column
 * of many rows. Results have the same bits for any number of threads and any length of the vector
 * registers. Immutable and thread-safe.
 */
public abstract sealed class LowBitMatrix permits Int8Matrix, BlockMatrix {
  static final int PANEL = LowBitKernels.PANEL;

  /** Up to so many columns are multiplied one by one. */
  private static final int SINGLE_COLUMNS = 4;

  private final int rows;
  private final int columns;

  LowBitMatrix(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /** Rows of W. */
  public final int rows() {
    return rows;
  }

  /** Columns of W. */
  public final int columns() {
    return columns;
  }

  /** Bytes of the codes and all scales, those of rows that fill up the last panel left out. */
  public abstract long bytes();

  /** Bits for each element of W, scales included. */
  public final double bitsPerWeight() {
    return 8.0 * bytes() / ((double) rows * columns);
  }

  /** Panels of so many rows. */
  static int panels(int rows) {
    return (rows - 1) / PANEL + 1;
  }

  /** A product with one vector, prepared for all panels. */
  interface PanelProducts {
    /** Sums up the rows of two panels, which may be the same one, into the cleared sums. */
    void of(int first, int second, PanelSums sums);
  }

  abstract PanelProducts products(
      LowBitKernels kernels, Activations activations, float[] x, int at);

  /** Columns of a panel, {@code stride} apart; column j in y[at + j stride ..). */
  abstract void expandPanel(LowBitKernels kernels, int panel, float[] y, int at, int stride);

  /**
   * y := W x in the precision of floats, see {@link #multiply(Activations, float[], int, float[],
   * int, int)}.
   */
  public final void multiply(float[] x, int xAt, float[] y, int yAt, int threads) {
    multiply(Activations.FLOAT, x, xAt, y, yAt, threads);
  }

  /**
   * y := W x.
   *
   * @param activations in which precision x enters
   * @param x {@link #columns()} floats from {@code xAt} on
   * @param y {@link #rows()} floats from {@code yAt} on
   * @param threads how many threads share the rows, at least 1; the result does not depend on it
   * @throws IllegalArgumentException if {@code threads < 1}
   * @throws IndexOutOfBoundsException if a vector is not within its array
   */
  public final void multiply(
      Activations activations, float[] x, int xAt, float[] y, int yAt, int threads) {
    Objects.checkFromIndexSize(xAt, columns, x.length);
    Objects.checkFromIndexSize(yAt, rows, y.length);
    checkThreads(threads);
    LowBitKernels kernels = LowBitKernelChoice.forProducts((long) rows * columns);
    PanelProducts products = products(kernels, activations, x, xAt);
    PanelSums[] sums = new PanelSums[threads];
    int panels = panels(rows);
    Team.shared(threads)
        .forEach(
            (panels + 1) / 2,
            (task, worker) -> {
              PanelSums own = sums[worker] == null ? new PanelSums() : sums[worker];
              sums[worker] = own;
              own.clear();
              int first = 2 * task;
              products.of(first, Math.min(first + 1, panels - 1), own);
              int from = first * PANEL;
              System.arraycopy(own.rows, 0, y, yAt + from, Math.min(2 * PANEL, rows - from));
            });
  }

  /**
   * Y := W X for matrices stored by columns. Few columns are multiplied one by one; for many, rows
   * of W are expanded to floats in cache and multiplied with all of them.
   *
   * @param count columns of X and Y
   * @param x X, of {@link #columns()} rows
   * @param ldx leading dimension of X
   * @param y Y, of {@link #rows()} rows
   * @param ldy leading dimension of Y
   * @param threads how many threads share the rows, at least 1; the result does not depend on it
   * @throws IllegalArgumentException if a leading dimension is too small or {@code threads < 1}
   * @throws IndexOutOfBoundsException if a matrix is not within its array
   */
  public final void multiply(
      int count, float[] x, int xAt, int ldx, float[] y, int yAt, int ldy, int threads) {
    if (ldx < columns || ldy < rows) {
      throw new IllegalArgumentException(
          "The leading dimensions "
              + ldx
              + " and "
              + ldy
              + " must be at least "
              + columns
              + " and "
              + rows
              + ".");
    }
    if (count > 0) {
      Objects.checkFromIndexSize(xAt, (long) (count - 1) * ldx + columns, x.length);
      Objects.checkFromIndexSize(yAt, (long) (count - 1) * ldy + rows, y.length);
    }
    checkThreads(threads);
    if (count <= SINGLE_COLUMNS) {
      for (int c = 0; c < count; c++) {
        multiply(x, xAt + c * ldx, y, yAt + c * ldy, threads);
      }
      return;
    }
    LowBitKernels kernels = LowBitKernelChoice.forProducts((long) rows * columns);
    Team.shared(threads)
        .forEach(
            panels(rows),
            (panel, worker) -> {
              float[] expanded = new float[PANEL * columns];
              expandPanel(kernels, panel, expanded, 0, PANEL);
              FloatBlas.gemm(
                  Transpose.NO,
                  Transpose.NO,
                  Math.min(PANEL, rows - panel * PANEL),
                  count,
                  columns,
                  1.0f,
                  expanded,
                  0,
                  PANEL,
                  x,
                  xAt,
                  ldx,
                  0.0f,
                  y,
                  yAt + panel * PANEL,
                  ldy,
                  1);
            });
  }

  /**
   * The numbers that the codes stand for, by rows.
   *
   * @param out receives row r at {@code at + r * stride}
   * @throws IllegalArgumentException if the stride is less than {@link #columns()}
   * @throws IndexOutOfBoundsException if a row is not within the array
   */
  public final void expand(float[] out, int at, int stride) {
    checkRows(rows, columns, out, at, stride);
    LowBitKernels kernels = LowBitKernelChoice.forProducts((long) rows * columns);
    float[] expanded = new float[PANEL * columns];
    for (int panel = 0; panel < panels(rows); panel++) {
      expandPanel(kernels, panel, expanded, 0, PANEL);
      int from = panel * PANEL;
      for (int row = from; row < Math.min(rows, from + PANEL); row++) {
        int to = at + row * stride;
        for (int j = 0; j < columns; j++) {
          out[to + j] = expanded[j * PANEL + row - from];
        }
      }
    }
  }

  static void checkRows(int rows, int columns, float[] w, int at, int stride) {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException("A matrix of " + rows + " x " + columns + " is empty.");
    }
    if (stride < columns) {
      throw new IllegalArgumentException(
          "The stride " + stride + " is less than the number of columns " + columns + ".");
    }
    Objects.checkFromIndexSize(at, (long) (rows - 1) * stride + columns, w.length);
  }

  /** The largest magnitude of finite numbers. */
  static float largest(int n, float[] w, int at) {
    float largest = 0.0f;
    for (int i = at; i < at + n; i++) {
      if (!(Math.abs(w[i]) <= Float.MAX_VALUE)) {
        throw new IllegalArgumentException("Entry " + i + " is " + w[i] + ", not a finite number.");
      }
      largest = Math.max(largest, Math.abs(w[i]));
    }
    return largest;
  }

  /** Codes of one byte: x / d, rounded half away from zero. */
  static void encodeBytes(int n, float[] w, int at, float inverse, byte[] codes) {
    for (int i = 0; i < n; i++) {
      float quotient = w[at + i] * inverse;
      codes[i] = (byte) (quotient < 0.0f ? quotient - 0.5f : quotient + 0.5f);
    }
  }

  private static void checkThreads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("There must be at least 1 thread, not " + threads + ".");
    }
  }
}
