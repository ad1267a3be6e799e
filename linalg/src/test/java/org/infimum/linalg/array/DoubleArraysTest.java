// float twin: generated
package org.infimum.linalg.array;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DoubleArraysTest {
  private static final long SEED = Long.getLong("infimum.seed", 20_240_611L);
  private static final double EPSILON = Math.ulp(1.0);
  private final Random random = new Random(SEED);

  private double[] numbers(int n, int exponents) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      double sign = random.nextBoolean() ? 1.0 : -1.0;
      x[i] = sign * Math.scalb(random.nextDouble(), random.nextInt(exponents) - exponents / 2);
    }
    return x;
  }

  private static BigDecimal exactDot(int n, double[] x, int xAt, double[] y, int yAt) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < n; i++) {
      sum = sum.add(new BigDecimal(x[xAt + i]).multiply(new BigDecimal(y[yAt + i])));
    }
    return sum;
  }

  private static String context(int n) {
    return "n = " + n + ", seed " + SEED;
  }

  @Test
  void everyTwinIsWithinItsErrorBoundAtEveryLength() {
    for (DoubleArrayKernels kernels :
        new DoubleArrayKernels[] {DoubleArrays.SCALAR, DoubleArrays.fastest()}) {
      for (int n = 0; n <= 300; n += n < 70 ? 1 : 23) {
        double[] x = numbers(n + 3, 8);
        double[] y = numbers(n + 5, 8);
        double[] ones = new double[n];
        Arrays.fill(ones, 1.0);
        double[] absolute = new double[n];
        /* wide */ double scale = 0.0;
        /* wide */ double size = 0.0;
        for (int i = 0; i < n; i++) {
          scale += Math.abs(x[3 + i] * y[5 + i]);
          absolute[i] = Math.abs(x[3 + i]);
          size += absolute[i];
        }
        /* wide */ double dot = exactDot(n, x, 3, y, 5).doubleValue();
        /* wide */ double sum = exactDot(n, x, 3, ones, 0).doubleValue();
        /* wide */ double squares = exactDot(n, x, 3, x, 3).doubleValue();
        /* wide */ double magnitude = exactDot(n, absolute, 0, ones, 0).doubleValue();
        /* wide */ double bound = (n + 1) * EPSILON;
        assertEquals(dot, kernels.dot(n, x, 3, y, 5), bound * scale, context(n));
        assertEquals(sum, kernels.sum(n, x, 3), bound * size, context(n));
        assertEquals(squares, kernels.sumOfSquares(n, 1.0, x, 3), bound * squares, context(n));
        assertEquals(magnitude, kernels.absoluteSum(n, x, 3), bound * size, context(n));
        double[] z = y.clone();
        kernels.axpy(n, 0.75, x, 3, z, 5);
        kernels.scale(n, 0.5, z, 5);
        for (int i = 0; i < n; i++) {
          double expected = Math.fma(0.75, x[3 + i], y[5 + i]) * 0.5;
          assertEquals(expected, z[5 + i], context(n));
        }
        for (int i = 0; i < 5; i++) {
          assertEquals(y[i], z[i], context(n));
        }
      }
    }
  }

  @Test
  void compensatedResultsAreThoseOfTwiceThePrecision() {
    for (int trial = 0; trial < 200; trial++) {
      int n = 1 + random.nextInt(400);
      double[] x = numbers(2 * n, 30);
      double[] y = numbers(2 * n, 30);
      // The second half takes the first half away again, but for rounding of half of it.
      for (int i = 0; i < n; i++) {
        x[n + i] = -x[i] * (i % 2 == 0 ? 1.0 : 1.0 + EPSILON);
        y[n + i] = y[i];
      }
      BigDecimal exact = exactDot(2 * n, x, 0, y, 0);
      /* wide */ double size = 0.0;
      double[] ones = new double[2 * n];
      Arrays.fill(ones, 1.0);
      for (int i = 0; i < 2 * n; i++) {
        /* wide */ double factor = x[i];
        size += Math.abs(factor * y[i]);
      }
      /* wide */ double bound =
          EPSILON * Math.abs(exact.doubleValue()) + 4.0 * n * n * EPSILON * EPSILON * size;
      for (DoubleArrayKernels kernels :
          new DoubleArrayKernels[] {DoubleArrays.SCALAR, DoubleArrays.fastest()}) {
        double[] out = new double[2];
        kernels.compensatedDot(2 * n, x, 0, y, 0, out);
        BigDecimal error = new BigDecimal(out[0]).add(new BigDecimal(out[1])).subtract(exact);
        assertTrue(Math.abs(error.doubleValue()) <= bound, context(n));
        BigDecimal sum = exactDot(2 * n, x, 0, ones, 0);
        kernels.compensatedSum(2 * n, x, 0, out);
        error = new BigDecimal(out[0]).add(new BigDecimal(out[1])).subtract(sum);
        double total = kernels.absoluteSum(2 * n, x, 0);
        assertTrue(
            Math.abs(error.doubleValue())
                <= EPSILON * Math.abs(sum.doubleValue()) + 4.0 * n * n * EPSILON * EPSILON * total,
            context(n));
      }
      double[] pair = new double[2];
      DoubleArrays.compensatedDot(2 * n, x, 0, y, 0, pair);
      assertTrue(Math.abs(pair[1]) <= 0.5 * Math.ulp(pair[0]), context(n));
      assertEquals(
          exact.doubleValue(), DoubleArrays.compensatedDot(2 * n, x, 0, y, 0), bound, context(n));
    }
  }

  @Test
  void anInfiniteSumStaysInfinite() {
    double[] x = new double[200];
    Arrays.fill(x, Double.MAX_VALUE);
    assertEquals(Double.POSITIVE_INFINITY, DoubleArrays.compensatedSum(200, x, 0));
    x[7] = Double.NaN;
    assertTrue(Double.isNaN(DoubleArrays.compensatedSum(200, x, 0)));
    assertTrue(Double.isNaN(DoubleArrays.sum(200, x, 0)));
  }

  @Test
  void aPairwiseSumOfManyEntriesIsAccurate() {
    int n = 1 << 20;
    double[] x = new double[n];
    Arrays.fill(x, DoubleRounding.of(0.1));
    BigDecimal exact = new BigDecimal(x[0]).multiply(BigDecimal.valueOf(n), MathContext.UNLIMITED);
    // 4096 / (4 * 2) additions in a chain at most, then 8 pairwise ones, and the bound is not met.
    assertEquals(
        exact.doubleValue(), DoubleArrays.sum(n, x, 0), 600 * EPSILON * exact.doubleValue());
  }

  @Test
  void theEuclideanNormNeitherOverflowsNorUnderflows() {
    for (int n : new int[] {1, 2, 5, 16, 63, 64, 65, 200}) {
      for (int exponent :
          new int[] {
            Double.MIN_EXPONENT - 20,
            Double.MIN_EXPONENT,
            Double.MIN_EXPONENT / 2,
            0,
            Double.MAX_EXPONENT / 2,
            Double.MAX_EXPONENT - 4
          }) {
        double[] x = new double[n];
        Arrays.fill(x, Math.scalb(1.0, exponent));
        /* wide */ double expected =
            Math.scalb(new BigDecimal(n).sqrt(MathContext.DECIMAL64).doubleValue(), exponent);
        double slack = 4 * Math.max(Math.ulp(DoubleRounding.of(expected)), Double.MIN_VALUE);
        assertEquals(expected, DoubleArrays.norm2(n, x, 0), slack, context(n) + ", " + exponent);
      }
    }
    assertEquals(0.0, DoubleArrays.norm2(3, new double[3], 0));
    assertEquals(0.0, DoubleArrays.norm2(0, new double[0], 0));
    double[] infinite = {1.0, Double.NEGATIVE_INFINITY, 2.0};
    assertEquals(Double.POSITIVE_INFINITY, DoubleArrays.norm2(3, infinite, 0));
    infinite[0] = Double.NaN;
    assertTrue(Double.isNaN(DoubleArrays.norm2(3, infinite, 0)));
  }

  @Test
  void theLargestEntryIsTheFirstOfEqualOnes() {
    for (int n = 1; n <= 200; n += n < 70 ? 1 : 13) {
      double[] x = numbers(n, 4);
      int best = random.nextInt(n);
      for (int i = 0; i < n; i++) {
        x[i] = Math.min(x[i], 2.0);
      }
      x[best] = 7.0;
      x[n - 1] = 7.0;
      assertEquals(7.0, DoubleArrays.max(n, x, 0), context(n));
      assertEquals(best, DoubleArrays.indexOfMax(n, x, 0), context(n));
      x[best] = -9.0;
      assertEquals(9.0, DoubleArrays.normInfinity(n, x, 0), context(n));
      int first = random.nextInt(n);
      x[first] = Double.NaN;
      assertTrue(Double.isNaN(DoubleArrays.max(n, x, 0)), context(n));
      assertTrue(Double.isNaN(DoubleArrays.normInfinity(n, x, 0)), context(n));
      assertEquals(first, DoubleArrays.indexOfMax(n, x, 0), context(n));
    }
    assertEquals(-1, DoubleArrays.indexOfMax(0, new double[0], 0));
    assertEquals(Double.NEGATIVE_INFINITY, DoubleArrays.max(0, new double[0], 0));
  }

  @Test
  void bothTwinsOfTheExponentialGiveTheSameBits() {
    int n = 4099;
    double[] x = numbers(n, 24);
    x[0] = Double.NaN;
    x[1] = Double.POSITIVE_INFINITY;
    x[2] = Double.NEGATIVE_INFINITY;
    x[3] = 0.0;
    double[] scalar = new double[n];
    double[] vector = new double[n];
    DoubleArrays.SCALAR.exp(n, x, 0, scalar, 0);
    DoubleArrays.fastest().exp(n, x, 0, vector, 0);
    for (int i = 0; i < n; i++) {
      assertEquals(scalar[i], vector[i], context(i));
    }
    assertTrue(Double.isNaN(vector[0]));
    assertEquals(Double.POSITIVE_INFINITY, vector[1]);
    assertEquals(0.0, vector[2]);
    assertEquals(1.0, vector[3]);
  }

  @Test
  void partsOutsideTheirArrayAreRefused() {
    double[] x = new double[4];
    assertThrows(IndexOutOfBoundsException.class, () -> DoubleArrays.dot(3, x, 2, x, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> DoubleArrays.dot(3, x, 0, x, 2));
    assertThrows(IndexOutOfBoundsException.class, () -> DoubleArrays.sum(-1, x, 0));
  }
}
