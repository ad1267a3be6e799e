package org.infimum.linalg.iterative;

import org.infimum.linalg.LinearOperator;

/** What every iterative solver asks of its arguments. */
final class IterationLimits {
  private IterationLimits() {}

  static void check(double tolerance, int maxIterations) {
    if (!(tolerance >= 0.0 && tolerance < 1.0)) {
      throw new IllegalArgumentException("the tolerance must be in [0, 1): " + tolerance);
    }
    if (maxIterations < 0) {
      throw new IllegalArgumentException("the iteration limit is negative: " + maxIterations);
    }
  }

  /** The dimension of a square operator whose vectors fit. */
  static int squareDimension(LinearOperator a, double[] b, double[] x) {
    if (a.rows() != a.columns()) {
      throw new IllegalArgumentException("not square: " + a.rows() + " x " + a.columns());
    }
    fit(a, b, x);
    return a.rows();
  }

  static void fit(LinearOperator a, double[] b, double[] x) {
    if (b.length != a.rows() || x.length != a.columns()) {
      throw new IllegalArgumentException(
          "vectors of "
              + b.length
              + " and "
              + x.length
              + " do not fit "
              + a.rows()
              + " x "
              + a.columns());
    }
  }
}
