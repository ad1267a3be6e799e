package org.infimum.convex;

/** The direction in which the user stated the objective. */
public enum Sense {
  /** Smaller is better. */
  MINIMIZE,
  /** Larger is better; the program stores the negated objective. */
  MAXIMIZE
}
