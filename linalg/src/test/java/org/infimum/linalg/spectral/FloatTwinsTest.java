package org.infimum.linalg.spectral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.infimum.linalg.spectral.Spectra.Kind;
import org.junit.jupiter.api.Test;

/** The generated twins, measured in double precision. */
class FloatTwinsTest {
  private static final double EPSILON = 0x1p-24;
  private static final int[] SIZES = {0, 1, 2, 3, 7, 24, 25, 33, 49, 70, 131};

  private final Random random = new Random(Spectra.seed());

  private static float[] rounded(double[] x) {
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = (float) x[i];
    }
    return y;
  }

  private static double[] widened(float[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i];
    }
    return y;
  }

  private static double tolerance(int size) {
    return 10 * (size + 10) * EPSILON;
  }

  private double[] matrix(int rows, int columns, double[] s) {
    return Spectra.product(
        rows,
        columns,
        Spectra.orthonormal(rows, s.length, random),
        s,
        Spectra.orthonormal(columns, s.length, random));
  }

  @Test
  void symmetricEigenvaluesAreRightToSinglePrecision() {
    for (int n : SIZES) {
      FloatSymmetricEigen eigen = new FloatSymmetricEigen(n, 1 + n % 3);
      for (Kind kind : Kind.values()) {
        double[] w = kind.values(n, random);
        double[] a = Spectra.symmetric(w, random);
        Arrays.sort(w);
        eigen.decompose(rounded(a), 0, Math.max(n, 1));
        String what = kind + " of order " + n + ", seed " + Spectra.seed();
        double[] values = widened(eigen.values());
        double[] q = widened(eigen.vectors());
        assertArrayEquals(w, values, tolerance(n), what);
        assertTrue(Spectra.distanceFromOrthonormal(n, n, q) <= tolerance(n), what);
        assertTrue(Spectra.residual(n, n, a, q, values, q) <= tolerance(n), what);
        eigen.computeValues(rounded(a), 0, Math.max(n, 1));
        assertArrayEquals(w, widened(eigen.values()), tolerance(n), what);
      }
    }
  }

  @Test
  void singularValuesAreRightToSinglePrecision() {
    for (int n : SIZES) {
      for (Kind kind : Kind.values()) {
        int rows = n + random.nextInt(n + 2);
        double[] s = kind.values(n, random);
        double[] a = matrix(rows, n, s);
        FloatSvd svd = new FloatSvd(rows, n, 1);
        svd.decompose(rounded(a), 0, Math.max(rows, 1));
        String what = kind + " " + rows + " x " + n + ", seed " + Spectra.seed();
        double[] u = widened(svd.left());
        double[] v = widened(svd.right());
        double tolerance = tolerance(rows + n);
        assertTrue(Spectra.distanceFromOrthonormal(rows, n, u) <= tolerance, what);
        assertTrue(Spectra.distanceFromOrthonormal(n, n, v) <= tolerance, what);
        assertTrue(Spectra.residual(rows, n, a, u, widened(svd.values()), v) <= tolerance, what);
        if (n <= 33) {
          FloatJacobiSvd jacobi = new FloatJacobiSvd(rows, n);
          jacobi.decompose(rounded(a), 0, Math.max(rows, 1));
          assertArrayEquals(widened(svd.values()), widened(jacobi.values()), tolerance, what);
        }
      }
    }
  }

  @Test
  void polarFactorAgreesWithDoublePrecision() {
    int n = 60;
    double[] s = new double[n];
    for (int i = 0; i < n; i++) {
      s[i] = Math.pow(10, -1.5 * i / n);
    }
    double[] a = matrix(n, n, s);
    DoublePolarFactor exact = new DoublePolarFactor(n, n, 1);
    exact.decompose(a, 0, n);
    float[] x = rounded(a);
    float bound =
        new FloatNewtonSchulz(n, n, 1).orthogonalize(x, 0, n, PolarTable.optimal(1e-3, 8));
    assertTrue(bound < 1e-4, "bound " + bound);
    // Rounding is amplified by the condition of the factor, about 30.
    assertArrayEquals(exact.orthogonal(), widened(x), 1e-4);
    FloatPolarFactor accurate = new FloatPolarFactor(n, n, 1);
    accurate.decompose(rounded(a), 0, n);
    assertArrayEquals(exact.orthogonal(), widened(accurate.orthogonal()), 1e-4);
  }

  @Test
  void randomizedSingularValuesKeepTheirBound() {
    int n = 100;
    double[] s = new double[n];
    for (int i = 0; i < n; i++) {
      s[i] = Math.pow(0.7, i);
    }
    float[] a = rounded(matrix(n, n, s));
    FloatRandomizedSvd svd = FloatRandomizedSvd.ofRank(n, n, a, 0, n, 8, 1, 3, 1);
    for (int i = 0; i < 8; i++) {
      assertEquals(s[i], svd.values()[i], 1e-5);
    }
    double[] difference =
        Spectra.product(n, n, widened(svd.left()), widened(svd.values()), widened(svd.right()));
    for (int i = 0; i < n * n; i++) {
      difference[i] -= a[i];
    }
    DoubleSvd norm = new DoubleSvd(n, n, 1);
    norm.computeValues(difference, 0, n);
    assertTrue(norm.values()[0] <= svd.errorBound());
  }

  @Test
  void tinyHugeAndBadMatricesAreTreatedAsInDoublePrecision() {
    int n = 40;
    double[] a = Spectra.symmetric(Kind.UNIFORM.values(n, random), random);
    for (int exponent : new int[] {-120, 100}) {
      double[] scaled = Arrays.stream(a).map(x -> Math.scalb(x, exponent)).toArray();
      FloatSymmetricEigen eigen = new FloatSymmetricEigen(n, 1);
      eigen.decompose(rounded(scaled), 0, n);
      double[] q = widened(eigen.vectors());
      assertTrue(Spectra.distanceFromOrthonormal(n, n, q) <= tolerance(n));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> new FloatSvd(1, 1, 1).decompose(new float[] {Float.NaN}, 0, 1));
  }
}
