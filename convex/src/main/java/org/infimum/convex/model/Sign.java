package org.infimum.convex.model;

/** What is known of the sign of an expression's elements. */
public enum Sign {
  /** All zero. */
  ZERO,
  /** All at least zero. */
  NONNEGATIVE,
  /** All at most zero. */
  NONPOSITIVE,
  /** Nothing is known. */
  UNKNOWN;

  /** The sign of a number. */
  static Sign of(double number) {
    if (number == 0.0) {
      return ZERO;
    }
    return number > 0.0 ? NONNEGATIVE : NONPOSITIVE;
  }

  /** The sign of a product. */
  Sign times(Sign other) {
    if (this == ZERO || other == ZERO) {
      return ZERO;
    }
    if (this == UNKNOWN || other == UNKNOWN) {
      return UNKNOWN;
    }
    return this == other ? NONNEGATIVE : NONPOSITIVE;
  }

  /** The sign of a sum, and of two blocks of elements together. */
  Sign plus(Sign other) {
    if (this == ZERO || this == other) {
      return other;
    }
    return other == ZERO ? this : UNKNOWN;
  }

  /** Whether no element is negative. */
  public boolean isNonnegative() {
    return this == ZERO || this == NONNEGATIVE;
  }

  /** Whether no element is positive. */
  public boolean isNonpositive() {
    return this == ZERO || this == NONPOSITIVE;
  }
}
