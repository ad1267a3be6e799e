package org.infimum.linalg.sparse;

import java.util.Arrays;
import org.infimum.linalg.machine.Team;
import org.jspecify.annotations.Nullable;

/**
 * Pattern and values of a product row by row, so that a row is summed up while its pattern is in
 * cache, or the pattern alone. The rows are cut into parts of about equal work; each part grows
 * arrays of its own, which are joined at the end.
 */
final class FusedProduct {
  /** Parts for each thread, so that none waits long for the others. */
  private static final int PARTS = 4;

  /** Below this many products a second thread does not pay. */
  private static final long PARALLEL_PRODUCTS = 1 << 17;

  private final CompressedRows a;
  private final CompressedRows b;
  private final long[] products;
  private final PackedRows packed;
  private final int[] rowStarts;

  private FusedProduct(CompressedRows a, CompressedRows b, long[] products) {
    this.a = a;
    this.b = b;
    this.products = products;
    packed = PackedRows.of(b);
    rowStarts = new int[a.rows() + 1];
  }

  /**
   * The product.
   *
   * @param semiring null leaves all values 0
   * @param products multiplications of each row
   */
  static CompressedRows of(
      CompressedRows a, CompressedRows b, @Nullable Semiring semiring, long[] products, Team team) {
    return new FusedProduct(a, b, products).run(semiring, team);
  }

  /** The scratch space of one thread. */
  private static final class Worker {
    final ShortRow shortRow;
    final RowPattern pattern;
    final RowSums sums;

    Worker(FusedProduct product) {
      shortRow = new ShortRow(product.a, product.b);
      pattern = new RowPattern(product.packed, product.b.columns());
      sums = new RowSums(product.a, product.b);
    }
  }

  private CompressedRows run(@Nullable Semiring semiring, Team team) {
    long total = 0;
    for (long row : products) {
      total += row;
    }
    int count = team.size() == 1 || total < PARALLEL_PRODUCTS ? 1 : PARTS * team.size();
    int[] parts = parts(count, total + products.length);
    Worker[] workers = new Worker[team.size()];
    Arrays.setAll(workers, w -> new Worker(this));
    GrowingRows[] rows = new GrowingRows[count];
    team.forEach(
        count,
        (part, worker) ->
            rows[part] = multiply(parts[part], parts[part + 1], semiring, workers[worker]));
    for (int i = 0; i < products.length; i++) {
      long end = (long) rowStarts[i] + rowStarts[i + 1];
      if (end > Integer.MAX_VALUE - 8) {
        throw new IllegalArgumentException("the product has more than 2^31 - 9 entries");
      }
      rowStarts[i + 1] = (int) end;
    }
    int entries = rowStarts[a.rows()];
    if (count == 1 && rows[0].isWhole(entries)) {
      return new CompressedRows(a.rows(), b.columns(), rowStarts, rows[0].columns, rows[0].values);
    }
    int[] columns = new int[entries];
    double[] values = new double[entries];
    team.forEach(count, (part, worker) -> rows[part].copy(columns, values, rowStarts[parts[part]]));
    return new CompressedRows(a.rows(), b.columns(), rowStarts, columns, values);
  }

  /** Most entries that a row can have. */
  private int places(int row) {
    return (int) Math.min(products[row], b.columns());
  }

  /** First rows of the parts, and the number of rows at the end. */
  private int[] parts(int count, long work) {
    int[] starts = new int[count + 1];
    long done = 0;
    int part = 1;
    for (int i = 0; i < products.length && part < count; i++) {
      done += products[i] + 1;
      while (part < count && done >= work / count * part) {
        starts[part++] = i + 1;
      }
    }
    Arrays.fill(starts, part, count + 1, products.length);
    return starts;
  }

  /** Multiplies rows and notes their lengths behind their starts. */
  private GrowingRows multiply(int first, int last, @Nullable Semiring semiring, Worker worker) {
    long bound = 0;
    for (int i = first; i < last; i++) {
      bound += places(i);
    }
    GrowingRows rows = new GrowingRows(bound);
    for (int i = first; i < last; i++) {
      rows.reserve(places(i));
      int at = rows.count;
      int end;
      if (semiring != null && isShort(i)) {
        end = worker.shortRow.multiply(i, semiring, rows.columns, rows.values, at);
      } else {
        end = pattern(i, rows.columns, at, worker);
        if (semiring != null) {
          worker.sums.compute(i, semiring, rows.columns, rows.values, at, end, null);
        }
      }
      rowStarts[i + 1] = end - at;
      rows.count = end;
    }
    return rows;
  }

  /** Whether the row is summed up by its list: not if it is a multiple of a row of B. */
  private boolean isShort(int row) {
    return a.rowStarts()[row + 1] - a.rowStarts()[row] > 1
        && ShortRow.suits(products[row], b.columns());
  }

  private int pattern(int row, int[] columns, int at, Worker worker) {
    int from = a.rowStarts()[row];
    int to = a.rowStarts()[row + 1];
    if (to - from == 1) {
      int k = a.columnIndices()[from];
      int length = b.rowStarts()[k + 1] - b.rowStarts()[k];
      System.arraycopy(b.columnIndices(), b.rowStarts()[k], columns, at, length);
      return at + length;
    }
    if (isShort(row)) {
      return worker.shortRow.pattern(row, columns, at);
    }
    worker.pattern.unite(a.columnIndices(), from, to, products[row]);
    return worker.pattern.take(columns, at);
  }
}
