package org.infimum.convex;

/**
 * A product of intervals {@code [lower, upper]}, either end possibly infinite. A multiplier must be
 * {@code >= 0} where only the lower end is finite, {@code <= 0} where only the upper end is, 0
 * where neither is. An infinite end is never multiplied.
 *
 * @param lower lower ends of all rows or columns; read anew at each call
 * @param upper upper ends
 * @param begin first index of the block
 * @param end index behind the last of the block
 */
record IntervalMeasure(double[] lower, double[] upper, int begin, int end) implements SetMeasure {
  @Override
  public double norm() {
    double norm = 0.0;
    for (int i = begin; i < end; i++) {
      if (hasLower(i)) {
        norm = Math.max(norm, Math.abs(lower[i]));
      }
      if (hasUpper(i)) {
        norm = Math.max(norm, Math.abs(upper[i]));
      }
    }
    return norm;
  }

  @Override
  public double distance(DoubleDoubleVector values) {
    double distance = 0.0;
    for (int i = begin; i < end; i++) {
      if (hasLower(i)) {
        distance = Math.max(distance, -above(values, i, lower[i]));
      }
      if (hasUpper(i)) {
        distance = Math.max(distance, above(values, i, upper[i]));
      }
    }
    return distance;
  }

  @Override
  public double multiplierDistance(DoubleDoubleVector multipliers) {
    double distance = 0.0;
    for (int i = begin; i < end; i++) {
      if (!hasLower(i)) {
        distance = Math.max(distance, multipliers.high(i));
      }
      if (!hasUpper(i)) {
        distance = Math.max(distance, -multipliers.high(i));
      }
    }
    return distance;
  }

  @Override
  public void addInfimum(DoubleDoubleVector multipliers, DoubleDouble sum) {
    for (int i = begin; i < end; i++) {
      double multiplier = multipliers.high(i);
      if (multiplier > 0.0 && hasLower(i)) {
        sum.addProduct(multiplier, multipliers.low(i), lower[i]);
      } else if (multiplier < 0.0 && hasUpper(i)) {
        sum.addProduct(multiplier, multipliers.low(i), upper[i]);
      }
    }
  }

  @Override
  public void addComplementarity(
      DoubleDoubleVector values, DoubleDoubleVector multipliers, DoubleDouble sum) {
    for (int i = begin; i < end; i++) {
      double multiplier = multipliers.high(i);
      if (multiplier > 0.0 && hasLower(i)) {
        addProjected(values, i, lower[i], multiplier, multipliers.low(i), sum);
      } else if (multiplier < 0.0 && hasUpper(i)) {
        addProjected(values, i, upper[i], multiplier, multipliers.low(i), sum);
      }
    }
  }

  /** Adds multiplier * (projection of value i - bound), where bound is the end it presses on. */
  private void addProjected(
      DoubleDoubleVector values,
      int i,
      double bound,
      double multiplier,
      double multiplierLow,
      DoubleDouble sum) {
    if (hasLower(i) && above(values, i, lower[i]) <= 0.0) {
      addSpan(lower[i], bound, multiplier, multiplierLow, sum);
    } else if (hasUpper(i) && above(values, i, upper[i]) >= 0.0) {
      addSpan(upper[i], bound, multiplier, multiplierLow, sum);
    } else {
      sum.addProduct(multiplier, multiplierLow, values.high(i), values.low(i));
      sum.addProduct(multiplier, multiplierLow, -bound);
    }
  }

  private static void addSpan(
      double from, double bound, double multiplier, double multiplierLow, DoubleDouble sum) {
    sum.addProduct(multiplier, multiplierLow, from);
    sum.addProduct(multiplier, multiplierLow, -bound);
  }

  @Override
  public double recessionDistance(DoubleDoubleVector values) {
    double distance = 0.0;
    for (int i = begin; i < end; i++) {
      if (hasLower(i)) {
        distance = Math.max(distance, -values.high(i));
      }
      if (hasUpper(i)) {
        distance = Math.max(distance, values.high(i));
      }
    }
    return distance;
  }

  /** {@code bound} minus value {@code i}, correctly rounded but for the last unit. */
  static double difference(double bound, DoubleDoubleVector values, int i) {
    return -above(values, i, bound);
  }

  /** Value {@code i} minus {@code bound}, correctly rounded but for the last unit. */
  private static double above(DoubleDoubleVector values, int i, double bound) {
    double high = values.high(i);
    double difference = high - bound;
    double part = difference - high;
    double error = (high - (difference - part)) + (-bound - part);
    return difference + (error + values.low(i));
  }

  private boolean hasLower(int i) {
    return lower[i] > Double.NEGATIVE_INFINITY;
  }

  private boolean hasUpper(int i) {
    return upper[i] < Double.POSITIVE_INFINITY;
  }
}
