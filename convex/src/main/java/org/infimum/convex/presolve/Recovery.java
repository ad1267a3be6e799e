package org.infimum.convex.presolve;

import java.util.Arrays;
import org.infimum.linalg.SparseMatrix;

/**
 * The primal-dual point that postsolve carries from the reduced to the original program, in
 * original numbering; what is not restored yet is 0. The reduced costs {@code z = Px + q - A'y} are
 * those of the program at the current stage.
 */
final class Recovery {
  final double[] x;
  final double[] y;
  final double[] z;
  private final boolean homogeneous;
  private final SparseMatrix p;

  /**
   * Wraps the point.
   *
   * @param p the full symmetric quadratic term
   * @param homogeneous whether the point is a ray: right-hand sides, bounds and costs count as 0
   */
  Recovery(double[] x, double[] y, double[] z, SparseMatrix p, boolean homogeneous) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.p = p;
    this.homogeneous = homogeneous;
  }

  boolean homogeneous() {
    return homogeneous;
  }

  /** A finite datum of the program, or 0 for a ray; infinities stay. */
  double datum(double value) {
    return homogeneous && Double.isFinite(value) ? 0.0 : value;
  }

  /** The sum of {@code values[k] * x[columns[k]]}. */
  double activity(int[] columns, double[] values) {
    return dot(columns, values, x);
  }

  /** {@code cost + (Px)_j - sum of values[k] * y[rows[k]]}. */
  double reducedCost(int j, double cost, int[] rows, double[] values) {
    double price = -dot(rows, values, y);
    if (homogeneous) {
      return price;
    }
    for (int k = p.columnStarts()[j]; k < p.columnStarts()[j + 1]; k++) {
      price += p.values()[k] * x[p.rowIndices()[k]];
    }
    return cost + price;
  }

  private static double dot(int[] indices, double[] values, double[] vector) {
    double sum = 0.0;
    for (int k = 0; k < indices.length; k++) {
      sum += values[k] * vector[indices[k]];
    }
    return sum;
  }

  /**
   * The point of {@code [lower, upper]} nearest to {@code value}; the lower end wins if they cross.
   */
  static double clip(double value, double lower, double upper) {
    return Math.max(Math.min(value, upper), lower);
  }

  /** Sets everything to 0. */
  void clear() {
    Arrays.fill(x, 0.0);
    Arrays.fill(y, 0.0);
    Arrays.fill(z, 0.0);
  }
}
