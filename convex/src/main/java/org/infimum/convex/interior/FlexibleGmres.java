package org.infimum.convex.interior;

import java.util.Arrays;

/**
 * Right-preconditioned GMRES for the correction that plain refinement cannot find any more: where a
 * regularized pivot and the true one differ by orders of magnitude, refinement contracts slowly in
 * a few directions, and those are what a short Krylov space captures (Saad, "Iterative Methods for
 * Sparse Linear Systems", algorithm 9.6).
 */
final class FlexibleGmres {
  /** The system and its preconditioner, on vectors that stack columns and rows. */
  interface Operator {
    /** {@code out = K v}. */
    void apply(double[] v, double[] out);

    /** {@code out ~ K^-1 v} through the factor. */
    void precondition(double[] v, double[] out);
  }

  private static final int STEPS = 12;

  private final int length;
  private final double[][] basis;
  private final double[][] directions;
  private final double[][] hessenberg = new double[STEPS][STEPS + 1];
  private final double[] cosine = new double[STEPS];
  private final double[] sine = new double[STEPS];
  private final double[] right = new double[STEPS + 1];

  FlexibleGmres(int length) {
    this.length = length;
    basis = new double[STEPS + 1][];
    directions = new double[STEPS][];
  }

  /**
   * Allocates every vector that {@link #solve} may want, now instead of when it is first wanted.
   */
  void reserve() {
    for (int k = 0; k <= STEPS; k++) {
      vector(basis, k);
    }
    for (int k = 0; k < STEPS; k++) {
      vector(directions, k);
    }
  }

  /**
   * Finds a correction d with {@code ||K d - r||_2} as small as the space allows.
   *
   * @param tolerance stop at this residual norm
   * @param d receives the correction
   */
  void solve(Operator operator, double[] r, double tolerance, double[] d) {
    Arrays.fill(d, 0, length, 0.0);
    double norm = norm(r);
    if (!(norm > tolerance) || Double.isInfinite(norm)) {
      return;
    }
    double[] first = vector(basis, 0);
    for (int i = 0; i < length; i++) {
      first[i] = r[i] / norm;
    }
    Arrays.fill(right, 0.0);
    right[0] = norm;
    int steps = 0;
    while (steps < STEPS && Math.abs(right[steps]) > tolerance) {
      int k = steps;
      double[] z = vector(directions, k);
      double[] w = vector(basis, k + 1);
      operator.precondition(basis[k], z);
      operator.apply(z, w);
      double[] column = hessenberg[k];
      for (int i = 0; i <= k; i++) {
        column[i] = dot(w, basis[i]);
        add(w, basis[i], -column[i]);
      }
      double next = norm(w);
      if (!Double.isFinite(next)) {
        break;
      }
      rotate(column, k, next);
      steps++;
      if (next == 0.0) {
        break;
      }
      for (int i = 0; i < length; i++) {
        w[i] /= next;
      }
    }
    combine(steps, d);
  }

  /**
   * Applies the earlier Givens rotations to the new column and adds one that clears {@code next}.
   */
  private void rotate(double[] column, int k, double next) {
    for (int i = 0; i < k; i++) {
      double upper = cosine[i] * column[i] + sine[i] * column[i + 1];
      column[i + 1] = -sine[i] * column[i] + cosine[i] * column[i + 1];
      column[i] = upper;
    }
    double radius = Math.sqrt(column[k] * column[k] + next * next);
    cosine[k] = radius == 0.0 ? 1.0 : column[k] / radius;
    sine[k] = radius == 0.0 ? 0.0 : next / radius;
    column[k] = radius;
    right[k + 1] = -sine[k] * right[k];
    right[k] *= cosine[k];
  }

  private void combine(int steps, double[] d) {
    for (int k = steps - 1; k >= 0; k--) {
      double value = right[k];
      for (int j = k + 1; j < steps; j++) {
        value -= hessenberg[j][k] * right[j];
      }
      right[k] = hessenberg[k][k] == 0.0 ? 0.0 : value / hessenberg[k][k];
    }
    for (int k = 0; k < steps; k++) {
      add(d, directions[k], right[k]);
    }
  }

  private double[] vector(double[][] family, int k) {
    if (family[k] == null) {
      family[k] = new double[length];
    }
    return family[k];
  }

  /** Four sums that do not wait for each other. */
  private double dot(double[] u, double[] v) {
    double s0 = 0.0;
    double s1 = 0.0;
    double s2 = 0.0;
    double s3 = 0.0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      s0 += u[i] * v[i];
      s1 += u[i + 1] * v[i + 1];
      s2 += u[i + 2] * v[i + 2];
      s3 += u[i + 3] * v[i + 3];
    }
    for (; i < length; i++) {
      s0 += u[i] * v[i];
    }
    return s0 + s1 + (s2 + s3);
  }

  private double norm(double[] v) {
    return Math.sqrt(dot(v, v));
  }

  private void add(double[] y, double[] x, double factor) {
    for (int i = 0; i < length; i++) {
      y[i] += factor * x[i];
    }
  }
}
