package org.infimum.bench.sparse;

import java.util.Arrays;
import org.infimum.convex.ConicProgram;
import org.infimum.linalg.LdlCost;
import org.infimum.linalg.Ordering;
import org.infimum.linalg.SparseMatrix;
import org.infimum.linalg.WeightedGram;

/**
 * The matrix that an interior-point method factors for a linear or quadratic program: the normal
 * equations A A' + I, or the augmented system with the Hessian, A' and the diagonals, whichever
 * promises fewer flops; the augmented one must promise a third, as in the solver.
 */
public final class NewtonPatterns {
  private static final double AUGMENTED_HANDICAP = 3.0;

  /** The normal equations are not formed where they have so many times the entries of A. */
  private static final long LARGEST_GROWTH = 400L;

  private NewtonPatterns() {}

  /**
   * A positive definite matrix with the pattern of a Newton system.
   *
   * @param form which system it is
   * @param upper its upper triangle, diagonally dominant
   */
  public record Definite(String form, SparseMatrix upper) {}

  /** The system of a program. */
  public static Definite of(ConicProgram program) {
    SparseMatrix a = program.a();
    SparseMatrix p = program.p();
    SparseMatrix augmented = augmented(p, a);
    boolean[] none = new boolean[a.columns()];
    long entries = 10L * (a.nonzeros() + a.rows());
    boolean isDiagonal = true;
    for (int j = 0; j < p.columns(); j++) {
      for (int k = p.columnStarts()[j]; k < p.columnStarts()[j + 1]; k++) {
        isDiagonal &= p.rowIndices()[k] == j;
      }
    }
    if (!isDiagonal || WeightedGram.predictedNonzeros(a, none) > LARGEST_GROWTH / 10 * entries) {
      return new Definite("augmented", dominant(augmented));
    }
    SparseMatrix normal = WeightedGram.analyze(a, null).matrix();
    boolean takesNormal = AUGMENTED_HANDICAP * flops(augmented) >= flops(normal);
    return takesNormal
        ? new Definite("normal", dominant(normal))
        : new Definite("augmented", dominant(augmented));
  }

  private static double flops(SparseMatrix upper) {
    return LdlCost.predict(upper, Ordering.AMD.permutation(upper)).flops();
  }

  /** [P A'; . I] with a full diagonal. */
  private static SparseMatrix augmented(SparseMatrix p, SparseMatrix a) {
    int n = a.columns();
    int m = a.rows();
    int capacity = p.nonzeros() + a.nonzeros() + n + m;
    int[] row = new int[capacity];
    int[] column = new int[capacity];
    int count = 0;
    for (int j = 0; j < n; j++) {
      for (int k = p.columnStarts()[j]; k < p.columnStarts()[j + 1]; k++) {
        row[count] = p.rowIndices()[k];
        column[count++] = j;
      }
      for (int k = a.columnStarts()[j]; k < a.columnStarts()[j + 1]; k++) {
        row[count] = j;
        column[count++] = n + a.rowIndices()[k];
      }
    }
    for (int i = 0; i < n + m; i++) {
      row[count] = i;
      column[count++] = i;
    }
    return SparseMatrix.ofTriplets(n + m, n + m, count, row, column, new double[count]);
  }

  /** The same pattern with -1 off the diagonal and what makes it dominant on it. */
  private static SparseMatrix dominant(SparseMatrix upper) {
    int n = upper.columns();
    int[] starts = upper.columnStarts();
    int[] rows = upper.rowIndices();
    double[] values = new double[upper.nonzeros()];
    double[] sums = new double[n];
    Arrays.fill(sums, 1.0);
    for (int j = 0; j < n; j++) {
      for (int k = starts[j]; k < starts[j + 1]; k++) {
        if (rows[k] != j) {
          values[k] = -1.0;
          sums[j]++;
          sums[rows[k]]++;
        }
      }
    }
    for (int j = 0; j < n; j++) {
      values[starts[j + 1] - 1] = sums[j];
    }
    return new SparseMatrix(n, n, starts, rows, values);
  }
}
