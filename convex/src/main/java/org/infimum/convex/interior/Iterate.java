package org.infimum.convex.interior;

import java.util.Arrays;

/**
 * The point that the method moves: (x, y, tau, kappa) and, in the two barriers, the slacks s and
 * multipliers z, together with what is measured at it: the residuals of the embedding, the duality
 * measure, and the relative errors of the own test in the units of the program.
 */
final class Iterate {
  /** The larger of tau and kappa is kept between these. */
  private static final double SMALLEST_SIZE = 0x1p-10;

  private static final double LARGEST_SIZE = 0x1p10;

  private final StandardForm form;
  private final int n;
  private final int m;
  private final int degree;
  private final double[] ax;
  private final double[] rowUnit;
  private final double[] columnUnit;
  private double boundNorm;
  private double costNorm;
  private double xpx;

  final IntervalBarrier rows;
  final IntervalBarrier columns;
  final ConicRows cones;
  final double[] x;

  /** Row duals: free on equality rows, sums of {@code sign z} on intervals, -z on cones. */
  final double[] y;

  double tau;
  double kappa;

  /**
   * Whether tau and kappa take part. Without them (tau = 1, kappa = 0) the iteration is the plain
   * infeasible-start path-following method: it proves no infeasibility, but where duals are so
   * large that tau collapses it still reaches the optimum.
   */
  boolean homogeneous;

  final double[] px;

  /** {@code Px + q tau - A'y - z_x}. */
  final double[] dualResidual;

  /** {@code Ax - b tau} on the equality rows, 0 elsewhere. */
  final double[] equalityResidual;

  /** {@code kappa + x'Px/tau + q'x} less the value of the bounds. */
  double gapResidual;

  double qx;

  /** {@code b'y_eq + sum sign bound z}: the objective of a dual ray. */
  double boundValue;

  /** The duality measure: the mean of the products {@code s z} and {@code tau kappa}. */
  double mu;

  double primalObjective;
  double dualObjective;
  double primalError;
  double dualError;
  double gapError;

  /** The largest of the three errors. */
  double error;

  Iterate(StandardForm form, int threads) {
    this.form = form;
    this.n = form.n;
    this.m = form.m;
    this.rows = new IntervalBarrier(form.rowLower, form.rowUpper);
    this.columns = new IntervalBarrier(form.columnLower, form.columnUpper);
    this.cones = new ConicRows(form, threads);
    this.degree = rows.degree() + columns.degree() + cones.degree();
    this.ax = new double[m];
    this.rowUnit = new double[m];
    this.columnUnit = new double[n];
    this.x = new double[n];
    this.y = new double[m];
    this.px = new double[n];
    this.dualResidual = new double[n];
    this.equalityResidual = new double[m];
    setUnits();
  }

  /** Takes over the numbers that the form has loaded. */
  void refreshData() {
    rows.setBounds(form.rowLower, form.rowUpper);
    columns.setBounds(form.columnLower, form.columnUpper);
    setUnits();
  }

  private void setUnits() {
    Equilibration scaling = form.scaling;
    boundNorm = 0.0;
    for (int i = 0; i < m; i++) {
      rowUnit[i] = scaling.row[i] / scaling.bound;
      double end = Math.max(finite(form.rowLower[i]), finite(form.rowUpper[i]));
      boundNorm = Math.max(boundNorm, end / rowUnit[i]);
    }
    boundNorm = Math.max(boundNorm, cones.apexNorm(rowUnit));
    costNorm = 0.0;
    for (int j = 0; j < n; j++) {
      columnUnit[j] = 1.0 / (scaling.column[j] * scaling.bound);
      double end = Math.max(finite(form.columnLower[j]), finite(form.columnUpper[j]));
      boundNorm = Math.max(boundNorm, end / columnUnit[j]);
      costNorm = Math.max(costNorm, Math.abs(form.q[j]) / (scaling.column[j] * scaling.cost));
    }
  }

  private static double finite(double value) {
    return Double.isInfinite(value) ? 0.0 : Math.abs(value);
  }

  /** Sets every slack and multiplier to 1, so that the barrier weighs every term the same. */
  void startAtUnit() {
    rows.startAtUnit();
    columns.startAtUnit();
    cones.startAtUnit();
    cones.setDualScaling(false);
    mu = 1.0;
  }

  /** Starts at x = y = 0, every term of the barrier at its own centre. */
  void startCentered() {
    startAtUnit();
    Arrays.fill(x, 0.0);
    Arrays.fill(y, 0.0);
    tau = 1.0;
    kappa = homogeneous ? 1.0 : 0.0;
  }

  /**
   * Moves to the start point: least-norm slacks and multipliers, shifted into the interior.
   *
   * @param primal the columns whose activities come nearest to the bounds
   * @param dual the columns whose activities are the least-norm multipliers, with the other sign
   * @param rowDual the multipliers of the equality rows, with the other sign
   */
  void start(double[] primal, double[] dual, double[] rowDual) {
    System.arraycopy(primal, 0, x, 0, n);
    form.activities(primal, ax);
    rows.startPrimal(ax, 1.0);
    cones.startPrimal(ax, 1.0);
    columns.startPrimal(primal, 1.0);
    form.activities(dual, ax);
    rows.startDual(ax, 1.0);
    cones.startDual(ax, 1.0);
    columns.startDual(dual, 1.0);
    for (int i = 0; i < m; i++) {
      y[i] = form.equality[i] ? -rowDual[i] : 0.0;
    }
    tau = 1.0;
    kappa = homogeneous ? 1.0 : 0.0;
  }

  /** Measures the iterate: residuals of the embedding, duality measure, errors of the own test. */
  void measure() {
    residuals();
    errors();
  }

  private void residuals() {
    for (int i = 0; i < m; i++) {
      y[i] = form.equality[i] ? y[i] : 0.0;
    }
    rows.addDual(y);
    cones.addDual(y);
    form.activities(x, ax);
    Arrays.fill(px, 0.0);
    form.p.symmetricMultiplyAdd(1.0, x, px);
    xpx = 0.0;
    qx = 0.0;
    Arrays.fill(dualResidual, 0.0);
    columns.addDual(dualResidual);
    for (int j = 0; j < n; j++) {
      xpx += px[j] * x[j];
      qx += form.q[j] * x[j];
      dualResidual[j] = px[j] + form.q[j] * tau - dualResidual[j];
    }
    form.a.transposeMultiplyAdd(-1.0, y, dualResidual);
    boundValue = rows.dualObjective() + columns.dualObjective() + cones.dualObjective();
    for (int i = 0; i < m; i++) {
      if (form.equality[i]) {
        equalityResidual[i] = ax[i] - form.rowLower[i] * tau;
        boundValue += form.rowLower[i] * y[i];
      }
    }
    rows.residuals(ax, tau);
    columns.residuals(x, tau);
    cones.residuals(ax, tau);
    gapResidual = kappa + xpx / tau + qx - boundValue;
    mu = meanProduct(complementarity() + tau * kappa);
  }

  private double complementarity() {
    return rows.complementarity() + columns.complementarity() + cones.complementarity();
  }

  private void errors() {
    double primalNorm = Math.max(rows.residualNorm(rowUnit), columns.residualNorm(columnUnit));
    primalNorm = Math.max(primalNorm, cones.residualNorm(rowUnit));
    for (int i = 0; i < m; i++) {
      primalNorm = Math.max(primalNorm, Math.abs(equalityResidual[i]) / rowUnit[i]);
    }
    double dualNorm = 0.0;
    for (int j = 0; j < n; j++) {
      dualNorm = Math.max(dualNorm, Math.abs(dualResidual[j]) / form.scaling.column[j]);
    }
    double toUser = form.scaling.bound / form.scaling.cost / tau;
    primalObjective = (0.5 * xpx / tau + qx) * toUser;
    dualObjective = (-0.5 * xpx / tau + boundValue) * toUser;
    primalError = primalNorm / tau / (1.0 + boundNorm);
    dualError = dualNorm / form.scaling.cost / tau / (1.0 + costNorm);
    gapError =
        Math.abs(primalObjective - dualObjective)
            / (1.0 + Math.abs(primalObjective) + Math.abs(dualObjective));
    error = Math.max(primalError, Math.max(dualError, gapError));
  }

  /** The mean of the products that add up to {@code sum}. */
  double meanProduct(double sum) {
    return sum / Math.max(1, homogeneous ? degree + 1 : degree);
  }

  /** Whether every error of the own test is within the tolerance. */
  boolean within(double tolerance) {
    return primalError <= tolerance && dualError <= tolerance && gapError <= tolerance;
  }

  /**
   * How far the residuals leave the objective open: {@code (|y|'|r_p| + |x|'|r_d| + s'z) / (1 +
   * |objective|)}. Where duals are large, errors within the tolerance can still hide digits of the
   * objective; an iteration more brings them.
   */
  double objectiveDoubt() {
    double sum = complementarity();
    sum += rows.residualImpact() + columns.residualImpact() + cones.residualImpact();
    for (int i = 0; i < m; i++) {
      if (form.equality[i]) {
        sum += Math.abs(y[i] * equalityResidual[i]);
      }
    }
    for (int j = 0; j < n; j++) {
      sum += Math.abs(x[j] * dualResidual[j]);
    }
    double toUser = form.scaling.bound / form.scaling.cost / (tau * tau);
    return sum * toUser / (1.0 + Math.abs(primalObjective));
  }

  /** The largest element of {@code A'y + z_x}: what the dual ray leaves uncovered. */
  double farkasResidual() {
    double largest = 0.0;
    for (int j = 0; j < n; j++) {
      largest = Math.max(largest, Math.abs(px[j] + form.q[j] * tau - dualResidual[j]));
    }
    return largest;
  }

  /** Moves along the direction. */
  void advance(SearchDirection direction, double step) {
    for (int j = 0; j < n; j++) {
      x[j] += step * direction.dx[j];
    }
    for (int i = 0; i < m; i++) {
      y[i] += step * direction.dy[i];
    }
    tau += step * direction.dtau;
    kappa += step * direction.dkappa;
    rows.advance(step);
    columns.advance(step);
    cones.advance(step);
    double size = Math.max(tau, kappa);
    if (homogeneous && (size < SMALLEST_SIZE || size > LARGEST_SIZE)) {
      rescale(Math.scalb(1.0, -Math.getExponent(size)));
    }
  }

  /** The embedding is homogeneous: keeps tau and kappa away from underflow. */
  private void rescale(double factor) {
    for (int j = 0; j < n; j++) {
      x[j] *= factor;
    }
    for (int i = 0; i < m; i++) {
      y[i] *= factor;
    }
    tau *= factor;
    kappa *= factor;
    rows.scale(factor);
    columns.scale(factor);
    cones.scale(factor);
  }
}
