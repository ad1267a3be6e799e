package org.infimum.linalg.spectral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.infimum.linalg.spectral.Spectra.Kind;
import org.junit.jupiter.api.Test;

class DoublePolarFactorTest {
  private final Random random = new Random(Spectra.seed());

  private double[] matrix(int rows, int columns, double[] s) {
    return Spectra.product(
        rows,
        columns,
        Spectra.orthonormal(rows, columns, random),
        s,
        Spectra.orthonormal(columns, columns, random));
  }

  @Test
  void factorsMultiplyToTheMatrixWhateverItsCondition() {
    for (int n = 0; n <= 40; n += 3) {
      for (Kind kind : Kind.values()) {
        int rows = n + random.nextInt(10);
        double[] a = matrix(rows, n, kind.values(n, random));
        DoublePolarFactor polar = new DoublePolarFactor(rows, n, 1);
        polar.decompose(a, 0, Math.max(rows, 1));
        double tolerance = 20 * (rows + 10) * Spectra.EPSILON;
        assertTrue(Spectra.distanceFromOrthonormal(rows, n, polar.orthogonal()) <= tolerance);
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        // U H = U I (H')', as H is symmetric.
        double residual = Spectra.residual(rows, n, a, polar.orthogonal(), ones, polar.symmetric());
        assertTrue(residual <= tolerance, kind + " " + rows + " x " + n + ": " + residual);
      }
    }
  }

  @Test
  void newtonSchulzReachesTheSameFactorWithinItsOwnBound() {
    for (int[] size : new int[][] {{20, 20}, {70, 33}, {100, 100}, {1, 1}, {5, 0}}) {
      int rows = size[0];
      int n = size[1];
      double[] s = new double[n];
      for (int i = 0; i < n; i++) {
        s[i] = Math.pow(10, -2.0 * i / Math.max(n - 1, 1));
      }
      double[] a = matrix(rows, n, s);
      DoublePolarFactor exact = new DoublePolarFactor(rows, n, 1);
      exact.decompose(a, 0, Math.max(rows, 1));
      double[] x = a.clone();
      DoubleNewtonSchulz iteration = new DoubleNewtonSchulz(rows, n, 2);
      double bound = iteration.orthogonalize(x, 0, Math.max(rows, 1), PolarTable.optimal(1e-3, 9));
      assertTrue(bound < 1e-12, "bound " + bound);
      // Rounding is amplified by the condition of the factor, 100 here.
      assertArrayEquals(exact.orthogonal(), x, 1e-12);
    }
  }

  @Test
  void newtonSchulzTreatsWideMatricesAsTransposes() {
    int rows = 12;
    int columns = 31;
    double[] wide = random.doubles((long) rows * columns, -1, 1).toArray();
    double[] tall = new double[rows * columns];
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < rows; i++) {
        tall[i * columns + j] = wide[j * rows + i];
      }
    }
    PolarTable table = PolarTable.optimal(1e-2, 4);
    double error = new DoubleNewtonSchulz(rows, columns, 1).orthogonalize(wide, 0, rows, table);
    double other = new DoubleNewtonSchulz(columns, rows, 1).orthogonalize(tall, 0, columns, table);
    assertEquals(error, other, 1e-12);
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < rows; i++) {
        assertEquals(tall[i * columns + j], wide[j * rows + i], 1e-12);
      }
    }
  }

  @Test
  void newtonSchulzBoundsItsErrorHonestly() {
    int n = 30;
    double[] s = new double[n];
    Arrays.fill(s, 1);
    s[n - 1] = 0;
    double[] a = matrix(n, n, s);
    double bound =
        new DoubleNewtonSchulz(n, n, 1).orthogonalize(a, 0, n, PolarTable.optimal(1e-3, 8));
    assertEquals(1, bound, 1e-10);
    double[] zero = new double[n * n];
    assertEquals(
        Math.sqrt(n),
        new DoubleNewtonSchulz(n, n, 1).orthogonalize(zero, 0, n, PolarTable.muon(5)),
        1e-12);
  }

  @Test
  void newtonSchulzTakesMatricesOfAnyScale() {
    int n = 25;
    double[] a = random.doubles((long) n * n, -1, 1).toArray();
    double[] plain = a.clone();
    PolarTable table = PolarTable.optimal(1e-4, 10);
    new DoubleNewtonSchulz(n, n, 1).orthogonalize(plain, 0, n, table);
    for (int exponent : new int[] {-1000, 1000}) {
      double[] scaled = Arrays.stream(a).map(x -> Math.scalb(x, exponent)).toArray();
      new DoubleNewtonSchulz(n, n, 1).orthogonalize(scaled, 0, n, table);
      assertArrayEquals(plain, scaled, 1e-13);
    }
  }

  @Test
  void refusesWideAndBadMatrices() {
    assertThrows(IllegalArgumentException.class, () -> new DoublePolarFactor(2, 3, 1));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new DoubleNewtonSchulz(1, 1, 1)
                .orthogonalize(new double[] {Double.NaN}, 0, 1, PolarTable.muon(1)));
  }
}
