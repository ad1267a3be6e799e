package org.infimum.convex.interior;

/**
 * The cones of one kind, with the scaling that linearizes their complementarity at the iterate. The
 * vectors hold the rows of all curved cones; a family knows where its own begin. With the scaling
 * matrix E (Hs of the method's papers), a direction satisfies {@code E dz + ds = -target}.
 *
 * <p>Every method runs over arrays that exist from construction: none allocates, except in
 * semidefinite cones of large order.
 */
interface ConeFamily {
  /** Number of barrier terms. */
  int degree();

  /** Whether the cones are self-scaled: s and z then have a common scaled point. */
  boolean isSymmetric();

  /** Sets s and z to the point of the central path with mu = 1 that is nearest to the apex. */
  void startAtUnit(double[] s, double[] z);

  /**
   * The smallest eigenvalue of v over the cones, {@code +infinity} if there are none. Symmetric
   * families only.
   */
  double margin(double[] v);

  /** Adds a multiple of the identity element to v. Symmetric families only. */
  void addIdentity(double[] v, double factor);

  /**
   * Computes the scaling at (s, z).
   *
   * @param mu duality measure of the whole iterate
   * @param dual whether to scale by the dual barrier alone, which is slower and always defined
   * @return whether it could be computed: s and z lie in the interior as far as rounding shows
   */
  boolean updateScaling(double[] s, double[] z, double mu, boolean dual);

  /** {@code out = E in}. */
  void multiply(double[] in, double[] out);

  /** The same, but 0 in rows that the Newton system eliminates: it defines their solution. */
  default void multiplyKept(double[] in, double[] out) {
    multiply(in, out);
  }

  /** Writes the diagonal of E. */
  void diagonal(double[] out);

  /**
   * Writes E of one cone of small dimension as its lower triangle, packed by rows.
   *
   * @param cone number of the cone within the family
   */
  void block(int cone, double[] packed);

  /** Sets the target of the predictor: the products to 0, in every scaling {@code target = s}. */
  void targetAffine(double[] s, double[] target);

  /**
   * Sets the target of the combined step, to lead the products to sigmaMu with the predictor's
   * second-order term.
   *
   * @param ds the predictor
   * @param dz the predictor
   */
  void targetCombined(
      double[] s,
      double[] z,
      double[] ds,
      double[] dz,
      double sigmaMu,
      double correction,
      double[] target);

  /**
   * The largest step up to limit that keeps s and z in the cones and, if not symmetric, central.
   */
  double largestStep(double[] s, double[] z, double[] ds, double[] dz, double limit);

  /**
   * Whether a step keeps the iterate in the neighbourhood of the central path that the scaling asks
   * for.
   */
  boolean isCentral(double[] s, double[] z, double[] ds, double[] dz, double step, double mu);
}
