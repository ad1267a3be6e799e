package org.infimum.convex.interior;

import java.util.Arrays;
import java.util.Locale;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.ConicResult;
import org.infimum.convex.InteriorPoint;
import org.infimum.convex.IterationEvent;
import org.infimum.core.Run;
import org.infimum.linalg.LdlSymbolic;
import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Interior-point method on the homogeneous embedding of a program with quadratic objective (Goulart
 * and Chen 2024, sections 2-4), for interval rows and columns. In the variables (x, y_eq, tau,
 * kappa) and the barrier terms (s, z) it follows the central path of
 *
 * <pre>
 *   Px + q tau - A'y - z_x = 0,    A_eq x = b tau,    s = sign (activity - bound tau)
 *   kappa + x'Px/tau + q'x - b'y_eq - sum sign bound z = 0,    s z = mu,  tau kappa = mu
 * </pre>
 *
 * One factorization an iteration serves the constant, predictor, combined and centrality-corrector
 * right-hand sides.
 */
public final class HomogeneousEmbedding {
  /** How the iteration ended; the status of the result is the judge's business. */
  public enum Outcome {
    /** The judge accepted the point. */
    OPTIMAL,
    /** The judge accepted the dual ray. */
    PRIMAL_INFEASIBLE,
    /** The judge accepted the primal ray. */
    DUAL_INFEASIBLE,
    /** The iteration limit is reached. */
    ITERATION_LIMIT,
    /** The time limit is reached. */
    TIME_LIMIT,
    /** The caller cancelled. */
    INTERRUPTED,
    /** No further progress. */
    STALLED
  }

  private static final double STEP_FRACTION = 0.995;

  /** The predictor only steers: its solution needs no more than this. */
  private static final double ROUGH = 1e-8;

  /** The other solutions are refined to this share of the current error, ... */
  private static final double ACCURACY_SHARE = 1e-2;

  /** ... and never beyond this. */
  private static final double FINEST = 1e-13;

  private static final double SMALLEST_STEP = 1e-6;
  private static final int PATIENCE = 12;

  /**
   * Above this error, and on the way to a ray, a falling duality measure counts as progress: the
   * relative gap may saturate at 1.
   */
  private static final double FAR = 1e-3;

  /** An accepted point is iterated on until its objective is settled to this relative accuracy. */
  private static final double SETTLED_OBJECTIVE = 1e-8;

  private final StandardForm form;
  private final InteriorPoint options;
  private final int n;
  private final int m;
  private final SparseMatrix a;
  private final SparseMatrix p;
  private final IntervalBarrier rows;
  private final IntervalBarrier columns;
  private final boolean[] equality;
  private final int degree;
  private final NewtonSystem newton;
  private final int correctors;

  private final double[] x;
  private final double[] y;
  private double tau;
  private double kappa;
  private double mu;

  /**
   * Whether tau and kappa take part. Without them (tau = 1, kappa = 0) the iteration is the plain
   * infeasible-start path-following method: it proves no infeasibility, but where duals are so
   * large that tau collapses it still reaches the optimum.
   */
  private boolean homogeneous;

  private final double[] px;
  private final double[] ax;
  private final double[] dualResidual;
  private final double[] equalityResidual;
  private double gapResidual;
  private double xpx;
  private double qx;
  private double boundValue;

  private final double[] columnWeight;
  private final double[] columnWeightedBound;
  private final double[] rowWeight;
  private final double[] rowWeightedBound;
  private final double[] rowDiagonal;

  private final double[] f1;
  private final double[] g1;
  private final double[] x1;
  private final double[] u1;
  private final double[] f2;
  private final double[] g2;
  private final double[] x2;
  private final double[] u2;
  private final double[] ax2;
  private final double[] rowDual;
  private final double[] columnDual;
  private double denominator;

  private final double[] dx;
  private final double[] dy;
  private final double[] adx;
  private double dtau;
  private double dkappa;
  private double targetKappa;
  private final double[] savedDx;
  private final double[] savedDy;
  private double savedDtau;
  private double savedDkappa;
  private double savedTargetKappa;

  private final double[] rowUnit;
  private final double[] columnUnit;
  private double boundNorm;
  private double costNorm;
  private double primalError;
  private double dualError;
  private double gapError;
  private double primalObjective;
  private double dualObjective;

  private final double[] candidateX;
  private final double[] candidateY;
  private final double[] bestX;
  private final double[] bestY;
  private double bestError;
  private double lastError;
  private double acceptedDoubt;
  private int iteration;

  /** Analyzes the pattern of {@code program}; the numbers can be replaced with {@link #load}. */
  public HomogeneousEmbedding(ConicProgram program, InteriorPoint options, int threads) {
    this.form = new StandardForm(program);
    this.options = options;
    this.n = form.n;
    this.m = form.m;
    this.a = form.a;
    this.p = form.p;
    this.rows = new IntervalBarrier(form.rowLower, form.rowUpper);
    this.columns = new IntervalBarrier(form.columnLower, form.columnUpper);
    this.degree = rows.degree() + columns.degree();
    this.equality = new boolean[m];
    for (int i = 0; i < m; i++) {
      equality[i] = form.rowLower[i] == form.rowUpper[i];
    }
    boolean[] free = new boolean[n];
    for (int j = 0; j < n; j++) {
      free[j] = Double.isInfinite(form.columnLower[j]) && Double.isInfinite(form.columnUpper[j]);
    }
    this.newton =
        new NewtonSystem(
            p, a, free, options.system(), options.ordering(), options.factorization(), threads);
    this.correctors =
        options.correctors() >= 0
            ? options.correctors()
            : worthwhileCorrectors(newton.symbolic().flops(), newton.symbolic().nonzeros());
    x = new double[n];
    y = new double[m];
    px = new double[n];
    ax = new double[m];
    dualResidual = new double[n];
    equalityResidual = new double[m];
    columnWeight = new double[n];
    columnWeightedBound = new double[n];
    rowWeight = new double[m];
    rowWeightedBound = new double[m];
    rowDiagonal = new double[m];
    f1 = new double[n];
    g1 = new double[m];
    x1 = new double[n];
    u1 = new double[m];
    f2 = new double[n];
    g2 = new double[m];
    x2 = new double[n];
    u2 = new double[m];
    ax2 = new double[m];
    rowDual = new double[m];
    columnDual = new double[n];
    dx = new double[n];
    dy = new double[m];
    adx = new double[m];
    savedDx = new double[n];
    savedDy = new double[m];
    rowUnit = new double[m];
    columnUnit = new double[n];
    candidateX = new double[form.programColumns];
    candidateY = new double[form.programRows];
    bestX = new double[form.programColumns];
    bestY = new double[form.programRows];
    setUnits();
  }

  /** Gondzio's rule: more correctors the more a factorization costs beside a solve. */
  private static int worthwhileCorrectors(double flops, long nonzeros) {
    double ratio = flops / (4.0 * Math.max(1L, nonzeros));
    return ratio > 50 ? 3 : ratio > 20 ? 2 : ratio > 5 ? 1 : 0;
  }

  /** Replaces the numbers of the program; its pattern and its finite ends must be the same. */
  public void load(ConicProgram program) {
    form.load(program);
    rows.setBounds(form.rowLower, form.rowUpper);
    columns.setBounds(form.columnLower, form.columnUpper);
    newton.refreshData();
    setUnits();
  }

  /** Allocates all work space now: with one thread, no later {@link #solve} allocates. */
  public void reserve() {
    newton.reserve();
  }

  private void setUnits() {
    Equilibration scaling = form.scaling;
    boundNorm = 0.0;
    for (int i = 0; i < m; i++) {
      rowUnit[i] = scaling.row[i] / scaling.bound;
      double end = Math.max(finite(form.rowLower[i]), finite(form.rowUpper[i]));
      boundNorm = Math.max(boundNorm, end / rowUnit[i]);
    }
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

  /** Runs the method from its start point. */
  public Outcome solve(Run run, Judge judge) {
    bestError = Double.POSITIVE_INFINITY;
    acceptedDoubt = Double.POSITIVE_INFINITY;
    Arrays.fill(bestX, 0.0);
    Arrays.fill(bestY, 0.0);
    iteration = 0;
    homogeneous = true;
    Outcome outcome = iterate(run, judge);
    if (outcome == Outcome.STALLED && acceptedDoubt == Double.POSITIVE_INFINITY) {
      homogeneous = false;
      outcome = iterate(run, judge);
    }
    return acceptedDoubt < Double.POSITIVE_INFINITY ? Outcome.OPTIMAL : outcome;
  }

  private Outcome iterate(Run run, Judge judge) {
    int firstIteration = iteration;
    Outcome started = start(run);
    if (started != Outcome.OPTIMAL) {
      return started;
    }
    double step = 0.0;
    double sigma = 0.0;
    int withoutProgress = 0;
    double lowestError = Double.POSITIVE_INFINITY;
    double smallestMu = Double.POSITIVE_INFINITY;
    int limit = Math.min(options.iterationLimit(), run.iterationLimit());
    for (; ; iteration++) {
      residuals();
      double before = lowestError;
      keepBest();
      if (run.hasListener()) {
        run.report(event(run, sigma, step));
      }
      Outcome verdict = ask(judge);
      if (verdict != null) {
        return verdict;
      }
      boolean falling = mu < 0.9 * smallestMu && (lastError > FAR || kappa > tau);
      smallestMu = Math.min(smallestMu, mu);
      withoutProgress = lastError < 0.9 * before || falling ? 0 : withoutProgress + 1;
      lowestError = Math.min(lowestError, lastError);
      if (iteration > firstIteration && step < SMALLEST_STEP || withoutProgress > PATIENCE) {
        return Outcome.STALLED;
      }
      if (iteration >= limit) {
        return Outcome.ITERATION_LIMIT;
      }
      if (!factor(run)) {
        return stopped(run);
      }
      // predictor: towards mu = 0, together with the constant right-hand side
      rows.targetAffine();
      columns.targetAffine();
      targetKappa = tau * kappa;
      constantRightHandSide();
      rightHandSide(1.0);
      if (homogeneous) {
        newton.solve(f2, g2, x2, u2, accuracy(), f1, g1, x1, u1, ROUGH);
        constantDirection();
      } else {
        newton.solve(f1, g1, x1, u1, ROUGH);
      }
      completeDirection(1.0);
      double affineStep = largestStep(1.0);
      sigma = Math.pow(Math.min(1.0, meanProductAt(affineStep) / mu), 3);
      // combined step: centering and Mehrotra's second-order term
      double correction = iteration == 0 ? affineStep : 1.0;
      double eta = homogeneous ? 1.0 - sigma : 1.0;
      double sigmaMu = sigma * mu;
      targetKappa = tau * kappa + correction * dtau * dkappa - sigmaMu;
      rows.targetCombined(sigmaMu, correction);
      columns.targetCombined(sigmaMu, correction);
      rightHandSide(eta);
      newton.solve(f1, g1, x1, u1, accuracy());
      completeDirection(eta);
      step = largestStep(1.0);
      step = centrality(step, eta, sigmaMu);
      step = Math.min(1.0, STEP_FRACTION * step);
      if (!Double.isFinite(step)) {
        return Outcome.STALLED;
      }
      advance(step);
      Run.Stop stop = run.checkpoint();
      if (stop != Run.Stop.NONE) {
        return stopped(run);
      }
    }
  }

  private double accuracy() {
    return Math.clamp(ACCURACY_SHARE * lastError, FINEST, ROUGH);
  }

  private static Outcome stopped(Run run) {
    return run.checkpoint() == Run.Stop.INTERRUPTED ? Outcome.INTERRUPTED : Outcome.TIME_LIMIT;
  }

  /** Start point: least-norm slacks and multipliers, shifted into the interior. */
  private Outcome start(Run run) {
    Arrays.fill(columnWeight, 0.0);
    Arrays.fill(rowWeight, 0.0);
    Arrays.fill(columnWeightedBound, 0.0);
    Arrays.fill(rowWeightedBound, 0.0);
    rows.startAtUnit();
    columns.startAtUnit();
    rows.addWeights(rowWeight, rowWeightedBound);
    columns.addWeights(columnWeight, columnWeightedBound);
    rowInverse();
    if (!newton.factor(columnWeight, rowDiagonal, run)) {
      return stopped(run);
    }
    boolean linear = p.nonzeros() == 0;
    for (int j = 0; j < n; j++) {
      f1[j] = columnWeightedBound[j] - (linear ? 0.0 : form.q[j]);
      f2[j] = -form.q[j];
    }
    for (int i = 0; i < m; i++) {
      g1[i] = equality[i] ? form.rowLower[i] : rowWeightedBound[i] * rowDiagonal[i];
    }
    Arrays.fill(g2, 0.0);
    newton.solve(f1, g1, x1, u1, ROUGH, f2, g2, x2, u2, ROUGH);
    System.arraycopy(x1, 0, x, 0, n);
    multiply(x1, ax);
    rows.startPrimal(ax, 1.0);
    columns.startPrimal(x1, 1.0);
    multiply(x2, ax2);
    rows.startDual(ax2, 1.0);
    columns.startDual(x2, 1.0);
    for (int i = 0; i < m; i++) {
      y[i] = equality[i] ? -u2[i] : 0.0;
    }
    tau = 1.0;
    kappa = homogeneous ? 1.0 : 0.0;
    return Outcome.OPTIMAL;
  }

  private void rowInverse() {
    for (int i = 0; i < m; i++) {
      rowDiagonal[i] = equality[i] ? 0.0 : 1.0 / rowWeight[i];
    }
  }

  private void multiply(double[] v, double[] out) {
    Arrays.fill(out, 0.0);
    a.multiplyAdd(1.0, v, out);
  }

  /** Residuals of the embedding, duality measure, and the relative errors of the own test. */
  private void residuals() {
    for (int i = 0; i < m; i++) {
      y[i] = equality[i] ? y[i] : 0.0;
    }
    rows.addDual(y);
    multiply(x, ax);
    Arrays.fill(px, 0.0);
    p.symmetricMultiplyAdd(1.0, x, px);
    xpx = 0.0;
    qx = 0.0;
    Arrays.fill(dualResidual, 0.0);
    columns.addDual(dualResidual);
    for (int j = 0; j < n; j++) {
      xpx += px[j] * x[j];
      qx += form.q[j] * x[j];
      dualResidual[j] = px[j] + form.q[j] * tau - dualResidual[j];
    }
    a.transposeMultiplyAdd(-1.0, y, dualResidual);
    boundValue = rows.dualObjective() + columns.dualObjective();
    double primalNorm = 0.0;
    for (int i = 0; i < m; i++) {
      if (equality[i]) {
        equalityResidual[i] = ax[i] - form.rowLower[i] * tau;
        boundValue += form.rowLower[i] * y[i];
        primalNorm = Math.max(primalNorm, Math.abs(equalityResidual[i]) / rowUnit[i]);
      }
    }
    rows.residuals(ax, tau);
    columns.residuals(x, tau);
    gapResidual = kappa + xpx / tau + qx - boundValue;
    mu =
        (rows.complementarity() + columns.complementarity() + tau * kappa)
            / Math.max(1, homogeneous ? degree + 1 : degree);

    primalNorm = Math.max(primalNorm, rows.residualNorm(rowUnit));
    primalNorm = Math.max(primalNorm, columns.residualNorm(columnUnit));
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
  }

  private void keepBest() {
    lastError = Math.max(primalError, Math.max(dualError, gapError));
    if (acceptedDoubt == Double.POSITIVE_INFINITY && lastError < bestError) {
      bestError = lastError;
      form.unscaleColumns(x, tau, bestX);
      form.unscaleRows(y, tau, bestY);
    }
  }

  /**
   * How far the residuals leave the objective open: {@code (|y|'|r_p| + |x|'|r_d| + s'z) / (1 +
   * |objective|)}. Where duals are large, errors within the tolerance can still hide digits of the
   * objective; an iteration more brings them.
   */
  private double objectiveDoubt() {
    double sum = rows.complementarity() + columns.complementarity();
    sum += rows.residualImpact() + columns.residualImpact();
    for (int i = 0; i < m; i++) {
      if (equality[i]) {
        sum += Math.abs(y[i] * equalityResidual[i]);
      }
    }
    for (int j = 0; j < n; j++) {
      sum += Math.abs(x[j] * dualResidual[j]);
    }
    double toUser = form.scaling.bound / form.scaling.cost / (tau * tau);
    return sum * toUser / (1.0 + Math.abs(primalObjective));
  }

  /** Offers the point and both rays to the judge when the own tests say that it may be worth it. */
  private @Nullable Outcome ask(Judge judge) {
    double tolerance = options.tolerance();
    if (primalError <= tolerance && dualError <= tolerance && gapError <= tolerance) {
      form.unscaleColumns(x, tau, candidateX);
      form.unscaleRows(y, tau, candidateY);
      if (judge.optimal(candidateX, candidateY)) {
        System.arraycopy(candidateX, 0, bestX, 0, bestX.length);
        System.arraycopy(candidateY, 0, bestY, 0, bestY.length);
        double doubt = objectiveDoubt();
        boolean better = doubt < 0.5 * acceptedDoubt;
        acceptedDoubt = Math.min(doubt, acceptedDoubt);
        if (doubt <= SETTLED_OBJECTIVE || !better) {
          return Outcome.OPTIMAL;
        }
      }
    }
    if (acceptedDoubt < Double.POSITIVE_INFINITY) {
      return null;
    }
    if (iteration >= 3) {
      if (boundValue > 0.0 && farkasResidual() <= 1e-2 * boundValue) {
        form.unscaleRows(y, 1.0, candidateY);
        if (judge.primalInfeasible(candidateY)) {
          System.arraycopy(candidateY, 0, bestY, 0, bestY.length);
          return Outcome.PRIMAL_INFEASIBLE;
        }
      }
      if (qx < 0.0 && kappa > tau * 1e-3) {
        form.unscaleDirection(x, candidateX);
        if (judge.dualInfeasible(candidateX)) {
          System.arraycopy(candidateX, 0, bestX, 0, bestX.length);
          return Outcome.DUAL_INFEASIBLE;
        }
      }
    }
    return null;
  }

  /** The largest element of {@code A'y + z_x}: what the dual ray leaves uncovered. */
  private double farkasResidual() {
    double largest = 0.0;
    for (int j = 0; j < n; j++) {
      largest = Math.max(largest, Math.abs(px[j] + form.q[j] * tau - dualResidual[j]));
    }
    return largest;
  }

  /** Scales the barrier terms into the Newton matrix and factors it. */
  private boolean factor(Run run) {
    Arrays.fill(columnWeight, 0.0);
    Arrays.fill(columnWeightedBound, 0.0);
    Arrays.fill(rowWeight, 0.0);
    Arrays.fill(rowWeightedBound, 0.0);
    rows.addWeights(rowWeight, rowWeightedBound);
    columns.addWeights(columnWeight, columnWeightedBound);
    rowInverse();
    return newton.factor(columnWeight, rowDiagonal, run);
  }

  /** Right-hand side that multiplies dtau: {@code (h_x - q; h/D or b)}. */
  private void constantRightHandSide() {
    for (int j = 0; j < n; j++) {
      f2[j] = columnWeightedBound[j] - form.q[j];
    }
    for (int i = 0; i < m; i++) {
      g2[i] = equality[i] ? form.rowLower[i] : rowWeightedBound[i] * rowDiagonal[i];
    }
  }

  /** Right-hand side of the current targets: {@code (-eta r_d - g_x; -g/D or -eta r_eq)}. */
  private void rightHandSide(double eta) {
    Arrays.fill(f1, 0.0);
    Arrays.fill(g1, 0.0);
    columns.addReducedResidual(eta, f1);
    rows.addReducedResidual(eta, g1);
    for (int j = 0; j < n; j++) {
      f1[j] = -eta * dualResidual[j] - f1[j];
    }
    for (int i = 0; i < m; i++) {
      g1[i] = equality[i] ? -eta * equalityResidual[i] : -g1[i] * rowDiagonal[i];
    }
  }

  /**
   * Completes the constant direction from (x2, u2), and the denominator of the tau step, {@code
   * kappa/tau + sum (z/s)(bound - activity2)^2 + ||x/tau - x2||_P^2}: a sum of squares without
   * cancellation.
   */
  private void constantDirection() {
    multiply(x2, ax2);
    System.arraycopy(form.q, 0, columnDual, 0, n);
    dualStep(x2, u2);
    rows.constantDirection(ax2, rowDual, rowWeight);
    columns.constantDirection(x2, columnDual, columnWeight);
    denominator = kappa / tau + rows.curvatureAt(ax2) + columns.curvatureAt(x2);
    if (p.nonzeros() > 0) {
      for (int j = 0; j < n; j++) {
        dx[j] = x[j] / tau - x2[j];
      }
      Arrays.fill(columnDual, 0.0);
      p.symmetricMultiplyAdd(1.0, dx, columnDual);
      double curvature = 0.0;
      for (int j = 0; j < n; j++) {
        curvature += dx[j] * columnDual[j];
      }
      denominator += Math.max(0.0, curvature);
    }
  }

  /** Adds {@code P v + A'u} to the columns' dual step and sets the rows' dual step to -u. */
  private void dualStep(double[] v, double[] u) {
    p.symmetricMultiplyAdd(1.0, v, columnDual);
    a.transposeMultiplyAdd(1.0, u, columnDual);
    for (int i = 0; i < m; i++) {
      rowDual[i] = -u[i];
    }
  }

  /** Finds dtau from the gap row and completes the direction from the last solution (x1, u1). */
  private void completeDirection(double eta) {
    multiply(x1, adx);
    for (int j = 0; j < n; j++) {
      columnDual[j] = eta * dualResidual[j];
    }
    dualStep(x1, u1);
    rows.direction(eta, adx, rowDual, rowWeight);
    columns.direction(eta, x1, columnDual, columnWeight);
    if (!homogeneous) {
      dtau = 0.0;
      dkappa = 0.0;
      System.arraycopy(x1, 0, dx, 0, n);
      for (int i = 0; i < m; i++) {
        dy[i] = -u1[i];
      }
      return;
    }
    double numerator =
        -eta * gapResidual
            + targetKappa / tau
            + rows.dualObjectiveOfDirection()
            + columns.dualObjectiveOfDirection();
    for (int i = 0; i < m; i++) {
      if (equality[i]) {
        numerator -= form.rowLower[i] * u1[i];
      }
    }
    for (int j = 0; j < n; j++) {
      numerator -= (form.q[j] + 2.0 * px[j] / tau) * x1[j];
    }
    dtau = -numerator / denominator;
    dkappa = -(targetKappa + kappa * dtau) / tau;
    for (int j = 0; j < n; j++) {
      dx[j] = x1[j] + dtau * x2[j];
    }
    for (int i = 0; i < m; i++) {
      dy[i] = -(u1[i] + dtau * u2[i]);
    }
    rows.addConstantDirection(dtau);
    columns.addConstantDirection(dtau);
  }

  /** The duality measure after a step along the current direction. */
  private double meanProductAt(double step) {
    double sum = rows.complementarityAt(step) + columns.complementarityAt(step);
    return (sum + (tau + step * dtau) * (kappa + step * dkappa))
        / Math.max(1, homogeneous ? degree + 1 : degree);
  }

  private double largestStep(double limit) {
    double step = rows.largestStep(limit);
    step = columns.largestStep(step);
    if (tau + step * dtau < 0.0) {
      step = -tau / dtau;
    }
    if (kappa + step * dkappa < 0.0) {
      step = -kappa / dkappa;
    }
    return step;
  }

  /** Gondzio's multiple centrality correctors, kept as long as they lengthen the step. */
  private double centrality(double step, double eta, double sigmaMu) {
    for (int k = 0; k < correctors && step < 0.9; k++) {
      double trial = Math.min(1.0, step + 0.3);
      saveDirection();
      boolean outside = rows.targetCentered(trial, sigmaMu);
      outside |= columns.targetCentered(trial, sigmaMu);
      double product = (tau + trial * dtau) * (kappa + trial * dkappa);
      if (!homogeneous) {
        targetKappa = 0.0;
      } else if (product < 0.1 * sigmaMu) {
        targetKappa -= 0.1 * sigmaMu - product;
      } else if (product > 10.0 * sigmaMu) {
        targetKappa += Math.min(product - 10.0 * sigmaMu, 10.0 * sigmaMu);
      }
      if (!outside) {
        return step;
      }
      rightHandSide(eta);
      newton.solve(f1, g1, x1, u1, accuracy());
      completeDirection(eta);
      double corrected = largestStep(1.0);
      if (!(corrected >= step + 0.1 * (trial - step))) {
        if (!(corrected > step)) {
          restoreDirection();
          return step;
        }
        return corrected;
      }
      step = corrected;
    }
    return step;
  }

  private void saveDirection() {
    rows.saveDirection();
    columns.saveDirection();
    System.arraycopy(dx, 0, savedDx, 0, n);
    System.arraycopy(dy, 0, savedDy, 0, m);
    savedDtau = dtau;
    savedDkappa = dkappa;
    savedTargetKappa = targetKappa;
  }

  private void restoreDirection() {
    rows.restoreDirection();
    columns.restoreDirection();
    System.arraycopy(savedDx, 0, dx, 0, n);
    System.arraycopy(savedDy, 0, dy, 0, m);
    dtau = savedDtau;
    dkappa = savedDkappa;
    targetKappa = savedTargetKappa;
  }

  private void advance(double step) {
    for (int j = 0; j < n; j++) {
      x[j] += step * dx[j];
    }
    for (int i = 0; i < m; i++) {
      y[i] += step * dy[i];
    }
    tau += step * dtau;
    kappa += step * dkappa;
    rows.advance(step);
    columns.advance(step);
    double size = Math.max(tau, kappa);
    if (homogeneous && (size < 0x1p-10 || size > 0x1p10)) {
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
  }

  private IterationEvent event(Run run, double sigma, double step) {
    return new IterationEvent(
        iteration,
        primalObjective,
        dualObjective,
        primalError,
        dualError,
        gapError,
        mu,
        kappa / tau,
        sigma,
        step,
        run.seconds());
  }

  /** Iterations done. */
  public int iterations() {
    return iteration;
  }

  /** The best (or accepted) primal point in the program's units; not a copy. */
  public double[] x() {
    return bestX;
  }

  /** The best (or accepted) row duals or dual ray in the program's units; not a copy. */
  public double[] y() {
    return bestY;
  }

  /** The factorization in figures. */
  public ConicResult.FactorReport factorReport() {
    LdlSymbolic symbolic = newton.symbolic();
    return new ConicResult.FactorReport(
        newton.form().label(),
        newton.ordering().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        symbolic.kind().name().toLowerCase(Locale.ROOT),
        symbolic.dimension(),
        symbolic.nonzeros(),
        symbolic.flops(),
        newton.factorSeconds(),
        newton.factorCount());
  }
}
