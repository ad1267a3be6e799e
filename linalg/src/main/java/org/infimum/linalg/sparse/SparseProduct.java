package org.infimum.linalg.sparse;

import java.util.Arrays;
import org.infimum.linalg.machine.Team;
import org.jspecify.annotations.Nullable;

/**
 * The product C = A B of two sparse matrices, row by row (Gustavson, "Two fast algorithms for
 * sparse matrices", ACM TOMS 4, 1978), with the windows and the hash accumulation of SMASH
 * (Shivdikar, "SMASH: Sparse Matrix Atomic Scratchpad Hashing", 2021). {@link #analyze} finds the
 * pattern of C, {@link #compute} its values, as often as those of A and B change.
 *
 * <p>The rows of C are dealt out in windows of about equal numbers of products. A window belongs to
 * one thread, which sums each of its rows in the order of A's row; so nothing is atomic and the
 * bits do not depend on the number of threads. Rows come out sorted, and entries that happen to be
 * zero stay in the pattern.
 */
public final class SparseProduct {
  /** Products in a window: enough to outweigh handing it out. */
  private static final long WINDOW_PRODUCTS = 1L << 16;

  /** Rows of at most this many entries are searched by bisection. */
  private static final int LIST_ENTRIES = 32;

  /** The pattern of a row of so few products is found by sorting them. */
  private static final int SORTED_PRODUCTS = 64;

  /** A vector of so many columns fits into the second-level cache beside the matrices' rows. */
  private static final int CACHED_COLUMNS = 1 << 16;

  /** Rows with more than this share of the columns are summed in a vector of all columns. */
  private static final int DENSE_SHARE = 8;

  private final CompressedRows a;
  private final CompressedRows b;
  private final Team team;
  private final int[] windowStarts;
  private final CompressedRows c;
  private final Worker[] workers;
  private final long products;

  private SparseProduct(
      CompressedRows a,
      CompressedRows b,
      Team team,
      int[] windowStarts,
      CompressedRows c,
      long products) {
    this.a = a;
    this.b = b;
    this.team = team;
    this.windowStarts = windowStarts;
    this.c = c;
    this.products = products;
    workers = new Worker[team.size()];
    Arrays.setAll(workers, w -> new Worker());
  }

  /** The scratch space of one thread. */
  private static final class Worker {
    final HashPositions hash = new HashPositions();
    double[] dense = new double[0];
  }

  /**
   * Finds the pattern of the product.
   *
   * @param threads largest number of threads of this and of {@link #compute}, at least 1
   * @throws IllegalArgumentException if the columns of A are not the rows of B, or if the product
   *     has more than 2^31 - 9 entries
   */
  public static SparseProduct analyze(CompressedRows a, CompressedRows b, int threads) {
    if (a.columns() != b.rows()) {
      throw new IllegalArgumentException(
          "a product of "
              + a.rows()
              + " x "
              + a.columns()
              + " and "
              + b.rows()
              + " x "
              + b.columns());
    }
    if (threads < 1) {
      throw new IllegalArgumentException("the number of threads must be at least 1: " + threads);
    }
    Team team = new Team(threads);
    long[] products = new long[a.rows()];
    long total = 0;
    for (int i = 0; i < products.length; i++) {
      products[i] = products(a, b, i);
      total += products[i];
    }
    int[] windows = windows(products);
    int[][] patterns = new int[windows.length - 1][];
    int[] rowStarts = new int[a.rows() + 1];
    ColumnSet[] sets = new ColumnSet[threads];
    team.forEach(
        patterns.length,
        (window, worker) -> {
          ColumnSet set = sets[worker];
          if (set == null) {
            set = new ColumnSet(b.columns());
            sets[worker] = set;
          }
          patterns[window] =
              pattern(a, b, windows[window], windows[window + 1], products, rowStarts, set);
        });
    for (int i = 0; i < a.rows(); i++) {
      long end = (long) rowStarts[i] + rowStarts[i + 1];
      if (end > Integer.MAX_VALUE - 8) {
        throw new IllegalArgumentException("the product has more than 2^31 - 9 entries");
      }
      rowStarts[i + 1] = (int) end;
    }
    int[] columns = new int[rowStarts[a.rows()]];
    for (int window = 0; window < patterns.length; window++) {
      int[] pattern = patterns[window];
      System.arraycopy(pattern, 0, columns, rowStarts[windows[window]], pattern.length);
    }
    CompressedRows c =
        new CompressedRows(a.rows(), b.columns(), rowStarts, columns, new double[columns.length]);
    return new SparseProduct(a, b, team, windows, c, total);
  }

  private static long products(CompressedRows a, CompressedRows b, int row) {
    int[] columns = a.columnIndices();
    int[] starts = b.rowStarts();
    long sum = 0;
    for (int e = a.rowStarts()[row]; e < a.rowStarts()[row + 1]; e++) {
      sum += starts[columns[e] + 1] - starts[columns[e]];
    }
    return sum;
  }

  /** First rows of the windows, and the number of rows at the end. */
  private static int[] windows(long[] products) {
    int[] starts = new int[products.length + 1];
    int count = 0;
    long work = 0;
    for (int i = 0; i < products.length; i++) {
      work += products[i] + 1;
      if (work >= WINDOW_PRODUCTS || i == products.length - 1) {
        starts[++count] = i + 1;
        work = 0;
      }
    }
    return Arrays.copyOf(starts, count + 1);
  }

  /** The patterns of a window's rows one after another; notes their lengths behind their starts. */
  private static int[] pattern(
      CompressedRows a,
      CompressedRows b,
      int from,
      int to,
      long[] products,
      int[] rowStarts,
      ColumnSet set) {
    int[] found = new int[16];
    int used = 0;
    int[] columns = a.columnIndices();
    for (int i = from; i < to; i++) {
      boolean sorts = products[i] <= SORTED_PRODUCTS;
      long most = sorts ? products[i] : Math.min(products[i], b.columns());
      if (used + most > found.length) {
        long wanted = Math.max(used + most, 2L * found.length);
        found = Arrays.copyOf(found, (int) Math.min(wanted, Integer.MAX_VALUE - 8));
      }
      int end = used;
      for (int e = a.rowStarts()[i]; e < a.rowStarts()[i + 1]; e++) {
        int begin = b.rowStarts()[columns[e]];
        int after = b.rowStarts()[columns[e] + 1];
        if (sorts) {
          for (int f = begin; f < after; f++) {
            found[end++] = b.columnIndices()[f];
          }
        } else {
          set.addAll(b.columnIndices(), begin, after);
        }
      }
      end = sorts ? sortedAndUnique(found, used, end) : set.drain(found, used);
      rowStarts[i + 1] = end - used;
      used = end;
    }
    return Arrays.copyOf(found, used);
  }

  /** Sorts a part of an array and drops repetitions; returns the part's new end. */
  private static int sortedAndUnique(int[] list, int from, int to) {
    Arrays.sort(list, from, to);
    int end = from;
    for (int k = from; k < to; k++) {
      if (end == from || list[end - 1] != list[k]) {
        list[end++] = list[k];
      }
    }
    return end;
  }

  /** Entries of the product, explicit zeros included. */
  public int nonzeros() {
    return c.nonzeros();
  }

  /** Multiplications that the product takes. */
  public long products() {
    return products;
  }

  /**
   * Computes the values; every row chooses its own accumulator.
   *
   * @return the product, always the same object with new values
   */
  public CompressedRows compute(Semiring semiring) {
    return compute(semiring, null);
  }

  /**
   * Computes the values with one accumulator for all rows, for comparisons.
   *
   * @param forced the accumulator; null chooses for every row
   * @return the product, always the same object with new values
   */
  public CompressedRows compute(Semiring semiring, @Nullable Accumulator forced) {
    team.forEach(
        windowStarts.length - 1,
        (window, worker) -> {
          for (int i = windowStarts[window]; i < windowStarts[window + 1]; i++) {
            computeRow(i, semiring, forced, workers[worker]);
          }
        });
    return c;
  }

  private void computeRow(int row, Semiring semiring, @Nullable Accumulator forced, Worker worker) {
    int from = c.rowStarts()[row];
    int to = c.rowStarts()[row + 1];
    Arrays.fill(c.values(), from, to, semiring.zero());
    Accumulator accumulator = forced == null ? chosen(to - from) : forced;
    switch (accumulator) {
      case LIST -> sumInList(row, from, to, semiring);
      case HASH -> sumInHash(row, from, to, semiring, worker.hash);
      case DENSE -> sumInVector(row, from, to, semiring, worker);
    }
  }

  private Accumulator chosen(int entries) {
    if (entries <= LIST_ENTRIES && b.columns() > CACHED_COLUMNS) {
      return Accumulator.LIST;
    }
    return b.columns() <= CACHED_COLUMNS || entries > b.columns() / DENSE_SHARE
        ? Accumulator.DENSE
        : Accumulator.HASH;
  }

  private void sumInList(int row, int from, int to, Semiring semiring) {
    int[] columns = c.columnIndices();
    double[] sums = c.values();
    for (int e = a.rowStarts()[row]; e < a.rowStarts()[row + 1]; e++) {
      int k = a.columnIndices()[e];
      double factor = a.values()[e];
      for (int f = b.rowStarts()[k]; f < b.rowStarts()[k + 1]; f++) {
        int at = Arrays.binarySearch(columns, from, to, b.columnIndices()[f]);
        sums[at] = semiring.add(sums[at], semiring.multiply(factor, b.values()[f]));
      }
    }
  }

  private void sumInHash(int row, int from, int to, Semiring semiring, HashPositions hash) {
    hash.fill(c.columnIndices(), from, to);
    int[] starts = b.rowStarts();
    for (int e = a.rowStarts()[row]; e < a.rowStarts()[row + 1]; e++) {
      int k = a.columnIndices()[e];
      hash.accumulate(
          semiring,
          a.values()[e],
          b.columnIndices(),
          b.values(),
          starts[k],
          starts[k + 1],
          c.values());
    }
  }

  private void sumInVector(int row, int from, int to, Semiring semiring, Worker worker) {
    if (worker.dense.length < b.columns()) {
      worker.dense = new double[b.columns()];
    }
    double[] sums = worker.dense;
    int[] columns = c.columnIndices();
    double zero = semiring.zero();
    for (int k = from; k < to; k++) {
      sums[columns[k]] = zero;
    }
    int[] starts = b.rowStarts();
    for (int e = a.rowStarts()[row]; e < a.rowStarts()[row + 1]; e++) {
      int k = a.columnIndices()[e];
      addRow(
          semiring, a.values()[e], b.columnIndices(), b.values(), starts[k], starts[k + 1], sums);
    }
    double[] values = c.values();
    for (int k = from; k < to; k++) {
      values[k] = sums[columns[k]];
    }
  }

  private static void addRow(
      Semiring semiring,
      double factor,
      int[] columns,
      double[] values,
      int from,
      int to,
      double[] sums) {
    if (semiring == Semiring.PLUS_TIMES) {
      for (int k = from; k < to; k++) {
        sums[columns[k]] += factor * values[k];
      }
      return;
    }
    for (int k = from; k < to; k++) {
      int column = columns[k];
      sums[column] = semiring.add(sums[column], semiring.multiply(factor, values[k]));
    }
  }
}
