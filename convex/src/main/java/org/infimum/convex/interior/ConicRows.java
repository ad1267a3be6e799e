package org.infimum.convex.interior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of the curved cones: {@code s = apex tau - activity in K}, with multipliers z in the
 * dual cone; the row dual is {@code y = -z}. The linear system answers with u = dz, and the step of
 * the slacks follows from the activities, so that the primal residual falls exactly.
 */
final class ConicRows {
  private final StandardForm form;
  private final int begin;
  private final int count;
  private final ConeFamily[] families;
  private final int degree;
  private final boolean symmetric;
  private final double[] residual;
  private final double[] target;
  private final double[] ds;
  private final double[] dz;
  private final double[] constantDs;
  private final double[] constantDz;
  private final double[] savedTarget;
  private final double[] savedDs;
  private final double[] savedDz;
  private final double[] product;
  private final boolean[] kept;
  private boolean hasEliminated;
  private boolean dualScaling;

  final double[] s;
  final double[] z;

  ConicRows(StandardForm form, int threads) {
    this.form = form;
    begin = form.layout.linearRows;
    count = form.layout.rows - begin;
    List<ConeFamily> present = new ArrayList<>();
    for (ConeLayout.Kind kind : ConeLayout.Kind.values()) {
      List<ConeLayout.Block> blocks =
          form.layout.blocks.stream().filter(block -> block.kind() == kind).toList();
      if (!blocks.isEmpty()) {
        present.add(family(kind, blocks, threads));
      }
    }
    families = present.toArray(new ConeFamily[0]);
    int terms = 0;
    boolean allSymmetric = true;
    for (ConeFamily family : families) {
      terms += family.degree();
      allSymmetric &= family.isSymmetric();
    }
    degree = terms;
    symmetric = allSymmetric;
    s = new double[count];
    z = new double[count];
    residual = new double[count];
    target = new double[count];
    ds = new double[count];
    dz = new double[count];
    constantDs = new double[count];
    constantDz = new double[count];
    savedTarget = new double[count];
    savedDs = new double[count];
    savedDz = new double[count];
    product = new double[count];
    kept = new boolean[count];
    Arrays.fill(kept, true);
  }

  private ConeFamily family(ConeLayout.Kind kind, List<ConeLayout.Block> blocks, int threads) {
    return switch (kind) {
      case SECOND_ORDER -> new SecondOrderFamily(blocks, begin);
      case EXPONENTIAL -> new ExponentialFamily(blocks, begin);
      case POWER -> new PowerFamily(blocks, begin);
      case GENERALIZED_POWER -> new GeneralizedPowerFamily(blocks, begin);
      case SEMIDEFINITE -> new SemidefiniteFamily(blocks, begin, threads);
    };
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Number of rows. */
  int count() {
    return count;
  }

  /** Whether every cone is self-scaled. */
  boolean isSymmetric() {
    return symmetric;
  }

  /** Number of barrier terms nu. */
  int degree() {
    return degree;
  }

  /** The families, for the Newton system to see what their scalings look like. */
  ConeFamily[] families() {
    return families;
  }

  void startAtUnit() {
    for (ConeFamily family : families) {
      family.startAtUnit(s, z);
    }
  }

  /** Sets s to {@code apex - activity}, moved along the identity to a margin of floor at least. */
  void startPrimal(double[] activity, double floor) {
    for (int i = 0; i < count; i++) {
      s[i] = form.apex[begin + i] - activity[begin + i];
    }
    shiftToFloor(s, floor);
  }

  /** Sets z to {@code activity}, moved along the identity to a margin of floor at least. */
  void startDual(double[] activity, double floor) {
    System.arraycopy(activity, begin, z, 0, count);
    shiftToFloor(z, floor);
  }

  private void shiftToFloor(double[] v, double floor) {
    double margin = Double.POSITIVE_INFINITY;
    for (ConeFamily family : families) {
      margin = Math.min(margin, family.margin(v));
    }
    if (margin < floor) {
      for (ConeFamily family : families) {
        family.addIdentity(v, floor - margin);
      }
    }
  }

  /** Computes the scaling; falls back to that of the dual barrier if need be. */
  boolean updateScaling(double mu) {
    boolean done = true;
    for (ConeFamily family : families) {
      done &= family.updateScaling(s, z, mu, dualScaling);
    }
    return done;
  }

  /** From now on, or no longer, scale cones that are not symmetric by the dual barrier alone. */
  void setDualScaling(boolean dual) {
    dualScaling = dual;
  }

  boolean isDualScaling() {
    return dualScaling;
  }

  /** Residuals {@code apex tau - activity - s}. */
  void residuals(double[] activity, double tau) {
    for (int i = 0; i < count; i++) {
      residual[i] = form.apex[begin + i] * tau - activity[begin + i] - s[i];
    }
  }

  /** The largest residual in absolute value, each divided by {@code scale[i]} of its row. */
  double residualNorm(double[] scale) {
    double norm = 0.0;
    for (int i = 0; i < count; i++) {
      norm = Math.max(norm, Math.abs(residual[i]) / scale[begin + i]);
    }
    return norm;
  }

  /** {@code sum |residual z|}: how far the residuals can move the objective. */
  double residualImpact() {
    double sum = 0.0;
    for (int i = 0; i < count; i++) {
      sum += Math.abs(residual[i] * z[i]);
    }
    return sum;
  }

  /** {@code s'z}. */
  double complementarity() {
    return complementarityAt(0.0);
  }

  /** {@code (s + step ds)'(z + step dz)}. */
  double complementarityAt(double step) {
    double sum = 0.0;
    for (int i = 0; i < count; i++) {
      sum += (s[i] + step * ds[i]) * (z[i] + step * dz[i]);
    }
    return sum;
  }

  /** {@code -apex'z}: what the rows bring to the dual objective. */
  double dualObjective() {
    return -apexTimes(z);
  }

  /** {@code -apex'dz} of the current direction. */
  double dualObjectiveOfDirection() {
    return -apexTimes(dz);
  }

  private double apexTimes(double[] v) {
    double sum = 0.0;
    for (int i = 0; i < count; i++) {
      sum += form.apex[begin + i] * v[i];
    }
    return sum;
  }

  /** Sets the row duals {@code y = -z}. */
  void addDual(double[] y) {
    for (int i = 0; i < count; i++) {
      y[begin + i] = -z[i];
    }
  }

  /** Sets the target of the predictor: the products to 0. */
  void targetAffine() {
    for (ConeFamily family : families) {
      family.targetAffine(s, target);
    }
  }

  void targetCombined(double sigmaMu, double correction) {
    for (ConeFamily family : families) {
      family.targetCombined(s, z, ds, dz, sigmaMu, correction, target);
    }
  }

  /**
   * Tells which rows the Newton system eliminates: their targets stay in the scaled space.
   *
   * @param rowIsKept over all rows
   */
  void setKept(boolean[] rowIsKept) {
    for (int i = 0; i < count; i++) {
      kept[i] = rowIsKept[begin + i];
      hasEliminated |= !kept[i];
    }
  }

  /** Whether right-hand sides carry a {@link Shift}. */
  boolean hasShift() {
    return hasEliminated;
  }

  /** Writes the right-hand side {@code target + eta residual}; without the target if eliminated. */
  void rightHandSide(double eta, double[] g) {
    for (int i = 0; i < count; i++) {
      g[begin + i] = (kept[i] ? target[i] : 0.0) + eta * residual[i];
    }
  }

  /** Writes the right-hand side of dtau = 1: the apexes. */
  void constantRightHandSide(double[] g) {
    System.arraycopy(form.apex, begin, g, begin, count);
  }

  /**
   * Writes what {@code x / tau} and {@link Shift#CONSTANT} leave of the right-hand side of dtau = 1
   * in eliminated rows: since {@code apex = (activity + s + residual) / tau}, the residual over
   * tau.
   */
  void constantRemainder(double tau, double[] g) {
    for (int i = 0; i < count; i++) {
      if (!kept[i]) {
        g[begin + i] = residual[i] / tau;
      }
    }
    for (ConeFamily family : families) {
      if (family instanceof SemidefiniteFamily semidefinite) {
        semidefinite.setTau(tau);
      }
    }
  }

  /** Sets the constant direction from the activities of x2 and u2 = dz. */
  void constantDirection(double[] activityStep, double[] u) {
    for (int i = 0; i < count; i++) {
      constantDs[i] = form.apex[begin + i] - activityStep[begin + i];
      constantDz[i] = u[begin + i];
    }
  }

  /** {@code u2'E u2}: the part of the denominator of the tau step. */
  double curvatureOfConstant() {
    multiply(constantDz, product);
    double sum = 0.0;
    for (int i = 0; i < count; i++) {
      sum += constantDz[i] * product[i];
    }
    return sum;
  }

  /** {@code out = E in} over all families. */
  void multiply(double[] in, double[] out) {
    for (ConeFamily family : families) {
      family.multiply(in, out);
    }
  }

  /** The same, but 0 in rows that the Newton system eliminates. */
  void multiplyKept(double[] in, double[] out) {
    for (ConeFamily family : families) {
      family.multiplyKept(in, out);
    }
  }

  /** Writes the diagonal of E at the cones' rows. */
  void diagonal(double[] e) {
    for (ConeFamily family : families) {
      family.diagonal(product);
    }
    System.arraycopy(product, 0, e, begin, count);
  }

  /** Sets ds and dz for dtau = 0. */
  void direction(double eta, double[] activityStep, double[] u) {
    for (int i = 0; i < count; i++) {
      ds[i] = eta * residual[i] - activityStep[begin + i];
      dz[i] = u[begin + i];
    }
  }

  void addConstantDirection(double tauStep) {
    for (int i = 0; i < count; i++) {
      ds[i] += tauStep * constantDs[i];
      dz[i] += tauStep * constantDz[i];
    }
  }

  /** The largest step up to limit inside the cones. */
  double largestStep(double limit) {
    double step = limit;
    for (ConeFamily family : families) {
      step = family.largestStep(s, z, ds, dz, step);
    }
    return step;
  }

  /** Whether a step stays where the scalings can follow. */
  boolean isCentral(double step, double mu) {
    for (ConeFamily family : families) {
      if (!family.isCentral(s, z, ds, dz, step, mu)) {
        return false;
      }
    }
    return true;
  }

  void saveDirection() {
    System.arraycopy(target, 0, savedTarget, 0, count);
    System.arraycopy(ds, 0, savedDs, 0, count);
    System.arraycopy(dz, 0, savedDz, 0, count);
  }

  void restoreDirection() {
    System.arraycopy(savedTarget, 0, target, 0, count);
    System.arraycopy(savedDs, 0, ds, 0, count);
    System.arraycopy(savedDz, 0, dz, 0, count);
  }

  void advance(double step) {
    for (int i = 0; i < count; i++) {
      s[i] += step * ds[i];
      z[i] += step * dz[i];
    }
  }

  void scale(double factor) {
    for (int i = 0; i < count; i++) {
      s[i] *= factor;
      z[i] *= factor;
    }
  }

  /** The largest apex, each divided by {@code scale[i]} of its row. */
  double apexNorm(double[] scale) {
    double norm = 0.0;
    for (int i = 0; i < count; i++) {
      norm = Math.max(norm, Math.abs(form.apex[begin + i]) / scale[begin + i]);
    }
    return norm;
  }
}
