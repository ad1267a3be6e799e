package org.infimum.linalg.spectral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.infimum.linalg.spectral.Spectra.Kind;
import org.junit.jupiter.api.Test;

class MatrixFunctionsTest {
  private final Random random = new Random(Spectra.seed());

  private static double[] multiply(int n, double[] a, double[] b) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    double[] transposed = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        transposed[i * n + j] = b[j * n + i];
      }
    }
    return Spectra.product(n, n, a, ones, transposed);
  }

  @Test
  void exponentialOfSymmetricMatricesAgreesWithTheirEigenvalues() {
    for (int n = 0; n <= 33; n += 3) {
      for (double size : new double[] {1e-3, 0.1, 0.7, 2, 5, 60}) {
        double[] w = Kind.UNIFORM.values(n, random);
        double[] a = Spectra.symmetric(w, random);
        for (int i = 0; i < a.length; i++) {
          a[i] *= size;
        }
        double[] expected = new SymmetricFunction(n, 1).exp(a, 0, Math.max(n, 1));
        double[] actual = MatrixExponential.of(n, a, 0, Math.max(n, 1), 1);
        // The condition number of the exponential of a normal matrix is its norm.
        double tolerance = 1e-14 * (n + 10) * (1 + size) * Math.exp(size);
        assertArrayEquals(expected, actual, tolerance, "order " + n + ", size " + size);
      }
    }
  }

  @Test
  void exponentialOfAJordanBlockIsExact() {
    int n = 6;
    double[] a = new double[n * n];
    for (int j = 0; j < n; j++) {
      a[j * n + j] = -2;
      if (j > 0) {
        a[j * n + j - 1] = 1;
      }
    }
    double[] exponential = MatrixExponential.of(n, a, 0, n, 1);
    for (int j = 0; j < n; j++) {
      double factorial = 1;
      for (int i = j; i >= 0; i--) {
        assertEquals(Math.exp(-2) / factorial, exponential[j * n + i], 1e-15);
        factorial *= j - i + 1;
      }
    }
  }

  @Test
  void exponentialOfASkewMatrixIsARotation() {
    int n = 17;
    double[] a = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < j; i++) {
        a[j * n + i] = 4 * random.nextDouble() - 2;
        a[i * n + j] = -a[j * n + i];
      }
    }
    double[] rotation = MatrixExponential.of(n, a, 0, n, 2);
    assertEquals(0, Spectra.distanceFromOrthonormal(n, n, rotation), 1e-12);
  }

  @Test
  void logarithmAndSquareRootUndoExponentialAndSquare() {
    int n = 24;
    double[] a = Spectra.symmetric(Kind.UNIFORM.values(n, random), random);
    SymmetricFunction function = new SymmetricFunction(n, 1);
    assertArrayEquals(a, function.log(function.exp(a, 0, n), 0, n), 1e-13);
    double[] square = multiply(n, a, a);
    double[] root = function.sqrt(function.exp(square, 0, n), 0, n);
    assertArrayEquals(function.exp(square, 0, n), multiply(n, root, root), 1e-12);
  }

  @Test
  void refusesWhatHasNoFiniteResult() {
    double[] a = {1, 0, 0, -1};
    assertThrows(IllegalArgumentException.class, () -> new SymmetricFunction(2, 1).log(a, 0, 2));
    assertThrows(
        IllegalArgumentException.class,
        () -> MatrixExponential.of(2, new double[] {1e4, 0, 0, 1}, 0, 2, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> MatrixExponential.of(1, new double[] {Double.NaN}, 0, 1, 1));
  }
}
