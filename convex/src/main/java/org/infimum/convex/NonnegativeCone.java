package org.infimum.convex;

/**
 * One-sided rows: {@code s >= 0}, so {@code Ax <= b}.
 *
 * @param dimension number of rows
 */
public record NonnegativeCone(int dimension) implements Cone {
  /** Refuses a negative dimension. */
  public NonnegativeCone {
    if (dimension < 0) {
      throw new IllegalArgumentException("a cone's dimension is negative: " + dimension);
    }
  }

  @Override
  public int degree() {
    return dimension;
  }
}
