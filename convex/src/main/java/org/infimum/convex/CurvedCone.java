package org.infimum.convex;

/**
 * A cone that is not a product of intervals. Its rows have no ends of their own: {@link
 * ConicProgram#rowLower} and {@link ConicProgram#rowUpper} are infinite there, and the right-hand
 * side {@code b} says where the cone's apex stands. The multipliers of {@code s in K} are {@code z
 * = -y}, and they must lie in the dual cone.
 */
public sealed interface CurvedCone extends Cone
    permits SecondOrderCone,
        RotatedSecondOrderCone,
        SemidefiniteCone,
        ExponentialCone,
        PowerCone,
        GeneralizedPowerCone,
        DualCone {
  /**
   * An upper bound of the distance of {@code s} to the cone in the infinity norm, tight up to a
   * small constant: 0 inside.
   *
   * @param s holds the block from {@code offset} on, all finite
   */
  double distance(double[] s, int offset);

  /** The same for the dual cone {@code {z : z's >= 0 for all s in K}}. */
  double dualDistance(double[] z, int offset);

  /** The cone's name in messages, with its size, such as {@code second-order cone of 3 rows}. */
  String description();
}
