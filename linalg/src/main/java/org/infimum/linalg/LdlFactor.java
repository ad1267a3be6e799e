package org.infimum.linalg;

import java.util.Arrays;
import org.infimum.core.Run;

/**
 * The numeric factorization P A P' = L D L' of a symmetric quasi-definite matrix with known pivot
 * signs, so that no pivoting is needed (Vanderbei, Symmetric quasidefinite matrices, SIAM J. Optim.
 * 5, 1995). One instance holds one factor and is refilled by {@link #factor}; it must not be used
 * by two threads at once. With one thread nothing is allocated after construction, except that
 * {@link #solve(double[], int)} grows its work space when {@code count} first exceeds all before.
 * The result has the same bits on any number of threads.
 */
public final class LdlFactor {
  private final int[] permutation;
  private final LdlNumeric numeric;
  private final PivotRule rule = new PivotRule();
  private double[] permuted;

  /** The inverse permutation, made by the first update. */
  private int[] positions = new int[0];

  /**
   * Allocates the factor.
   *
   * @param symbolic the analyzed pattern
   * @param threads largest number of threads that {@link #factor} may use, at least 1
   */
  public LdlFactor(LdlSymbolic symbolic, int threads) {
    this(symbolic, threads, KernelChoice.forFlops(symbolic.flops()));
  }

  LdlFactor(LdlSymbolic symbolic, int threads, DenseKernels kernels) {
    if (threads < 1) {
      throw new IllegalArgumentException("the number of threads must be at least 1: " + threads);
    }
    permutation = symbolic.permutation();
    numeric = symbolic.numeric(kernels, threads);
    permuted = new double[symbolic.dimension()];
  }

  /**
   * Factors a matrix of the analyzed pattern.
   *
   * @param values parallel to the values of the analyzed upper triangle
   * @param signs expected sign of each pivot, +1 or -1, by original index
   * @param threshold a pivot d of sign s with {@code s * d <= threshold} is replaced
   * @param replacement absolute value of a replaced pivot, positive
   * @param run asked at least every 50 ms whether to stop
   * @return false if the run asked to stop; the factor is then unusable until the next call
   */
  public boolean factor(
      double[] values, byte[] signs, double threshold, double replacement, Run run) {
    rule.set(signs, threshold, replacement);
    return numeric.factor(values, rule, run);
  }

  /** Number of pivots replaced by the last {@link #factor}. */
  public int replacedPivots() {
    return numeric.replacedPivots();
  }

  /** Original index of the first pivot that the last {@link #factor} replaced; -1 if none was. */
  public int firstReplacedPivot() {
    int position = numeric.firstReplacedPivot();
    return position < permutation.length ? permutation[position] : -1;
  }

  /**
   * Changes the factor to that of A + sigma w w', an update or with a negative sigma a downdate, in
   * time linear in the columns of L that change (Davis and Hager, "Modifying a sparse Cholesky
   * factorization", SIAM J. Matrix Anal. Appl. 20, 1999). Not for a factor with replaced pivots.
   *
   * @param rows original indices of the nonzeros of w, each once
   * @param values the nonzeros
   * @param count how many of them count
   * @return false if a pivot fell below the threshold of the last {@link #factor} or changed its
   *     sign; the factor is then unusable until the next call of {@link #factor}
   * @throws IllegalArgumentException if w w' has entries outside the pattern of L + L'; the factor
   *     is then unchanged. Columns of B fit when the pattern analyzed is that of B B'
   */
  public boolean update(int[] rows, double[] values, int count, double sigma) {
    int n = permutation.length;
    int first = n;
    for (int k = 0; k < count; k++) {
      if (rows[k] < 0 || rows[k] >= n) {
        throw new IllegalArgumentException("row " + rows[k] + " of " + n);
      }
      first = Math.min(first, position(rows[k]));
    }
    for (int k = 0; k < count; k++) {
      if (!numeric.holds(first, position(rows[k]))) {
        throw new IllegalArgumentException(
            "row " + rows[k] + " of the update is outside the pattern of the factor");
      }
    }
    if (count == 0) {
      return true;
    }
    double[] w = permuted;
    Arrays.fill(w, 0, n, 0.0);
    for (int k = 0; k < count; k++) {
      w[position(rows[k])] = values[k];
    }
    return numeric.update(w, first, sigma, rule);
  }

  private int position(int row) {
    if (positions.length == 0) {
      positions = PermutedPattern.inverse(permutation, permutation.length);
    }
    return positions[row];
  }

  /** Solves A x = b in place. */
  public void solve(double[] b) {
    solve(b, 1);
  }

  /**
   * Solves A X = B in place, passing over the factor once for all right-hand sides.
   *
   * @param b column-major, dimension by count
   * @param count number of right-hand sides
   */
  public void solve(double[] b, int count) {
    int n = permutation.length;
    if (permuted.length < n * count) {
      permuted = new double[n * count];
    }
    double[] x = permuted;
    for (int c = 0; c < count; c++) {
      int column = c * n;
      for (int k = 0; k < n; k++) {
        x[column + k] = b[column + permutation[k]];
      }
    }
    numeric.solve(x, count);
    for (int c = 0; c < count; c++) {
      int column = c * n;
      for (int k = 0; k < n; k++) {
        b[column + permutation[k]] = x[column + k];
      }
    }
  }
}
