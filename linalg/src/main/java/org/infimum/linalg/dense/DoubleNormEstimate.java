// float twin: generated
package org.infimum.linalg.dense;

import java.util.Arrays;

/**
 * A lower bound, seldom far off, of the 1-norm of a matrix known by its products: W. Hager,
 * "Condition estimates" (SIAM J. Sci. Stat. Comput. 5(2), 1984) with the alternating vector of N.
 * Higham (Accuracy and Stability of Numerical Algorithms, Algorithm 15.1).
 */
final class DoubleNormEstimate {
  /** Overwrites a vector by op(A)^-1 times it. */
  interface Solution {
    void apply(Transpose trans, double[] x);
  }

  private static final int STEPS = 5;

  private DoubleNormEstimate() {}

  static double ofInverse(int n, Solution solution) {
    double[] x = new double[n];
    double[] signs = new double[n];
    Arrays.fill(x, 1 / (double) n);
    double estimate = 0;
    int last = -1;
    for (int step = 0; step < STEPS; step++) {
      solution.apply(Transpose.NO, x);
      double norm = sum(x);
      if (step > 0 && norm <= estimate) {
        break;
      }
      estimate = norm;
      for (int i = 0; i < n; i++) {
        signs[i] = Math.copySign(1, x[i]);
      }
      solution.apply(Transpose.YES, signs);
      int largest = DoubleColumns.indexOfLargest(n, signs, 0);
      if (largest == last) {
        break;
      }
      last = largest;
      Arrays.fill(x, 0);
      x[largest] = 1;
    }
    for (int i = 0; i < n; i++) {
      double size = 1 + i / Math.max(1.0, n - 1.0);
      x[i] = i % 2 == 0 ? size : -size;
    }
    solution.apply(Transpose.NO, x);
    return Math.max(estimate, 2 * sum(x) / (3 * (double) n));
  }

  private static double sum(double[] x) {
    double sum = 0;
    for (double element : x) {
      sum += Math.abs(element);
    }
    return sum;
  }
}
