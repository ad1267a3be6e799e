package org.infimum.convex.interior;

import java.util.Arrays;
import org.infimum.core.Run;

/**
 * The Newton equations at the iterate after s, z and kappa are eliminated (Goulart and Chen 2024,
 * section 3): one matrix with the barrier weights D on the diagonals, and two right-hand sides. The
 * solution (x1, u1) answers the residuals and targets, (x2, u2) the constant one, dtau = 1.
 */
final class NewtonEquations {
  /** Where a solution only steers, as at the start and in the predictor, it needs no more. */
  static final double ROUGH = 1e-8;

  private final StandardForm form;
  private final Iterate at;
  private final NewtonSystem newton;
  private final int n;
  private final int m;
  private final double[] columnWeightedBound;
  private final double[] rowWeightedBound;

  /** {@code 1/D} of the interval rows, 0 on equality rows, the diagonal of E on cones' rows. */
  private final double[] rowDiagonal;

  private final double[] f1;
  private final double[] g1;
  private final double[] f2;
  private final double[] g2;

  /** The sums of {@code z/s} at each column. */
  final double[] columnWeight;

  /** The sums of {@code z/s} at each row. */
  final double[] rowWeight;

  private boolean scaled = true;

  final double[] x1;
  final double[] u1;
  final double[] x2;
  final double[] u2;

  NewtonEquations(StandardForm form, Iterate at, NewtonSystem newton) {
    this.form = form;
    this.at = at;
    this.newton = newton;
    this.n = form.n;
    this.m = form.m;
    this.columnWeightedBound = new double[n];
    this.rowWeightedBound = new double[m];
    this.rowDiagonal = new double[m];
    this.f1 = new double[n];
    this.g1 = new double[m];
    this.f2 = new double[n];
    this.g2 = new double[m];
    this.columnWeight = new double[n];
    this.rowWeight = new double[m];
    this.x1 = new double[n];
    this.u1 = new double[m];
    this.x2 = new double[n];
    this.u2 = new double[m];
  }

  /**
   * Scales the barrier terms into the Newton matrix and factors it.
   *
   * @return false if the run asked to stop
   */
  boolean factor(Run run) {
    Arrays.fill(columnWeight, 0.0);
    Arrays.fill(columnWeightedBound, 0.0);
    Arrays.fill(rowWeight, 0.0);
    Arrays.fill(rowWeightedBound, 0.0);
    at.rows.addWeights(rowWeight, rowWeightedBound);
    at.columns.addWeights(columnWeight, columnWeightedBound);
    for (int i = 0; i < form.layout.linearRows; i++) {
      rowDiagonal[i] = form.equality[i] ? 0.0 : 1.0 / rowWeight[i];
    }
    if (!at.cones.isEmpty()) {
      if (!at.cones.updateScaling(at.mu)) {
        scaled = false;
        return true;
      }
      at.cones.diagonal(rowDiagonal);
    }
    scaled = true;
    return newton.factor(columnWeight, rowDiagonal, run);
  }

  /** Whether the last scaling existed; if not, nothing was factored. */
  boolean isScaled() {
    return scaled;
  }

  /**
   * Solves for the start point: (x1, u1) brings the activities nearest to the bounds, for a
   * quadratic objective with regard to the costs; (x2, u2) the multipliers nearest to dual
   * feasibility.
   */
  void solveStart() {
    boolean linear = form.p.nonzeros() == 0;
    for (int j = 0; j < n; j++) {
      f1[j] = columnWeightedBound[j] - (linear ? 0.0 : form.q[j]);
      f2[j] = -form.q[j];
    }
    rowBounds(g1);
    Arrays.fill(g2, 0.0);
    newton.solve(f1, g1, Shift.NONE, x1, u1, ROUGH, f2, g2, Shift.NONE, x2, u2, ROUGH);
  }

  /** Solves for the present targets and residuals: (x1, u1). */
  void solve(double eta, double accuracy) {
    rightHandSide(eta);
    newton.solve(f1, g1, Shift.TARGET, x1, u1, accuracy);
  }

  /**
   * Solves for the predictor, (x1, u1), and the constant right-hand side, (x2, u2), in one pass.
   */
  void solveWithConstant(double accuracy) {
    constantRightHandSide();
    rightHandSide(1.0);
    newton.solve(f2, g2, Shift.CONSTANT, x2, u2, accuracy, f1, g1, Shift.TARGET, x1, u1, ROUGH);
    if (at.cones.hasShift()) {
      for (int j = 0; j < n; j++) {
        x2[j] += at.x[j] / at.tau;
      }
    }
  }

  /** Right-hand side that multiplies dtau: {@code (h_x - q; h/D or b)}. */
  private void constantRightHandSide() {
    for (int j = 0; j < n; j++) {
      f2[j] = columnWeightedBound[j] - form.q[j];
    }
    rowBounds(g2);
    if (at.cones.hasShift()) {
      for (int j = 0; j < n; j++) {
        f2[j] -= (at.px[j] + columnWeight[j] * at.x[j]) / at.tau;
      }
      form.a.multiplyAdd(-1.0 / at.tau, at.x, g2);
      at.cones.constantRemainder(at.tau, g2);
    }
  }

  private void rowBounds(double[] g) {
    for (int i = 0; i < form.layout.linearRows; i++) {
      g[i] = form.equality[i] ? form.rowLower[i] : rowWeightedBound[i] * rowDiagonal[i];
    }
    at.cones.constantRightHandSide(g);
  }

  /** Right-hand side of the current targets: {@code (-eta r_d - g_x; -g/D or -eta r_eq)}. */
  private void rightHandSide(double eta) {
    Arrays.fill(f1, 0.0);
    Arrays.fill(g1, 0.0);
    at.columns.addReducedResidual(eta, f1);
    at.rows.addReducedResidual(eta, g1);
    for (int j = 0; j < n; j++) {
      f1[j] = -eta * at.dualResidual[j] - f1[j];
    }
    for (int i = 0; i < form.layout.linearRows; i++) {
      g1[i] = form.equality[i] ? -eta * at.equalityResidual[i] : -g1[i] * rowDiagonal[i];
    }
    at.cones.rightHandSide(eta, g1);
  }
}
