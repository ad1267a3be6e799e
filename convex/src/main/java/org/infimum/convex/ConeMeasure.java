package org.infimum.convex;

/**
 * The rows of one curved cone K: activities {@code a} with {@code b - a in K}, multipliers {@code
 * y} with {@code -y} in the dual cone. Over {@code b - K} the infimum of {@code y'a} is {@code
 * y'b}.
 */
final class ConeMeasure implements SetMeasure {
  private final CurvedCone cone;
  private final double[] b;
  private final int begin;
  private final double[] values;

  /**
   * @param b right-hand sides of all rows; read anew at each call
   * @param begin first row of the block
   */
  ConeMeasure(CurvedCone cone, double[] b, int begin) {
    this.cone = cone;
    this.b = b;
    this.begin = begin;
    this.values = new double[cone.dimension()];
  }

  @Override
  public double norm() {
    double norm = 0.0;
    for (int i = 0; i < values.length; i++) {
      norm = Math.max(norm, Math.abs(b[begin + i]));
    }
    return norm;
  }

  @Override
  public double distance(DoubleDoubleVector activities) {
    for (int i = 0; i < values.length; i++) {
      int row = begin + i;
      values[i] = IntervalMeasure.difference(b[row], activities, row);
    }
    return finite() ? cone.distance(values, 0) : Double.POSITIVE_INFINITY;
  }

  @Override
  public double multiplierDistance(DoubleDoubleVector multipliers) {
    for (int i = 0; i < values.length; i++) {
      values[i] = -multipliers.high(begin + i);
    }
    return finite() ? cone.dualDistance(values, 0) : Double.POSITIVE_INFINITY;
  }

  @Override
  public void addInfimum(DoubleDoubleVector multipliers, DoubleDouble sum) {
    for (int i = begin; i < begin + values.length; i++) {
      sum.addProduct(multipliers.high(i), multipliers.low(i), b[i]);
    }
  }

  @Override
  public void addComplementarity(
      DoubleDoubleVector activities, DoubleDoubleVector multipliers, DoubleDouble sum) {
    for (int i = begin; i < begin + values.length; i++) {
      sum.addProduct(
          multipliers.high(i), multipliers.low(i), activities.high(i), activities.low(i));
      sum.addProduct(multipliers.high(i), multipliers.low(i), -b[i]);
    }
  }

  @Override
  public double recessionDistance(DoubleDoubleVector direction) {
    for (int i = 0; i < values.length; i++) {
      values[i] = -direction.high(begin + i);
    }
    return finite() ? cone.distance(values, 0) : Double.POSITIVE_INFINITY;
  }

  private boolean finite() {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
