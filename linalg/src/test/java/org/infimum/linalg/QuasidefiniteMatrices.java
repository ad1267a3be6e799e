package org.infimum.linalg;

import java.util.Arrays;
import java.util.Random;

/** Symmetric quasi-definite matrices by their upper triangles, with the signs of their pivots. */
record QuasidefiniteMatrices(SparseMatrix upper, byte[] signs) {
  /**
   * A random one: rows of equal sign are diagonally dominant among themselves, entries between rows
   * of different sign are arbitrary.
   */
  static QuasidefiniteMatrices random(int n, double density, Random random) {
    byte[] signs = new byte[n];
    for (int i = 0; i < n; i++) {
      signs[i] = (byte) (random.nextInt(3) == 0 ? -1 : 1);
    }
    int capacity = n + n * (n - 1) / 2;
    int[] row = new int[capacity];
    int[] column = new int[capacity];
    double[] value = new double[capacity];
    double[] dominance = new double[n];
    Arrays.fill(dominance, 1.0);
    int count = 0;
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < j; i++) {
        if (random.nextDouble() < density) {
          double entry = random.nextGaussian();
          row[count] = i;
          column[count] = j;
          value[count++] = entry;
          if (signs[i] == signs[j]) {
            dominance[i] += Math.abs(entry);
            dominance[j] += Math.abs(entry);
          }
        }
      }
    }
    for (int i = 0; i < n; i++) {
      row[count] = i;
      column[count] = i;
      value[count++] = signs[i] * dominance[i];
    }
    return new QuasidefiniteMatrices(
        SparseMatrix.ofTriplets(n, n, count, row, column, value), signs);
  }

  /** The augmented system [D A'; A -delta I] with a positive random diagonal D. */
  static QuasidefiniteMatrices augmented(SparseMatrix a, double delta, Random random) {
    int m = a.rows();
    int n = a.columns();
    int capacity = n + m + a.nonzeros();
    int[] row = new int[capacity];
    int[] column = new int[capacity];
    double[] value = new double[capacity];
    byte[] signs = new byte[n + m];
    int count = 0;
    for (int k = 0; k < n + m; k++) {
      signs[k] = (byte) (k < n ? 1 : -1);
      row[count] = k;
      column[count] = k;
      value[count++] = k < n ? weight(random) : -delta;
    }
    for (int j = 0; j < n; j++) {
      for (int e = a.columnStarts()[j]; e < a.columnStarts()[j + 1]; e++) {
        row[count] = j;
        column[count] = n + a.rowIndices()[e];
        value[count++] = a.values()[e];
      }
    }
    return new QuasidefiniteMatrices(
        SparseMatrix.ofTriplets(n + m, n + m, count, row, column, value), signs);
  }

  /** The normal equations A W A' + delta I with a positive random diagonal W. */
  static QuasidefiniteMatrices normal(SparseMatrix a, double delta, Random random) {
    WeightedGram gram = WeightedGram.analyze(a, null);
    double[] weights = new double[a.columns()];
    double[] diagonal = new double[a.rows()];
    Arrays.setAll(weights, j -> weight(random));
    Arrays.fill(diagonal, delta);
    gram.compute(weights, diagonal, 1);
    byte[] signs = new byte[a.rows()];
    Arrays.fill(signs, (byte) 1);
    return new QuasidefiniteMatrices(gram.matrix(), signs);
  }

  private static double weight(Random random) {
    return Math.pow(10.0, 4.0 * random.nextDouble() - 2.0);
  }

  int dimension() {
    return signs.length;
  }

  /** max |b - A x| / (max |A| max |x| + max |b|) for one column of b and x. */
  double backwardError(double[] x, double[] b, int column) {
    int n = dimension();
    double[] residual = Arrays.copyOfRange(b, column * n, (column + 1) * n);
    double[] solution = Arrays.copyOfRange(x, column * n, (column + 1) * n);
    double scale = largest(residual) + largest(upper.values()) * largest(solution);
    upper.symmetricMultiplyAdd(-1.0, solution, residual);
    return n == 0 ? 0.0 : largest(residual) / scale;
  }

  /** The largest absolute value, NaN if there is one. */
  static double largest(double[] vector) {
    double most = 0.0;
    for (double v : vector) {
      most = Math.max(most, Math.abs(v));
    }
    return most;
  }

  static int[] randomPermutation(int n, Random random) {
    int[] permutation = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      permutation[i] = permutation[j];
      permutation[j] = i;
    }
    return permutation;
  }
}
