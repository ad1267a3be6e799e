package org.infimum.convex.interior;

import java.util.Arrays;
import java.util.Locale;
import org.infimum.convex.ConicResult;
import org.infimum.convex.InteriorPoint.NewtonForm;
import org.infimum.core.Run;
import org.infimum.linalg.LdlFactor;
import org.infimum.linalg.LdlKind;
import org.infimum.linalg.LdlSymbolic;
import org.infimum.linalg.Ordering;
import org.infimum.linalg.SparseMatrix;
import org.infimum.linalg.WeightedGram;
import org.jspecify.annotations.Nullable;

/**
 * The Newton system where there are linear rows only, so that W and E are diagonal. A set of
 * columns without off-diagonal quadratic entries is eliminated first; what is factored is the
 * quasi-definite matrix
 *
 * <pre>
 *   [ A_e Theta A_e' + E + delta I    A_k              ]
 *   [ A_k'                            -(P_kk + W_k + rho I) ],   Theta = (P_ee + W_e + rho I)^-1
 * </pre>
 *
 * over rows and kept columns. Keeping every column gives the augmented equations, keeping none the
 * normal equations; dense and free columns are kept, so that they fill no Gram matrix and never
 * divide by rho alone. Solutions are refined against the system without rho and delta.
 */
final class DiagonalNewtonSystem implements NewtonSystem, Refinement.Solver {
  /**
   * rho of the eliminated columns and, where no column is kept, delta of the equality rows, on the
   * equilibrated data. An inequality row then has its own positive diagonal, and where that is tiny
   * the row is active: more would hide it.
   */
  private static final double REGULARIZATION = 1e-10;

  /**
   * rho of the kept columns, and delta of every row beside them. The pivot of a kept column adds
   * {@code a_j a_j' / (w_j + rho)} to its rows, and delta must outweigh the rounding errors of
   * that: {@code rho delta} lies near the machine precision.
   */
  private static final double KEPT_REGULARIZATION = 1e-8;

  /**
   * rho of a kept column without barrier terms. Where P is singular too, the pivot adds {@code a_j
   * a_j' / rho} to the rows, beside which their diagonals, down to 1e-9 on the way to a ray, must
   * not be rounded off.
   */
  private static final double FREE_REGULARIZATION = 1e-7;

  /**
   * A row that depends on others is left with the rounding error of its diagonal as pivot; this
   * share of the diagonal keeps it positive. On linear programs with many dependent rows (quadratic
   * assignment) a smaller one leaves the pivots to chance; beside a quadratic term, where Theta
   * stays small, this one hides active rows.
   */
  private static final double RELATIVE_REGULARIZATION = 1e-14;

  private static final double QUADRATIC_RELATIVE_REGULARIZATION = 1e-15;

  /**
   * Pivots of the wrong sign or below the threshold are replaced by one so large that the component
   * of the solution vanishes (dynamic regularization).
   */
  private static final double PIVOT_THRESHOLD = 1e-30;

  private static final double PIVOT_REPLACEMENT = 1e20;

  private final SparseMatrix p;
  private final SparseMatrix a;
  private final int n;
  private final int m;
  private final int threads;
  private final NewtonForm form;
  private final Ordering ordering;
  private final boolean[] kept;
  private final int[] keptColumns;
  private final int[] keptDiagonal;
  private final double[] quadraticDiagonal;
  private final double relativeRegularization;
  private final WeightedGram gram;
  private final int gramNonzeros;
  private final double[] values;
  private final byte[] signs;
  private final LdlSymbolic symbolic;
  private final LdlFactor factor;

  private final double[] theta;
  private final double[] rowDiagonal;
  private double factorSeconds;
  private int factorCount;

  private final double[] reduced;
  private final Refinement refinement;

  /**
   * Chooses form and ordering where they are open, and analyzes the pattern.
   *
   * @param free columns without barrier terms: kept unless they have a quadratic diagonal
   */
  DiagonalNewtonSystem(
      SparseMatrix p,
      SparseMatrix a,
      ConicRows cones,
      boolean[] free,
      NewtonForm wantedForm,
      @Nullable Ordering wantedOrdering,
      LdlKind kind,
      int threads) {
    this.p = p;
    this.a = a;
    this.n = a.columns();
    this.m = a.rows();
    this.threads = threads;
    this.quadraticDiagonal = new double[n];
    this.relativeRegularization =
        p.nonzeros() > 0 ? QUADRATIC_RELATIVE_REGULARIZATION : RELATIVE_REGULARIZATION;
    NewtonPattern pattern = NewtonPattern.choose(p, a, free, wantedForm, wantedOrdering);
    this.form = pattern.form();
    this.ordering = pattern.ordering();
    this.kept = pattern.kept();
    this.keptColumns = pattern.keptColumns();
    this.keptDiagonal = pattern.keptDiagonal();
    this.gram = pattern.gram();
    this.gramNonzeros = gram.matrix().nonzeros();
    this.values = pattern.matrix().values();
    int order = m + keptColumns.length;
    this.signs = new byte[order];
    Arrays.fill(signs, 0, m, (byte) 1);
    Arrays.fill(signs, m, order, (byte) -1);
    this.symbolic = LdlSymbolic.analyze(pattern.matrix(), pattern.permutation(), kind);
    this.factor = new LdlFactor(symbolic, threads);
    this.theta = new double[n];
    this.rowDiagonal = new double[m];
    this.reduced = new double[2 * order];
    this.refinement = new Refinement(p, a, cones, new int[m], this);
    refreshData();
  }

  @Override
  public void reserve() {
    refinement.reserve();
    factor.solve(reduced, 2);
  }

  @Override
  public void refreshData() {
    Arrays.fill(quadraticDiagonal, 0.0);
    for (int j = 0; j < n; j++) {
      int end = p.columnStarts()[j + 1];
      if (end > p.columnStarts()[j] && p.rowIndices()[end - 1] == j) {
        quadraticDiagonal[j] = p.values()[end - 1];
      }
    }
    int at = gramNonzeros;
    for (int j : keptColumns) {
      for (int k = a.columnStarts()[j]; k < a.columnStarts()[j + 1]; k++) {
        values[at++] = a.values()[k];
      }
      for (int k = p.columnStarts()[j]; k < p.columnStarts()[j + 1]; k++) {
        if (p.rowIndices()[k] != j) {
          values[at++] = -p.values()[k];
        }
      }
      at++;
    }
  }

  @Override
  public boolean factor(double[] w, double[] e, Run run) {
    long start = System.nanoTime();
    refinement.setWeights(w, e);
    for (int j = 0; j < n; j++) {
      theta[j] = kept[j] ? 0.0 : 1.0 / (quadraticDiagonal[j] + w[j] + REGULARIZATION);
    }
    double delta = keptColumns.length > 0 ? KEPT_REGULARIZATION : 0.0;
    for (int i = 0; i < m; i++) {
      rowDiagonal[i] = e[i] == 0.0 ? Math.max(delta, REGULARIZATION) : e[i] + delta;
    }
    gram.compute(theta, rowDiagonal, threads);
    System.arraycopy(gram.matrix().values(), 0, values, 0, gramNonzeros);
    for (int i = 0; i < m; i++) {
      values[gram.matrix().columnStarts()[i + 1] - 1] *= 1.0 + relativeRegularization;
    }
    for (int t = 0; t < keptColumns.length; t++) {
      int j = keptColumns[t];
      double rho = w[j] == 0.0 ? FREE_REGULARIZATION : KEPT_REGULARIZATION;
      values[keptDiagonal[t]] = -(quadraticDiagonal[j] + w[j] + rho);
    }
    boolean done = factor.factor(values, signs, PIVOT_THRESHOLD, PIVOT_REPLACEMENT, run);
    factorSeconds += (System.nanoTime() - start) * 1e-9;
    factorCount++;
    return done;
  }

  @Override
  public double solve(
      double[] f, double[] g, Shift shift, double[] x, double[] u, double tolerance) {
    solve(f, g, x, u);
    return refinement.refine(f, g, x, u, tolerance);
  }

  @Override
  public void solve(double[] f, double[] g, double[] x, double[] u) {
    reduce(f, g, 0);
    factor.solve(reduced);
    expand(f, 0, x, u);
  }

  @Override
  public double solve(
      double[] f1,
      double[] g1,
      Shift shift1,
      double[] x1,
      double[] u1,
      double tolerance1,
      double[] f2,
      double[] g2,
      Shift shift2,
      double[] x2,
      double[] u2,
      double tolerance2) {
    reduce(f1, g1, 0);
    reduce(f2, g2, signs.length);
    factor.solve(reduced, 2);
    expand(f1, 0, x1, u1);
    expand(f2, signs.length, x2, u2);
    return Math.max(
        refinement.refine(f1, g1, x1, u1, tolerance1),
        refinement.refine(f2, g2, x2, u2, tolerance2));
  }

  /** Right-hand side of the reduced matrix: {@code [A_e Theta f_e - g; f_k]}. */
  private void reduce(double[] f, double[] g, int offset) {
    for (int i = 0; i < m; i++) {
      reduced[offset + i] = -g[i];
    }
    int[] starts = a.columnStarts();
    int[] indices = a.rowIndices();
    double[] entries = a.values();
    for (int j = 0; j < n; j++) {
      double scaled = theta[j] * f[j];
      if (scaled != 0.0) {
        for (int k = starts[j]; k < starts[j + 1]; k++) {
          reduced[offset + indices[k]] += entries[k] * scaled;
        }
      }
    }
    for (int t = 0; t < keptColumns.length; t++) {
      reduced[offset + m + t] = f[keptColumns[t]];
    }
  }

  /** Reads u and the kept columns off the reduced solution, recovers the eliminated columns. */
  private void expand(double[] f, int offset, double[] x, double[] u) {
    System.arraycopy(reduced, offset, u, 0, m);
    int[] starts = a.columnStarts();
    int[] indices = a.rowIndices();
    double[] entries = a.values();
    for (int j = 0; j < n; j++) {
      if (!kept[j]) {
        double sum = f[j];
        for (int k = starts[j]; k < starts[j + 1]; k++) {
          sum -= entries[k] * u[indices[k]];
        }
        x[j] = theta[j] * sum;
      }
    }
    for (int t = 0; t < keptColumns.length; t++) {
      x[keptColumns[t]] = -reduced[offset + m + t];
    }
  }

  @Override
  public double flops() {
    return symbolic.flops();
  }

  @Override
  public long nonzeros() {
    return symbolic.nonzeros();
  }

  @Override
  public ConicResult.FactorReport report() {
    return new ConicResult.FactorReport(
        form.label(),
        ordering.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        symbolic.kind().name().toLowerCase(Locale.ROOT),
        symbolic.dimension(),
        symbolic.nonzeros(),
        symbolic.flops(),
        factorSeconds,
        factorCount);
  }
}
