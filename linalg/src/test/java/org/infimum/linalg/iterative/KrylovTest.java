package org.infimum.linalg.iterative;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.infimum.core.Run;
import org.infimum.linalg.LinearOperator;
import org.infimum.linalg.Patterns;
import org.infimum.linalg.iterative.KrylovResult.Ending;
import org.junit.jupiter.api.Test;

class KrylovTest {
  private static final int N = 120;

  private final Random random = new Random(Patterns.seed());

  /** Eigenvalues from 1 to a largest one, evenly spread in the logarithm. */
  private static double[] spread(double condition) {
    return spread(N, condition);
  }

  private static double[] spread(int count, double condition) {
    double[] values = new double[count];
    Arrays.setAll(values, i -> Math.pow(condition, i / (count - 1.0)));
    return values;
  }

  private static double residual(LinearOperator a, double[] x, double[] b) {
    double[] r = new double[b.length];
    a.apply(x, r);
    for (int i = 0; i < r.length; i++) {
      r[i] = b[i] - r[i];
    }
    return Blas1.norm(r.length, r);
  }

  @Test
  void conjugateGradientsReachTheirToleranceAndEstimateTheSpectrum() {
    for (double condition : new double[] {1.0, 1e1, 1e3, 1e5}) {
      PlantedSpectrum a = PlantedSpectrum.symmetric(spread(condition), random);
      double[] b = random.doubles(N, -1.0, 1.0).toArray();
      double[] x = new double[N];
      KrylovResult result =
          new ConjugateGradients(1e-9, 20 * N)
              .solve(a, Preconditioner.IDENTITY, b, x, Run.unlimited());
      String context = "seed " + Patterns.seed() + ", " + result;
      assertEquals(Ending.SOLVED, result.ending(), context);
      // The recursive residual drifts from the true one by rounding of the largest iterate.
      assertTrue(residual(a, x, b) <= 2e-9 * Blas1.norm(N, b), context);
      assertEquals(condition, result.norm(), 1e-2 * condition, context);
      assertEquals(condition, result.condition(), 2e-2 * condition, context);
    }
  }

  @Test
  void conjugateGradientsNeedAsManyStepsAsThereAreEigenvalues() {
    double[] values = new double[N];
    Arrays.setAll(values, i -> 1.0 + i % 4);
    PlantedSpectrum a = PlantedSpectrum.symmetric(values, random);
    double[] b = random.doubles(N).toArray();
    KrylovResult result =
        new ConjugateGradients(1e-12, N)
            .solve(a, Preconditioner.IDENTITY, b, new double[N], Run.unlimited());
    assertEquals(4, result.iterations());
  }

  @Test
  void conjugateGradientsRefuseAnIndefiniteMatrix() {
    double[] values = spread(10.0);
    values[5] = -3.0;
    PlantedSpectrum a = PlantedSpectrum.symmetric(values, random);
    double[] b = random.doubles(N).toArray();
    KrylovResult result =
        new ConjugateGradients(1e-14, 10 * N)
            .solve(a, Preconditioner.IDENTITY, b, new double[N], Run.unlimited());
    assertEquals(Ending.INDEFINITE, result.ending());
  }

  @Test
  void minresSolvesIndefiniteSystems() {
    for (double condition : new double[] {1e1, 1e3}) {
      double[] values = spread(condition);
      for (int i = 0; i < N; i += 3) {
        values[i] = -values[i];
      }
      PlantedSpectrum a = PlantedSpectrum.symmetric(values, random);
      double[] b = random.doubles(N, -1.0, 1.0).toArray();
      double[] x = random.doubles(N).toArray();
      KrylovResult result =
          new Minres(1e-12, 50 * N).solve(a, Preconditioner.IDENTITY, b, x, Run.unlimited());
      String context = "seed " + Patterns.seed() + ", " + result;
      assertEquals(Ending.SOLVED, result.ending(), context);
      // The stopping rule promises 1e-12 ||A|| ||x||, with Frobenius' norm for that of A.
      double scale = result.norm() * Blas1.norm(N, x);
      assertTrue(residual(a, x, b) <= 2e-12 * scale, context);
      assertEquals(residual(a, x, b), result.residual(), 1e-12 * scale, context);
    }
  }

  @Test
  void minresFindsLeastSquaresOfASingularMatrix() {
    double[] values = spread(100.0);
    Arrays.fill(values, 0, 10, 0.0);
    PlantedSpectrum a = PlantedSpectrum.symmetric(values, random);
    double[] b = random.doubles(N, -1.0, 1.0).toArray();
    double[] x = new double[N];
    KrylovResult result =
        new Minres(1e-6, 50 * N).solve(a, Preconditioner.IDENTITY, b, x, Run.unlimited());
    assertEquals(Ending.LEAST_SQUARES, result.ending(), "seed " + Patterns.seed());
    // ||A|| in the stopping rule is Frobenius' norm, some hundreds here.
    assertStationary(a, x, b, 1e-3);
  }

  /** A'(b - A x) is zero compared with the factors it is made of. */
  private static void assertStationary(LinearOperator a, double[] x, double[] b, double tolerance) {
    double[] r = new double[a.rows()];
    a.apply(x, r);
    for (int i = 0; i < r.length; i++) {
      r[i] = b[i] - r[i];
    }
    double[] gradient = new double[a.columns()];
    a.applyTransposed(r, gradient);
    double bound = tolerance * Blas1.norm(r.length, r);
    assertTrue(Blas1.norm(gradient.length, gradient) <= bound, "seed " + Patterns.seed());
  }

  @Test
  void lsqrSolvesSquareSystems() {
    PlantedSpectrum a = PlantedSpectrum.rectangular(N, N, spread(1e3), random);
    double[] b = random.doubles(N, -1.0, 1.0).toArray();
    double[] x = new double[N];
    KrylovResult result = new Lsqr(1e-12, 100 * N).solve(a, b, x, Run.unlimited());
    assertEquals(Ending.SOLVED, result.ending(), "seed " + Patterns.seed());
    double scale = Blas1.norm(N, b) + result.norm() * Blas1.norm(N, x);
    assertTrue(residual(a, x, b) <= 2e-12 * scale, result.toString());
  }

  @Test
  void lsqrMinimizesOverdeterminedSystemsAndEstimatesTheNorm() {
    double[] values = new double[40];
    Arrays.setAll(values, i -> 1.0 + i);
    PlantedSpectrum a = PlantedSpectrum.rectangular(N, 40, values, random);
    double[] b = random.doubles(N, -1.0, 1.0).toArray();
    double[] x = new double[40];
    KrylovResult result = new Lsqr(1e-12, 10 * N).solve(a, b, x, Run.unlimited());
    assertEquals(Ending.LEAST_SQUARES, result.ending(), "seed " + Patterns.seed());
    assertStationary(a, x, b, 1e-9);
    assertEquals(residual(a, x, b), result.residual(), 1e-9);
    // The estimate is of the condition number in Frobenius' norms, from below at first.
    assertTrue(result.condition() >= 40.0, result.toString());
  }

  @Test
  void lsqrFindsTheSolutionOfLeastNorm() {
    double[] values = new double[40];
    Arrays.fill(values, 2.0);
    PlantedSpectrum a = PlantedSpectrum.rectangular(40, N, values, random);
    double[] y = random.doubles(40).toArray();
    double[] least = new double[N];
    a.applyTransposed(y, least);
    double[] b = new double[40];
    a.apply(least, b);
    double[] x = new double[N];
    new Lsqr(1e-13, 10 * N).solve(a, b, x, Run.unlimited());
    assertArrayEquals(least, x, 1e-10, "seed " + Patterns.seed());
  }

  @Test
  void dampingSolvesTheRegularizedNormalEquations() {
    double damping = 3.0;
    PlantedSpectrum a = PlantedSpectrum.rectangular(N, 40, spread(40, 10.0), random);
    double[] b = random.doubles(N, -1.0, 1.0).toArray();
    double[] x = new double[40];
    new Lsqr(1e-13, damping, Double.POSITIVE_INFINITY, 10 * N).solve(a, b, x, Run.unlimited());
    double[] r = new double[N];
    a.apply(x, r);
    for (int i = 0; i < N; i++) {
      r[i] = b[i] - r[i];
    }
    double[] gradient = new double[40];
    a.applyTransposed(r, gradient);
    double[] penalty = Arrays.stream(x).map(v -> damping * damping * v).toArray();
    assertArrayEquals(penalty, gradient, 1e-9, "seed " + Patterns.seed());
  }

  @Test
  void zeroRightHandSidesNeedNoStep() {
    PlantedSpectrum a = PlantedSpectrum.symmetric(spread(2.0), random);
    double[] zero = new double[N];
    double[] x = new double[N];
    Preconditioner none = Preconditioner.IDENTITY;
    assertEquals(
        0, new ConjugateGradients(1e-8, 9).solve(a, none, zero, x, Run.unlimited()).iterations());
    assertEquals(0, new Minres(1e-8, 9).solve(a, none, zero, x, Run.unlimited()).iterations());
    assertEquals(0, new Lsqr(1e-8, 9).solve(a, zero, x, Run.unlimited()).iterations());
    assertArrayEquals(zero, x);
  }

  @Test
  void limitsAndCancellationsAreReported() {
    PlantedSpectrum a = PlantedSpectrum.symmetric(spread(1e4), random);
    double[] b = random.doubles(N).toArray();
    Preconditioner none = Preconditioner.IDENTITY;
    assertEquals(
        Ending.ITERATION_LIMIT,
        new Minres(1e-12, 3).solve(a, none, b, new double[N], Run.unlimited()).ending());
    Run cancelled = Run.unlimited();
    cancelled.cancel();
    assertEquals(
        Ending.STOPPED,
        new ConjugateGradients(1e-12, 3).solve(a, none, b, new double[N], cancelled).ending());
    assertEquals(Ending.STOPPED, new Lsqr(1e-12, 3).solve(a, b, new double[N], cancelled).ending());
    assertThrows(IllegalArgumentException.class, () -> new Minres(1.5, 3));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Lsqr(1e-8, 3).solve(a, new double[3], new double[N], cancelled));
  }
}
