package org.infimum.linalg.spectral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.infimum.core.Run;
import org.infimum.linalg.LinearOperator;
import org.infimum.linalg.spectral.ThickRestartLanczos.Answer;
import org.infimum.linalg.spectral.ThickRestartLanczos.End;
import org.junit.jupiter.api.Test;

class ThickRestartLanczosTest {
  private final Random random = new Random(Spectra.seed());

  /** The five-point Laplacian of a grid. */
  private record Laplacian(int width, int height) implements LinearOperator {
    @Override
    public int rows() {
      return width * height;
    }

    @Override
    public int columns() {
      return rows();
    }

    @Override
    public void apply(double[] x, double[] y) {
      for (int i = 0; i < rows(); i++) {
        int column = i % width;
        double sum = 4 * x[i];
        sum -= column > 0 ? x[i - 1] : 0;
        sum -= column + 1 < width ? x[i + 1] : 0;
        sum -= i >= width ? x[i - width] : 0;
        sum -= i + width < rows() ? x[i + width] : 0;
        y[i] = sum;
      }
    }

    @Override
    public void applyTransposed(double[] x, double[] y) {
      apply(x, y);
    }
  }

  /** A diagonal matrix. */
  private record Diagonal(double... d) implements LinearOperator {
    @Override
    public int rows() {
      return d.length;
    }

    @Override
    public int columns() {
      return d.length;
    }

    @Override
    public void apply(double[] x, double[] y) {
      for (int i = 0; i < d.length; i++) {
        y[i] = d[i] * x[i];
      }
    }

    @Override
    public void applyTransposed(double[] x, double[] y) {
      apply(x, y);
    }
  }

  @Test
  void findsBothEndsOfTheSpectrumOfAGrid() {
    // Sides of different lengths, or eigenvalues would come in pairs.
    int width = 29;
    int height = 36;
    int n = width * height;
    Laplacian laplacian = new Laplacian(width, height);
    double[] expected = new double[n];
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < height; j++) {
        expected[i * height + j] =
            4
                - 2 * Math.cos(Math.PI * (i + 1) / (width + 1))
                - 2 * Math.cos(Math.PI * (j + 1) / (height + 1));
      }
    }
    Arrays.sort(expected);
    Answer low = ThickRestartLanczos.solve(laplacian, 6, End.SMALLEST, 1e-10, Run.unlimited());
    assertTrue(low.isConverged());
    assertArrayEquals(Arrays.copyOf(expected, 6), low.values(), 1e-8);
    Answer high = ThickRestartLanczos.solve(laplacian, 4, End.LARGEST, 1e-10, Run.unlimited());
    for (int i = 0; i < 4; i++) {
      assertEquals(expected[n - 1 - i], high.values()[i], 1e-8);
      assertTrue(high.residuals()[i] <= 1e-9);
    }
    assertTrue(Spectra.distanceFromOrthonormal(n, 6, low.vectors()) < 1e-12);
  }

  @Test
  void treatsSmallAndDegenerateOperators() {
    for (int n = 0; n <= 25; n++) {
      double[] d = random.doubles(n, -1, 1).toArray();
      Answer answer =
          ThickRestartLanczos.solve(new Diagonal(d), 3, End.LARGEST, 1e-10, Run.unlimited());
      Arrays.sort(d);
      assertEquals(Math.min(3, n), answer.values().length);
      for (int i = 0; i < answer.values().length; i++) {
        assertEquals(d[n - 1 - i], answer.values()[i], 1e-12, "order " + n);
      }
    }
    Answer zero =
        ThickRestartLanczos.solve(
            new Diagonal(new double[50]), 2, End.SMALLEST, 1e-10, Run.unlimited());
    assertArrayEquals(new double[2], zero.values());
    assertTrue(zero.isConverged());
    double[] ones = new double[60];
    Arrays.fill(ones, 1);
    Answer identity =
        ThickRestartLanczos.solve(new Diagonal(ones), 3, End.LARGEST, 1e-10, Run.unlimited());
    assertArrayEquals(new double[] {1, 1, 1}, identity.values(), 1e-13);
  }

  @Test
  void saysWhenItStoppedShort() {
    double[] d = random.doubles(3000).toArray();
    Run limited = Run.builder().iterationLimit(1).build();
    Answer answer = ThickRestartLanczos.solve(new Diagonal(d), 5, End.SMALLEST, 1e-13, limited);
    assertFalse(answer.isConverged());
    assertEquals(5, answer.values().length);
  }

  @Test
  void sameSeedSameBitsOnAnyNumberOfThreads() {
    Laplacian laplacian = new Laplacian(20, 23);
    Answer one =
        ThickRestartLanczos.solve(
            laplacian, 3, End.LARGEST, 1e-8, Run.builder().threads(1).build());
    Answer three =
        ThickRestartLanczos.solve(
            laplacian, 3, End.LARGEST, 1e-8, Run.builder().threads(3).build());
    assertArrayEquals(one.values(), three.values());
    assertArrayEquals(one.vectors(), three.vectors());
  }

  @Test
  void refusesBadArgumentsAndOperators() {
    Diagonal bad = new Diagonal(1, Double.NaN, 3);
    assertThrows(
        IllegalArgumentException.class,
        () -> ThickRestartLanczos.solve(bad, 1, End.LARGEST, 1e-8, Run.unlimited()));
    assertThrows(
        IllegalArgumentException.class,
        () -> ThickRestartLanczos.solve(bad, -1, End.LARGEST, 1e-8, Run.unlimited()));
    assertThrows(
        IllegalArgumentException.class,
        () -> ThickRestartLanczos.solve(bad, 1, End.LARGEST, 0, Run.unlimited()));
  }
}
