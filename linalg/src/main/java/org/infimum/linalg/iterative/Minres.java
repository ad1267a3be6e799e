package org.infimum.linalg.iterative;

import org.infimum.core.Run;
import org.infimum.linalg.LinearOperator;
import org.infimum.linalg.iterative.KrylovResult.Ending;
import org.jspecify.annotations.Nullable;

/**
 * MINRES for A x = b with A symmetric, definite or not (Paige and Saunders, "Solution of sparse
 * indefinite systems of linear equations", SIAM J. Numer. Anal. 12, 1975): the Lanczos process, and
 * the QR factorization of its tridiagonal matrix by plane rotations. For a singular A it finds a
 * least-squares solution.
 *
 * <p>It stops when ||r|| &lt;= tolerance ||A|| ||x||, when ||A r|| &lt;= tolerance ||A|| ||r||, or
 * when the condition number reaches the reciprocal of the rounding error.
 *
 * @param tolerance as above, in [0, 1)
 * @param maxIterations largest number of products with A
 */
public record Minres(double tolerance, int maxIterations) {
  private static final double EPSILON = Math.ulp(1.0);

  /** Checks the options. */
  public Minres {
    IterationLimits.check(tolerance, maxIterations);
  }

  /**
   * Solves A x = b.
   *
   * @param a symmetric; {@code applyTransposed} is not called
   * @param m the preconditioner, positive definite
   * @param b the right-hand side
   * @param x the first guess, overwritten by the solution
   * @param run asked before each iteration whether to stop
   */
  public KrylovResult solve(LinearOperator a, Preconditioner m, double[] b, double[] x, Run run) {
    int n = IterationLimits.squareDimension(a, b, x);
    double[] older = new double[n];
    double[] newer = new double[n];
    double[] y = new double[n];
    double[] v = new double[n];
    double[] w = new double[n];
    double[] w1 = new double[n];
    double[] w2 = new double[n];
    a.apply(x, y);
    for (int i = 0; i < n; i++) {
      newer[i] = b[i] - y[i];
    }
    m.solve(newer, y);
    double square = Blas1.dot(n, newer, y);
    if (square < 0.0) {
      return new KrylovResult(Ending.INDEFINITE, 0, Double.NaN, 0.0, 1.0);
    }
    double beta = Math.sqrt(square);
    double phiBar = beta;
    if (beta == 0.0) {
      return new KrylovResult(Ending.SOLVED, 0, 0.0, 0.0, 1.0);
    }
    double oldBeta = 0.0;
    double deltaBar = 0.0;
    double epsilon = 0.0;
    double cosine = -1.0;
    double sine = 0.0;
    double normSquare = 0.0;
    double largest = 0.0;
    double smallest = Double.MAX_VALUE;
    double norm = 0.0;
    double condition = 1.0;
    for (int iteration = 1; iteration <= maxIterations; iteration++) {
      if (run.checkpoint() != Run.Stop.NONE) {
        return new KrylovResult(Ending.STOPPED, iteration - 1, phiBar, norm, condition);
      }
      double inverse = 1.0 / beta;
      for (int i = 0; i < n; i++) {
        v[i] = y[i] * inverse;
      }
      a.apply(v, y);
      if (iteration > 1) {
        Blas1.axpy(n, -beta / oldBeta, older, y);
      }
      double alpha = Blas1.dot(n, v, y);
      Blas1.axpy(n, -alpha / beta, newer, y);
      double[] freed = older;
      older = newer;
      newer = y;
      y = freed;
      m.solve(newer, y);
      oldBeta = beta;
      square = Blas1.dot(n, newer, y);
      if (square < 0.0) {
        return new KrylovResult(Ending.INDEFINITE, iteration, phiBar, norm, condition);
      }
      beta = Math.sqrt(square);
      normSquare += alpha * alpha + oldBeta * oldBeta + beta * beta;

      double oldEpsilon = epsilon;
      double delta = cosine * deltaBar + sine * alpha;
      double gammaBar = sine * deltaBar - cosine * alpha;
      epsilon = sine * beta;
      deltaBar = -cosine * beta;
      double root = Math.hypot(gammaBar, deltaBar);
      double gamma = Math.max(Math.hypot(gammaBar, beta), EPSILON);
      cosine = gammaBar / gamma;
      sine = beta / gamma;
      double phi = cosine * phiBar;
      phiBar *= sine;

      freed = w1;
      w1 = w2;
      w2 = w;
      w = freed;
      for (int i = 0; i < n; i++) {
        w[i] = (v[i] - oldEpsilon * w1[i] - delta * w2[i]) / gamma;
        x[i] += phi * w[i];
      }
      largest = Math.max(largest, gamma);
      smallest = Math.min(smallest, gamma);
      norm = Math.sqrt(normSquare);
      condition = largest / smallest;
      Ending ending = ending(phiBar, norm, Blas1.norm(n, x), root, condition, beta);
      if (ending != null) {
        return new KrylovResult(ending, iteration, phiBar, norm, condition);
      }
    }
    return new KrylovResult(Ending.ITERATION_LIMIT, maxIterations, phiBar, norm, condition);
  }

  private @Nullable Ending ending(
      double residual, double norm, double size, double root, double condition, double beta) {
    if (residual <= Math.max(tolerance, EPSILON) * norm * size) {
      return Ending.SOLVED;
    }
    if (root <= Math.max(tolerance, EPSILON) * norm) {
      return Ending.LEAST_SQUARES;
    }
    // Lanczos vectors that end span an invariant space: nothing is left to gain.
    if (condition >= 0.1 / EPSILON || beta == 0.0) {
      return Ending.ILL_CONDITIONED;
    }
    return null;
  }
}
