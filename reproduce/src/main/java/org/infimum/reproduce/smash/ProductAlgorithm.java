package org.infimum.reproduce.smash;

import java.util.Arrays;
import org.infimum.linalg.SparseMatrix;
import org.infimum.linalg.sparse.CompressedRows;
import org.infimum.linalg.sparse.Semiring;
import org.infimum.linalg.sparse.SparseProduct;

/** Ways to multiply two sparse matrices over the reals, rows sorted, on one thread. */
public enum ProductAlgorithm {
  /** Ours: each row in the accumulator that suits it. */
  SMASH("this engine") {
    @Override
    public CompressedRows multiply(CompressedRows a, CompressedRows b) {
      return SparseProduct.multiply(a, b, Semiring.PLUS_TIMES, 1);
    }
  },

  /** Row by row with a vector of all columns and a list of those met, which is sorted. */
  GUSTAVSON("row-wise, dense accumulator") {
    @Override
    public CompressedRows multiply(CompressedRows a, CompressedRows b) {
      double[] sums = new double[b.columns()];
      int[] mark = new int[b.columns()];
      Arrays.fill(mark, -1);
      int[] list = new int[b.columns()];
      GrowingRows c = new GrowingRows(a.rows(), b.columns());
      for (int i = 0; i < a.rows(); i++) {
        int length = 0;
        for (int e = a.rowStarts()[i]; e < a.rowStarts()[i + 1]; e++) {
          int k = a.columnIndices()[e];
          double factor = a.values()[e];
          for (int f = b.rowStarts()[k]; f < b.rowStarts()[k + 1]; f++) {
            int j = b.columnIndices()[f];
            if (mark[j] == i) {
              sums[j] += factor * b.values()[f];
            } else {
              mark[j] = i;
              list[length++] = j;
              sums[j] = factor * b.values()[f];
            }
          }
        }
        Arrays.sort(list, 0, length);
        for (int k = 0; k < length; k++) {
          c.append(list[k], sums[list[k]]);
        }
        c.endRow(i);
      }
      return c.finished();
    }
  },

  /** Expand, sort, compress: all products of a row are sorted by column and added up. */
  SORT_MERGE("expand, sort, compress") {
    @Override
    public CompressedRows multiply(CompressedRows a, CompressedRows b) {
      GrowingRows c = new GrowingRows(a.rows(), b.columns());
      long[] keys = new long[16];
      double[] products = new double[16];
      for (int i = 0; i < a.rows(); i++) {
        int count = 0;
        for (int e = a.rowStarts()[i]; e < a.rowStarts()[i + 1]; e++) {
          int k = a.columnIndices()[e];
          for (int f = b.rowStarts()[k]; f < b.rowStarts()[k + 1]; f++) {
            if (count == keys.length) {
              keys = Arrays.copyOf(keys, 2 * count);
              products = Arrays.copyOf(products, 2 * count);
            }
            keys[count] = (long) b.columnIndices()[f] << 32 | count;
            products[count++] = a.values()[e] * b.values()[f];
          }
        }
        Arrays.sort(keys, 0, count);
        for (int k = 0; k < count; ) {
          long column = keys[k] >>> 32;
          double sum = 0.0;
          for (; k < count && keys[k] >>> 32 == column; k++) {
            sum += products[(int) keys[k]];
          }
          c.append((int) column, sum);
        }
        c.endRow(i);
      }
      return c.finished();
    }
  },

  /** Every column of A times the row of B of the same index; the triplets are sorted and added. */
  OUTER("outer products") {
    @Override
    public CompressedRows multiply(CompressedRows a, CompressedRows b) {
      SparseMatrix byColumns = a.toColumns();
      int count = 0;
      for (int k : a.columnIndices()) {
        count = Math.addExact(count, b.rowStarts()[k + 1] - b.rowStarts()[k]);
      }
      int[] row = new int[count];
      int[] column = new int[count];
      double[] product = new double[count];
      int at = 0;
      for (int k = 0; k < byColumns.columns(); k++) {
        for (int e = byColumns.columnStarts()[k]; e < byColumns.columnStarts()[k + 1]; e++) {
          for (int f = b.rowStarts()[k]; f < b.rowStarts()[k + 1]; f++) {
            row[at] = byColumns.rowIndices()[e];
            column[at] = b.columnIndices()[f];
            product[at++] = byColumns.values()[e] * b.values()[f];
          }
        }
      }
      return CompressedRows.of(
          SparseMatrix.ofTriplets(a.rows(), b.columns(), count, row, column, product));
    }
  },

  /** Every row of A times every column of B, two sorted lists merged. */
  INNER("inner products") {
    @Override
    public CompressedRows multiply(CompressedRows a, CompressedRows b) {
      SparseMatrix byColumns = b.toColumns();
      GrowingRows c = new GrowingRows(a.rows(), b.columns());
      for (int i = 0; i < a.rows(); i++) {
        int begin = a.rowStarts()[i];
        int end = a.rowStarts()[i + 1];
        for (int j = 0; j < byColumns.columns() && begin < end; j++) {
          int f = byColumns.columnStarts()[j];
          int last = byColumns.columnStarts()[j + 1];
          boolean meets = false;
          double sum = 0.0;
          for (int e = begin; e < end && f < last; ) {
            int left = a.columnIndices()[e];
            int right = byColumns.rowIndices()[f];
            if (left == right) {
              meets = true;
              sum += a.values()[e++] * byColumns.values()[f++];
            } else if (left < right) {
              e++;
            } else {
              f++;
            }
          }
          if (meets) {
            c.append(j, sum);
          }
        }
        c.endRow(i);
      }
      return c.finished();
    }
  };

  private final String label;

  ProductAlgorithm(String label) {
    this.label = label;
  }

  /** What it is called in tables. */
  public String label() {
    return label;
  }

  /** The product A B. */
  public abstract CompressedRows multiply(CompressedRows a, CompressedRows b);
}
