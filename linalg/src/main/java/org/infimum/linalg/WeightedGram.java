package org.infimum.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The matrix S = A diag(w) A' + diag(d) of the normal equations: its pattern is computed once, its
 * values as often as the weights change, without allocation. Columns of A may be left out of the
 * product (a single dense column fills S), for the caller to treat by a Schur complement.
 *
 * <p>Every entry of S is summed over the columns of A in ascending order by one thread, so the
 * values are the same bits for any number of threads. One object serves one caller at a time.
 */
public final class WeightedGram {
  /** Fewer multiplications than this per refill are not worth waking another thread for. */
  private static final long PARALLEL_WORK = 100_000;

  /** Columns with at most this many entries are never dense. */
  private static final int LEAST_DENSE_COUNT = 50;

  /** More dense columns than this make the Schur complement the bottleneck. */
  private static final int MOST_DENSE_COLUMNS = 500;

  /** Up to this many products an entry of A, their places in S are kept. */
  private static final long LONGEST_TARGET_LISTS = 5;

  private final GramLayout layout;
  private final GramProduct product;

  private final List<Worker> workers = new ArrayList<>();
  private final AtomicInteger nextBlock = new AtomicInteger();
  private double[] weights = {};
  private double[] diagonal = {};

  private WeightedGram(GramLayout layout) {
    this.layout = layout;
    boolean fewProducts = layout.products() <= LONGEST_TARGET_LISTS * layout.a().nonzeros();
    product =
        fewProducts && layout.products() <= Integer.MAX_VALUE
            ? new TargetedProduct(layout)
            : new RowwiseProduct(layout);
  }

  /**
   * Computes the pattern of S.
   *
   * @param a the matrix A, kept and read again by each {@link #compute}
   * @param excludedColumns columns of A left out of the product, or null for none
   * @throws IllegalArgumentException if the array does not fit A, or S has more than 2^31 - 1
   *     entries
   */
  public static WeightedGram analyze(SparseMatrix a, boolean @Nullable [] excludedColumns) {
    requireFit(a, excludedColumns);
    return new WeightedGram(GramLayout.of(a, excludedColumns));
  }

  /** The upper triangle of S with a full diagonal; {@link #compute} refills its values. */
  public SparseMatrix matrix() {
    return layout.matrix();
  }

  /**
   * Refills the values of {@link #matrix()} from the present values of A. Weights of excluded
   * columns are not read. Allocates nothing once it has run with that many threads.
   *
   * @param columnWeights w, one weight a column of A
   * @param diagonal d, one number a row of A
   * @param threads how many threads may work, at least 1; the result does not depend on it
   */
  public void compute(double[] columnWeights, double[] diagonal, int threads) {
    SparseMatrix a = layout.a();
    if (columnWeights.length < a.columns() || diagonal.length < a.rows() || threads < 1) {
      throw new IllegalArgumentException(
          columnWeights.length
              + " weights, "
              + diagonal.length
              + " diagonal entries, "
              + threads
              + " threads for a matrix of "
              + a.rows()
              + " x "
              + a.columns());
    }
    int team = layout.products() < PARALLEL_WORK ? 1 : Math.min(threads, layout.blocks());
    while (workers.size() < team) {
      workers.add(new Worker());
    }
    this.weights = columnWeights;
    this.diagonal = diagonal;
    nextBlock.set(0);
    for (int t = 1; t < team; t++) {
      workers.get(t).reinitialize();
      workers.get(t).fork();
    }
    workers.get(0).compute();
    for (int t = 1; t < team; t++) {
      workers.get(t).join();
    }
  }

  /**
   * An upper bound on the entries of {@link #matrix()}, in time proportional to the entries of A:
   * row i of S has at most as many off-diagonal entries as the columns of A that meet row i have
   * other entries.
   *
   * @param excluded columns of A left out of the product, or null for none
   */
  public static long predictedNonzeros(SparseMatrix a, boolean @Nullable [] excluded) {
    requireFit(a, excluded);
    int m = a.rows();
    int[] columnStarts = a.columnStarts();
    int[] rowIndices = a.rowIndices();
    long[] offDiagonal = new long[m];
    for (int k = 0; k < a.columns(); k++) {
      if (excluded == null || !excluded[k]) {
        int others = columnStarts[k + 1] - columnStarts[k] - 1;
        for (int p = columnStarts[k]; p < columnStarts[k + 1]; p++) {
          offDiagonal[rowIndices[p]] += others;
        }
      }
    }
    long sum = 0;
    for (long count : offDiagonal) {
      sum += Math.min(count, m - 1);
    }
    return m + sum / 2;
  }

  /**
   * The columns to leave out of the product. A column of A is dense when it has more than max(50,
   * min(m / 10, 10 sqrt m)) entries; the dense columns are left out if that at least halves {@link
   * #predictedNonzeros} and they are at most 500 and at most m / 10 (each costs the caller one
   * solve a factorization), otherwise none is.
   *
   * @return for each column of A, whether it is to be left out
   */
  public static boolean[] denseColumns(SparseMatrix a) {
    int threshold = denseThreshold(a.rows());
    int[] columnStarts = a.columnStarts();
    boolean[] dense = new boolean[a.columns()];
    int count = 0;
    for (int k = 0; k < dense.length; k++) {
      dense[k] = columnStarts[k + 1] - columnStarts[k] > threshold;
      count += dense[k] ? 1 : 0;
    }
    boolean pays =
        count <= Math.min(MOST_DENSE_COLUMNS, a.rows() / 10)
            && 2 * predictedNonzeros(a, dense) <= predictedNonzeros(a, null);
    return pays ? dense : new boolean[dense.length];
  }

  private static int denseThreshold(int rows) {
    return (int) Math.max(LEAST_DENSE_COUNT, Math.min(rows / 10.0, 10.0 * Math.sqrt(rows)));
  }

  private static void requireFit(SparseMatrix a, boolean @Nullable [] excluded) {
    if (excluded != null && excluded.length != a.columns()) {
      throw new IllegalArgumentException(
          excluded.length + " exclusion marks for " + a.columns() + " columns");
    }
  }

  /** Refills blocks until none is left. */
  private final class Worker extends RecursiveAction {
    private static final long serialVersionUID = 1L;

    private final transient double[] accumulator = new double[layout.a().rows()];

    @Override
    protected void compute() {
      int blocks = layout.blocks();
      for (int b = nextBlock.getAndIncrement(); b < blocks; b = nextBlock.getAndIncrement()) {
        product.refill(b, weights, diagonal, accumulator);
      }
    }
  }
}
