package org.infimum.linalg.lowrank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.infimum.linalg.dense.FloatBlas;
import org.infimum.linalg.dense.Transpose;
import org.infimum.linalg.random.RandomStream;
import org.junit.jupiter.api.Test;

class LowRankGemmTest {
  private static final long SEED = Long.getLong("infimum.seed", 20_240_611L);

  private static float[] normal(int n, long stream) {
    float[] x = new float[n];
    RandomStream.of(SEED).stream(stream).fillGaussian(x, 0, n, 0);
    return x;
  }

  private static float[] product(int m, int n, int k, float[] a, float[] b) {
    float[] c = new float[m * n];
    FloatBlas.gemm(Transpose.NO, Transpose.NO, m, n, k, 1.0f, a, 0, m, b, 0, k, 0.0f, c, 0, m, 1);
    return c;
  }

  /** Random sides and singular values near decay^i. */
  private static float[] decaying(int m, int n, int terms, double decay) {
    float[] u = normal(m * terms, 10);
    float[] v = normal(terms * n, 11);
    for (int i = 0; i < terms; i++) {
      for (int k = 0; k < m; k++) {
        u[i * m + k] *= (float) Math.pow(decay, i);
      }
    }
    return product(m, n, terms, u, v);
  }

  private static double distance(float[] x, float[] y) {
    double error = 0.0;
    double size = 0.0;
    for (int i = 0; i < x.length; i++) {
      error += ((double) x[i] - y[i]) * ((double) x[i] - y[i]);
      size += (double) x[i] * x[i];
    }
    return Math.sqrt(error / size);
  }

  @Test
  void theStatedErrorOfTheFactorsIsTheirs() {
    int m = 150;
    int n = 120;
    float[] a = decaying(m, n, 60, 0.8);
    for (FactorStorage storage : FactorStorage.values()) {
      LowRankMatrix factors =
          LowRankMatrix.approximate(m, n, a, 0, m, 1e-2, storage, SEED, 1).orElseThrow();
      double error = distance(a, factors.expand());
      assertEquals(error, factors.relativeError(), 0.15 * error, storage + ", seed " + SEED);
      double most =
          storage == FactorStorage.FLOAT ? 1e-2 : storage == FactorStorage.INT8 ? 0.02 : 0.06;
      assertTrue(error <= most, storage + " error " + error);
      double bits = 8.0 * factors.bytes() / ((double) factors.rank() * (m + n));
      double nominal =
          storage == FactorStorage.FLOAT ? 32 : storage == FactorStorage.INT8 ? 8.5 : 8.25;
      // Segments at the end of a vector are not full.
      assertEquals(nominal, bits, 0.12 * nominal, storage.toString());
    }
  }

  @Test
  void theRankIsTheLeastThatTheToleranceAllows() {
    int n = 96;
    float[] a = new float[n * n];
    for (int i = 0; i < n; i++) {
      a[i * n + i] = (float) Math.pow(2.0, -i);
    }
    // |A|^2 less the first r squares is 4^-r |A|^2.
    LowRankMatrix factors =
        LowRankMatrix.approximate(n, n, a, 0, n, 0.01, FactorStorage.FLOAT, SEED, 1).orElseThrow();
    assertEquals(7, factors.rank());
    assertEquals(Math.pow(2.0, -7), factors.relativeError(), 1e-4);
  }

  @Test
  void productsThroughFactorsAreWithinTheToleranceAndSayHowFarOff() {
    int m = 200;
    int k = 160;
    int n = 70;
    float[] a = decaying(m, k, 50, 0.75);
    float[] b = normal(k * n, 3);
    float[] exact = product(m, n, k, a, b);
    LowRankProduct prepared =
        new LowRankGemm(1e-2, FactorStorage.FLOAT, 0, SEED, 1).prepare(m, k, a, 0, m, n);
    float[] c = new float[m * n];
    LowRankProduct.Report report = prepared.multiply(n, b, 0, k, c, 0, m);
    assertEquals(LowRankProduct.Kernel.LOW_RANK, report.kernel());
    double error = distance(exact, c);
    assertTrue(error <= 1e-2, "error " + error);
    assertTrue(error <= report.errorBound(), "error " + error + " bound " + report.errorBound());
    // Ten probes of many directions: within half of the true error.
    assertEquals(error, report.errorEstimate(), 0.5 * error, "seed " + SEED);
  }

  @Test
  void randomMatricesAreMultipliedExactly() {
    int n = 128;
    float[] a = normal(n * n, 1);
    float[] b = normal(n * n, 2);
    LowRankProduct prepared = LowRankGemm.standard().prepare(n, n, a, 0, n, n);
    assertTrue(prepared.factors().isEmpty());
    float[] c = new float[n * n];
    LowRankProduct.Report report = prepared.multiply(n, b, 0, n, c, 0, n);
    assertEquals(LowRankProduct.Kernel.EXACT, report.kernel());
    assertArrayEquals(product(n, n, n, a, b), c);
  }

  /** B lives where the factors of A are wrong: the certificate must see it. */
  @Test
  void aProductThatMissesTheToleranceIsComputedExactly() {
    int n = 128;
    float[] a = new float[n * n];
    for (int i = 0; i < n; i++) {
      a[i * n + i] = i < 4 ? 1.0f : 1e-4f;
    }
    float[] b = new float[n * 8];
    for (int j = 0; j < 8; j++) {
      b[j * n + 40 + j] = 1.0f;
    }
    LowRankProduct prepared = LowRankGemm.standard().prepare(n, n, a, 0, n, 8);
    assertTrue(prepared.factors().isPresent());
    float[] c = new float[n * 8];
    assertEquals(LowRankProduct.Kernel.EXACT, prepared.multiply(8, b, 0, n, c, 0, n).kernel());
    assertArrayEquals(product(n, 8, n, a, b), c);
  }

  @Test
  void aProductOfFactorsStaysInFactorsOfTheSmallerRank() {
    int m = 90;
    int k = 80;
    int n = 100;
    float[] a = decaying(m, k, 20, 0.5);
    float[] b = decaying(k, n, 30, 0.7);
    LowRankMatrix left =
        LowRankMatrix.approximate(m, k, a, 0, m, 1e-3, FactorStorage.FLOAT, SEED, 1).orElseThrow();
    LowRankMatrix right =
        LowRankMatrix.approximate(k, n, b, 0, k, 1e-3, FactorStorage.FLOAT, SEED, 1).orElseThrow();
    assertTrue(left.rank() < right.rank());
    LowRankMatrix both = left.multiply(right, 1);
    assertEquals(left.rank(), both.rank());
    assertTrue(distance(product(m, n, k, a, b), both.expand()) < 5e-3);
    LowRankMatrix mirrored = transposed(n, k, b).multiply(transposed(k, m, a), 1);
    assertEquals(left.rank(), mirrored.rank());
  }

  /** Factors of the transpose of a column-major k x n or m x k matrix. */
  private static LowRankMatrix transposed(int rows, int columns, float[] stored) {
    float[] t = new float[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        t[j * rows + i] = stored[i * columns + j];
      }
    }
    return LowRankMatrix.approximate(rows, columns, t, 0, rows, 1e-3, FactorStorage.FLOAT, SEED, 1)
        .orElseThrow();
  }

  @Test
  void storageThatIsTooCoarseGivesWayToFloats() {
    int m = 150;
    float[] a = decaying(m, m, 60, 0.8);
    Optional<LowRankMatrix> factors =
        new LowRankGemm(1e-2, FactorStorage.E4M3, 0, SEED, 1).prepare(m, m, a, 0, m, m).factors();
    assertTrue(factors.orElseThrow().relativeError() <= 1e-2);
    factors =
        new LowRankGemm(0.1, FactorStorage.E4M3, 0, SEED, 1).prepare(m, m, a, 0, m, m).factors();
    assertTrue(factors.orElseThrow().bytes() < 1.2 * factors.orElseThrow().rank() * 2 * m);
  }

  @Test
  void theFactorizationMustPay() {
    int m = 150;
    float[] a = decaying(m, m, 60, 0.8);
    LowRankGemm once = new LowRankGemm(1e-2, FactorStorage.FLOAT, 1, SEED, 1);
    assertTrue(once.prepare(m, m, a, 0, m, 10).factors().isEmpty());
    LowRankGemm often = new LowRankGemm(1e-2, FactorStorage.FLOAT, 1000, SEED, 1);
    assertTrue(often.prepare(m, m, a, 0, m, 10).factors().isPresent());
  }

  @Test
  void aMatrixOfZerosHasFactors() {
    float[] a = new float[64 * 40];
    LowRankMatrix factors =
        LowRankMatrix.approximate(64, 40, a, 0, 64, 1e-2, FactorStorage.FLOAT, SEED, 1)
            .orElseThrow();
    assertEquals(0.0, factors.relativeError());
    assertArrayEquals(a, factors.expand());
  }

  @Test
  void badArgumentsAreRefused() {
    float[] a = new float[16];
    a[5] = Float.NaN;
    assertThrows(
        IllegalArgumentException.class, () -> new LowRankGemm(1.0, FactorStorage.FLOAT, 0, 1, 1));
    assertThrows(
        IllegalArgumentException.class, () -> new LowRankGemm(0.1, FactorStorage.FLOAT, 0, 1, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> LowRankMatrix.approximate(4, 4, a, 0, 4, 1e-7, FactorStorage.FLOAT, 1, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> LowRankMatrix.approximate(4, 4, a, 0, 4, 1e-2, FactorStorage.FLOAT, 1, 1));
    assertThrows(
        IllegalArgumentException.class, () -> LowRankGemm.standard().prepare(4, 4, a, 0, 3, 4));
  }
}
