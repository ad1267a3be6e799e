// float twin: generated
package org.infimum.linalg.dense;

import java.util.Arrays;
import java.util.Random;

/** A matrix somewhere in a larger array whose other elements nobody may read or write. */
final class DoubleMatrix {
  /** NaN would spread if it were read. */
  private static final double GUARD = Double.NaN;

  final int rows;
  final int columns;
  final int at;
  final int stride;
  final double[] values;

  DoubleMatrix(int rows, int columns, int at, int stride) {
    this.rows = rows;
    this.columns = columns;
    this.at = at;
    this.stride = stride;
    values = new double[at + stride * columns + 5];
    Arrays.fill(values, GUARD);
  }

  /** Normally distributed elements, at a random offset, with a random leading dimension. */
  static DoubleMatrix random(int rows, int columns, Random random) {
    DoubleMatrix matrix =
        new DoubleMatrix(rows, columns, random.nextInt(4), Math.max(1, rows) + random.nextInt(5));
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < rows; i++) {
        matrix.set(i, j, random.nextGaussian());
      }
    }
    return matrix;
  }

  /* wide */ double get(int i, int j) {
    return values[index(i, j)];
  }

  int index(int i, int j) {
    return at + i + j * stride;
  }

  void set(int i, int j, /* wide */ double value) {
    values[index(i, j)] = /* narrow */ value;
  }

  DoubleMatrix copy() {
    DoubleMatrix copy = new DoubleMatrix(rows, columns, at, stride);
    System.arraycopy(values, 0, copy.values, 0, values.length);
    return copy;
  }

  /** Makes the elements outside a triangle guards. */
  void keepOnly(Triangle triangle) {
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < rows; i++) {
        if (triangle == Triangle.LOWER ? i < j : i > j) {
          set(i, j, GUARD);
        }
      }
    }
  }

  /** Whether all elements around the matrix are still guards. */
  boolean isGuarded() {
    for (int p = 0; p < values.length; p++) {
      boolean inside = p >= at && (p - at) % stride < rows && (p - at) / stride < columns;
      if (!inside && !Double.isNaN(values[p])) {
        return false;
      }
    }
    return true;
  }

  /** Element (i, j) of op(A). */
  /* wide */ double element(Transpose trans, int i, int j) {
    return trans == Transpose.YES ? get(j, i) : get(i, j);
  }

  /** Element (i, j) of the symmetric matrix of which one triangle is stored. */
  /* wide */ double symmetric(Triangle triangle, int i, int j) {
    return triangle == Triangle.LOWER == i >= j ? get(i, j) : get(j, i);
  }

  /** Element (i, j) of op(A) for a triangular A. */
  /* wide */ double triangular(
      Triangle triangle, Transpose trans, Diagonal diagonal, int i, int j) {
    if (i == j) {
      return diagonal == Diagonal.UNIT ? 1 : get(i, i);
    }
    boolean isLower = triangle == Triangle.LOWER != (trans == Transpose.YES);
    return i > j == isLower ? element(trans, i, j) : 0;
  }
}
