// float twin: generated
package org.infimum.linalg.dense;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DoubleSmallBatchTest {
  /** A few units in the last place for each of at most 8 terms or 10 sweeps. */
  private static final double TOLERANCE = 200 * DoublePrecision.EPSILON;

  /** Above the threshold of the vector kernels, and no multiple of any width. */
  private static final int COUNT = 101;

  private final Random random = Seeds.random();

  private double[] random(int length) {
    double[] values = new double[length];
    for (int t = 0; t < values.length; t++) {
      values[t] = random.nextGaussian();
    }
    return values;
  }

  /** Symmetric, with the identity added {@code shift} times. */
  private double[] symmetric(int n, double shift) {
    DoubleSmallBatch batch = new DoubleSmallBatch(n);
    double[] a = random(batch.length(COUNT));
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        for (int b = 0; b < COUNT; b++) {
          if (i < j) {
            a[batch.index(i, j, b)] = a[batch.index(j, i, b)];
          } else if (i == j) {
            a[batch.index(i, j, b)] += shift;
          }
        }
      }
    }
    return a;
  }

  private static double element(double[] a, int n, int i, int j, int b) {
    return a[new DoubleSmallBatch(n).index(i, j, b)];
  }

  @Test
  void productsAreThoseOfTheDefinition() {
    for (int n = 2; n <= 8; n++) {
      DoubleSmallBatch batch = new DoubleSmallBatch(n);
      double[] a = random(batch.length(COUNT));
      double[] x = random(batch.length(COUNT));
      double[] c = new double[batch.length(COUNT)];
      batch.multiply(0, COUNT, a, x, c);
      for (int b = 0; b < COUNT; b++) {
        for (int j = 0; j < n; j++) {
          for (int i = 0; i < n; i++) {
            /* wide */ double sum = 0;
            /* wide */ double size = 0;
            for (int k = 0; k < n; k++) {
              /* wide */ double term = element(a, n, i, k, b);
              term *= element(x, n, k, j, b);
              sum += term;
              size += Math.abs(term);
            }
            assertEquals(sum, element(c, n, i, j, b), TOLERANCE * size, Seeds.replay("n " + n));
          }
        }
      }
    }
  }

  @Test
  void solutionsSatisfyTheirEquations() {
    for (int n = 2; n <= 8; n++) {
      DoubleSmallBatch batch = new DoubleSmallBatch(n);
      double[] a = symmetric(n, 20);
      double[] right = random(batch.vectorLength(COUNT));
      double[] l = a.clone();
      double[] x = right.clone();
      batch.cholesky(0, COUNT, l);
      batch.solve(0, COUNT, l, x);
      for (int b = 0; b < COUNT; b++) {
        for (int i = 0; i < n; i++) {
          /* wide */ double sum = 0;
          for (int k = 0; k < n; k++) {
            sum += element(a, n, i, k, b) * x[batch.vectorIndex(k, b)];
          }
          assertEquals(right[batch.vectorIndex(i, b)], sum, 10 * TOLERANCE, Seeds.replay("n " + n));
        }
      }
    }
  }

  @Test
  void aMatrixThatIsNotDefiniteSpoilsNoOther() {
    int n = 4;
    double[] a = symmetric(n, 20);
    DoubleSmallBatch batch = new DoubleSmallBatch(n);
    a[batch.index(1, 1, 17)] = -1;
    batch.cholesky(0, COUNT, a);
    for (int b = 0; b < COUNT; b++) {
      assertEquals(b == 17, Double.isNaN(element(a, n, n - 1, n - 1, b)));
    }
  }

  @Test
  void eigenvectorsAreOrthogonalAndDiagonalize() {
    for (int n = 2; n <= 8; n++) {
      double[] a = symmetric(n, 0);
      double[] v = new double[a.length];
      double[] d = a.clone();
      new DoubleSmallBatch(n).symmetricEigen(0, COUNT, d, v);
      for (int b = 0; b < COUNT; b++) {
        for (int j = 0; j < n; j++) {
          for (int i = 0; i < n; i++) {
            /* wide */ double residual = 0;
            /* wide */ double dot = 0;
            for (int k = 0; k < n; k++) {
              residual += element(a, n, i, k, b) * element(v, n, k, j, b);
              dot += element(v, n, k, i, b) * element(v, n, k, j, b);
            }
            residual -= element(d, n, j, j, b) * element(v, n, i, j, b);
            assertEquals(0, residual, 10 * TOLERANCE, Seeds.replay("n " + n + " matrix " + b));
            assertEquals(i == j ? 1 : 0, dot, TOLERANCE, Seeds.replay("n " + n));
          }
        }
      }
    }
  }

  @Test
  void zeroAndDiagonalMatricesAreTheirOwnEigenvalues() {
    int n = 3;
    DoubleSmallBatch batch = new DoubleSmallBatch(n);
    double[] a = new double[batch.length(COUNT)];
    for (int b = 0; b < COUNT; b++) {
      a[batch.index(2, 2, b)] = b;
    }
    double[] d = a.clone();
    double[] v = new double[a.length];
    batch.symmetricEigen(0, COUNT, d, v);
    assertArrayEquals(a, d);
  }

  @Test
  void vectorsAndScalarsAgreeToTheBit() {
    for (int n = 2; n <= 8; n++) {
      DoubleSmallBatch batch = new DoubleSmallBatch(n);
      double[] a = symmetric(n, 20);
      double[] b = random(a.length);
      double[][] together = new double[4][a.length];
      double[][] single = new double[4][a.length];
      for (int step : new int[] {COUNT, 1}) {
        double[][] c = step == 1 ? single : together;
        c[1] = a.clone();
        c[2] = a.clone();
        for (int from = 0; from < COUNT; from += step) {
          batch.multiply(from, step, a, b, c[0]);
          batch.cholesky(from, step, c[1]);
          batch.symmetricEigen(from, step, c[2], c[3]);
        }
      }
      for (int k = 0; k < 4; k++) {
        assertArrayEquals(single[k], together[k], Seeds.replay("n " + n + " operation " + k));
      }
    }
  }

  @Test
  void ordersAndArraysOutOfRangeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new DoubleSmallBatch(9));
    DoubleSmallBatch batch = new DoubleSmallBatch(2);
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> batch.cholesky(0, 10, new double[63]));
    assertTrue(String.valueOf(refusal.getMessage()).contains("length 64, not 63"));
    assertThrows(IllegalArgumentException.class, () -> batch.cholesky(-1, 6, new double[64]));
  }
}
