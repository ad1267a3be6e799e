package org.infimum.cli;

import org.infimum.convex.ConicProgram;
import org.infimum.convex.Sense;

/**
 * A primal-dual pair in the terms of the user's problem. The program is stored as a minimization,
 * so with {@code sigma = 1} for MIN and {@code -1} for MAX
 *
 * <ul>
 *   <li>the dual of row i is {@code sigma y[i]} = d objective / d right-hand side,
 *   <li>the reduced cost of column j is {@code sigma (Px + q - A'y)[j]} = d objective / d bound,
 *   <li>the slack of row i is {@code min(activity - lower, upper - activity)} over its finite ends:
 *       negative where the row is violated.
 * </ul>
 */
final class UserAnswer {
  private final ConicProgram program;
  private final double sigma;
  private final double[] x;
  private final double[] y;
  private final double[] activities;
  private final double[] reducedCosts;

  UserAnswer(ConicProgram program, double[] x, double[] y) {
    this.program = program;
    this.x = x;
    this.y = y;
    sigma = program.sense() == Sense.MAXIMIZE ? -1.0 : 1.0;
    activities = new double[program.rows()];
    program.a().multiplyAdd(1.0, x, activities);
    reducedCosts = program.q().clone();
    program.p().symmetricMultiplyAdd(1.0, x, reducedCosts);
    program.a().transposeMultiplyAdd(-1.0, y, reducedCosts);
  }

  double value(int column) {
    return x[column];
  }

  double reducedCost(int column) {
    return userSense(reducedCosts[column]);
  }

  double activity(int row) {
    return activities[row];
  }

  double dual(int row) {
    return userSense(y[row]);
  }

  /** Infinite if the row is free. */
  double slack(int row) {
    double activity = activities[row];
    return Math.min(activity - program.rowLower()[row], program.rowUpper()[row] - activity);
  }

  /** Without a negative zero for MAX. */
  private double userSense(double value) {
    return value == 0.0 ? 0.0 : sigma * value;
  }
}
