package org.infimum.convex.interior;

import org.infimum.linalg.SparseMatrix;

/**
 * Iterative refinement of solutions of {@code [P + W, A'; A, -E] [x; u] = [f; g]} against the
 * matrix without regularization, with a short Krylov cycle where plain refinement stalls.
 */
final class Refinement {
  /** The solver that is refined, on the factor of a matrix nearby. */
  interface Solver {
    /** Sets x and u to the solution for f and g as the factor gives it. */
    void solve(double[] f, double[] g, double[] x, double[] u);
  }

  private static final int ROUNDS = 8;

  /** A round that leaves more than this share of the residual is the last. */
  private static final double SLOW = 0.5;

  /** A residual is not held against less than this share of the solution: it cannot be computed. */
  private static final double SMALLEST_SHARE = 1e-8;

  private static final int KRYLOV_CYCLES = 1;
  private static final double KRYLOV_TOLERANCE = 1e-12;

  private final SparseMatrix p;
  private final SparseMatrix a;
  private final ConicRows cones;
  private final int n;
  private final int m;
  private final int linearRows;
  private final int[] rowNode;
  private final Solver solver;
  private final double[] columnWeight;
  private final double[] rowWeight;
  private final double[] columnScale;
  private final double[] rowScale;
  private double scaleF = 1.0;
  private double scaleG = 1.0;

  private final double[] residualX;
  private final double[] residualU;
  private final double[] correctionX;
  private final double[] correctionU;
  private final double[] stacked;
  private final double[] stackedCorrection;
  private final double[] coneIn;
  private final double[] coneOut;
  private final FlexibleGmres krylov;
  private final StackedOperator operator;

  /**
   * @param rowNode negative for the rows whose equations the solver fulfils by construction,
   *     because it computes u (and the columns of a matrix variable) from them; their residual
   *     counts as 0
   */
  Refinement(SparseMatrix p, SparseMatrix a, ConicRows cones, int[] rowNode, Solver solver) {
    this.p = p;
    this.a = a;
    this.cones = cones;
    this.rowNode = rowNode;
    this.solver = solver;
    this.n = a.columns();
    this.m = a.rows();
    this.linearRows = m - cones.count();
    this.columnWeight = new double[n];
    this.rowWeight = new double[m];
    this.columnScale = new double[n];
    this.rowScale = new double[m];
    this.residualX = new double[n];
    this.residualU = new double[m];
    this.correctionX = new double[n];
    this.correctionU = new double[m];
    this.stacked = new double[n + m];
    this.stackedCorrection = new double[n + m];
    this.coneIn = new double[m - linearRows];
    this.coneOut = new double[m - linearRows];
    this.krylov = new FlexibleGmres(n + m);
    this.operator = new StackedOperator();
  }

  /** Allocates all work space now, so that no later call does. */
  void reserve() {
    krylov.reserve();
  }

  /**
   * Takes over the weights.
   *
   * @param w diagonal W, length n
   * @param e diagonal of E, length m, 0 on equality rows
   */
  void setWeights(double[] w, double[] e) {
    System.arraycopy(w, 0, columnWeight, 0, n);
    System.arraycopy(e, 0, rowWeight, 0, m);
    for (int j = 0; j < n; j++) {
      columnScale[j] = 1.0 / Math.max(1.0, w[j]);
    }
    for (int i = 0; i < m; i++) {
      rowScale[i] = 1.0 / Math.max(1.0, e[i]);
    }
  }

  /**
   * Refines a solution until the residual is small beside f and g, each measured on its own and in
   * rows scaled by {@code 1/max(1, W)} and {@code 1/max(1, E)}: a residual beside a large barrier
   * weight only moves that weight's own component. Returns the relative residual.
   */
  double refine(double[] f, double[] g, double[] x, double[] u, double tolerance) {
    scaleF = weightedNorm(f, columnScale);
    scaleG = weightedNorm(g, rowScale);
    if (scaleF == 0.0 && scaleG == 0.0) {
      return 0.0;
    }
    scaleF = Math.max(Math.max(scaleF, SMALLEST_SHARE * norm(u)), Double.MIN_NORMAL);
    scaleG = Math.max(Math.max(scaleG, SMALLEST_SHARE * norm(x)), Double.MIN_NORMAL);
    double error = residual(f, g, x, u);
    for (int round = 0; round < ROUNDS; round++) {
      if (error <= tolerance || Double.isNaN(error)) {
        return error;
      }
      solver.solve(residualX, residualU, correctionX, correctionU);
      double improved = correct(f, g, x, u, error);
      boolean slow = !(improved <= SLOW * error);
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
      solver.solve(residualX, residualU, x, u);
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
    for (int i = 0; i < linearRows; i++) {
      residualU[i] = g[i] + rowWeight[i] * u[i];
    }
    if (linearRows < m) {
      System.arraycopy(u, linearRows, coneIn, 0, coneIn.length);
      cones.multiplyKept(coneIn, coneOut);
      for (int i = linearRows; i < m; i++) {
        residualU[i] = g[i] + coneOut[i - linearRows];
      }
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
    for (int i = linearRows; i < m; i++) {
      residualU[i] = rowNode[i] < 0 ? 0.0 : residualU[i];
    }
    return Math.max(
        weightedNorm(residualX, columnScale) / scaleF, weightedNorm(residualU, rowScale) / scaleG);
  }
}
