package org.infimum.convex.verify;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A solution file as it stands: what someone claims about a problem, by name and in the user's
 * sense. Absent fields are null. Maps are read in their own order.
 *
 * @param status the claimed status label; null is taken as {@code optimal}
 * @param objectiveSense {@code minimize} or {@code maximize} (or {@code min}, {@code max}); must be
 *     that of the problem
 * @param objective claimed objective
 * @param dualObjective claimed dual objective
 * @param variables what is claimed of each variable
 * @param constraints what is claimed of each constraint
 * @param certificate the proof that there is no optimum
 */
public record ClaimedSolution(
    @Nullable String status,
    @Nullable String objectiveSense,
    @Nullable Double objective,
    @Nullable Double dualObjective,
    Map<String, Variable> variables,
    Map<String, Constraint> constraints,
    @Nullable Ray certificate) {

  /**
   * The claim about one variable.
   *
   * @param value its value
   * @param reducedCost d objective / d bound: component of {@code Px + q - A'y}, negated for MAX
   * @param lower its lower bound, null also for none
   * @param upper its upper bound, null also for none
   */
  public record Variable(
      @Nullable Double value,
      @Nullable Double reducedCost,
      @Nullable Double lower,
      @Nullable Double upper) {}

  /**
   * The claim about one constraint.
   *
   * @param activity its left-hand side
   * @param dual d objective / d right-hand side in the user's sense
   * @param slack {@code min(activity - lower, upper - activity)} over its finite ends; null for
   *     none
   */
  public record Constraint(
      @Nullable Double activity, @Nullable Double dual, @Nullable Double slack) {}

  /**
   * A certificate.
   *
   * @param kind {@code farkas}, {@code recession} or {@code crossed-bounds}
   * @param ray entries by name, those left out are 0: row multipliers of the minimization for
   *     {@code farkas} (the sense of the objective plays no part), variables for {@code recession};
   *     for {@code crossed-bounds} the only entry names the row or column
   */
  public record Ray(String kind, Map<String, Double> ray) {}
}
