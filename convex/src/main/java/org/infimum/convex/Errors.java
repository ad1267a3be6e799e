package org.infimum.convex;

/**
 * The six DIMACS errors of a primal-dual pair {@code (x, y)}, recomputed on the original problem in
 * double-double arithmetic by {@link Verifier}. With {@code a = Ax}, the slack s is the projection of
 * {@code b - a} onto K and the reduced costs z are the projection of {@code Px + q - A'y} onto the
 * signs that the column bounds allow:
 *
 * <ul>
 *   <li>{@code rowResidual} = ||Ax + s - b||_inf / (1 + ||b||_max)
 *   <li>{@code columnBounds} = distance of x to its bounds / (1 + ||bounds||_max)
 *   <li>{@code dualResidual} = ||Px + q - A'y - z||_inf / (1 + ||q||_max)
 *   <li>{@code rowDuals} = distance of y to the dual cone / (1 + ||q||_max)
 *   <li>{@code objectiveGap} = (primal - dual objective) / (1 + |primal| + |dual|)
 *   <li>{@code complementarity} = (s'y + slack of bounds' z) / (1 + |primal| + |dual|)
 * </ul>
 *
 * Objectives are those of the stored minimization.
 */
public record Errors(
    double rowResidual,
    double columnBounds,
    double dualResidual,
    double rowDuals,
    double objectiveGap,
    double complementarity,
    double primalObjective,
    double dualObjective) {

  /** The larger of the two primal errors. */
  public double primal() {
    return Math.max(rowResidual, columnBounds);
  }

  /** The larger of the two dual errors. */
  public double dual() {
    return Math.max(dualResidual, rowDuals);
  }

  /** The larger absolute value of the two gap errors. */
  public double gap() {
    return Math.max(Math.abs(objectiveGap), Math.abs(complementarity));
  }

  /** The largest of the six in absolute value; NaN if any is. */
  public double largest() {
    return Math.max(primal(), Math.max(dual(), gap()));
  }

  /** Whether all six are within the tolerance (false on NaN). */
  public boolean within(double tolerance) {
    return largest() <= tolerance;
  }

  /** The six errors in DIMACS order. */
  public double[] dimacs() {
    return new double[] {
      rowResidual, columnBounds, dualResidual, rowDuals, objectiveGap, complementarity
    };
  }
}
