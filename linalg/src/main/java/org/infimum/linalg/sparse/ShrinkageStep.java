package org.infimum.linalg.sparse;

/**
 * A proximal gradient step for the l1 norm, x := S(x - tau g) with the soft threshold S(t) =
 * sign(t) max(|t| - tau lambda, 0), where g is the product (Beck and Teboulle, "A fast iterative
 * shrinkage-thresholding algorithm for linear inverse problems", SIAM J. Imaging Sci. 2, 2009,
 * (1.5)).
 *
 * @param x the point, changed in place
 * @param tau the step size
 * @param lambda the weight of the l1 norm, at least 0
 */
public record ShrinkageStep(double[] x, double tau, double lambda) implements RowStep {
  @Override
  public void accept(int from, int to, double[] product) {
    double threshold = tau * lambda;
    for (int i = from; i < to; i++) {
      double moved = x[i] - tau * product[i];
      x[i] = moved - Math.min(Math.max(moved, -threshold), threshold);
    }
  }
}
