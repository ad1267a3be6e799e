package org.infimum.convex.model;

import java.util.Locale;

/** How an expression bends, as far as the rules of disciplined convex programming can tell. */
public enum Curvature {
  /** Has no variable in it; parameters may occur. */
  CONSTANT,
  /** Affine in the variables. */
  AFFINE,
  /** Convex. */
  CONVEX,
  /** Concave. */
  CONCAVE,
  /** Neither is known. */
  UNKNOWN;

  /** The word used in messages. */
  public String label() {
    return this == UNKNOWN ? "neither convex nor concave" : name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is affine or constant. */
  public boolean isAffine() {
    return this == CONSTANT || this == AFFINE;
  }

  /** Whether it may stand where a convex expression is needed. */
  public boolean isConvex() {
    return isAffine() || this == CONVEX;
  }

  /** Whether it may stand where a concave expression is needed. */
  public boolean isConcave() {
    return isAffine() || this == CONCAVE;
  }

  /** The curvature of a sum. */
  Curvature plus(Curvature other) {
    if (this == CONSTANT || this == other) {
      return other;
    }
    if (other == CONSTANT || other == AFFINE) {
      return this;
    }
    return this == AFFINE ? other : UNKNOWN;
  }

  /** The curvature of a multiple by a factor of this sign. */
  Curvature times(Sign factor) {
    if (isAffine() || factor == Sign.NONNEGATIVE) {
      return this;
    }
    if (factor == Sign.ZERO) {
      return CONSTANT;
    }
    if (factor == Sign.UNKNOWN) {
      return UNKNOWN;
    }
    return switch (this) {
      case CONVEX -> CONCAVE;
      case CONCAVE -> CONVEX;
      case CONSTANT, AFFINE, UNKNOWN -> this;
    };
  }
}
