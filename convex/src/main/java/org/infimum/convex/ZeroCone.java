package org.infimum.convex;

/**
 * Equality rows: {@code s = 0}, so {@code Ax = b}; the dual is free.
 *
 * @param dimension number of rows
 */
public record ZeroCone(int dimension) implements Cone {
  /** Refuses a negative dimension. */
  public ZeroCone {
    if (dimension < 0) {
      throw new IllegalArgumentException("a cone's dimension is negative: " + dimension);
    }
  }

  @Override
  public int degree() {
    return 0;
  }
}
