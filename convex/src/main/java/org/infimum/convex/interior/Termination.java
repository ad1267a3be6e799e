package org.infimum.convex.interior;

import java.util.Arrays;
import org.infimum.convex.interior.HomogeneousEmbedding.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Ends the iteration well: offers the iterate and the rays that it points along to the judge when
 * the own tests say that it may be worth it, and keeps the best pair in the program's units. An
 * accepted point is iterated on until its objective is settled.
 */
final class Termination {
  /** The relative accuracy to which the objective of an accepted point is to be settled. */
  private static final double SETTLED_OBJECTIVE = 1e-8;

  /** Rays are looked at after so many iterations. */
  private static final int FIRST_RAYS = 3;

  /** A dual ray may leave this share of its objective uncovered, for the judge to see to. */
  private static final double UNCOVERED = 1e-2;

  /** A primal ray is a candidate from this {@code kappa / tau} on. */
  private static final double SMALLEST_KAPPA = 1e-3;

  private final StandardForm form;
  private final Iterate at;
  private final double tolerance;
  private final double[] candidateX;
  private final double[] candidateY;
  private final double[] bestX;
  private final double[] bestY;
  private double bestError;
  private double acceptedDoubt;

  /**
   * @param tolerance bound on the own errors below which the judge is asked
   */
  Termination(StandardForm form, Iterate at, double tolerance) {
    this.form = form;
    this.at = at;
    this.tolerance = tolerance;
    this.candidateX = new double[form.programColumns];
    this.candidateY = new double[form.programRows];
    this.bestX = new double[form.programColumns];
    this.bestY = new double[form.programRows];
  }

  /** Forgets what was accepted and kept. */
  void reset() {
    bestError = Double.POSITIVE_INFINITY;
    acceptedDoubt = Double.POSITIVE_INFINITY;
    Arrays.fill(bestX, 0.0);
    Arrays.fill(bestY, 0.0);
  }

  /** Whether the judge accepted a point. */
  boolean accepted() {
    return acceptedDoubt < Double.POSITIVE_INFINITY;
  }

  /** Keeps the iterate if it is the best so far and none was accepted. */
  void keepBest() {
    if (!accepted() && at.error < bestError) {
      bestError = at.error;
      form.unscaleColumns(at.x, at.tau, bestX);
      form.unscaleRows(at.y, at.tau, bestY);
    }
  }

  /** The judge's verdict on the iterate, null to go on. */
  @Nullable Outcome verdict(Judge judge, int iteration) {
    if (at.within(tolerance) && isSettled(judge)) {
      return Outcome.OPTIMAL;
    }
    if (accepted() || iteration < FIRST_RAYS) {
      return null;
    }
    if (isDualRay(judge)) {
      return Outcome.PRIMAL_INFEASIBLE;
    }
    return isPrimalRay(judge) ? Outcome.DUAL_INFEASIBLE : null;
  }

  /** Whether the judge accepts the point and a further iteration would bring little. */
  private boolean isSettled(Judge judge) {
    form.unscaleColumns(at.x, at.tau, candidateX);
    form.unscaleRows(at.y, at.tau, candidateY);
    if (!judge.optimal(candidateX, candidateY)) {
      return false;
    }
    System.arraycopy(candidateX, 0, bestX, 0, bestX.length);
    System.arraycopy(candidateY, 0, bestY, 0, bestY.length);
    double doubt = at.objectiveDoubt();
    boolean better = doubt < 0.5 * acceptedDoubt;
    acceptedDoubt = Math.min(doubt, acceptedDoubt);
    return doubt <= SETTLED_OBJECTIVE || !better;
  }

  private boolean isDualRay(Judge judge) {
    if (!(at.boundValue > 0.0 && at.farkasResidual() <= UNCOVERED * at.boundValue)) {
      return false;
    }
    form.unscaleRows(at.y, 1.0, candidateY);
    if (!judge.primalInfeasible(candidateY)) {
      return false;
    }
    System.arraycopy(candidateY, 0, bestY, 0, bestY.length);
    return true;
  }

  private boolean isPrimalRay(Judge judge) {
    if (!(at.qx < 0.0 && at.kappa > at.tau * SMALLEST_KAPPA)) {
      return false;
    }
    form.unscaleDirection(at.x, candidateX);
    if (!judge.dualInfeasible(candidateX)) {
      return false;
    }
    System.arraycopy(candidateX, 0, bestX, 0, bestX.length);
    return true;
  }

  /** The best (or accepted) primal point or primal ray in the program's units; not a copy. */
  double[] x() {
    return bestX;
  }

  /** The best (or accepted) row duals or dual ray in the program's units; not a copy. */
  double[] y() {
    return bestY;
  }
}
