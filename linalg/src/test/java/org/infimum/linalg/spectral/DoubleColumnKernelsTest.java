package org.infimum.linalg.spectral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DoubleColumnKernelsTest {
  /** Sums of at most 100 products of numbers less than one. */
  private static final double TOLERANCE = 1e-13;

  private final Random random = new Random(Spectra.seed());
  private final DoubleColumnKernels scalar = DoubleColumnKernels.forOrder(1);
  private final DoubleColumnKernels best = DoubleColumnKernels.forOrder(1000);

  private double[] numbers(int count) {
    return random.doubles(count, -1, 1).toArray();
  }

  @Test
  void bothTwinsMultiplyASymmetricMatrixAlike() {
    for (int n = 1; n <= 75; n++) {
      int stride = n + 3;
      double[] a = numbers(2 + n * stride);
      double[] x = numbers(n + 1);
      double[] y = numbers(n + 2);
      int from = random.nextInt(n);
      int to = from + random.nextInt(n - from + 1);
      double[] twin = y.clone();
      scalar.addSymmetric(n, from, to, a, 2, stride, x, 1, y, 2);
      best.addSymmetric(n, from, to, a, 2, stride, x, 1, twin, 2);
      assertArrayEquals(y, twin, TOLERANCE, "order " + n);
    }
  }

  @Test
  void bothTwinsMultiplyColumnsAlike() {
    for (int rows = 0; rows <= 70; rows++) {
      int columns = random.nextInt(12);
      int stride = rows + 2;
      double[] a = numbers(5 + columns * stride);
      double[] x = numbers(3 + Math.max(rows, 3 * columns));
      double[] y = numbers(rows + 12);
      double[] twin = y.clone();
      scalar.addProduct(rows, columns, -0.5, a, 5, stride, x, 2, 3, y, 4);
      best.addProduct(rows, columns, -0.5, a, 5, stride, x, 2, 3, twin, 4);
      assertArrayEquals(y, twin, TOLERANCE, rows + " x " + columns);
      scalar.transposedProduct(rows, columns, a, 5, stride, x, 1, y, 0);
      best.transposedProduct(rows, columns, a, 5, stride, x, 1, twin, 0);
      assertArrayEquals(y, twin, TOLERANCE, rows + " x " + columns);
    }
  }

  @Test
  void bothTwinsTreatPairsOfVectorsAlike() {
    for (int n = 0; n <= 70; n++) {
      double[] x = numbers(n + 3);
      double[] y = numbers(n + 3);
      assertEquals(scalar.dot(n, x, 1, y, 3), best.dot(n, x, 1, y, 3), TOLERANCE);
      double[] twinX = x.clone();
      double[] twinY = y.clone();
      scalar.addScaled(n, 0.3, x, 2, y, 1);
      best.addScaled(n, 0.3, twinX, 2, twinY, 1);
      scalar.rotate(n, x, 2, y, 1, 0.6, 0.8);
      best.rotate(n, twinX, 2, twinY, 1, 0.6, 0.8);
      assertArrayEquals(x, twinX, TOLERANCE);
      assertArrayEquals(y, twinY, TOLERANCE);
    }
  }
}
