// float twin: generated
package org.infimum.linalg.spectral;

import java.util.Arrays;
import org.infimum.linalg.dense.DoubleBlas;
import org.infimum.linalg.dense.Transpose;

/**
 * The columns that a merge of two halves keeps, grouped by the half in which they are not zero, so
 * that the product of a block matrix skips its zero blocks; and those that it deflates.
 */
final class DoubleColumnGroups {
  private static final byte TOP = 0;
  private static final byte BOTH = 1;
  private static final byte BOTTOM = 2;

  private final int n;
  private final byte[] kind;

  /** Columns: those kept, in the order in which they were, then the deflated. */
  private final int[] columns;

  /** Where kept column number j stands among the grouped ones. */
  private final int[] place;

  private int count;
  private int deflated;
  private int top;
  private int bottom;

  /** For n columns, those before {@code cut} zero in the second half, the others in the first. */
  DoubleColumnGroups(int n, int cut) {
    this.n = n;
    kind = new byte[n];
    Arrays.fill(kind, cut, n, BOTTOM);
    columns = new int[n];
    place = new int[n];
    deflated = n;
  }

  void keep(int column) {
    columns[count++] = column;
  }

  void deflate(int column) {
    columns[--deflated] = column;
  }

  /** Says that a column is not zero in the halves in which another one is not, either. */
  void mix(int column, int other) {
    if (kind[column] != kind[other]) {
      kind[column] = BOTH;
    }
  }

  /** The number of columns kept. */
  int count() {
    return count;
  }

  /** The column kept as number j, or from {@link #count()} on a deflated one. */
  int column(int j) {
    return columns[j];
  }

  /** Where the kept columns stand once grouped. */
  int[] places() {
    int at = 0;
    for (byte group = TOP; group <= BOTTOM; group++) {
      if (group == BOTTOM) {
        top = at;
      }
      for (int j = 0; j < count; j++) {
        if (kind[columns[j]] == group) {
          place[j] = at++;
        }
      }
      if (group == TOP) {
        bottom = at;
      }
    }
    return place;
  }

  /** Copies the kept columns to their places and the deflated ones behind them. */
  void gather(int rows, double[] q, int at, int stride, double[] grouped) {
    for (int j = 0; j < n; j++) {
      int to = j < count ? place[j] : j;
      System.arraycopy(q, at + columns[j] * stride, grouped, at + to * stride, rows);
    }
  }

  /**
   * The kept columns times a square matrix, into the first columns of q, and the deflated ones
   * behind them. Rows between the two halves are not touched.
   *
   * @param first rows of the first half
   * @param second row at which the second half starts
   * @param rows all rows
   * @param inner the matrix, its rows in the order of the grouped columns
   */
  void multiply(
      int first,
      int second,
      int rows,
      double[] grouped,
      double[] inner,
      double[] q,
      int at,
      int stride,
      int threads) {
    DoubleBlas.gemm(
        Transpose.NO,
        Transpose.NO,
        first,
        count,
        top,
        1,
        grouped,
        at,
        stride,
        inner,
        at,
        stride,
        0,
        q,
        at,
        stride,
        threads);
    DoubleBlas.gemm(
        Transpose.NO,
        Transpose.NO,
        rows - second,
        count,
        count - bottom,
        1,
        grouped,
        at + bottom * stride + second,
        stride,
        inner,
        at + bottom,
        stride,
        0,
        q,
        at + second,
        stride,
        threads);
    for (int j = count; j < n; j++) {
      System.arraycopy(grouped, at + j * stride, q, at + j * stride, rows);
    }
  }
}
