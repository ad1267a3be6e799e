package org.infimum.convex.interior;

/**
 * The logarithmic barrier of one family of constraints on a vector of activities (the rows' {@code
 * Ax} or the columns' {@code x}), with its own slacks s, multipliers z and search direction. The
 * embedding only sees activities, dual contributions and the block that the family brings to the
 * Newton system; a further cone is one more implementation.
 *
 * <p>Every method runs over arrays that exist from construction: none allocates.
 */
interface Barrier {
  /** Number of barrier terms nu. */
  int degree();

  /** Sets {@code s} and {@code z} to 1 in every term. */
  void startAtUnit();

  /**
   * Sets {@code s = max(signed distance, floor)} where the distance is that of {@code activity} to
   * the bound, after a common shift that makes the smallest at least {@code floor}.
   *
   * @return the shift that was added to every slack
   */
  double startPrimal(double[] activity, double floor);

  /**
   * The same for the multipliers: {@code z = -signed activity}, shifted to be at least {@code
   * floor}.
   */
  double startDual(double[] activity, double floor);

  /**
   * Computes the residuals of {@code s} at the scaled bounds: {@code sign (activity - bound tau) -
   * s}.
   */
  void residuals(double[] activity, double tau);

  /** The largest residual in absolute value, each divided by {@code scale[i]} of its activity. */
  double residualNorm(double[] scale);

  /** {@code sum |residual| z}: how far the residuals can move the objective. */
  double residualImpact();

  /** {@code s'z}. */
  double complementarity();

  /** The smallest product {@code s z} of the terms, +infinity if there are none. */
  double smallestProduct();

  /** {@code sum sign bound z}: what the terms bring to the dual objective. */
  double dualObjective();

  /** Adds {@code sign z} of every term to {@code dual} at its activity. */
  void addDual(double[] dual);

  /** Adds the Hessian weights {@code z/s} and their bound-weighted sums {@code bound z/s}. */
  void addWeights(double[] weight, double[] weightedBound);

  /** {@code sum (z/s) (bound - activity)^2}: its part of the denominator of the tau step. */
  double curvatureAt(double[] activity);

  /** Sets the complementarity target of the predictor: {@code s z} to 0. */
  void targetAffine();

  /**
   * Sets the target of the combined step: {@code s z + ds dz - sigmaMu}, ds and dz being current.
   */
  void targetCombined(double sigmaMu, double correction);

  /**
   * Moves the target by Gondzio's correction: the products at the trial step are projected onto
   * [betaMin mu, betaMax mu].
   *
   * @return whether any product lay outside
   */
  boolean targetCentered(double trialStep, double targetMu);

  /** Adds the right-hand side that eliminating s and z leaves at the activity. */
  void addReducedResidual(double eta, double[] out);

  /**
   * Sets the constant direction, the answer of s and z to dtau = 1.
   *
   * @param activityStep step of the activities
   * @param dualStep what stationarity asks the sum of {@code sign dz} at each activity to be
   * @param weight the sums that {@link #addWeights} left
   */
  void constantDirection(double[] activityStep, double[] dualStep, double[] weight);

  /** Sets ds and dz for dtau = 0; the parameters are those of {@link #constantDirection}. */
  void direction(double eta, double[] activityStep, double[] dualStep, double[] weight);

  /** {@code sum sign bound dz} of the current direction. */
  double dualObjectiveOfDirection();

  /** Adds {@code tauStep} times the constant direction to the current one. */
  void addConstantDirection(double tauStep);

  /** The largest step up to {@code limit} that keeps s and z nonnegative. */
  double largestStep(double limit);

  /** {@code (s + step ds)'(z + step dz)}. */
  double complementarityAt(double step);

  /** Keeps the current direction to come back to with {@link #restoreDirection()}. */
  void saveDirection();

  /** Brings back the direction and target that were saved. */
  void restoreDirection();

  /** Moves s and z along the direction. */
  void advance(double step);

  /** Multiplies s and z by {@code factor}: the embedding is homogeneous. */
  void scale(double factor);
}
