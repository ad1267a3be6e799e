package org.infimum.linalg.spectral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.infimum.linalg.spectral.Spectra.Kind;
import org.junit.jupiter.api.Test;

class DoubleSymmetricEigenTest {
  private final Random random = new Random(Spectra.seed());

  @Test
  void decomposesMatricesOfAllSmallOrdersAndBlockEdges() {
    for (int n = 0; n <= 70; n++) {
      checkSomeKinds(n);
    }
    for (int n : new int[] {95, 96, 97, 127, 128, 129, 161, 257, 300}) {
      checkSomeKinds(n);
    }
  }

  /** A third of the kinds, other ones for the next size. */
  private void checkSomeKinds(int n) {
    DoubleSymmetricEigen eigen = new DoubleSymmetricEigen(n, 1 + n % 3);
    Kind[] kinds = Kind.values();
    for (int k = n % 3; k < kinds.length; k += 3) {
      Kind kind = kinds[k];
      double[] w = kind.values(n, random);
      double[] a = Spectra.symmetric(w, random);
      Arrays.sort(w);
      eigen.decompose(a, 0, Math.max(n, 1));
      check(n, a, eigen, kind + " of order " + n);
      double tolerance = tolerance(n);
      assertArrayEquals(w, eigen.values(), tolerance, () -> kind + ", seed " + Spectra.seed());
      eigen.computeValues(a, 0, Math.max(n, 1));
      assertArrayEquals(w, eigen.values(), tolerance, () -> kind + ", seed " + Spectra.seed());
    }
  }

  /** The bound of the backward error analysis grows with n; its constant is of order ten. */
  private static double tolerance(int n) {
    return 10 * (n + 10) * Spectra.EPSILON;
  }

  private static void check(int n, double[] a, DoubleSymmetricEigen eigen, String what) {
    double[] w = eigen.values();
    double[] q = eigen.vectors();
    String message = what + ", seed " + Spectra.seed();
    double norm = n == 0 ? 0 : Math.max(Math.abs(w[0]), Math.abs(w[n - 1]));
    assertTrue(Spectra.distanceFromOrthonormal(n, n, q) <= tolerance(n), message);
    assertTrue(Spectra.residual(n, n, a, q, w, q) <= tolerance(n) * norm, message);
    for (int i = 1; i < n; i++) {
      assertTrue(w[i - 1] <= w[i], message);
    }
  }

  @Test
  void decomposesMatricesWithHardTridiagonals() {
    for (int n : new int[] {21, 64, 101, 201}) {
      double[] wilkinson = new double[n * n];
      double[] graded = new double[n * n];
      double[] ones = new double[n * n];
      Arrays.fill(ones, 1);
      for (int j = 0; j < n; j++) {
        wilkinson[j * n + j] = Math.abs(j - n / 2);
        if (j + 1 < n) {
          wilkinson[j * n + j + 1] = 1;
          wilkinson[(j + 1) * n + j] = 1;
        }
        for (int i = 0; i < n; i++) {
          graded[j * n + i] = Math.pow(10, -(i + j) * 15.0 / n);
        }
      }
      for (double[] a : new double[][] {wilkinson, graded, ones, new double[n * n]}) {
        DoubleSymmetricEigen eigen = new DoubleSymmetricEigen(n, 1);
        eigen.decompose(a, 0, n);
        check(n, a, eigen, "order " + n);
      }
    }
  }

  @Test
  void findsTheEigenvaluesOfTheSecondDifference() {
    int n = 180;
    double[] a = new double[n * n];
    for (int j = 0; j < n; j++) {
      a[j * n + j] = 2;
      if (j + 1 < n) {
        a[j * n + j + 1] = -1;
      }
    }
    DoubleSymmetricEigen eigen = new DoubleSymmetricEigen(n, 1);
    eigen.decompose(a, 0, n);
    double[] expected = new double[n];
    for (int k = 1; k <= n; k++) {
      expected[k - 1] = 2 - 2 * Math.cos(Math.PI * k / (n + 1));
    }
    assertArrayEquals(expected, eigen.values(), 4 * tolerance(n));
  }

  @Test
  void givesTheSameBitsOnAnyNumberOfThreads() {
    for (int n : new int[] {70, 350}) {
      double[] a = Spectra.symmetric(Kind.UNIFORM.values(n, random), random);
      DoubleSymmetricEigen one = new DoubleSymmetricEigen(n, 1);
      one.decompose(a, 0, n);
      for (int threads : new int[] {2, 3, 5}) {
        DoubleSymmetricEigen several = new DoubleSymmetricEigen(n, threads);
        several.decompose(a, 0, n);
        assertArrayEquals(one.values(), several.values());
        assertArrayEquals(one.vectors(), several.vectors());
      }
    }
  }

  @Test
  void readsOnlyTheLowerTriangleAndKeepsItsBitsOnRefill() {
    int n = 90;
    int stride = n + 5;
    int offset = 7;
    double[] a = Spectra.symmetric(Kind.GEOMETRIC.values(n, random), random);
    double[] padded = new double[offset + n * stride];
    Arrays.fill(padded, Double.NaN);
    for (int j = 0; j < n; j++) {
      System.arraycopy(a, j * n + j, padded, offset + j * stride + j, n - j);
    }
    double[] before = padded.clone();
    DoubleSymmetricEigen eigen = new DoubleSymmetricEigen(n, 2);
    eigen.decompose(a, 0, n);
    double[] values = eigen.values().clone();
    double[] vectors = eigen.vectors().clone();
    eigen.decompose(padded, offset, stride);
    assertArrayEquals(values, eigen.values());
    assertArrayEquals(vectors, eigen.vectors());
    assertArrayEquals(before, padded);
  }

  @Test
  void scalingByPowersOfTwoScalesTheValuesOnly() {
    int n = 40;
    double[] a = Spectra.symmetric(Kind.UNIFORM.values(n, random), random);
    DoubleSymmetricEigen plain = new DoubleSymmetricEigen(n, 1);
    plain.decompose(a, 0, n);
    for (int exponent : new int[] {-1000, -600, 500, 1015}) {
      double factor = Math.scalb(1.0, exponent);
      DoubleSymmetricEigen scaled = new DoubleSymmetricEigen(n, 1);
      scaled.decompose(Arrays.stream(a).map(x -> x * factor).toArray(), 0, n);
      assertArrayEquals(
          Arrays.stream(plain.values()).map(x -> x * factor).toArray(),
          scaled.values(),
          tolerance(n) * factor);
      assertTrue(Spectra.distanceFromOrthonormal(n, n, scaled.vectors()) <= tolerance(n));
    }
  }

  @Test
  void decomposesSubnormalMatrices() {
    int n = 33;
    double[] a = Spectra.symmetric(Kind.UNIFORM.values(n, random), random);
    double[] tiny = Arrays.stream(a).map(x -> x * 0x1p-1060).toArray();
    DoubleSymmetricEigen eigen = new DoubleSymmetricEigen(n, 1);
    eigen.decompose(tiny, 0, n);
    assertTrue(Spectra.distanceFromOrthonormal(n, n, eigen.vectors()) <= tolerance(n));
    double[] recovered = Arrays.stream(eigen.values()).map(x -> x * 0x1p1000).toArray();
    double[] original = Arrays.stream(tiny).map(x -> x * 0x1p1000).toArray();
    assertTrue(
        Spectra.residual(n, n, original, eigen.vectors(), recovered, eigen.vectors())
            <= 0x1p-74 + tolerance(n) * 0x1p-60);
  }

  @Test
  void refusesElementsThatAreNotFinite() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      double[] a = Spectra.symmetric(Kind.UNIFORM.values(5, random), random);
      a[2 * 5 + 3] = bad;
      DoubleSymmetricEigen eigen = new DoubleSymmetricEigen(5, 1);
      IllegalArgumentException refusal =
          assertThrows(IllegalArgumentException.class, () -> eigen.decompose(a, 0, 5));
      assertEquals(
          "the matrix has an element in column 2 that is infinite or not a number",
          refusal.getMessage());
    }
  }

  @Test
  void refusesBadArguments() {
    assertThrows(IllegalArgumentException.class, () -> new DoubleSymmetricEigen(-1, 1));
    assertThrows(IllegalArgumentException.class, () -> new DoubleSymmetricEigen(46_341, 1));
    assertThrows(IllegalArgumentException.class, () -> new DoubleSymmetricEigen(3, 0));
    DoubleSymmetricEigen eigen = new DoubleSymmetricEigen(3, 1);
    assertThrows(IllegalArgumentException.class, () -> eigen.decompose(new double[9], 1, 3));
    assertThrows(IllegalArgumentException.class, () -> eigen.decompose(new double[9], 0, 2));
  }
}
