package org.infimum.convex.interior;

import java.util.Arrays;
import org.infimum.convex.InteriorPoint.NewtonForm;
import org.infimum.linalg.LdlCost;
import org.infimum.linalg.Ordering;
import org.infimum.linalg.SparseMatrix;
import org.infimum.linalg.WeightedGram;
import org.jspecify.annotations.Nullable;

/**
 * The pattern of the matrix that {@link NewtonSystem} factors, and the choices behind it: which
 * columns are kept, and in which order the pivots come. The choice depends on predicted flops only.
 *
 * @param form augmented (every column kept) or normal equations
 * @param ordering the ordering of the pivots
 * @param kept whether a column is kept
 * @param keptColumns the kept columns, ascending
 * @param keptDiagonal position of each kept column's diagonal in the matrix values
 * @param gram the weighted Gram product of the eliminated columns
 * @param matrix upper triangle over rows and kept columns
 * @param permutation pivot order of the matrix
 * @param flops predicted flops of a factorization
 */
record NewtonPattern(
    NewtonForm form,
    Ordering ordering,
    boolean[] kept,
    int[] keptColumns,
    int[] keptDiagonal,
    WeightedGram gram,
    SparseMatrix matrix,
    int[] permutation,
    double flops) {

  /**
   * The augmented equations must promise this factor fewer flops: their factor has more columns.
   */
  private static final double AUGMENTED_HANDICAP = 3.0;

  /**
   * Below this many flops a nonzero of the data, other forms and orderings are not worth a look.
   */
  private static final double CHEAP_FLOPS_PER_NONZERO = 30.0;

  /** A Gram matrix of more nonzeros than this for each of the data is not even analyzed, ... */
  private static final long LARGEST_GRAM = 400L;

  /** ... unless it has no more than these. */
  private static final long HARMLESS_GRAM = 1_000_000L;

  /** Nested dissection is tried above this many flops. */
  static final double DISSECTION_FLOPS = 2e7;

  static NewtonPattern choose(
      SparseMatrix p,
      SparseMatrix a,
      boolean[] free,
      NewtonForm form,
      @Nullable Ordering ordering) {
    int n = a.columns();
    boolean[] all = new boolean[n];
    Arrays.fill(all, true);
    if (form == NewtonForm.AUGMENTED) {
      return build(p, a, all, NewtonForm.AUGMENTED, ordering);
    }
    boolean[] kept = WeightedGram.denseColumns(a).clone();
    keepCoupled(p, kept);
    boolean[] curved = curved(p);
    int keptCount = 0;
    for (int j = 0; j < n; j++) {
      kept[j] |= free[j] && !curved[j];
      keptCount += kept[j] ? 1 : 0;
    }
    if (form == NewtonForm.AUTO && (keptCount == n || isGramTooLarge(p, a, kept))) {
      return build(p, a, all, NewtonForm.AUGMENTED, ordering);
    }
    NewtonPattern normal = build(p, a, kept, NewtonForm.NORMAL, ordering);
    if (form == NewtonForm.NORMAL
        || normal.flops <= CHEAP_FLOPS_PER_NONZERO * (a.nonzeros() + a.rows())) {
      return normal;
    }
    NewtonPattern augmented = build(p, a, all, NewtonForm.AUGMENTED, ordering);
    return AUGMENTED_HANDICAP * augmented.flops < normal.flops ? augmented : normal;
  }

  private static boolean isGramTooLarge(SparseMatrix p, SparseMatrix a, boolean[] kept) {
    long data = (long) a.nonzeros() + p.nonzeros() + a.rows();
    long most = Math.max(LARGEST_GRAM * data, HARMLESS_GRAM);
    return WeightedGram.predictedNonzeros(a, kept) > most;
  }

  private static void keepCoupled(SparseMatrix p, boolean[] kept) {
    for (int j = 0; j < p.columns(); j++) {
      for (int k = p.columnStarts()[j]; k < p.columnStarts()[j + 1]; k++) {
        int i = p.rowIndices()[k];
        if (i != j) {
          kept[i] = true;
          kept[j] = true;
        }
      }
    }
  }

  private static boolean[] curved(SparseMatrix p) {
    boolean[] curved = new boolean[p.columns()];
    for (int j = 0; j < p.columns(); j++) {
      int end = p.columnStarts()[j + 1];
      curved[j] =
          end > p.columnStarts()[j] && p.rowIndices()[end - 1] == j && p.values()[end - 1] > 0.0;
    }
    return curved;
  }

  private static NewtonPattern build(
      SparseMatrix p, SparseMatrix a, boolean[] kept, NewtonForm form, @Nullable Ordering wanted) {
    WeightedGram gram = WeightedGram.analyze(a, kept);
    SparseMatrix upper = gram.matrix();
    int m = a.rows();
    int n = a.columns();
    int[] position = new int[n];
    int count = 0;
    int entries = upper.nonzeros();
    for (int j = 0; j < n; j++) {
      position[j] = -1;
      if (kept[j]) {
        position[j] = count++;
        entries += a.columnStarts()[j + 1] - a.columnStarts()[j];
        entries += p.columnStarts()[j + 1] - p.columnStarts()[j] + 1;
      }
    }
    int[] starts = Arrays.copyOf(upper.columnStarts(), m + count + 1);
    int[] indices = Arrays.copyOf(upper.rowIndices(), entries);
    int[] keptColumns = new int[count];
    int[] keptDiagonal = new int[count];
    int at = upper.nonzeros();
    for (int j = 0; j < n; j++) {
      if (!kept[j]) {
        continue;
      }
      int t = position[j];
      keptColumns[t] = j;
      for (int k = a.columnStarts()[j]; k < a.columnStarts()[j + 1]; k++) {
        indices[at++] = a.rowIndices()[k];
      }
      for (int k = p.columnStarts()[j]; k < p.columnStarts()[j + 1]; k++) {
        if (p.rowIndices()[k] != j) {
          indices[at++] = m + position[p.rowIndices()[k]];
        }
      }
      keptDiagonal[t] = at;
      indices[at++] = m + t;
      starts[m + t + 1] = at;
    }
    SparseMatrix matrix =
        new SparseMatrix(m + count, m + count, starts, Arrays.copyOf(indices, at), new double[at]);
    Ordering ordering = wanted == null ? Ordering.AMD : wanted;
    int[] permutation = ordering.permutation(matrix);
    double flops = LdlCost.predict(matrix, permutation).flops();
    if (wanted == null && flops > DISSECTION_FLOPS) {
      int[] dissection = Ordering.NESTED_DISSECTION.permutation(matrix);
      double dissectionFlops = LdlCost.predict(matrix, dissection).flops();
      if (dissectionFlops < flops) {
        ordering = Ordering.NESTED_DISSECTION;
        permutation = dissection;
        flops = dissectionFlops;
      }
    }
    return new NewtonPattern(
        form, ordering, kept, keptColumns, keptDiagonal, gram, matrix, permutation, flops);
  }
}
