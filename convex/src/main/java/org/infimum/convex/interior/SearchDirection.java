package org.infimum.convex.interior;

import java.util.Arrays;

/**
 * The direction in which the iterate moves: (dx, dy, dtau, dkappa), with ds and dz in the barriers.
 * Each is the solution for the targets plus dtau times the constant solution; dtau follows from the
 * gap row of the embedding (Goulart and Chen 2024, section 3).
 */
final class SearchDirection {
  private static final double BACKTRACK = 0.8;
  private static final double SMALLEST_STEP = 1e-8;

  private final StandardForm form;
  private final Iterate at;
  private final NewtonEquations equations;
  private final IntervalBarrier rows;
  private final IntervalBarrier columns;
  private final ConicRows cones;
  private final int n;
  private final int m;

  private final double[] activity;
  private final double[] constantActivity;
  private final double[] rowDual;
  private final double[] columnDual;

  /** The coefficient of dtau in the gap row. */
  private double denominator;

  /** What {@code tau kappa} is to lose. */
  private double targetKappa;

  final double[] dx;
  final double[] dy;
  double dtau;
  double dkappa;

  private final double[] savedDx;
  private final double[] savedDy;
  private double savedDtau;
  private double savedDkappa;
  private double savedTargetKappa;

  SearchDirection(StandardForm form, Iterate at, NewtonEquations equations) {
    this.form = form;
    this.at = at;
    this.equations = equations;
    this.rows = at.rows;
    this.columns = at.columns;
    this.cones = at.cones;
    this.n = form.n;
    this.m = form.m;
    this.activity = new double[m];
    this.constantActivity = new double[m];
    this.rowDual = new double[m];
    this.columnDual = new double[n];
    this.dx = new double[n];
    this.dy = new double[m];
    this.savedDx = new double[n];
    this.savedDy = new double[m];
  }

  /**
   * Sets the predictor (affine) direction, towards mu = 0, and the constant direction.
   *
   * @param accuracy relative residual of the constant solution; the predictor only steers
   */
  void predict(double accuracy) {
    rows.targetAffine();
    columns.targetAffine();
    cones.targetAffine();
    targetKappa = at.tau * at.kappa;
    if (at.homogeneous) {
      equations.solveWithConstant(accuracy);
      constantDirection();
    } else {
      equations.solve(1.0, NewtonEquations.ROUGH);
    }
    complete(1.0);
  }

  /**
   * Sets the combined direction: centering and Mehrotra's second-order term of the predictor.
   *
   * @param eta share of the residuals to remove
   * @param sigmaMu the product to which every complementarity is led
   * @param correction weight of the second-order term
   */
  void combine(double eta, double sigmaMu, double correction, double accuracy) {
    targetKappa = at.tau * at.kappa + correction * dtau * dkappa - sigmaMu;
    rows.targetCombined(sigmaMu, correction);
    columns.targetCombined(sigmaMu, correction);
    cones.targetCombined(sigmaMu, correction);
    solve(eta, accuracy);
  }

  /** Sets the direction of the present targets. */
  void solve(double eta, double accuracy) {
    equations.solve(eta, accuracy);
    complete(eta);
  }

  /**
   * Moves the targets by Gondzio's correction at a trial step.
   *
   * @return whether a product of the barriers lay outside the band around {@code sigmaMu}
   */
  boolean targetCentered(double trial, double sigmaMu) {
    boolean outside = rows.targetCentered(trial, sigmaMu);
    outside |= columns.targetCentered(trial, sigmaMu);
    double product = (at.tau + trial * dtau) * (at.kappa + trial * dkappa);
    double low = CentralityCorrectors.BAND_LOW * sigmaMu;
    double high = CentralityCorrectors.BAND_HIGH * sigmaMu;
    if (!at.homogeneous) {
      targetKappa = 0.0;
    } else if (product < low) {
      targetKappa -= low - product;
    } else if (product > high) {
      targetKappa += Math.min(product - high, high);
    }
    return outside;
  }

  /**
   * Completes the constant direction from (x2, u2), and the denominator of the tau step, {@code
   * kappa/tau + sum (z/s)(bound - activity2)^2 + ||x/tau - x2||_P^2}: a sum of squares without
   * cancellation.
   */
  private void constantDirection() {
    double[] x2 = equations.x2;
    form.activities(x2, constantActivity);
    System.arraycopy(form.q, 0, columnDual, 0, n);
    dualStep(x2, equations.u2);
    rows.constantDirection(constantActivity, rowDual, equations.rowWeight);
    columns.constantDirection(x2, columnDual, equations.columnWeight);
    cones.constantDirection(constantActivity, equations.u2);
    denominator = at.kappa / at.tau + rows.curvatureAt(constantActivity) + columns.curvatureAt(x2);
    denominator += cones.curvatureOfConstant();
    if (form.p.nonzeros() > 0) {
      for (int j = 0; j < n; j++) {
        dx[j] = at.x[j] / at.tau - x2[j];
      }
      Arrays.fill(columnDual, 0.0);
      form.p.symmetricMultiplyAdd(1.0, dx, columnDual);
      double curvature = 0.0;
      for (int j = 0; j < n; j++) {
        curvature += dx[j] * columnDual[j];
      }
      denominator += Math.max(0.0, curvature);
    }
  }

  /** Adds {@code P v + A'u} to the columns' dual step and sets the rows' dual step to -u. */
  private void dualStep(double[] v, double[] u) {
    form.p.symmetricMultiplyAdd(1.0, v, columnDual);
    form.a.transposeMultiplyAdd(1.0, u, columnDual);
    for (int i = 0; i < m; i++) {
      rowDual[i] = -u[i];
    }
  }

  /** Finds dtau from the gap row and completes the direction from the last solution (x1, u1). */
  private void complete(double eta) {
    double[] x1 = equations.x1;
    double[] u1 = equations.u1;
    form.activities(x1, activity);
    for (int j = 0; j < n; j++) {
      columnDual[j] = eta * at.dualResidual[j];
    }
    dualStep(x1, u1);
    rows.direction(eta, activity, rowDual, equations.rowWeight);
    columns.direction(eta, x1, columnDual, equations.columnWeight);
    cones.direction(eta, activity, u1);
    if (!at.homogeneous) {
      dtau = 0.0;
      dkappa = 0.0;
      System.arraycopy(x1, 0, dx, 0, n);
      System.arraycopy(rowDual, 0, dy, 0, m);
      return;
    }
    dtau = tauStep(eta);
    dkappa = -(targetKappa + at.kappa * dtau) / at.tau;
    for (int j = 0; j < n; j++) {
      dx[j] = x1[j] + dtau * equations.x2[j];
    }
    for (int i = 0; i < m; i++) {
      dy[i] = -(u1[i] + dtau * equations.u2[i]);
    }
    rows.addConstantDirection(dtau);
    columns.addConstantDirection(dtau);
    cones.addConstantDirection(dtau);
  }

  private double tauStep(double eta) {
    double numerator =
        -eta * at.gapResidual
            + targetKappa / at.tau
            + rows.dualObjectiveOfDirection()
            + columns.dualObjectiveOfDirection()
            + cones.dualObjectiveOfDirection();
    for (int i = 0; i < m; i++) {
      if (form.equality[i]) {
        numerator -= form.rowLower[i] * equations.u1[i];
      }
    }
    for (int j = 0; j < n; j++) {
      numerator -= (form.q[j] + 2.0 * at.px[j] / at.tau) * equations.x1[j];
    }
    return -numerator / denominator;
  }

  /** The duality measure after a step. */
  double meanProductAt(double step) {
    double sum = rows.complementarityAt(step) + columns.complementarityAt(step);
    sum += cones.complementarityAt(step);
    return at.meanProduct(sum + (at.tau + step * dtau) * (at.kappa + step * dkappa));
  }

  /** The largest step up to 1 that keeps s and z in the cones, tau and kappa nonnegative. */
  double largestStep() {
    double step = rows.largestStep(1.0);
    step = columns.largestStep(step);
    if (at.tau + step * dtau < 0.0) {
      step = -at.tau / dtau;
    }
    if (at.kappa + step * dkappa < 0.0) {
      step = -at.kappa / dkappa;
    }
    return cones.largestStep(step);
  }

  /**
   * The largest step up to {@code limit} that the scalings of the cones can follow, by shortening.
   */
  double centralStep(double limit) {
    double step = limit;
    while (step > SMALLEST_STEP && !cones.isCentral(step, meanProductAt(step))) {
      step *= BACKTRACK;
    }
    return step;
  }

  /** Keeps the direction to come back to with {@link #restore()}. */
  void save() {
    rows.saveDirection();
    columns.saveDirection();
    cones.saveDirection();
    System.arraycopy(dx, 0, savedDx, 0, n);
    System.arraycopy(dy, 0, savedDy, 0, m);
    savedDtau = dtau;
    savedDkappa = dkappa;
    savedTargetKappa = targetKappa;
  }

  /** Brings back the direction and the targets that were saved. */
  void restore() {
    rows.restoreDirection();
    columns.restoreDirection();
    cones.restoreDirection();
    System.arraycopy(savedDx, 0, dx, 0, n);
    System.arraycopy(savedDy, 0, dy, 0, m);
    dtau = savedDtau;
    dkappa = savedDkappa;
    targetKappa = savedTargetKappa;
  }
}
