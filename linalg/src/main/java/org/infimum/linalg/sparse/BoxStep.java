package org.infimum.linalg.sparse;

/**
 * A projected gradient step x := min(max(x - tau g, lower), upper), where g is the product.
 *
 * @param x the point, changed in place
 * @param tau the step size
 * @param lower lower bounds, perhaps negative infinity
 * @param upper upper bounds, perhaps infinity, none below its lower bound
 */
public record BoxStep(double[] x, double tau, double[] lower, double[] upper) implements RowStep {
  @Override
  public void accept(int from, int to, double[] product) {
    for (int i = from; i < to; i++) {
      x[i] = Math.min(Math.max(x[i] - tau * product[i], lower[i]), upper[i]);
    }
  }
}
