package org.infimum.convex;

/**
 * The dual {@code {z : z's >= 0 for all s in K}} of a cone that is not its own dual.
 *
 * @param primal the cone K: exponential, power or generalized power
 */
public record DualCone(CurvedCone primal) implements CurvedCone {
  /** Refuses cones that are their own dual: name those themselves. */
  public DualCone {
    if (!(primal instanceof ExponentialCone
        || primal instanceof PowerCone
        || primal instanceof GeneralizedPowerCone)) {
      throw new IllegalArgumentException("the " + primal.description() + " is its own dual");
    }
  }

  @Override
  public int dimension() {
    return primal.dimension();
  }

  @Override
  public int degree() {
    return primal.degree();
  }

  @Override
  public double distance(double[] s, int offset) {
    return primal.dualDistance(s, offset);
  }

  @Override
  public double dualDistance(double[] z, int offset) {
    return primal.distance(z, offset);
  }

  @Override
  public String description() {
    return "dual " + primal.description();
  }
}
