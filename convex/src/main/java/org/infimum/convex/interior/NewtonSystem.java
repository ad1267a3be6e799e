package org.infimum.convex.interior;

import java.util.Arrays;
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
 * The linear system of a Newton step, {@code [P + W, A'; A, -E] [x; u] = [f; g]} with diagonal W
 * and E that change every iteration. A set of columns without off-diagonal quadratic entries is
 * eliminated first; what is factored is the quasi-definite matrix
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
final class NewtonSystem {
  private static final int REFINEMENT_ROUNDS = 8;

  /** A round that leaves more than this share of the residual is the last. */
  private static final double SLOW_REFINEMENT = 0.5;

  /** A residual is not held against less than this share of the solution: it cannot be computed. */
  private static final double SMALLEST_SHARE = 1e-8;

  private static final int KRYLOV_CYCLES = 1;
  private static final double KRYLOV_TOLERANCE = 1e-12;

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
   * share of the diagonal keeps it positive.
   */
  private static final double RELATIVE_REGULARIZATION = 1e-15;

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
  private final WeightedGram gram;
  private final int gramNonzeros;
  private final double[] values;
  private final byte[] signs;
  private final LdlSymbolic symbolic;
  private final LdlFactor factor;

  private final double[] theta;
  private final double[] columnWeight;
  private final double[] rowWeight;
  private final double[] rowDiagonal;
  private final double[] columnScale;
  private final double[] rowScale;
  private double scaleF = 1.0;
  private double scaleG = 1.0;
  private double factorSeconds;
  private int factorCount;

  private final double[] reduced;
  private final double[] residualX;
  private final double[] residualU;
  private final double[] correctionX;
  private final double[] correctionU;
  private final double[] stacked;
  private final double[] stackedCorrection;
  private final FlexibleGmres krylov;
  private final StackedOperator operator;

  /**
   * Chooses form and ordering where they are open, and analyzes the pattern.
   *
   * @param free columns without barrier terms: kept unless they have a quadratic diagonal
   */
  NewtonSystem(
      SparseMatrix p,
      SparseMatrix a,
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
    this.columnWeight = new double[n];
    this.rowWeight = new double[m];
    this.rowDiagonal = new double[m];
    this.columnScale = new double[n];
    this.rowScale = new double[m];
    this.reduced = new double[2 * order];
    this.residualX = new double[n];
    this.residualU = new double[m];
    this.correctionX = new double[n];
    this.correctionU = new double[m];
    this.stacked = new double[n + m];
    this.stackedCorrection = new double[n + m];
    this.krylov = new FlexibleGmres(n + m);
    this.operator = new StackedOperator();
    refreshData();
  }

  /** Allocates all work space now, so that no later call does. */
  void reserve() {
    krylov.reserve();
    factor.solve(reduced, 2);
  }

  /** Takes over changed values of P and A (same patterns). */
  void refreshData() {
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

  /**
   * Forms and factors the matrix.
   *
   * @param w diagonal W, length n
   * @param e diagonal E, length m, 0 on equality rows
   * @return false if the run asked to stop
   */
  boolean factor(double[] w, double[] e, Run run) {
    long start = System.nanoTime();
    System.arraycopy(w, 0, columnWeight, 0, n);
    System.arraycopy(e, 0, rowWeight, 0, m);
    for (int j = 0; j < n; j++) {
      theta[j] = kept[j] ? 0.0 : 1.0 / (quadraticDiagonal[j] + w[j] + REGULARIZATION);
      columnScale[j] = 1.0 / Math.max(1.0, w[j]);
    }
    double delta = keptColumns.length > 0 ? KEPT_REGULARIZATION : 0.0;
    for (int i = 0; i < m; i++) {
      rowDiagonal[i] = e[i] == 0.0 ? Math.max(delta, REGULARIZATION) : e[i] + delta;
      rowScale[i] = 1.0 / Math.max(1.0, e[i]);
    }
    gram.compute(theta, rowDiagonal, threads);
    System.arraycopy(gram.matrix().values(), 0, values, 0, gramNonzeros);
    for (int i = 0; i < m; i++) {
      values[gram.matrix().columnStarts()[i + 1] - 1] *= 1.0 + RELATIVE_REGULARIZATION;
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

  /**
   * Solves for one right-hand side, refines to {@code tolerance}; returns the relative residual.
   */
  double solve(double[] f, double[] g, double[] x, double[] u, double tolerance) {
    reduce(f, g, 0);
    factor.solve(reduced);
    expand(f, 0, x, u);
    return refine(f, g, x, u, tolerance);
  }

  /** Solves for two right-hand sides in one pass over the factor. */
  double solve(
      double[] f1,
      double[] g1,
      double[] x1,
      double[] u1,
      double tolerance1,
      double[] f2,
      double[] g2,
      double[] x2,
      double[] u2,
      double tolerance2) {
    reduce(f1, g1, 0);
    reduce(f2, g2, signs.length);
    factor.solve(reduced, 2);
    expand(f1, 0, x1, u1);
    expand(f2, signs.length, x2, u2);
    return Math.max(refine(f1, g1, x1, u1, tolerance1), refine(f2, g2, x2, u2, tolerance2));
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

  /**
   * Refines the solution until the residual is small beside f and g, each measured on its own and
   * in rows scaled by {@code 1/max(1, W)} and {@code 1/max(1, E)}: a residual beside a large
   * barrier weight only moves that weight's own component.
   */
  private double refine(double[] f, double[] g, double[] x, double[] u, double tolerance) {
    scaleF = weightedNorm(f, columnScale);
    scaleG = weightedNorm(g, rowScale);
    if (scaleF == 0.0 && scaleG == 0.0) {
      return 0.0;
    }
    scaleF = Math.max(Math.max(scaleF, SMALLEST_SHARE * norm(u)), Double.MIN_NORMAL);
    scaleG = Math.max(Math.max(scaleG, SMALLEST_SHARE * norm(x)), Double.MIN_NORMAL);
    double error = residual(f, g, x, u);
    for (int round = 0; round < REFINEMENT_ROUNDS; round++) {
      if (error <= tolerance || Double.isNaN(error)) {
        return error;
      }
      reduce(residualX, residualU, 0);
      factor.solve(reduced);
      expand(residualX, 0, correctionX, correctionU);
      double improved = correct(f, g, x, u, error);
      boolean slow = !(improved <= SLOW_REFINEMENT * error);
      error = Math.min(improved, error);
      if (slow) {
        break;
      }
    }
    double krylovTolerance = Math.max(tolerance, KRYLOV_TOLERANCE);
    for (int cycle = 0; cycle < KRYLOV_CYCLES && error > 10.0 * krylovTolerance; cycle++) {
      residual(f, g, x, u);
      for (int j = 0; j < n; j++) {
        stacked[j] = residualX[j] * columnScale[j] / scaleF;
      }
      for (int i = 0; i < m; i++) {
        stacked[n + i] = residualU[i] * rowScale[i] / scaleG;
      }
      krylov.solve(operator, stacked, 0.1 * krylovTolerance, stackedCorrection);
      System.arraycopy(stackedCorrection, 0, correctionX, 0, n);
      System.arraycopy(stackedCorrection, n, correctionU, 0, m);
      double improved = correct(f, g, x, u, error);
      if (!(improved < 0.5 * error)) {
        return Math.min(improved, error);
      }
      error = improved;
    }
    return error;
  }

  /** Adds the correction if it lessens the residual; returns the residual it leads to. */
  private double correct(double[] f, double[] g, double[] x, double[] u, double error) {
    add(x, correctionX, 1.0);
    add(u, correctionU, 1.0);
    double improved = residual(f, g, x, u);
    if (!(improved < error)) {
      add(x, correctionX, -1.0);
      add(u, correctionU, -1.0);
      return error;
    }
    return improved;
  }

  /** K with scaled rows, and its factor, on vectors that stack x and u. */
  private final class StackedOperator implements FlexibleGmres.Operator {
    private final double[] x = new double[n];
    private final double[] u = new double[m];
    private final double[] zeroX = new double[n];
    private final double[] zeroU = new double[m];

    @Override
    public void apply(double[] v, double[] out) {
      System.arraycopy(v, 0, x, 0, n);
      System.arraycopy(v, n, u, 0, m);
      residual(zeroX, zeroU, x, u);
      for (int j = 0; j < n; j++) {
        out[j] = -residualX[j] * columnScale[j] / scaleF;
      }
      for (int i = 0; i < m; i++) {
        out[n + i] = -residualU[i] * rowScale[i] / scaleG;
      }
    }

    @Override
    public void precondition(double[] v, double[] out) {
      for (int j = 0; j < n; j++) {
        residualX[j] = v[j] * scaleF / columnScale[j];
      }
      for (int i = 0; i < m; i++) {
        residualU[i] = v[n + i] * scaleG / rowScale[i];
      }
      reduce(residualX, residualU, 0);
      factor.solve(reduced);
      expand(residualX, 0, x, u);
      System.arraycopy(x, 0, out, 0, n);
      System.arraycopy(u, 0, out, n, m);
    }
  }

  private static void add(double[] y, double[] x, double factor) {
    for (int i = 0; i < y.length; i++) {
      y[i] += factor * x[i];
    }
  }

  private static double norm(double[] v) {
    double largest = 0.0;
    for (double value : v) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static double weightedNorm(double[] v, double[] weight) {
    double largest = 0.0;
    for (int i = 0; i < v.length; i++) {
      largest = Math.max(largest, Math.abs(v[i]) * weight[i]);
    }
    return largest;
  }

  /** Leaves the residual of the system without regularization; returns its scaled norm. */
  private double residual(double[] f, double[] g, double[] x, double[] u) {
    System.arraycopy(f, 0, residualX, 0, n);
    for (int i = 0; i < m; i++) {
      residualU[i] = g[i] + rowWeight[i] * u[i];
    }
    int[] starts = a.columnStarts();
    int[] indices = a.rowIndices();
    double[] entries = a.values();
    if (p.nonzeros() > 0) {
      p.symmetricMultiplyAdd(-1.0, x, residualX);
    }
    for (int j = 0; j < n; j++) {
      double xj = x[j];
      double sum = residualX[j] - columnWeight[j] * xj;
      for (int k = starts[j]; k < starts[j + 1]; k++) {
        int i = indices[k];
        double v = entries[k];
        sum -= v * u[i];
        residualU[i] -= v * xj;
      }
      residualX[j] = sum;
    }
    return Math.max(
        weightedNorm(residualX, columnScale) / scaleF, weightedNorm(residualU, rowScale) / scaleG);
  }

  NewtonForm form() {
    return form;
  }

  Ordering ordering() {
    return ordering;
  }

  LdlSymbolic symbolic() {
    return symbolic;
  }

  double factorSeconds() {
    return factorSeconds;
  }

  int factorCount() {
    return factorCount;
  }

  int replacedPivots() {
    return factor.replacedPivots();
  }
}
