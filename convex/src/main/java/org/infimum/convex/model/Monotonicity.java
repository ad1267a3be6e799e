package org.infimum.convex.model;

/** How an atom's value moves with one of its arguments. */
enum Monotonicity {
  /** Never falls. */
  NONDECREASING,
  /** Never rises. */
  NONINCREASING,
  /** Never falls where the argument is nonnegative, never rises where it is nonpositive. */
  AWAY_FROM_ZERO,
  /** Nothing is known. */
  NONE;

  /**
   * Whether an argument of this curvature and sign keeps the composition convex (concave for a
   * concave atom).
   */
  boolean admits(boolean convexAtom, Curvature curvature, Sign sign) {
    Curvature same = convexAtom ? Curvature.CONVEX : Curvature.CONCAVE;
    Curvature opposite = convexAtom ? Curvature.CONCAVE : Curvature.CONVEX;
    return curvature.isAffine()
        || switch (this) {
          case NONDECREASING -> curvature == same;
          case NONINCREASING -> curvature == opposite;
          case AWAY_FROM_ZERO ->
              curvature == same && sign.isNonnegative()
                  || curvature == opposite && sign.isNonpositive();
          case NONE -> false;
        };
  }

  /** What such an argument must be, in words. */
  String needs(boolean convexAtom) {
    String same = convexAtom ? "convex" : "concave";
    String opposite = convexAtom ? "concave" : "convex";
    return switch (this) {
      case NONDECREASING -> "a " + same + " one";
      case NONINCREASING -> "a " + opposite + " one";
      case AWAY_FROM_ZERO ->
          "an affine one, a "
              + same
              + " one that is never negative or a "
              + opposite
              + " one that is never positive";
      case NONE -> "an affine one";
    };
  }
}
