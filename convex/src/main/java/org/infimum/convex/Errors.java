package org.infimum.convex;

/**
 * The six DIMACS errors of a primal-dual pair {@code (x, y)}, recomputed on the original problem in
 * double-double arithmetic by {@link Verifier}. With the activities {@code a = Ax}, C the set that
 * the rows allow for a (two-sided rows: {@code rowLower <= a <= rowUpper}) and B the column bounds:
 *
 * <ul>
 *   <li>{@code rowResidual} = distance of a to C / (1 + the largest finite row end)
 *   <li>{@code columnBounds} = distance of x to B / (1 + the largest finite column bound)
 *   <li>{@code dualResidual} = ||d - z||_inf / (1 + ||q||_inf), where {@code d = Px + q - A'y} and
 *       the reduced costs z are the projection of d onto the signs that the column bounds allow:
 *       any with two finite bounds, {@code z >= 0} with the lower one only, {@code z <= 0} with the
 *       upper one only, {@code z = 0} with none
 *   <li>{@code rowDuals} = ||y - v||_inf / (1 + ||q||_inf), where v is the projection of y onto the
 *       signs that the row ends allow by the same rule
 *   <li>{@code objectiveGap} = (primal - dual) / (1 + |primal| + |dual|)
 *   <li>{@code complementarity} = (sum_i v_i (s_i - e_i) + sum_j z_j (t_j - f_j)) / (1 + |primal| +
 *       |dual|), where s and t are the projections of a on C and of x on B, and e and f the ends
 *       that the signs press on (lower for a positive multiplier, upper for a negative one)
 * </ul>
 *
 * Distances are in the infinity norm and absolute values are meant where the text says largest. The
 * objectives are those of the stored minimization:
 *
 * <pre>
 *   primal =  1/2 x'Px + q'x + r
 *   dual   = -1/2 x'Px + sum_i v_i e_i + sum_j z_j f_j + r
 * </pre>
 *
 * An infinite end is never multiplied. If x, y or any intermediate result is not finite, all six
 * errors are {@code +infinity}.
 *
 * @param rowResidual distance of the activities to the rows, relative
 * @param columnBounds distance of x to its bounds, relative
 * @param dualResidual what is left of stationarity, relative
 * @param rowDuals distance of y to the allowed signs, relative
 * @param objectiveGap primal minus dual objective, relative; negative if the pair is infeasible
 * @param complementarity sum of multiplier times slack, relative
 * @param primalObjective primal objective of the stored minimization
 * @param dualObjective dual objective of the stored minimization
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
