package org.infimum.linalg;

import java.util.Arrays;
import org.infimum.linalg.dense.DoubleBlas;
import org.infimum.linalg.dense.Transpose;
import org.infimum.linalg.machine.Team;

/**
 * The Gram matrix {@code G_ij = tr(M_i Y M_j Y)} of sparse symmetric matrices M_1, ..., M_k under a
 * dense symmetric Y: the Schur complement of semidefinite programming. The matrices are taken from
 * the one with the most entries to the one with the fewest, and for each the cheapest of three ways
 * is chosen by counting operations (Fujisawa, Kojima and Nakata 1997): the whole product {@code Y
 * M_i Y}, the sparse half {@code M_i Y} completed where some M_j asks for it, or the double sum
 * over the entries of both.
 *
 * <p>Every element is computed by one thread alone, so the result has the same bits on any number
 * of threads. One object serves one caller at a time.
 */
public final class CongruenceGram {
  /** What a multiplication in a dense product costs beside one that gathers its operands. */
  private static final double DENSE_COST = 0.12;

  private static final int LARGEST_COUNT = 46_340;

  private enum Way {
    WHOLE,
    HALF,
    DOUBLE_SUM
  }

  private final int order;
  private final int count;
  private final int threads;
  private final int[] starts;
  private final int[] rows;
  private final int[] columns;
  private final double[] values;

  /** The matrices by falling number of entries. */
  private final int[] sequence;

  private final Way[] ways;

  /** The distinct rows in which each matrix has entries. */
  private final int[][] support;

  private final Buffers[] buffers;

  private double[] y = {};
  private double factor;
  private Sink sink = (i, j, value) -> {};

  /** Where element (i, j), in either order, is to be added. */
  private interface Sink {
    void add(int i, int j, double value);
  }

  /** One worker's matrices. */
  private static final class Buffers {
    double[] half = {};
    double[] gathered = {};
    double[] whole = {};
    int[] place = {};
  }

  /**
   * Chooses the ways.
   *
   * @param order order n of Y
   * @param starts where the entries of each matrix begin, length k + 1
   * @param rows row of each entry, at least its column
   * @param columns column of each entry
   * @param values value of each entry of the lower triangle; not copied, read by each computation
   * @param threads number of threads, at least 1
   * @throws IllegalArgumentException if an entry lies outside the lower triangle or there are more
   *     matrices than 46340
   */
  public CongruenceGram(
      int order, int[] starts, int[] rows, int[] columns, double[] values, int threads) {
    this.order = order;
    this.count = starts.length - 1;
    this.threads = threads;
    this.starts = starts;
    this.rows = rows;
    this.columns = columns;
    this.values = values;
    if (count > LARGEST_COUNT) {
      throw new IllegalArgumentException(
          count + " matrices have too large a Gram matrix; at most " + LARGEST_COUNT + " can do");
    }
    for (int k = 0; k < starts[count]; k++) {
      if (columns[k] < 0 || rows[k] < columns[k] || rows[k] >= order) {
        throw new IllegalArgumentException(
            "entry ("
                + rows[k]
                + ", "
                + columns[k]
                + ") is not in the lower triangle of order "
                + order);
      }
    }
    sequence = sequence();
    ways = new Way[count];
    support = new int[count][];
    chooseWays();
    buffers = new Buffers[Math.max(1, threads)];
    for (int k = 0; k < buffers.length; k++) {
      buffers[k] = new Buffers();
    }
  }

  private int[] sequence() {
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = ((long) (Integer.MAX_VALUE - (starts[i + 1] - starts[i])) << 32) | i;
    }
    Arrays.sort(keys);
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  private void chooseWays() {
    int[] mark = new int[order];
    Arrays.fill(mark, -1);
    double rest = 0.0;
    for (int p = count - 1; p >= 0; p--) {
      int i = sequence[p];
      int entries = starts[i + 1] - starts[i];
      rest += entries;
      int[] found = new int[Math.min(order, 2 * entries)];
      int distinct = 0;
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        for (int side = 0; side < 2; side++) {
          int index = side == 0 ? rows[k] : columns[k];
          if (mark[index] != i) {
            mark[index] = i;
            found[distinct++] = index;
          }
        }
      }
      support[i] = Arrays.copyOf(found, distinct);
      Arrays.sort(support[i]);
      double half = 2.0 * entries * order;
      double whole = half + DENSE_COST * order * (double) order * distinct + rest;
      double completed = half + rest * (distinct + 1.0);
      double sums = 2.0 * entries * rest;
      ways[i] =
          sums <= Math.min(whole, completed)
              ? Way.DOUBLE_SUM
              : completed <= whole ? Way.HALF : Way.WHOLE;
    }
  }

  /** Number of matrices k. */
  public int count() {
    return count;
  }

  /**
   * Adds {@code factor G} to given places of an array.
   *
   * @param y both triangles of Y, column-major
   * @param out receives the sums
   * @param position place of element (i, j), {@code i >= j}, at {@code i (i + 1) / 2 + j}
   */
  public void addTo(double[] y, double factor, double[] out, int[] position) {
    compute(
        y,
        factor,
        (i, j, value) -> {
          int high = Math.max(i, j);
          int low = Math.min(i, j);
          out[position[high * (high + 1) / 2 + low]] += value;
        });
  }

  /**
   * Adds {@code factor G} to the lower triangle of a dense matrix.
   *
   * @param y both triangles of Y, column-major
   * @param out column-major, leading dimension ld
   * @param index row and column of out for each of the matrices
   */
  public void addToDense(double[] y, double factor, double[] out, int ld, int[] index) {
    compute(
        y,
        factor,
        (i, j, value) -> {
          int high = Math.max(index[i], index[j]);
          int low = Math.min(index[i], index[j]);
          out[low * ld + high] += value;
        });
  }

  private void compute(double[] matrix, double scale, Sink where) {
    y = matrix;
    factor = scale;
    sink = where;
    new Team(threads).forEach(count, this::row);
  }

  /** The elements of one matrix with itself and all that come after it. */
  private void row(int position, int worker) {
    int i = sequence[position];
    Buffers mine = buffers[worker];
    switch (ways[i]) {
      case WHOLE -> whole(i, position, mine);
      case HALF -> half(i, position, mine);
      case DOUBLE_SUM -> doubleSum(i, position);
    }
  }

  /** {@code M_i Y} in the rows of the support: column c of the result at {@code c distinct}. */
  private void sparseTimesDense(int i, Buffers mine) {
    int distinct = support[i].length;
    if (mine.place.length < order) {
      mine.place = new int[order];
    }
    if (mine.half.length < order * distinct) {
      mine.half = new double[order * distinct];
    }
    for (int k = 0; k < distinct; k++) {
      mine.place[support[i][k]] = k;
    }
    // stored transposed: row c of Y M_i, order contiguous elements for each support index
    double[] half = mine.half;
    Arrays.fill(half, 0, order * distinct, 0.0);
    for (int k = starts[i]; k < starts[i + 1]; k++) {
      double value = values[k];
      int a = rows[k];
      int b = columns[k];
      addColumn(half, mine.place[a] * order, b * order, value);
      if (a != b) {
        addColumn(half, mine.place[b] * order, a * order, value);
      }
    }
  }

  private void addColumn(double[] half, int to, int from, double value) {
    for (int c = 0; c < order; c++) {
      half[to + c] += value * y[from + c];
    }
  }

  private void whole(int i, int position, Buffers mine) {
    int[] indices = support[i];
    int distinct = indices.length;
    sparseTimesDense(i, mine);
    if (mine.whole.length < order * order) {
      mine.whole = new double[order * order];
    }
    if (mine.gathered.length < order * distinct) {
      mine.gathered = new double[order * distinct];
    }
    for (int k = 0; k < distinct; k++) {
      System.arraycopy(y, indices[k] * order, mine.gathered, k * order, order);
    }
    // U = Y M_i Y = sum over the support of (Y M_i)' columns and columns of Y
    DoubleBlas.gemm(
        Transpose.NO,
        Transpose.YES,
        order,
        order,
        distinct,
        1.0,
        mine.gathered,
        0,
        order,
        mine.half,
        0,
        order,
        0.0,
        mine.whole,
        0,
        order,
        1);
    double[] u = mine.whole;
    for (int q = position; q < count; q++) {
      int j = sequence[q];
      double sum = 0.0;
      for (int k = starts[j]; k < starts[j + 1]; k++) {
        int a = rows[k];
        int b = columns[k];
        double element = u[b * order + a];
        sum += values[k] * (a == b ? element : element + u[a * order + b]);
      }
      sink.add(i, j, factor * sum);
    }
  }

  private void half(int i, int position, Buffers mine) {
    int[] indices = support[i];
    sparseTimesDense(i, mine);
    double[] half = mine.half;
    for (int q = position; q < count; q++) {
      int j = sequence[q];
      double sum = 0.0;
      for (int k = starts[j]; k < starts[j + 1]; k++) {
        int a = rows[k];
        int b = columns[k];
        double element = 0.0;
        for (int t = 0; t < indices.length; t++) {
          element += y[indices[t] * order + a] * half[t * order + b];
        }
        sum += (a == b ? 1.0 : 2.0) * values[k] * element;
      }
      sink.add(i, j, factor * sum);
    }
  }

  private void doubleSum(int i, int position) {
    for (int q = position; q < count; q++) {
      int j = sequence[q];
      double sum = 0.0;
      for (int k = starts[j]; k < starts[j + 1]; k++) {
        int a = rows[k] * order;
        int b = columns[k] * order;
        double element = 0.0;
        for (int t = starts[i]; t < starts[i + 1]; t++) {
          int c = rows[t];
          int d = columns[t];
          double product = y[a + c] * y[b + d];
          if (c != d) {
            product += y[a + d] * y[b + c];
          }
          element += values[t] * product;
        }
        sum += (a == b ? 1.0 : 2.0) * values[k] * element;
      }
      sink.add(i, j, factor * sum);
    }
  }
}
