// float twin: generated
package org.infimum.linalg.spectral;

/**
 * The factorization A P = Q R, each column the longest of those left (Businger and Golub, Linear
 * least squares solutions by Householder transformations, Numer. Math. 7, 1965).
 */
final class DoublePivotedQr {
  private final int m;
  private final int n;
  private final double[] a;
  private final double[] diagonal;
  private final double[] tau;
  private final double[] products;
  private final int[] permutation;
  private final DoubleColumnKernels kernels;

  /** For the matrix at {@code a[0]}, m x n without gaps between columns, m at least n. */
  DoublePivotedQr(int m, int n, double[] a) {
    this.m = m;
    this.n = n;
    this.a = a;
    diagonal = new double[n];
    tau = new double[n];
    products = new double[n];
    permutation = new int[n];
    kernels = DoubleColumnKernels.forOrder(m);
  }

  /** Factors in place. */
  void factor() {
    DoubleReflector reflector = new DoubleReflector();
    for (int j = 0; j < n; j++) {
      permutation[j] = j;
    }
    for (int c = 0; c < n; c++) {
      swap(c, longest(c));
      int at = c * m + c;
      reflector.annihilate(m - c, a, at, kernels);
      diagonal[c] = reflector.beta();
      tau[c] = reflector.tau();
      int right = n - c - 1;
      kernels.transposedProduct(m - c, right, a, at + m, m, a, at, products, 0);
      for (int j = 0; j < right; j++) {
        kernels.addScaled(m - c, -tau[c] * products[j], a, at, a, at + (j + 1) * m);
      }
    }
  }

  private int longest(int from) {
    int longest = from;
    double norm = -1;
    for (int j = from; j < n; j++) {
      double length = kernels.norm(m - from, a, j * m + from);
      if (length > norm) {
        norm = length;
        longest = j;
      }
    }
    return longest;
  }

  private void swap(int p, int q) {
    if (p == q) {
      return;
    }
    int column = permutation[p];
    permutation[p] = permutation[q];
    permutation[q] = column;
    for (int i = 0; i < m; i++) {
      double swapped = a[p * m + i];
      a[p * m + i] = a[q * m + i];
      a[q * m + i] = swapped;
    }
  }

  /** Element (i, j) of R. */
  double upper(int i, int j) {
    return i < j ? a[j * m + i] : i == j ? diagonal[i] : 0;
  }

  /** The column of A that became column j of A P. */
  int column(int j) {
    return permutation[j];
  }

  /** Z := Q Z for an m x n matrix without gaps between columns. */
  void apply(double[] z) {
    for (int c = n - 1; c >= 0; c--) {
      int at = c * m + c;
      kernels.transposedProduct(m - c, n, z, c, m, a, at, products, 0);
      for (int j = 0; j < n; j++) {
        kernels.addScaled(m - c, -tau[c] * products[j], a, at, z, j * m + c);
      }
    }
  }
}
