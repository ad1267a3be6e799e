package org.infimum.bench.dense;

import java.util.Random;

/**
 * The matrices of one size, column-major.
 *
 * @param n the order of all of them
 * @param left a general matrix
 * @param right another one
 * @param definite a symmetric positive definite one
 * @param quasidefinite the same with a negative second half of the diagonal
 */
public record DenseInput(
    int n, double[] left, double[] right, double[] definite, double[] quasidefinite) {
  /** Random matrices, the symmetric ones diagonally dominant. */
  public static DenseInput random(int n, long seed) {
    Random random = new Random(seed);
    double[] left = random.doubles((long) n * n, -1, 1).toArray();
    double[] right = random.doubles((long) n * n, -1, 1).toArray();
    double[] definite = left.clone();
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < j; i++) {
        definite[j + i * n] = definite[i + j * n];
      }
      definite[j * (n + 1)] = n;
    }
    double[] quasidefinite = definite.clone();
    for (int j = n / 2; j < n; j++) {
      quasidefinite[j * (n + 1)] = -n;
    }
    return new DenseInput(n, left, right, definite, quasidefinite);
  }

  /** The matrix that an operation factors; the left factor of a product. */
  public double[] matrix(DenseOperation operation) {
    return switch (operation) {
      case CHOLESKY -> definite;
      case LDL, QUASIDEFINITE -> quasidefinite;
      case DGEMM, SGEMM, LU, QR -> left;
    };
  }

  /** In single precision. */
  public static float[] narrow(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }
}
