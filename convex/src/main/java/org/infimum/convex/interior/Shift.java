package org.infimum.convex.interior;

/**
 * What a right-hand side asks of the rows that the Newton system eliminates, beyond its vectors.
 * Their targets are multiples of s = E z; passed through the inverse scaling as vectors they would
 * drown the direction in rounding errors, while in the scaled space they are a few numbers of the
 * size of the scaled point.
 */
enum Shift {
  /** Nothing. */
  NONE,
  /** The present complementarity target. */
  TARGET,
  /** {@code s / tau}, what the constant direction loses with {@code x / tau}. */
  CONSTANT
}
