// float twin: generated
package org.infimum.linalg.spectral;

import org.infimum.linalg.machine.Team;

/**
 * All roots of a secular equation, and the weights for which these computed roots are exact, so
 * that the vectors made of them are orthogonal (Gu and Eisenstat, A stable and efficient algorithm
 * for the rank-one modification of the symmetric eigenproblem, SIAM J. Matrix Anal. Appl. 15, 1994,
 * Lemma 3.1).
 *
 * <p>With poles d and weights z, the eigenvalues of diag(d) + rho z z' are the roots of 1 / rho +
 * sum z_j^2 / (d_j - t). The squares of the singular values of diag(d) with its first row replaced
 * by z are the roots for the poles d^2 and rho = 1.
 */
final class DoubleSecularSystem {
  /** Roots that one task computes. */
  static final int ROOTS = 16;

  /** Weights that one task recomputes. */
  private static final int WEIGHTS = 64;

  private final int count;
  private final boolean squared;
  private final double[] poles;
  private final double[] weights;
  private final double[] roots;
  private final double[] gaps;
  private final int at;
  private final int stride;

  /**
   * A system.
   *
   * @param squared whether the poles of the equation are the squares of the poles
   * @param poles d, ascending
   * @param weights z, none of them zero; overwritten with the recomputed ones
   * @param roots filled with the roots, or with their square roots if {@code squared}
   * @param gaps column i from {@code at + i * stride} on is filled with the differences between the
   *     poles of the equation and its root i
   */
  DoubleSecularSystem(
      int count,
      boolean squared,
      double[] poles,
      double[] weights,
      double[] roots,
      double[] gaps,
      int at,
      int stride) {
    this.count = count;
    this.squared = squared;
    this.poles = poles;
    this.weights = weights;
    this.roots = roots;
    this.gaps = gaps;
    this.at = at;
    this.stride = stride;
  }

  void solve(double rho, int threads) {
    Team team = Team.shared(threads);
    team.forEach(
        chunks(count),
        (chunk, worker) -> {
          DoubleSecularEquation equation = new DoubleSecularEquation(count);
          equation.set(count, weights, rho);
          double[] relative = new double[count];
          for (int i = chunk * ROOTS; i < Math.min(count, (chunk + 1) * ROOTS); i++) {
            findRoot(i, equation, relative);
          }
        });
    double[] exact = new double[count];
    team.forEach(
        (count + WEIGHTS - 1) / WEIGHTS,
        (chunk, worker) ->
            recompute(chunk * WEIGHTS, Math.min(count, (chunk + 1) * WEIGHTS), exact));
    System.arraycopy(exact, 0, weights, 0, count);
  }

  /** The number of tasks of {@link #ROOTS} roots each. */
  static int chunks(int count) {
    return (count + ROOTS - 1) / ROOTS;
  }

  private void findRoot(int i, DoubleSecularEquation equation, double[] relative) {
    int origin = i;
    subtract(poles[i], relative);
    if (i + 1 < count && !equation.isNearLeftPole(i, relative)) {
      origin = i + 1;
      subtract(poles[origin], relative);
    }
    double distance = equation.root(i, origin, relative);
    double pole = poles[origin];
    roots[i] =
        squared ? pole + distance / (pole + Math.sqrt(pole * pole + distance)) : pole + distance;
    int column = at + i * stride;
    for (int j = 0; j < count; j++) {
      gaps[column + j] = relative[j] - distance;
    }
  }

  /** The poles of the equation less one of them, to high relative accuracy. */
  private void subtract(double pole, double[] relative) {
    for (int j = 0; j < count; j++) {
      relative[j] = (poles[j] - pole) * (squared ? poles[j] + pole : 1);
    }
  }

  private void recompute(int from, int to, double[] exact) {
    double[] product = new double[to - from];
    for (int j = from; j < to; j++) {
      product[j - from] = -gaps[at + j * stride + j];
    }
    for (int i = 0; i < count; i++) {
      multiplyRatios(from, Math.min(to, i), from, i, product);
      multiplyRatios(Math.max(from, i + 1), to, from, i, product);
    }
    for (int j = from; j < to; j++) {
      double size = Math.sqrt(Math.max(product[j - from], 0));
      exact[j] = Math.copySign(size, weights[j]);
    }
  }

  private void multiplyRatios(int from, int to, int offset, int i, double[] product) {
    int column = at + i * stride;
    double pole = poles[i];
    for (int j = from; j < to; j++) {
      double gap = (poles[j] - pole) * (squared ? poles[j] + pole : 1);
      product[j - offset] *= gaps[column + j] / gap;
    }
  }
}
