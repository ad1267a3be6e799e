package org.infimum.linalg.spectral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DoubleRandomizedSvdTest {
  private final Random random = new Random(Spectra.seed());

  private double[] decaying(int rows, int columns, double ratio) {
    int n = Math.min(rows, columns);
    double[] s = new double[n];
    for (int i = 0; i < n; i++) {
      s[i] = Math.pow(ratio, i);
    }
    return Spectra.product(
        rows,
        columns,
        Spectra.orthonormal(rows, n, random),
        s,
        Spectra.orthonormal(columns, n, random));
  }

  /** The spectral norm of what is left of A. */
  private static double error(int rows, int columns, double[] a, DoubleRandomizedSvd svd) {
    double[] difference = Spectra.product(rows, columns, svd.left(), svd.values(), svd.right());
    for (int i = 0; i < difference.length; i++) {
      difference[i] -= a[i];
    }
    DoubleSvd norm = new DoubleSvd(rows, columns, 1);
    norm.computeValues(difference, 0, rows);
    return norm.values()[0];
  }

  @Test
  void findsTheLargestValuesOfADecayingSpectrum() {
    for (int[] size : new int[][] {{120, 80}, {70, 150}}) {
      int rows = size[0];
      int columns = size[1];
      double[] a = decaying(rows, columns, 0.7);
      DoubleRandomizedSvd svd = DoubleRandomizedSvd.ofRank(rows, columns, a, 0, rows, 12, 2, 5, 2);
      assertEquals(12, svd.rank());
      for (int i = 0; i < 12; i++) {
        assertEquals(Math.pow(0.7, i), svd.values()[i], 1e-9);
      }
      assertTrue(Spectra.distanceFromOrthonormal(rows, 12, svd.left()) < 1e-13);
      assertTrue(Spectra.distanceFromOrthonormal(columns, 12, svd.right()) < 1e-13);
      double error = error(rows, columns, a, svd);
      assertTrue(error <= 1.01 * Math.pow(0.7, 12), "error " + error);
      assertTrue(error <= svd.errorBound(), "bound " + svd.errorBound());
    }
  }

  @Test
  void theAdaptiveRangeStopsAtTheToleranceAndNotMuchLater() {
    int rows = 140;
    int columns = 110;
    double[] a = decaying(rows, columns, 0.8);
    DoubleRandomizedSvd svd =
        DoubleRandomizedSvd.toTolerance(rows, columns, a, 0, rows, 1e-3, 1, 9, 1);
    assertTrue(svd.errorBound() <= 1e-3);
    assertTrue(error(rows, columns, a, svd) <= svd.errorBound());
    // 0.8^31 is 1e-3; the bound is a hundred times too careful at most, and blocks are of 16.
    assertTrue(svd.rank() <= 80, "rank " + svd.rank());
  }

  @Test
  void aFlatSpectrumIsComputedInFullAndBoundedHonestly() {
    int n = 45;
    double[] a = Spectra.orthonormal(n, n, random);
    DoubleRandomizedSvd full = DoubleRandomizedSvd.toTolerance(n, n, a, 0, n, 1e-9, 0, 1, 1);
    assertEquals(n, full.rank());
    assertTrue(error(n, n, a, full) < 1e-12);
    DoubleRandomizedSvd part = DoubleRandomizedSvd.ofRank(n, n, a, 0, n, 5, 3, 1, 1);
    assertTrue(part.errorBound() >= 1);
  }

  @Test
  void sameSeedSameBitsOnAnyNumberOfThreads() {
    double[] a = decaying(90, 90, 0.9);
    DoubleRandomizedSvd one = DoubleRandomizedSvd.ofRank(90, 90, a, 0, 90, 20, 1, 3, 1);
    DoubleRandomizedSvd two = DoubleRandomizedSvd.ofRank(90, 90, a, 0, 90, 20, 1, 3, 3);
    assertArrayEquals(one.values(), two.values());
    assertArrayEquals(one.left(), two.left());
    assertArrayEquals(one.right(), two.right());
  }

  @Test
  void treatsEmptyAndZeroMatrices() {
    assertEquals(0, DoubleRandomizedSvd.ofRank(0, 5, new double[0], 0, 1, 3, 1, 1, 1).rank());
    assertEquals(0, DoubleRandomizedSvd.ofRank(5, 0, new double[0], 0, 5, 3, 1, 1, 1).rank());
    DoubleRandomizedSvd zero =
        DoubleRandomizedSvd.ofRank(20, 20, new double[400], 0, 20, 3, 1, 1, 1);
    assertArrayEquals(new double[3], zero.values(), 1e-30);
    assertEquals(
        0, DoubleRandomizedSvd.toTolerance(20, 20, new double[400], 0, 20, 1, 1, 1, 1).rank());
  }

  @Test
  void refusesBadArguments() {
    double[] a = new double[4];
    assertThrows(
        IllegalArgumentException.class,
        () -> DoubleRandomizedSvd.ofRank(2, 2, a, 0, 2, -1, 0, 1, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> DoubleRandomizedSvd.ofRank(2, 2, a, 0, 2, 1, -1, 1, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> DoubleRandomizedSvd.toTolerance(2, 2, a, 0, 2, 0, 1, 1, 1));
    a[1] = Double.NaN;
    assertThrows(
        IllegalArgumentException.class,
        () -> DoubleRandomizedSvd.ofRank(2, 2, a, 0, 2, 1, 1, 1, 1));
  }
}
