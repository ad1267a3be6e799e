// float twin: generated
package org.infimum.linalg.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DoubleSoftmaxTest {
  private static final long SEED = Long.getLong("infimum.seed", 20_240_611L);
  private static final double EPSILON = Math.ulp(1.0);
  private static final int LONG_ROW = 300_000;
  private static final int[] LENGTHS = {
    1, 2, 7, 31, 64, 100, 1023, 1024, 1025, 5000, 70_001, LONG_ROW
  };
  private final Random random = new Random(SEED);

  private double[] row(int n, double spread) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = DoubleRounding.of(random.nextGaussian() * spread);
    }
    return x;
  }

  /** The soft-max in extended steps: exact maximum first, then a compensated sum. */
  private static /* wide */ double[] reference(int n, double[] x, int at) {
    /* wide */ double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      max = Math.max(max, x[at + i]);
    }
    /* wide */ double[] y = new /* wide */ double[n];
    for (int i = 0; i < n; i++) {
      y[i] = Exponential.of(x[at + i] - max);
    }
    /* wide */ double sum = Arrays.stream(y).sum();
    for (int i = 0; i < n; i++) {
      y[i] /= sum;
    }
    return y;
  }

  private static String context(int n) {
    return "n = " + n + ", seed " + SEED;
  }

  @Test
  void valuesAreThoseOfTheDefinition() {
    for (int n : LENGTHS) {
      for (double spread : new double[] {0.0, 1.0, 20.0, 10000.0}) {
        double[] x = row(n + 2, spread);
        double[] y = new double[n + 3];
        y[2] = 77.0;
        DoubleSoftmax.softmax(n, x, 2, y, 3);
        assertEquals(77.0, y[2]);
        /* wide */ double[] expected = reference(n, x, 2);
        double max = DoubleArrays.max(n, x, 2);
        for (int i = 0; i < n; i++) {
          // Rounding of x_i - max, of the exponential and of the sum's reciprocal.
          double slack = (max - x[2 + i] + 40) * EPSILON;
          double least = DoubleExp.ofNonpositive(DoubleExp.SMALLEST_NORMAL);
          assertEquals(expected[i], y[3 + i], slack * expected[i] + least, context(n));
        }
        double sum = DoubleArrays.compensatedSum(n, y, 3);
        assertEquals(1.0, sum, 30 * EPSILON, context(n));
      }
    }
  }

  @Test
  void maskedEntriesGetZeroAndMaskedRowsAreZero() {
    for (int n : LENGTHS) {
      double[] x = row(n, 3.0);
      double[] y = new double[n];
      int kept = random.nextInt(n);
      for (int i = 0; i < n; i++) {
        if (i != kept && (n < 3 || random.nextInt(4) > 0 || i < 2048)) {
          x[i] = Double.NEGATIVE_INFINITY;
        }
      }
      DoubleSoftmax.softmax(n, x, 0, y, 0);
      for (int i = 0; i < n; i++) {
        assertEquals(x[i] == Double.NEGATIVE_INFINITY, y[i] == 0.0, context(n) + " at " + i);
      }
      Arrays.fill(x, Double.NEGATIVE_INFINITY);
      DoubleSoftmax.softmax(n, x, 0, y, 0);
      for (double value : y) {
        assertEquals(0.0, value, context(n));
      }
      assertEquals(Double.NEGATIVE_INFINITY, DoubleSoftmax.logSumExp(n, x, 0), context(n));
      DoubleSoftmax.logSoftmax(n, x, 0, y, 0);
      assertEquals(Double.NEGATIVE_INFINITY, y[n - 1], context(n));
      int[] index = new int[1];
      double[] value = new double[1];
      DoubleSoftmax.softmaxTopK(n, x, 0, 1, index, value);
      assertEquals(0.0, value[0], context(n));
    }
  }

  @Test
  void oneEntryThatIsNoNumberSpoilsItsRow() {
    for (int n : LENGTHS) {
      for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
        double[] x = row(n, 1.0);
        double[] y = new double[n];
        x[random.nextInt(n)] = bad;
        DoubleSoftmax.softmax(n, x, 0, y, 0);
        for (double value : y) {
          assertTrue(Double.isNaN(value), context(n));
        }
        assertTrue(Double.isNaN(DoubleRounding.of(DoubleSoftmax.logSumExp(n, x, 0))), context(n));
        DoubleSoftmax.logSoftmax(n, x, 0, y, 0);
        assertTrue(Double.isNaN(y[0]) && Double.isNaN(y[n - 1]), context(n));
        int k = Math.min(n, 3);
        double[] value = new double[k];
        DoubleSoftmax.softmaxTopK(n, x, 0, k, new int[k], value);
        assertTrue(Double.isNaN(value[0]), context(n));
      }
    }
  }

  @Test
  void normalizersMergeInAnyOrder() {
    int n = 6000;
    double[] x = row(n, 30.0);
    /* wide */ double expected = DoubleSoftmax.logSumExp(n, x, 0);
    for (int trial = 0; trial < 50; trial++) {
      DoubleNormalizer forward = DoubleNormalizer.EMPTY;
      DoubleNormalizer backward = DoubleNormalizer.EMPTY;
      int at = 0;
      while (at < n) {
        int length = Math.min(n - at, 1 + random.nextInt(900));
        DoubleNormalizer part = DoubleSoftmax.normalizer(length, x, at);
        forward = forward.merge(part);
        backward = part.merge(backward);
        at += length;
      }
      assertEquals(expected, forward.logSumExp(), 8 * EPSILON * Math.abs(expected) + EPSILON * 60);
      assertEquals(forward.logSumExp(), backward.logSumExp(), 4 * EPSILON * Math.abs(expected));
    }
  }

  @Test
  void theLogarithmOfTheSoftmaxAgreesWithIt() {
    for (int n : LENGTHS) {
      double[] x = row(n, 5.0);
      double[] y = new double[n];
      double[] log = new double[n];
      DoubleSoftmax.softmax(n, x, 0, y, 0);
      DoubleSoftmax.logSoftmax(n, x, 0, log, 0);
      for (int i = 0; i < n; i++) {
        assertEquals(y[i], Exponential.of(log[i]), 120 * EPSILON * y[i], context(n));
      }
    }
  }

  @Test
  void shiftingARowChangesLittle() {
    int n = 3000;
    double[] x = row(n, 2.0);
    double[] shifted = x.clone();
    for (int i = 0; i < n; i++) {
      x[i] = Math.round(x[i] * 1024.0) / 1024.0;
      shifted[i] = x[i] + 512.0;
    }
    double[] y = new double[n];
    double[] z = new double[n];
    DoubleSoftmax.softmax(n, x, 0, y, 0);
    DoubleSoftmax.softmax(n, shifted, 0, z, 0);
    assertArrayEquals(y, z, context(n));
  }

  @Test
  void theFusedTopKIsThatOfTheSoftmax() {
    for (int n : LENGTHS) {
      for (int k : new int[] {Math.min(n, 5), Math.min(n, 100)}) {
        double[] x = row(n, 2.0);
        if (n > 10) {
          x[n - 1] = x[3];
        }
        int[] index = new int[k];
        double[] value = new double[k];
        DoubleSoftmax.softmaxTopK(n, x, 0, k, index, value);
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(x[b], x[a]));
        double[] y = new double[n];
        DoubleSoftmax.softmax(n, x, 0, y, 0);
        for (int j = 0; j < k; j++) {
          assertEquals(order[j], index[j], context(n));
          assertEquals(y[index[j]], value[j], 8 * EPSILON * value[j], context(n));
        }
      }
    }
  }

  @Test
  void threePassesGiveTheSame() {
    int n = 5000;
    double[] x = row(n, 3.0);
    double[] y = new double[n];
    double[] z = new double[n];
    DoubleSoftmax.softmax(n, x, 0, y, 0);
    DoubleSafeSoftmax.softmax(n, x, 0, z, 0);
    for (int i = 0; i < n; i++) {
      assertEquals(z[i], y[i], 100 * EPSILON * z[i], context(n));
    }
  }

  @Test
  void rowsAndThreadsChangeNoBit() {
    int rows = 37;
    int n = 1500;
    int stride = n + 3;
    double[] x = row(rows * stride, 4.0);
    double[] alone = new double[rows * n];
    DoubleSoftmax.softmaxRows(rows, n, x, 0, stride, alone, 0, n, 1);
    double[] shared = new double[rows * n];
    DoubleSoftmax.softmaxRows(rows, n, x, 0, stride, shared, 0, n, 3);
    assertArrayEquals(alone, shared);
    double[] single = new double[n];
    DoubleSoftmax.softmax(n, x, 5 * stride, single, 0);
    assertArrayEquals(single, Arrays.copyOfRange(alone, 5 * n, 6 * n));
    double[] inPlace = x.clone();
    DoubleSoftmax.softmax(n, inPlace, 5 * stride, inPlace, 5 * stride);
    assertArrayEquals(single, Arrays.copyOfRange(inPlace, 5 * stride, 5 * stride + n));
  }

  @Test
  void bothTwinsAgreeToRounding() {
    DoubleSoftmaxKernels scalar = DoubleSoftmaxKernelChoice.SCALAR;
    DoubleSoftmaxKernels vector = DoubleSoftmaxKernelChoice.fastest();
    for (int n = 0; n <= 140; n++) {
      double[] x = row(n + 4, 3.0);
      int to = n + 4;
      double max = scalar.largest(x, 4, to);
      assertEquals(max, vector.largest(x, 4, to), context(n));
      double shift = n == 0 ? 0.0 : max;
      double sum = scalar.sumExp(x, 4, to, shift);
      assertEquals(sum, vector.sumExp(x, 4, to, shift), n * EPSILON * sum, context(n));
      double[] y = new double[n + 1];
      double[] z = new double[n + 1];
      scalar.scaledExp(x, 4, to, shift, 0.3, y, 1);
      vector.scaledExp(x, 4, to, shift, 0.3, z, 1);
      assertArrayEquals(y, z, context(n));
      double kept = scalar.storeExp(x, 4, to, shift, y, 1);
      assertEquals(kept, vector.storeExp(x, 4, to, shift, z, 1), n * EPSILON * sum, context(n));
      assertArrayEquals(y, z, context(n));
      for (double threshold : new double[] {-1.0, 0.0, 2.0, 100.0}) {
        assertEquals(
            scalar.firstAbove(x, 4, to, threshold), vector.firstAbove(x, 4, to, threshold));
        assertEquals(
            scalar.firstLarger(x, 4, to, threshold), vector.firstLarger(x, 4, to, threshold));
      }
    }
  }

  @Test
  void badArgumentsAreRefused() {
    double[] x = new double[8];
    int[] index = new int[3];
    double[] value = new double[3];
    assertThrows(
        IllegalArgumentException.class, () -> DoubleSoftmax.softmaxTopK(2, x, 0, 3, index, value));
    assertThrows(
        IllegalArgumentException.class, () -> DoubleSoftmax.softmaxTopK(8, x, 0, 4, index, value));
    assertThrows(
        IllegalArgumentException.class, () -> DoubleSoftmax.softmaxRows(2, 4, x, 0, 3, x, 0, 4, 1));
    assertThrows(
        IllegalArgumentException.class, () -> DoubleSoftmax.softmaxRows(2, 4, x, 0, 4, x, 0, 4, 0));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> DoubleSoftmax.softmaxRows(3, 4, x, 0, 4, x, 0, 4, 1));
  }
}
