// float twin: generated
package org.infimum.linalg.dense;

/** The constants of the arithmetic in double precision. */
public final class DoublePrecision {
  /** The distance from 1 to the next larger number. */
  public static final double EPSILON = Math.ulp(1.0);

  /** The smallest normal number, whose reciprocal does not overflow. */
  public static final double SAFE_MIN = Double.MIN_NORMAL;

  private DoublePrecision() {}
}
