package org.infimum.convex.interior;

import java.util.Arrays;
import org.infimum.linalg.CongruenceGram;
import org.infimum.linalg.SparseMatrix;

/**
 * A semidefinite cone whose rows are eliminated from the Newton system before it is factored, in
 * one of two forms.
 *
 * <ul>
 *   <li>Free columns enter the block: {@code u = E^-1 (A_b x - g)}, and the columns that touch the
 *       block are coupled by {@code A_b'E^-1 A_b}.
 *   <li>The block is a matrix variable, each row one column of its own with no bounds and costs
 *       only: its columns are eliminated too, {@code x = (g + E u)/a}, and the other rows that
 *       touch it are coupled by {@code B E B'} with {@code B = A/a}.
 * </ul>
 *
 * <p>Both couplings are Gram matrices {@code tr(M_i Y M_j Y)}, of the matrices that the touching
 * columns or rows have in the block, with {@code Y = (R R')^-1} or {@code Y = R R'}.
 */
final class SchurBlock {
  final SemidefiniteScaling scaling;

  /** First row of the block. */
  final int begin;

  final int dimension;

  /** Whether the block is a matrix variable. */
  final boolean variable;

  /** The column of each row of a matrix variable. */
  final int[] ownColumn;

  /** The coefficient a of each row of a matrix variable. */
  final double[] coefficient;

  /** The columns (or, of a variable, the rows) that touch the block. */
  final int[] touching;

  private final SparseMatrix a;
  private final int[] starts;
  private final int[] place;
  private final int[] source;
  private final boolean[] offDiagonal;
  private final double[] values;
  private final CongruenceGram gram;
  private final double[] weight;
  private final double[] in;
  private final double[] out;

  /**
   * Takes the block as a matrix variable if it is one, and if {@code rowIsKept} for every other row
   * that it touches.
   *
   * @param mayVary whether a column has no bounds and no quadratic terms
   * @param rowIsKept whether a row stays in the system
   */
  SchurBlock(
      SemidefiniteScaling scaling,
      int begin,
      SparseMatrix a,
      boolean[] mayVary,
      boolean[] rowIsKept,
      int threads) {
    this.scaling = scaling;
    scaling.setEliminated();
    this.begin = begin;
    this.dimension = scaling.cone.dimension();
    this.a = a;
    int[] own = ownColumns(mayVary, rowIsKept);
    variable = own.length > 0;
    ownColumn = own;
    coefficient = new double[own.length];
    int[] touched = variable ? touchingRows() : touchingColumns();
    touching = touched;
    int[] slot = new int[variable ? a.rows() : a.columns()];
    Arrays.fill(slot, -1);
    for (int t = 0; t < touched.length; t++) {
      slot[touched[t]] = t;
    }
    int[] counts = new int[touched.length + 1];
    forEachEntry((outer, inner, k) -> counts[slot[outer] + 1]++);
    for (int t = 0; t < touched.length; t++) {
      counts[t + 1] += counts[t];
    }
    starts = counts;
    int entries = counts[touched.length];
    place = new int[entries];
    source = new int[entries];
    values = new double[entries];
    offDiagonal = new boolean[entries];
    int[] matrixRow = new int[dimension];
    int[] matrixColumn = new int[dimension];
    int order = scaling.order;
    for (int j = 0, at = 0; j < order; j++) {
      for (int i = j; i < order; i++) {
        matrixRow[at] = i;
        matrixColumn[at++] = j;
      }
    }
    int[] rows = new int[entries];
    int[] columns = new int[entries];
    int[] next = counts.clone();
    forEachEntry(
        (outer, inner, k) -> {
          int at = next[slot[outer]]++;
          place[at] = inner;
          source[at] = k;
          rows[at] = matrixRow[inner];
          columns[at] = matrixColumn[inner];
          offDiagonal[at] = rows[at] != columns[at];
        });
    gram = new CongruenceGram(order, starts, rows, columns, values, threads);
    weight = new double[order * order];
    in = new double[dimension];
    out = new double[dimension];
    refreshData();
  }

  private interface Entry {
    /** One entry of A in the block: the touching index, the place in the block, its position. */
    void visit(int outer, int inner, int position);
  }

  private void forEachEntry(Entry entry) {
    if (variable) {
      for (int r = 0; r < dimension; r++) {
        int j = ownColumn[r];
        for (int k = a.columnStarts()[j]; k < a.columnStarts()[j + 1]; k++) {
          int i = a.rowIndices()[k];
          if (i != begin + r) {
            entry.visit(i, r, k);
          }
        }
      }
    } else {
      for (int j = 0; j < a.columns(); j++) {
        for (int k = a.columnStarts()[j]; k < a.columnStarts()[j + 1]; k++) {
          int inner = a.rowIndices()[k] - begin;
          if (inner >= 0 && inner < dimension) {
            entry.visit(j, inner, k);
          }
        }
      }
    }
  }

  /** The columns of a matrix variable, empty if the block is none. */
  private int[] ownColumns(boolean[] mayVary, boolean[] rowIsKept) {
    int[] own = new int[dimension];
    Arrays.fill(own, -1);
    int found = 0;
    for (int j = 0; j < a.columns(); j++) {
      int inside = -1;
      boolean allowed = mayVary[j];
      for (int k = a.columnStarts()[j]; k < a.columnStarts()[j + 1]; k++) {
        int i = a.rowIndices()[k];
        int inner = i - begin;
        if (inner >= 0 && inner < dimension) {
          if (own[inner] >= 0 || inside >= 0) {
            return new int[0];
          }
          inside = inner;
        } else {
          allowed &= rowIsKept[i];
        }
      }
      if (inside >= 0) {
        if (!allowed) {
          return new int[0];
        }
        own[inside] = j;
        found++;
      }
    }
    return found == dimension ? own : new int[0];
  }

  private int[] touchingRows() {
    boolean[] mark = new boolean[a.rows()];
    for (int r = 0; r < dimension; r++) {
      int j = ownColumn[r];
      for (int k = a.columnStarts()[j]; k < a.columnStarts()[j + 1]; k++) {
        mark[a.rowIndices()[k]] |= a.rowIndices()[k] != begin + r;
      }
    }
    return marked(mark);
  }

  private int[] touchingColumns() {
    boolean[] mark = new boolean[a.columns()];
    for (int j = 0; j < a.columns(); j++) {
      for (int k = a.columnStarts()[j]; k < a.columnStarts()[j + 1]; k++) {
        int inner = a.rowIndices()[k] - begin;
        mark[j] |= inner >= 0 && inner < dimension;
      }
    }
    return marked(mark);
  }

  private static int[] marked(boolean[] mark) {
    int[] found = new int[mark.length];
    int count = 0;
    for (int i = 0; i < mark.length; i++) {
      if (mark[i]) {
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** Takes over changed values of A. */
  void refreshData() {
    if (variable) {
      for (int r = 0; r < dimension; r++) {
        int j = ownColumn[r];
        for (int k = a.columnStarts()[j]; k < a.columnStarts()[j + 1]; k++) {
          if (a.rowIndices()[k] == begin + r) {
            coefficient[r] = a.values()[k];
          }
        }
      }
    }
    for (int t = 0; t < values.length; t++) {
      double value = a.values()[source[t]];
      if (variable) {
        value /= coefficient[place[t]];
      }
      values[t] = offDiagonal[t] ? value * Math.sqrt(0.5) : value;
    }
  }

  /** Takes over the scaling. */
  void update() {
    if (variable) {
      System.arraycopy(scaling.product, 0, weight, 0, weight.length);
    } else {
      scaling.inverseProduct(weight);
    }
  }

  /** Adds {@code factor} times the coupling to the places given by {@link CongruenceGram#addTo}. */
  void addCoupling(double factor, double[] matrix, int[] position) {
    gram.addTo(weight, factor, matrix, position);
  }

  /** Adds the coupling to a dense lower triangle. */
  void addCoupling(double[] matrix, int ld, int[] index) {
    gram.addToDense(weight, 1.0, matrix, ld, index);
  }

  /** Adds what the eliminated rows leave at the right-hand sides f of the columns or g of rows. */
  void reduce(double[] f, double[] g, Shift shift, double[] reducedF, double[] reducedG) {
    // so it is in every correction of a refinement
    boolean zero = shift == Shift.NONE;
    for (int r = 0; r < dimension; r++) {
      in[r] = variable ? f[ownColumn[r]] / coefficient[r] : g[begin + r];
      zero &= in[r] == 0.0 && g[begin + r] == 0.0;
    }
    if (zero) {
      return;
    }
    scaling.congruence(!variable, in, shift, 1.0, out);
    for (int t = 0; t < touching.length; t++) {
      double sum = 0.0;
      for (int k = starts[t]; k < starts[t + 1]; k++) {
        double value = a.values()[source[k]];
        int r = place[k];
        sum += variable ? value / coefficient[r] * (g[begin + r] + out[r]) : value * out[r];
      }
      if (variable) {
        reducedG[touching[t]] -= sum;
      } else {
        reducedF[touching[t]] += sum;
      }
    }
  }

  /** Recovers u of the block's rows and, of a matrix variable, x. */
  void expand(double[] f, double[] g, Shift shift, double[] x, double[] u) {
    if (variable) {
      for (int r = 0; r < dimension; r++) {
        in[r] = f[ownColumn[r]];
      }
    } else {
      for (int r = 0; r < dimension; r++) {
        in[r] = -g[begin + r];
      }
    }
    for (int t = 0; t < touching.length; t++) {
      double weightOf = variable ? -u[touching[t]] : x[touching[t]];
      if (weightOf != 0.0) {
        for (int k = starts[t]; k < starts[t + 1]; k++) {
          in[place[k]] += a.values()[source[k]] * weightOf;
        }
      }
    }
    if (variable) {
      for (int r = 0; r < dimension; r++) {
        in[r] /= coefficient[r];
      }
    }
    scaling.congruence(!variable, in, shift, variable ? 1.0 : -1.0, out);
    for (int r = 0; r < dimension; r++) {
      u[begin + r] = variable ? in[r] : out[r];
      if (variable) {
        x[ownColumn[r]] = (g[begin + r] + out[r]) / coefficient[r];
      }
    }
  }
}
