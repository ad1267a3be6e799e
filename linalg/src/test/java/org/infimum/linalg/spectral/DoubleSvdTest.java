package org.infimum.linalg.spectral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.infimum.linalg.spectral.Spectra.Kind;
import org.junit.jupiter.api.Test;

class DoubleSvdTest {
  private final Random random = new Random(Spectra.seed());

  @Test
  void decomposesMatricesOfAllSmallSizesAndBlockEdges() {
    for (int n = 0; n <= 70; n++) {
      int other = random.nextInt(80);
      checkSomeKinds(n, n);
      checkSomeKinds(n, Math.min(n, other));
      checkSomeKinds(Math.min(n, other), n);
    }
    for (int n : new int[] {95, 97, 128, 129, 200}) {
      checkSomeKinds(n + 1, n);
    }
    checkSomeKinds(120, 300);
  }

  /** A third of the kinds, other ones for the next size. */
  private void checkSomeKinds(int rows, int columns) {
    int n = Math.min(rows, columns);
    int stride = Math.max(rows, 1);
    DoubleSvd svd = new DoubleSvd(rows, columns, 1 + n % 3);
    Kind[] kinds = Kind.values();
    for (int k = n % 3; k < kinds.length; k += 3) {
      Kind kind = kinds[k];
      double[] s = kind.values(n, random);
      double[] a =
          Spectra.product(
              rows,
              columns,
              Spectra.orthonormal(rows, n, random),
              s,
              Spectra.orthonormal(columns, n, random));
      Arrays.sort(s);
      for (int i = 0; i < n / 2; i++) {
        double swapped = s[i];
        s[i] = s[n - 1 - i];
        s[n - 1 - i] = swapped;
      }
      String what = kind + " " + rows + " x " + columns + ", seed " + Spectra.seed();
      svd.decompose(a, 0, stride);
      check(rows, columns, a, svd, what);
      assertArrayEquals(s, svd.values(), tolerance(rows + columns), what);
      svd.computeValues(a, 0, stride);
      assertArrayEquals(s, svd.values(), tolerance(rows + columns), what);
    }
  }

  /** The bound of the backward error analysis grows with the size; its constant is of order ten. */
  private static double tolerance(int size) {
    return 10 * (size + 10) * Spectra.EPSILON;
  }

  private static void check(int rows, int columns, double[] a, DoubleSvd svd, String what) {
    int n = Math.min(rows, columns);
    double tolerance = tolerance(rows + columns);
    double[] s = svd.values();
    assertTrue(Spectra.distanceFromOrthonormal(rows, n, svd.left()) <= tolerance, what);
    assertTrue(Spectra.distanceFromOrthonormal(columns, n, svd.right()) <= tolerance, what);
    double norm = n == 0 ? 0 : s[0];
    assertTrue(
        Spectra.residual(rows, columns, a, svd.left(), s, svd.right()) <= tolerance * norm, what);
    for (int i = 0; i < n; i++) {
      assertTrue(s[i] >= 0 && (i == 0 || s[i] <= s[i - 1]), what);
    }
  }

  @Test
  void fullBasesContainTheThinOnes() {
    for (int[] size : new int[][] {{40, 9}, {9, 40}, {5, 0}, {70, 33}, {30, 30}}) {
      int rows = size[0];
      int columns = size[1];
      double[] a = random.doubles((long) rows * columns, -1, 1).toArray();
      DoubleSvd thin = new DoubleSvd(rows, columns, 1);
      thin.decompose(a, 0, rows);
      DoubleSvd full = new DoubleSvd(rows, columns, 1);
      full.decomposeFully(a, 0, rows);
      assertArrayEquals(thin.values(), full.values());
      assertEquals(rows * rows, full.left().length);
      assertEquals(columns * columns, full.right().length);
      double tolerance = tolerance(rows + columns);
      assertTrue(Spectra.distanceFromOrthonormal(rows, rows, full.left()) <= tolerance);
      assertTrue(Spectra.distanceFromOrthonormal(columns, columns, full.right()) <= tolerance);
      check(rows, columns, a, full, rows + " x " + columns);
    }
  }

  @Test
  void decomposesMatricesOfRankOneAndZero() {
    for (int n : new int[] {1, 30, 77}) {
      DoubleSvd svd = new DoubleSvd(n + 2, n, 1);
      double[] ones = new double[(n + 2) * n];
      Arrays.fill(ones, 1);
      svd.decompose(ones, 0, n + 2);
      check(n + 2, n, ones, svd, "ones " + n);
      assertEquals(Math.sqrt(n * (n + 2.0)), svd.values()[0], tolerance(2 * n) * n);
      double[] zeros = new double[(n + 2) * n];
      svd.decompose(zeros, 0, n + 2);
      check(n + 2, n, zeros, svd, "zeros " + n);
    }
  }

  @Test
  void givesTheSameBitsOnAnyNumberOfThreads() {
    for (int n : new int[] {60, 260}) {
      double[] a = random.doubles((long) (n + 9) * n, -1, 1).toArray();
      DoubleSvd one = new DoubleSvd(n + 9, n, 1);
      one.decompose(a, 0, n + 9);
      for (int threads : new int[] {2, 3, 5}) {
        DoubleSvd several = new DoubleSvd(n + 9, n, threads);
        several.decompose(a, 0, n + 9);
        assertArrayEquals(one.values(), several.values());
        assertArrayEquals(one.left(), several.left());
        assertArrayEquals(one.right(), several.right());
      }
    }
  }

  @Test
  void readsNothingOutsideTheMatrixAndKeepsItsBitsOnRefill() {
    int rows = 50;
    int columns = 61;
    int stride = rows + 4;
    double[] a = random.doubles((long) rows * columns, -1, 1).toArray();
    double[] padded = new double[3 + stride * columns];
    Arrays.fill(padded, Double.NaN);
    for (int j = 0; j < columns; j++) {
      System.arraycopy(a, j * rows, padded, 3 + j * stride, rows);
    }
    DoubleSvd svd = new DoubleSvd(rows, columns, 1);
    svd.decompose(a, 0, rows);
    double[] values = svd.values().clone();
    double[] left = svd.left().clone();
    double[] right = svd.right().clone();
    svd.decompose(padded, 3, stride);
    assertArrayEquals(values, svd.values());
    assertArrayEquals(left, svd.left());
    assertArrayEquals(right, svd.right());
  }

  @Test
  void scalingByPowersOfTwoScalesTheValuesOnly() {
    int n = 45;
    double[] a = random.doubles((long) n * n, -1, 1).toArray();
    DoubleSvd plain = new DoubleSvd(n, n, 1);
    plain.decompose(a, 0, n);
    for (int exponent : new int[] {-1000, -600, 500, 1015}) {
      double factor = Math.scalb(1.0, exponent);
      DoubleSvd scaled = new DoubleSvd(n, n, 1);
      scaled.decompose(Arrays.stream(a).map(x -> x * factor).toArray(), 0, n);
      for (int i = 0; i < n; i++) {
        assertEquals(plain.values()[i] * factor, scaled.values()[i], tolerance(n) * 10 * factor);
      }
      assertTrue(Spectra.distanceFromOrthonormal(n, n, scaled.left()) <= tolerance(2 * n));
    }
  }

  @Test
  void valuesOfABidiagonalMatrixAreAccurateHoweverSmall() {
    // Kahan's example: the least singular value is far below the rounding of the largest.
    int n = 40;
    double[] d = new double[n];
    double[] e = new double[n];
    Arrays.fill(d, 1e-3);
    d[0] = 1;
    Arrays.fill(e, 1);
    double product = 1e-3;
    for (int i = 2; i < n; i++) {
      product *= 1e-3;
    }
    DoubleBidiagonalQr.compute(n, false, d, e, 0, null);
    double computed = 1;
    for (double value : d) {
      computed *= value;
    }
    // The determinant is the product of all of them, the least one 1e-117 or so.
    assertEquals(1, computed / product, 1e-11);
  }

  @Test
  void refusesElementsThatAreNotFiniteAndBadArguments() {
    DoubleSvd svd = new DoubleSvd(3, 4, 1);
    double[] a = new double[12];
    a[7] = Double.NaN;
    assertThrows(IllegalArgumentException.class, () -> svd.decompose(a, 0, 3));
    a[7] = Double.NEGATIVE_INFINITY;
    assertThrows(IllegalArgumentException.class, () -> svd.computeValues(a, 0, 3));
    assertThrows(IllegalArgumentException.class, () -> svd.decompose(new double[12], 0, 2));
    assertThrows(IllegalArgumentException.class, () -> new DoubleSvd(-1, 3, 1));
    assertThrows(IllegalArgumentException.class, () -> new DoubleSvd(1, 3, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new DoubleSvd(50_000, 1, 1).decomposeFully(new double[50_000], 0, 50_000));
  }
}
