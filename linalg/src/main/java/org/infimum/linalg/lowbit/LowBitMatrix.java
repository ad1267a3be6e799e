package org.infimum.linalg.lowbit;

import java.util.Objects;
import org.infimum.linalg.dense.FloatBlas;
import org.infimum.linalg.dense.Transpose;
import org.infimum.linalg.machine.Team;

/**
 * A matrix W of coded numbers, stored by rows (one row for each output, as the weights of a network
 * are), and its products with floats. The products read the codes themselves; the accumulation is
 * in floats. Immutable and thread-safe.
 */
public abstract sealed class LowBitMatrix permits Int8Matrix, BlockMatrix {
  /** Rows that a thread takes at once. */
  private static final int TASK_ROWS = 16;

  /** Rows expanded at once for a product with a matrix. */
  private static final int PANEL_ROWS = 64;

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

  /** Bytes of the codes and all scales. */
  public abstract long bytes();

  /** Bits for each element of W, scales and padding included. */
  public final double bitsPerWeight() {
    return 8.0 * bytes() / ((double) rows * columns);
  }

  /** The part of a product that all rows share; made once for each vector x. */
  abstract float[] prepare(float[] x, int at);

  /** y[yAt + r] := inner product of row r with a prepared vector, for r in [from, to). */
  abstract void products(
      LowBitKernels kernels,
      int from,
      int to,
      float[] x,
      int at,
      float[] prepared,
      float[] y,
      int yAt);

  /** y[at .. at + columns) := row {@code row} of W. */
  abstract void expand(LowBitKernels kernels, int row, float[] y, int at);

  /**
   * y := W x.
   *
   * @param x {@link #columns()} floats from {@code xAt} on
   * @param y {@link #rows()} floats from {@code yAt} on
   * @param threads how many threads share the rows, at least 1; the result does not depend on it
   * @throws IllegalArgumentException if {@code threads < 1}
   * @throws IndexOutOfBoundsException if a vector is not within its array
   */
  public final void multiply(float[] x, int xAt, float[] y, int yAt, int threads) {
    Objects.checkFromIndexSize(xAt, columns, x.length);
    Objects.checkFromIndexSize(yAt, rows, y.length);
    checkThreads(threads);
    LowBitKernels kernels = LowBitKernelChoice.forProducts((long) rows * columns);
    float[] prepared = prepare(x, xAt);
    Team.shared(threads)
        .forEach(
            (rows + TASK_ROWS - 1) / TASK_ROWS,
            (task, worker) -> {
              int to = Math.min(rows, (task + 1) * TASK_ROWS);
              products(kernels, task * TASK_ROWS, to, x, xAt, prepared, y, yAt);
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
            (rows + PANEL_ROWS - 1) / PANEL_ROWS,
            (task, worker) -> {
              int from = task * PANEL_ROWS;
              int height = Math.min(PANEL_ROWS, rows - from);
              float[] panel = new float[height * columns];
              for (int r = 0; r < height; r++) {
                expand(kernels, from + r, panel, r * columns);
              }
              FloatBlas.gemm(
                  Transpose.YES,
                  Transpose.NO,
                  height,
                  count,
                  columns,
                  1.0f,
                  panel,
                  0,
                  columns,
                  x,
                  xAt,
                  ldx,
                  0.0f,
                  y,
                  yAt + from,
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
    for (int row = 0; row < rows; row++) {
      expand(kernels, row, out, at + row * stride);
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
  static void encodeBytes(int n, float[] w, int at, float inverse, byte[] codes, int to) {
    for (int i = 0; i < n; i++) {
      float quotient = w[at + i] * inverse;
      codes[to + i] = (byte) (quotient < 0.0f ? quotient - 0.5f : quotient + 0.5f);
    }
  }

  private static void checkThreads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("There must be at least 1 thread, not " + threads + ".");
    }
  }
}
