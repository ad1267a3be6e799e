package org.infimum.linalg.sparse;

import java.util.Arrays;
import org.infimum.linalg.machine.Team;
import org.jspecify.annotations.Nullable;

/**
 * The product C = A B of two sparse matrices, row by row (Gustavson, "Two fast algorithms for
 * sparse matrices", ACM TOMS 4, 1978), with the windows and the hash accumulation of SMASH
 * (Shivdikar, "SMASH: Sparse Matrix Atomic Scratchpad Hashing", 2021). {@link #multiply} finds
 * pattern and values at once. For matrices whose values change and whose patterns do not, {@link
 * #analyze} finds the pattern of C and {@link #compute} its values, as often as is wanted.
 *
 * <p>The rows of C are dealt out in windows of about equal numbers of products. A window belongs to
 * one thread, which sums each of its rows in the order of A's row; so nothing is atomic and the
 * bits do not depend on the number of threads. Rows come out sorted, and entries that happen to be
 * zero stay in the pattern.
 */
public final class SparseProduct {
  /** Products in a window: enough to outweigh handing it out. */
  private static final long WINDOW_PRODUCTS = 1L << 16;

  private final Team team;
  private final int[] windowStarts;
  private final CompressedRows c;
  private final RowSums[] workers;
  private final long products;

  private SparseProduct(
      CompressedRows a,
      CompressedRows b,
      Team team,
      int[] windowStarts,
      CompressedRows c,
      long products) {
    this.team = team;
    this.windowStarts = windowStarts;
    this.c = c;
    this.products = products;
    workers = new RowSums[team.size()];
    Arrays.setAll(workers, w -> new RowSums(a, b));
  }

  /**
   * Multiplies two matrices in one sweep, faster than {@link #analyze} and {@link #compute}
   * together.
   *
   * @param threads largest number of threads, at least 1; the result does not depend on it
   * @throws IllegalArgumentException if the columns of A are not the rows of B, or if the product
   *     has more than 2^31 - 9 entries
   */
  public static CompressedRows multiply(
      CompressedRows a, CompressedRows b, Semiring semiring, int threads) {
    check(a, b, threads);
    return FusedProduct.of(a, b, semiring, products(a, b), new Team(threads));
  }

  /**
   * Finds the pattern of the product.
   *
   * @param threads largest number of threads of this and of {@link #compute}, at least 1
   * @throws IllegalArgumentException if the columns of A are not the rows of B, or if the product
   *     has more than 2^31 - 9 entries
   */
  public static SparseProduct analyze(CompressedRows a, CompressedRows b, int threads) {
    check(a, b, threads);
    Team team = new Team(threads);
    long[] products = products(a, b);
    CompressedRows c = FusedProduct.of(a, b, /* semiring= */ null, products, team);
    return new SparseProduct(a, b, team, windows(products), c, Arrays.stream(products).sum());
  }

  private static void check(CompressedRows a, CompressedRows b, int threads) {
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
  }

  /** Multiplications that each row takes. */
  private static long[] products(CompressedRows a, CompressedRows b) {
    int[] columns = a.columnIndices();
    int[] starts = b.rowStarts();
    long[] products = new long[a.rows()];
    for (int i = 0; i < products.length; i++) {
      for (int e = a.rowStarts()[i]; e < a.rowStarts()[i + 1]; e++) {
        products[i] += starts[columns[e] + 1] - starts[columns[e]];
      }
    }
    return products;
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
            int from = c.rowStarts()[i];
            int to = c.rowStarts()[i + 1];
            workers[worker].compute(i, semiring, c.columnIndices(), c.values(), from, to, forced);
          }
        });
    return c;
  }
}
