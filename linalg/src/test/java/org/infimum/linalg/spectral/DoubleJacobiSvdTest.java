package org.infimum.linalg.spectral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.infimum.linalg.spectral.Spectra.Kind;
import org.junit.jupiter.api.Test;

class DoubleJacobiSvdTest {
  private final Random random = new Random(Spectra.seed());

  private static double tolerance(int size) {
    return 20 * (size + 10) * Spectra.EPSILON;
  }

  @Test
  void agreesWithDivideAndConquerOnAllKinds() {
    for (int n = 0; n <= 40; n += 1 + n / 8) {
      for (Kind kind : Kind.values()) {
        int rows = n + random.nextInt(6);
        int columns = n;
        if (random.nextBoolean()) {
          columns = rows;
          rows = n;
        }
        double[] s = kind.values(n, random);
        double[] a =
            Spectra.product(
                rows,
                columns,
                Spectra.orthonormal(rows, n, random),
                s,
                Spectra.orthonormal(columns, n, random));
        DoubleJacobiSvd jacobi = new DoubleJacobiSvd(rows, columns);
        jacobi.decompose(a, 0, Math.max(rows, 1));
        DoubleSvd svd = new DoubleSvd(rows, columns, 1);
        svd.computeValues(a, 0, Math.max(rows, 1));
        double tolerance = tolerance(rows + columns);
        String what = kind + " " + rows + " x " + columns + ", seed " + Spectra.seed();
        assertArrayEquals(svd.values(), jacobi.values(), tolerance, what);
        assertTrue(Spectra.distanceFromOrthonormal(rows, n, jacobi.left()) <= tolerance, what);
        assertTrue(Spectra.distanceFromOrthonormal(columns, n, jacobi.right()) <= tolerance, what);
        assertTrue(
            Spectra.residual(rows, columns, a, jacobi.left(), jacobi.values(), jacobi.right())
                <= tolerance,
            what);
      }
    }
  }

  @Test
  void smallSingularValuesOfScaledColumnsHaveAllDigits() {
    // Columns orthonormal but for their lengths: these are the singular values, exactly known.
    int rows = 30;
    int n = 24;
    double[] a = Spectra.orthonormal(rows, n, random);
    double[] lengths = new double[n];
    for (int j = 0; j < n; j++) {
      lengths[j] = Math.scalb(1.0, -41 * j);
      for (int i = 0; i < rows; i++) {
        a[j * rows + i] *= lengths[j];
      }
    }
    DoubleJacobiSvd jacobi = new DoubleJacobiSvd(rows, n);
    jacobi.decompose(a, 0, rows);
    for (int j = 0; j < n; j++) {
      assertEquals(1, jacobi.values()[j] / lengths[j], 1e-13, "value " + j);
    }
  }

  @Test
  void refusesElementsThatAreNotFinite() {
    double[] a = {1, 2, Double.NaN, 4};
    assertThrows(
        IllegalArgumentException.class, () -> new DoubleJacobiSvd(2, 2).decompose(a, 0, 2));
  }
}
