// float twin: generated
package org.infimum.linalg.dense;

import java.util.Random;

/** Matrices with given singular values or eigenvalues, and norms. */
final class DoubleSpectra {
  private DoubleSpectra() {}

  /** Values from 1 down to 1 / condition, evenly on a logarithmic scale. */
  static /* wide */ double[] geometric(int count, /* wide */ double condition) {
    /* wide */ double[] values = new /* wide */ double[count];
    for (int i = 0; i < count; i++) {
      values[i] = StrictMath.pow(condition, -i / Math.max(1.0, count - 1.0));
    }
    return values;
  }

  /** H1 H2 D H2 H1 with random reflectors, which is symmetric with the given eigenvalues. */
  static DoubleMatrix symmetric(/* wide */ double[] values, Random random) {
    int n = values.length;
    /* wide */ double[] a = new /* wide */ double[n * n];
    for (int i = 0; i < n; i++) {
      a[i * (n + 1)] = values[i];
    }
    for (int repeat = 0; repeat < 2; repeat++) {
      /* wide */ double[] v = direction(n, random);
      reflectRows(n, n, a, v);
      transpose(n, a);
      reflectRows(n, n, a, v);
      transpose(n, a);
    }
    DoubleMatrix matrix = DoubleMatrix.random(n, n, random);
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        matrix.set(i, j, a[Math.max(i, j) + Math.min(i, j) * n]);
      }
    }
    return matrix;
  }

  /** An m x n matrix with the given singular values. */
  static DoubleMatrix general(int m, int n, /* wide */ double[] values, Random random) {
    int order = Math.max(m, n);
    /* wide */ double[] a = new /* wide */ double[order * order];
    for (int i = 0; i < values.length; i++) {
      a[i * (order + 1)] = values[i];
    }
    for (int repeat = 0; repeat < 2; repeat++) {
      reflectRows(m, order, a, direction(m, random));
      transpose(order, a);
      reflectRows(n, order, a, direction(n, random));
      transpose(order, a);
    }
    DoubleMatrix matrix = DoubleMatrix.random(m, n, random);
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < m; i++) {
        matrix.set(i, j, a[i + j * order]);
      }
    }
    return matrix;
  }

  private static /* wide */ double[] direction(int n, Random random) {
    /* wide */ double[] v = new /* wide */ double[n];
    /* wide */ double square = 0;
    for (int i = 0; i < n; i++) {
      v[i] = random.nextGaussian();
      square += v[i] * v[i];
    }
    for (int i = 0; i < n; i++) {
      v[i] *= StrictMath.sqrt(2 / square);
    }
    return v;
  }

  private static void reflectRows(int n, int stride, /* wide */ double[] a, /* wide */ double[] v) {
    for (int j = 0; j < stride; j++) {
      /* wide */ double dot = 0;
      for (int i = 0; i < n; i++) {
        dot += v[i] * a[i + j * stride];
      }
      for (int i = 0; i < n; i++) {
        a[i + j * stride] -= dot * v[i];
      }
    }
  }

  private static void transpose(int n, /* wide */ double[] a) {
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < j; i++) {
        /* wide */ double element = a[i + j * n];
        a[i + j * n] = a[j + i * n];
        a[j + i * n] = element;
      }
    }
  }
}
