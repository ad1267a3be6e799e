package org.infimum.convex;

import org.infimum.linalg.spectral.DoubleSymmetricEigen;

/**
 * The cone of positive semidefinite matrices of an order n, held as {@code svec}: the lower
 * triangle by columns, off-diagonal elements times {@code sqrt 2}, so that inner products are those
 * of the matrices. It is its own dual.
 *
 * @param order order n of the matrix, at least 1
 */
public record SemidefiniteCone(int order) implements CurvedCone {
  /** The largest order whose triangle can be indexed. */
  public static final int LARGEST_ORDER = 30_000;

  /** Refuses an order below 1 or above {@link #LARGEST_ORDER}. */
  public SemidefiniteCone {
    if (order < 1 || order > LARGEST_ORDER) {
      throw new IllegalArgumentException(
          "a semidefinite cone has an order from 1 to " + LARGEST_ORDER + ", not " + order);
    }
  }

  /** {@code n (n + 1) / 2}. */
  @Override
  public int dimension() {
    return order * (order + 1) / 2;
  }

  @Override
  public int degree() {
    return order;
  }

  /** The position of element (i, j), {@code i >= j}, in the block. */
  public int position(int i, int j) {
    return j * (2 * order - j + 1) / 2 + i - j;
  }

  /** Minus the smallest eigenvalue, if that is negative. Allocates. */
  @Override
  public double distance(double[] s, int offset) {
    double[] matrix = new double[order * order];
    unpack(s, offset, matrix);
    DoubleSymmetricEigen eigen = new DoubleSymmetricEigen(order, 1);
    eigen.computeValues(matrix, 0, order);
    return Math.max(0.0, -eigen.values()[0]);
  }

  @Override
  public double dualDistance(double[] z, int offset) {
    return distance(z, offset);
  }

  /** Writes both triangles of the matrix that a block holds, column-major. */
  public void unpack(double[] svec, int offset, double[] matrix) {
    int at = offset;
    for (int j = 0; j < order; j++) {
      matrix[j * order + j] = svec[at++];
      for (int i = j + 1; i < order; i++) {
        double element = svec[at++] * Math.sqrt(0.5);
        matrix[j * order + i] = element;
        matrix[i * order + j] = element;
      }
    }
  }

  /** Writes the lower triangle of a column-major matrix to a block. */
  public void pack(double[] matrix, double[] svec, int offset) {
    int at = offset;
    for (int j = 0; j < order; j++) {
      svec[at++] = matrix[j * order + j];
      for (int i = j + 1; i < order; i++) {
        svec[at++] = matrix[j * order + i] * Math.sqrt(2.0);
      }
    }
  }

  @Override
  public String description() {
    return "semidefinite cone of order " + order;
  }
}
