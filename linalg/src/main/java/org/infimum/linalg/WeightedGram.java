package org.infimum.linalg;

import java.util.ArrayList;
import java.util.Arrays;
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
  /** Blocks of S handed to the threads: many enough that unequal ones even out. */
  private static final int BLOCKS = 64;

  /** Fewer multiplications than this per refill are not worth waking another thread for. */
  private static final long PARALLEL_WORK = 100_000;

  /** Columns with at most this many entries are never dense. */
  private static final int LEAST_DENSE_COUNT = 50;

  /** More dense columns than this make the Schur complement the bottleneck. */
  private static final int MOST_DENSE_COLUMNS = 500;

  private final SparseMatrix a;

  /** The entries of A by rows, without the excluded columns. */
  private final int[] rowStarts;

  private final int[] rowColumns;

  /** Where each entry of a row stands in the arrays of A. */
  private final int[] rowPositions;

  private final SparseMatrix matrix;
  private final int[] blockStarts;
  private final long work;

  private final List<Worker> workers = new ArrayList<>();
  private final AtomicInteger nextBlock = new AtomicInteger();
  private double[] weights = {};
  private double[] diagonal = {};

  private WeightedGram(SparseMatrix a, boolean @Nullable [] excluded) {
    this.a = a;
    int m = a.rows();
    rowStarts = new int[m + 1];
    int[] columnStarts = a.columnStarts();
    int[] rowIndices = a.rowIndices();
    for (int k = 0; k < a.columns(); k++) {
      if (excluded == null || !excluded[k]) {
        for (int p = columnStarts[k]; p < columnStarts[k + 1]; p++) {
          rowStarts[rowIndices[p] + 1]++;
        }
      }
    }
    for (int i = 0; i < m; i++) {
      rowStarts[i + 1] += rowStarts[i];
    }
    rowColumns = new int[rowStarts[m]];
    rowPositions = new int[rowStarts[m]];
    int[] next = rowStarts.clone();
    for (int k = 0; k < a.columns(); k++) {
      if (excluded == null || !excluded[k]) {
        for (int p = columnStarts[k]; p < columnStarts[k + 1]; p++) {
          int at = next[rowIndices[p]]++;
          rowColumns[at] = k;
          rowPositions[at] = p;
        }
      }
    }
    matrix = pattern();
    long[] workBefore = workBeforeColumns();
    work = workBefore[m];
    blockStarts = equalShares(workBefore);
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
    return new WeightedGram(a, excludedColumns);
  }

  /** The upper triangle of S with a full diagonal; {@link #compute} refills its values. */
  public SparseMatrix matrix() {
    return matrix;
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
    int team = work < PARALLEL_WORK ? 1 : Math.min(threads, BLOCKS);
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

  /**
   * The upper triangle, by one pass over the rows of S that collects each unordered and one
   * transposition, which leaves the rows of every column in ascending order.
   */
  private SparseMatrix pattern() {
    int m = a.rows();
    int[] columnStarts = a.columnStarts();
    int[] rowIndices = a.rowIndices();
    int[] collected = new int[Math.max(16, 2 * rowIndices.length)];
    int[] collectedStarts = new int[m + 1];
    int[] starts = new int[m + 1];
    int[] seen = new int[m];
    Arrays.fill(seen, -1);
    int count = 0;
    for (int i = 0; i < m; i++) {
      if (count > collected.length - (m - i)) {
        collected = Arrays.copyOf(collected, grown(collected.length, m - i));
      }
      seen[i] = i;
      collected[count++] = i;
      starts[i + 1]++;
      for (int e = rowStarts[i]; e < rowStarts[i + 1]; e++) {
        int end = columnStarts[rowColumns[e] + 1];
        for (int p = rowPositions[e] + 1; p < end; p++) {
          int j = rowIndices[p];
          if (seen[j] != i) {
            seen[j] = i;
            collected[count++] = j;
            starts[j + 1]++;
          }
        }
      }
      collectedStarts[i + 1] = count;
    }
    for (int j = 0; j < m; j++) {
      starts[j + 1] += starts[j];
    }
    int[] indices = new int[count];
    int[] next = starts.clone();
    for (int i = 0; i < m; i++) {
      for (int k = collectedStarts[i]; k < collectedStarts[i + 1]; k++) {
        indices[next[collected[k]]++] = i;
      }
    }
    return new SparseMatrix(m, m, starts, indices, new double[count]);
  }

  private static int grown(int length, int needed) {
    long wanted = length + Math.max(length / 2L, needed);
    if (wanted > Integer.MAX_VALUE - 8) {
      wanted = Integer.MAX_VALUE - 8;
      if (wanted - length < needed) {
        throw new IllegalArgumentException("A A' has more than 2^31 - 1 entries");
      }
    }
    return (int) wanted;
  }

  private long[] workBeforeColumns() {
    int m = a.rows();
    long[] before = new long[m + 1];
    for (int j = 0; j < m; j++) {
      long multiplications = (long) matrix.columnStarts()[j + 1] - matrix.columnStarts()[j];
      for (int e = rowStarts[j]; e < rowStarts[j + 1]; e++) {
        multiplications += rowPositions[e] - a.columnStarts()[rowColumns[e]] + 1;
      }
      before[j + 1] = before[j] + multiplications;
    }
    return before;
  }

  private static int[] equalShares(long[] before) {
    int m = before.length - 1;
    int[] starts = new int[BLOCKS + 1];
    int j = 0;
    for (int b = 1; b < BLOCKS; b++) {
      long target = before[m] / BLOCKS * b;
      while (j < m && before[j] < target) {
        j++;
      }
      starts[b] = j;
    }
    starts[BLOCKS] = m;
    return starts;
  }

  /** Columns {@code [from, to)} of the upper triangle; the accumulator is zero before and after. */
  private void refill(int from, int to, double[] accumulator) {
    int[] columnStarts = a.columnStarts();
    int[] rowIndices = a.rowIndices();
    double[] values = a.values();
    int[] starts = matrix.columnStarts();
    int[] indices = matrix.rowIndices();
    double[] products = matrix.values();
    double[] w = weights;
    for (int j = from; j < to; j++) {
      for (int e = rowStarts[j]; e < rowStarts[j + 1]; e++) {
        int k = rowColumns[e];
        int position = rowPositions[e];
        double scaled = w[k] * values[position];
        for (int p = columnStarts[k]; p <= position; p++) {
          accumulator[rowIndices[p]] += values[p] * scaled;
        }
      }
      accumulator[j] += diagonal[j];
      for (int q = starts[j]; q < starts[j + 1]; q++) {
        int i = indices[q];
        products[q] = accumulator[i];
        accumulator[i] = 0.0;
      }
    }
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

    private final transient double[] accumulator = new double[a.rows()];

    @Override
    protected void compute() {
      for (int b = nextBlock.getAndIncrement(); b < BLOCKS; b = nextBlock.getAndIncrement()) {
        refill(blockStarts[b], blockStarts[b + 1], accumulator);
      }
    }
  }
}
