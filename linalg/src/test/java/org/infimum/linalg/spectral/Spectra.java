package org.infimum.linalg.spectral;

import java.util.Random;

/** Random matrices of known spectra, and how far computed factors are from the truth. */
final class Spectra {
  static final double EPSILON = 0x1p-53;

  private Spectra() {}

  static long seed() {
    return Long.getLong("infimum.seed", 20_240_611L);
  }

  /** The kinds of spectra that make eigenvalue and singular value algorithms fail. */
  enum Kind {
    GEOMETRIC,
    UNIFORM,
    CLUSTERED,
    REPEATED,
    MANY_ZEROS,
    ALL_EQUAL,
    ONE_LARGE,
    TINY_GAPS;

    /** So many numbers in 0 .. 1, the largest 1 and the ratio to the least up to 1e12. */
    double[] values(int n, Random random) {
      double decades = 12 * random.nextDouble();
      double[] values = new double[n];
      for (int i = 0; i < n; i++) {
        double t = n == 1 ? 0 : i / (n - 1.0);
        values[i] =
            switch (this) {
              case GEOMETRIC -> Math.pow(10, -decades * t);
              case UNIFORM -> 1 - t * (1 - Math.pow(10, -decades));
              case CLUSTERED -> 1 - 0.25 * Math.floor(4.0 * i / n) + 1e-14 * random.nextDouble();
              case REPEATED -> 1.0 / (1 + 3 * i / n);
              case MANY_ZEROS -> i < (n + 2) / 3 ? 1 - t : 0;
              case ALL_EQUAL -> 1;
              case ONE_LARGE -> i == 0 ? 1 : Math.pow(10, -decades);
              case TINY_GAPS -> 1 - i * 4 * EPSILON;
            };
      }
      return values;
    }
  }

  /** A matrix with orthonormal columns: the first columns of a product of random reflectors. */
  static double[] orthonormal(int rows, int columns, Random random) {
    double[] q = new double[rows * columns];
    for (int j = 0; j < columns; j++) {
      q[j * rows + j] = 1;
    }
    for (int reflector = 0; reflector < 3; reflector++) {
      double[] v = random.doubles(rows, -1, 1).toArray();
      double squares = 0;
      for (double element : v) {
        squares += element * element;
      }
      for (int j = 0; j < columns; j++) {
        double product = 0;
        for (int i = 0; i < rows; i++) {
          product += v[i] * q[j * rows + i];
        }
        for (int i = 0; i < rows; i++) {
          q[j * rows + i] -= 2 * product / squares * v[i];
        }
      }
    }
    return q;
  }

  /** U diag(s) V', of {@code rows} x {@code columns}, where s has as many elements as U columns. */
  static double[] product(int rows, int columns, double[] u, double[] s, double[] v) {
    double[] a = new double[rows * columns];
    for (int k = 0; k < s.length; k++) {
      for (int j = 0; j < columns; j++) {
        double factor = s[k] * v[k * columns + j];
        for (int i = 0; i < rows; i++) {
          a[j * rows + i] += u[k * rows + i] * factor;
        }
      }
    }
    return a;
  }

  /** Q diag(w) Q' with random signs of the eigenvalues, which are returned in w. */
  static double[] symmetric(double[] w, Random random) {
    int n = w.length;
    for (int i = 0; i < n; i++) {
      w[i] = random.nextBoolean() ? w[i] : -w[i];
    }
    double[] q = orthonormal(n, n, random);
    double[] a = product(n, n, q, w, q);
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < j; i++) {
        a[j * n + i] = a[i * n + j];
      }
    }
    return a;
  }

  /** The largest element of Q'Q - I. */
  static double distanceFromOrthonormal(int rows, int columns, double[] q) {
    double largest = 0;
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i <= j; i++) {
        double sum = i == j ? -1 : 0;
        for (int r = 0; r < rows; r++) {
          sum += q[i * rows + r] * q[j * rows + r];
        }
        largest = Math.max(largest, Math.abs(sum));
      }
    }
    return largest;
  }

  /** The largest element of A - U diag(s) V' in absolute value. */
  static double residual(int rows, int columns, double[] a, double[] u, double[] s, double[] v) {
    double[] product = product(rows, columns, u, s, v);
    double largest = 0;
    for (int i = 0; i < rows * columns; i++) {
      largest = Math.max(largest, Math.abs(product[i] - a[i]));
    }
    return largest;
  }

  static double largest(double[] a) {
    double largest = 0;
    for (double element : a) {
      largest = Math.max(largest, Math.abs(element));
    }
    return largest;
  }
}
