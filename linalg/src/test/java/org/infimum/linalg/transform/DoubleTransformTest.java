// float twin: generated
package org.infimum.linalg.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DoubleTransformTest {
  private static final long SEED = Long.getLong("infimum.seed", 20_240_611L);
  private static final double EPSILON = Math.ulp(1.0);
  private final Random random = new Random(SEED);

  private double[] numbers(int n) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextDouble() - DoubleRoots.cosine(1, 6);
    }
    return x;
  }

  private static double norm(double[] x, double[] y) {
    /* wide */ double sum = 0.0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * x[i] + y[i] * y[i];
    }
    return Math.max(Math.sqrt(sum), 1.0);
  }

  private static String context(int n) {
    return "n = " + n + ", seed " + SEED;
  }

  /** Lengths of every kind: small ones, powers, smooth ones, primes, around the four-step plan. */
  private static int[] lengths() {
    int[] more = {
      81, 97, 105, 125, 127, 128, 129, 210, 243, 251, 255, 256, 257, 343, 360, 512, 1000, 1021, 1024
    };
    int[] all = new int[70 + more.length];
    for (int n = 1; n <= 70; n++) {
      all[n - 1] = n;
    }
    System.arraycopy(more, 0, all, 70, more.length);
    return all;
  }

  @Test
  void theFourierTransformIsThatOfTheDefinitionAtEveryLength() {
    for (int n : lengths()) {
      double[] re = numbers(n + 2);
      double[] im = numbers(n + 2);
      double slack =
          12 * EPSILON * norm(re, im) * Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(n));
      double[] yRe = re.clone();
      double[] yIm = im.clone();
      DoubleFft plan = new DoubleFft(n);
      plan.forward(yRe, yIm, 2);
      assertEquals(re[1], yRe[1]);
      for (int k = 0; k < n; k += n < 130 ? 1 : 37) {
        /* wide */ double sumRe = 0.0;
        /* wide */ double sumIm = 0.0;
        for (int j = 0; j < n; j++) {
          /* wide */ double c = Turn.cosine((long) j * k, n);
          /* wide */ double s = Turn.sine((long) j * k, n);
          sumRe += re[2 + j] * c + im[2 + j] * s;
          sumIm += im[2 + j] * c - re[2 + j] * s;
        }
        assertEquals(sumRe, yRe[2 + k], slack, context(n) + ", k = " + k);
        assertEquals(sumIm, yIm[2 + k], slack, context(n) + ", k = " + k);
      }
      plan.inverse(yRe, yIm, 2);
      for (int j = 0; j < n + 2; j++) {
        assertEquals(re[j], yRe[j], slack, context(n));
        assertEquals(im[j], yIm[j], slack, context(n));
      }
    }
  }

  /** Parseval, linearity and the shift theorem for long transforms. */
  @Test
  void longTransformsKeepTheirTheorems() {
    for (int n : new int[] {1 << 12, 1 << 13, 3 << 11, 10_000, 8191}) {
      double[] re = numbers(n);
      double[] im = numbers(n);
      double[] shiftedRe = new double[n];
      double[] shiftedIm = new double[n];
      int shift = 1 + random.nextInt(n - 1);
      /* wide */ double energy = 0.0;
      for (int j = 0; j < n; j++) {
        shiftedRe[(j + shift) % n] = 2 * re[j];
        shiftedIm[(j + shift) % n] = 2 * im[j];
        energy += re[j] * re[j] + im[j] * im[j];
      }
      double slack = 200 * EPSILON * norm(re, im);
      DoubleFft plan = new DoubleFft(n);
      plan.forward(re, im, 0);
      plan.forward(shiftedRe, shiftedIm, 0);
      /* wide */ double image = 0.0;
      for (int k = 0; k < n; k++) {
        image += re[k] * re[k] + im[k] * im[k];
        /* wide */ double c = Turn.cosine((long) k * shift, n);
        /* wide */ double s = Turn.sine((long) k * shift, n);
        assertEquals(2 * (re[k] * c + im[k] * s), shiftedRe[k], slack, context(n));
        assertEquals(2 * (im[k] * c - re[k] * s), shiftedIm[k], slack, context(n));
      }
      assertEquals(energy * n, image, 200 * EPSILON * energy * n, context(n));
    }
  }

  @Test
  void realTransformsAgreeWithComplexOnesAndInvert() {
    for (int n : lengths()) {
      double[] x = numbers(n + 1);
      double[] re = new double[n];
      double[] im = new double[n];
      System.arraycopy(x, 1, re, 0, n);
      double slack = 100 * EPSILON * norm(re, im);
      new DoubleFft(n).forward(re, im, 0);
      double[] yRe = new double[n / 2 + 1];
      double[] yIm = new double[n / 2 + 1];
      DoubleRealFft plan = new DoubleRealFft(n);
      plan.forward(x, 1, yRe, yIm);
      for (int k = 0; k <= n / 2; k++) {
        assertEquals(re[k], yRe[k], slack, context(n));
        assertEquals(im[k], yIm[k], slack, context(n));
      }
      double[] back = new double[n + 1];
      plan.inverse(yRe, yIm, back, 1);
      for (int j = 1; j <= n; j++) {
        assertEquals(x[j], back[j], slack, context(n));
      }
    }
  }

  @Test
  void theCosineTransformIsThatOfTheDefinitionAndOrthogonal() {
    for (int n : lengths()) {
      double[] x = numbers(n + 1);
      double[] y = x.clone();
      DoubleDct plan = new DoubleDct(n);
      plan.forward(y, 1);
      double slack = 100 * EPSILON * norm(x, x);
      for (int k = 0; k < n; k += n < 130 ? 1 : 37) {
        /* wide */ double sum = 0.0;
        for (int j = 0; j < n; j++) {
          sum += x[1 + j] * Turn.cosine((2L * j + 1) * k, 4L * n);
        }
        double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / n);
        assertEquals(scale * sum, y[1 + k], slack, context(n) + ", k = " + k);
      }
      plan.inverse(y, 1);
      for (int j = 0; j <= n; j++) {
        assertEquals(x[j], y[j], slack, context(n));
      }
    }
  }

  @Test
  void theCosineTransformOfTypeFourIsThatOfTheDefinitionAndItsOwnInverse() {
    for (int n : lengths()) {
      double[] x = numbers(n + 1);
      double[] y = x.clone();
      DoubleDct4 plan = new DoubleDct4(n);
      plan.transform(y, 1);
      double slack = 100 * EPSILON * norm(x, x);
      for (int k = 0; k < n; k += n < 130 ? 1 : 37) {
        /* wide */ double sum = 0.0;
        for (int j = 0; j < n; j++) {
          sum += x[1 + j] * Turn.cosine((2L * j + 1) * (2L * k + 1), 8L * n);
        }
        assertEquals(Math.sqrt(2.0 / n) * sum, y[1 + k], slack, context(n) + ", k = " + k);
      }
      plan.transform(y, 1);
      for (int j = 0; j <= n; j++) {
        assertEquals(x[j], y[j], slack, context(n));
      }
    }
  }

  @Test
  void theHadamardTransformIsThatOfTheDefinition() {
    for (int n = 1; n <= 1024; n *= 2) {
      for (DoubleTransformKernels kernels :
          new DoubleTransformKernels[] {
            DoubleTransformKernelChoice.SCALAR, DoubleTransformKernelChoice.fastest()
          }) {
        double[] x = numbers(n + 3);
        double[] y = x.clone();
        kernels.hadamard(n, y, 3);
        for (int i = 0; i < n; i += n < 70 ? 1 : 29) {
          /* wide */ double sum = 0.0;
          for (int j = 0; j < n; j++) {
            sum += Integer.bitCount(i & j) % 2 == 0 ? x[3 + j] : -x[3 + j];
          }
          assertEquals(sum, y[3 + i], n * EPSILON, context(n));
        }
        assertEquals(x[2], y[2]);
      }
    }
  }

  /** Whole numbers below 2^24 are exact in both precisions. */
  @Test
  void twoHadamardTransformsMultiplyByTheLength() {
    for (int n : new int[] {2, 64, 2048, 4096, 8192, 1 << 16}) {
      double[] x = new double[n];
      for (int i = 0; i < n; i++) {
        x[i] = random.nextInt(9) - 4;
      }
      double[] y = x.clone();
      DoubleHadamard.transform(n, y, 0);
      DoubleHadamard.transform(n, y, 0);
      for (int i = 0; i < n; i++) {
        assertEquals(n * x[i], y[i], context(n));
      }
    }
  }

  @Test
  void rowsAndThreadsChangeNoBit() {
    int rows = 50;
    int n = 512;
    double[] x = numbers(rows * (n + 1));
    double[] alone = x.clone();
    double[] shared = x.clone();
    DoubleHadamard.transformRows(rows, n, alone, 0, n + 1, 1);
    DoubleHadamard.transformRows(rows, n, shared, 0, n + 1, 3);
    assertArrayEquals(alone, shared);
    DoubleHadamard.transform(n, x, 7 * (n + 1));
    for (int i = 0; i < n; i++) {
      assertEquals(x[7 * (n + 1) + i], alone[7 * (n + 1) + i]);
    }
  }

  @Test
  void bothTwinsOfAStageAgreeToRounding() {
    for (int width : new int[] {1, 3, 8, 16, 21, 64}) {
      for (int length : new int[] {2, 4, 8, 16}) {
        int n = length * width;
        DoubleRootTable roots = new DoubleRootTable(length);
        double[] re = numbers(n);
        double[] im = numbers(n);
        double[][] out = new double[4][n];
        DoubleComplexArrays scalar = new DoubleComplexArrays(re, im, 0, out[0], out[1], 0);
        DoubleComplexArrays vector = new DoubleComplexArrays(re, im, 0, out[2], out[3], 0);
        if (length == 2 || length == 8) {
          DoubleTransformKernelChoice.SCALAR.radix2(length, width, scalar, roots, 1);
          DoubleTransformKernelChoice.fastest().radix2(length, width, vector, roots, 1);
        } else {
          DoubleTransformKernelChoice.SCALAR.radix4(length, width, scalar, roots, 1);
          DoubleTransformKernelChoice.fastest().radix4(length, width, vector, roots, 1);
        }
        assertArrayEquals(out[0], out[2], 4 * EPSILON, context(n));
        assertArrayEquals(out[1], out[3], 4 * EPSILON, context(n));
      }
    }
  }

  @Test
  void badArgumentsAreRefused() {
    double[] x = new double[12];
    assertThrows(IllegalArgumentException.class, () -> new DoubleFft(0));
    assertThrows(IllegalArgumentException.class, () -> new DoubleDct(-3));
    assertThrows(IllegalArgumentException.class, () -> new DoubleDct4(0));
    assertThrows(IllegalArgumentException.class, () -> DoubleHadamard.transform(12, x, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> DoubleHadamard.transform(8, x, 5));
    assertThrows(IndexOutOfBoundsException.class, () -> new DoubleFft(8).forward(x, x, 5));
    assertThrows(
        IllegalArgumentException.class, () -> DoubleHadamard.transformRows(2, 8, x, 0, 4, 1));
  }
}
