package org.infimum.convex.interior;

import java.util.Arrays;

/**
 * Barrier of the interval constraints {@code lower <= activity <= upper}: one term for each finite
 * end, held as a structure of arrays, so that a two-sided row stays one row of the Newton system
 * and a column bound only adds to its diagonal. Term t constrains {@code s = sign (activity - bound
 * tau)}, {@code s >= 0}, with multiplier {@code z >= 0}. Its Newton equations
 *
 * <pre>
 *   ds = sign (da - bound dtau) + eta r,   z ds + s dz = -comp
 * </pre>
 *
 * leave {@code sign dz = -(z/s) da + (z/s) bound dtau - sign (comp + z eta r)/s} at the activity.
 */
final class IntervalBarrier implements Barrier {
  private final int terms;
  private final int[] index;
  private final double[] sign;
  private final double[] bound;
  private final double[] s;
  private final double[] z;
  private final double[] residual;
  private final double[] target;
  private final double[] ds;
  private final double[] dz;
  private final double[] constantDs;
  private final double[] constantDz;
  private final double[] sum;
  private final double[] savedTarget;
  private final double[] savedDs;
  private final double[] savedDz;

  /** One term for each finite end with {@code lower < upper}; equal ends (equalities) have none. */
  IntervalBarrier(double[] lower, double[] upper) {
    int count = 0;
    for (int i = 0; i < lower.length; i++) {
      if (lower[i] != upper[i]) {
        count += (Double.isFinite(lower[i]) ? 1 : 0) + (Double.isFinite(upper[i]) ? 1 : 0);
      }
    }
    terms = count;
    index = new int[count];
    sign = new double[count];
    bound = new double[count];
    s = new double[count];
    z = new double[count];
    residual = new double[count];
    target = new double[count];
    ds = new double[count];
    dz = new double[count];
    constantDs = new double[count];
    constantDz = new double[count];
    sum = new double[lower.length];
    savedTarget = new double[count];
    savedDs = new double[count];
    savedDz = new double[count];
    int t = 0;
    for (int side = 0; side < 2; side++) {
      double[] ends = side == 0 ? lower : upper;
      for (int i = 0; i < lower.length; i++) {
        if (lower[i] != upper[i] && Double.isFinite(ends[i])) {
          index[t] = i;
          sign[t] = side == 0 ? 1.0 : -1.0;
          t++;
        }
      }
    }
    setBounds(lower, upper);
  }

  /** Replaces the bounds; which ends are finite must not have changed. */
  void setBounds(double[] lower, double[] upper) {
    for (int t = 0; t < terms; t++) {
      bound[t] = sign[t] > 0 ? lower[index[t]] : upper[index[t]];
    }
  }

  @Override
  public int degree() {
    return terms;
  }

  @Override
  public void startAtUnit() {
    Arrays.fill(s, 1.0);
    Arrays.fill(z, 1.0);
  }

  @Override
  public double startPrimal(double[] activity, double floor) {
    for (int t = 0; t < terms; t++) {
      s[t] = sign[t] * (activity[index[t]] - bound[t]);
    }
    return shiftToFloor(s, floor);
  }

  @Override
  public double startDual(double[] activity, double floor) {
    for (int t = 0; t < terms; t++) {
      z[t] = -sign[t] * activity[index[t]];
    }
    return shiftToFloor(z, floor);
  }

  private double shiftToFloor(double[] values, double floor) {
    double smallest = Double.POSITIVE_INFINITY;
    for (int t = 0; t < terms; t++) {
      smallest = Math.min(smallest, values[t]);
    }
    if (smallest >= floor || terms == 0) {
      return 0.0;
    }
    double shift = floor - smallest;
    for (int t = 0; t < terms; t++) {
      values[t] += shift;
    }
    return shift;
  }

  @Override
  public void residuals(double[] activity, double tau) {
    for (int t = 0; t < terms; t++) {
      residual[t] = sign[t] * (activity[index[t]] - bound[t] * tau) - s[t];
    }
  }

  @Override
  public double residualNorm(double[] scale) {
    double norm = 0.0;
    for (int t = 0; t < terms; t++) {
      norm = Math.max(norm, Math.abs(residual[t]) / scale[index[t]]);
    }
    return norm;
  }

  @Override
  public double residualImpact() {
    double sum = 0.0;
    for (int t = 0; t < terms; t++) {
      sum += Math.abs(residual[t]) * z[t];
    }
    return sum;
  }

  @Override
  public double complementarity() {
    double sum = 0.0;
    for (int t = 0; t < terms; t++) {
      sum += s[t] * z[t];
    }
    return sum;
  }

  @Override
  public double smallestProduct() {
    double smallest = Double.POSITIVE_INFINITY;
    for (int t = 0; t < terms; t++) {
      smallest = Math.min(smallest, s[t] * z[t]);
    }
    return smallest;
  }

  @Override
  public double dualObjective() {
    double sum = 0.0;
    for (int t = 0; t < terms; t++) {
      sum += sign[t] * bound[t] * z[t];
    }
    return sum;
  }

  @Override
  public void addDual(double[] dual) {
    for (int t = 0; t < terms; t++) {
      dual[index[t]] += sign[t] * z[t];
    }
  }

  @Override
  public void addWeights(double[] weight, double[] weightedBound) {
    for (int t = 0; t < terms; t++) {
      double w = z[t] / s[t];
      weight[index[t]] += w;
      weightedBound[index[t]] += w * bound[t];
    }
  }

  @Override
  public double curvatureAt(double[] activity) {
    double sum = 0.0;
    for (int t = 0; t < terms; t++) {
      double distance = bound[t] - activity[index[t]];
      sum += z[t] / s[t] * distance * distance;
    }
    return sum;
  }

  @Override
  public void targetAffine() {
    for (int t = 0; t < terms; t++) {
      target[t] = s[t] * z[t];
    }
  }

  @Override
  public void targetCombined(double sigmaMu, double correction) {
    for (int t = 0; t < terms; t++) {
      target[t] = s[t] * z[t] + correction * ds[t] * dz[t] - sigmaMu;
    }
  }

  @Override
  public boolean targetCentered(double trialStep, double targetMu) {
    boolean outside = false;
    double low = CentralityCorrectors.BAND_LOW * targetMu;
    double high = CentralityCorrectors.BAND_HIGH * targetMu;
    for (int t = 0; t < terms; t++) {
      double product = (s[t] + trialStep * ds[t]) * (z[t] + trialStep * dz[t]);
      if (product < low) {
        target[t] -= low - product;
        outside = true;
      } else if (product > high) {
        target[t] += Math.min(product - high, high);
        outside = true;
      }
    }
    return outside;
  }

  @Override
  public void addReducedResidual(double eta, double[] out) {
    for (int t = 0; t < terms; t++) {
      out[index[t]] += sign[t] * (target[t] + z[t] * eta * residual[t]) / s[t];
    }
  }

  @Override
  public void constantDirection(double[] activityStep, double[] dualStep, double[] weight) {
    for (int t = 0; t < terms; t++) {
      constantDs[t] = sign[t] * (activityStep[index[t]] - bound[t]);
      constantDz[t] = -z[t] * constantDs[t] / s[t];
    }
    matchDuals(constantDz, dualStep, weight);
  }

  @Override
  public void direction(double eta, double[] activityStep, double[] dualStep, double[] weight) {
    for (int t = 0; t < terms; t++) {
      ds[t] = sign[t] * activityStep[index[t]] + eta * residual[t];
      dz[t] = -(target[t] + z[t] * ds[t]) / s[t];
    }
    matchDuals(dz, dualStep, weight);
  }

  /**
   * Where {@code z/s} is large, the rounding error of ds comes back magnified in dz. There the dual
   * step of the linear system is the accurate one: the difference goes to the terms by their
   * weight, and the rounding error into the complementarity, where {@code s/z} makes it small.
   */
  private void matchDuals(double[] step, double[] dualStep, double[] weight) {
    for (int t = 0; t < terms; t++) {
      sum[index[t]] = 0.0;
    }
    for (int t = 0; t < terms; t++) {
      sum[index[t]] += sign[t] * step[t];
    }
    for (int t = 0; t < terms; t++) {
      double w = z[t] / s[t];
      if (w > 1.0) {
        int i = index[t];
        step[t] += sign[t] * (dualStep[i] - sum[i]) * (w / weight[i]);
      }
    }
  }

  @Override
  public double dualObjectiveOfDirection() {
    double total = 0.0;
    for (int t = 0; t < terms; t++) {
      total += sign[t] * bound[t] * dz[t];
    }
    return total;
  }

  @Override
  public void addConstantDirection(double tauStep) {
    for (int t = 0; t < terms; t++) {
      ds[t] += tauStep * constantDs[t];
      dz[t] += tauStep * constantDz[t];
    }
  }

  @Override
  public double largestStep(double limit) {
    double step = limit;
    for (int t = 0; t < terms; t++) {
      if (s[t] + step * ds[t] < 0.0) {
        step = -s[t] / ds[t];
      }
      if (z[t] + step * dz[t] < 0.0) {
        step = -z[t] / dz[t];
      }
    }
    return step;
  }

  @Override
  public double complementarityAt(double step) {
    double sum = 0.0;
    for (int t = 0; t < terms; t++) {
      sum += (s[t] + step * ds[t]) * (z[t] + step * dz[t]);
    }
    return sum;
  }

  @Override
  public void saveDirection() {
    System.arraycopy(target, 0, savedTarget, 0, terms);
    System.arraycopy(ds, 0, savedDs, 0, terms);
    System.arraycopy(dz, 0, savedDz, 0, terms);
  }

  @Override
  public void restoreDirection() {
    System.arraycopy(savedTarget, 0, target, 0, terms);
    System.arraycopy(savedDs, 0, ds, 0, terms);
    System.arraycopy(savedDz, 0, dz, 0, terms);
  }

  @Override
  public void advance(double step) {
    for (int t = 0; t < terms; t++) {
      s[t] += step * ds[t];
      z[t] += step * dz[t];
    }
  }

  @Override
  public void scale(double factor) {
    for (int t = 0; t < terms; t++) {
      s[t] *= factor;
      z[t] *= factor;
    }
  }
}
