package org.infimum.linalg.iterative;

import java.util.Arrays;
import org.infimum.core.Run;
import org.infimum.linalg.LinearOperator;
import org.infimum.linalg.iterative.KrylovResult.Ending;
import org.jspecify.annotations.Nullable;

/**
 * LSQR: minimizes ||A x - b||^2 + damping^2 ||x||^2 for any A by the bidiagonalization of Golub and
 * Kahan (Paige and Saunders, "LSQR: an algorithm for sparse linear equations and sparse least
 * squares", ACM TOMS 8, 1982). Started at zero it finds the solution of least norm.
 *
 * <p>It stops by the rules of the paper: S1, ||r|| &lt;= tolerance (||b|| + ||A|| ||x||), for
 * systems that have a solution; S2, ||A' r|| &lt;= tolerance ||A|| ||r||, for least squares; S3, a
 * condition number beyond {@code conditionLimit}.
 *
 * @param tolerance relative accuracy of A and b, in [0, 1)
 * @param damping the weight of ||x||, at least 0
 * @param conditionLimit largest condition number, as a regularization; infinity for none
 * @param maxIterations largest number of products with A and A'
 */
public record Lsqr(double tolerance, double damping, double conditionLimit, int maxIterations) {
  private static final double EPSILON = Math.ulp(1.0);

  /** Checks the options. */
  public Lsqr {
    IterationLimits.check(tolerance, maxIterations);
    if (!(damping >= 0.0)) {
      throw new IllegalArgumentException("the damping must be at least 0: " + damping);
    }
  }

  /** Without damping and without a limit to the condition number. */
  public Lsqr(double tolerance, int maxIterations) {
    this(tolerance, 0.0, Double.POSITIVE_INFINITY, maxIterations);
  }

  /**
   * Solves the least-squares problem.
   *
   * @param a any matrix
   * @param b the right-hand side
   * @param x overwritten by the solution
   * @param run asked before each iteration whether to stop
   */
  public KrylovResult solve(LinearOperator a, double[] b, double[] x, Run run) {
    IterationLimits.fit(a, b, x);
    int m = a.rows();
    int n = a.columns();
    Arrays.fill(x, 0.0);
    double[] u = b.clone();
    double[] v = new double[n];
    double[] left = new double[m];
    double[] right = new double[n];
    double beta = normalize(m, u);
    double bNorm = beta;
    double alpha = 0.0;
    if (beta > 0.0) {
      a.applyTransposed(u, v);
      alpha = normalize(n, v);
    }
    if (alpha * beta == 0.0) {
      Ending ending = beta == 0.0 ? Ending.SOLVED : Ending.LEAST_SQUARES;
      return new KrylovResult(ending, 0, beta, 0.0, 1.0);
    }
    double[] w = v.clone();
    double rhoBar = alpha;
    double phiBar = beta;
    double normSquare = 0.0;
    double inverseSquare = 0.0;
    double dampedSquare = 0.0;
    double residual = beta;
    double norm = 0.0;
    double condition = 1.0;
    for (int iteration = 1; iteration <= maxIterations; iteration++) {
      if (run.checkpoint() != Run.Stop.NONE) {
        return new KrylovResult(Ending.STOPPED, iteration - 1, residual, norm, condition);
      }
      a.apply(v, left);
      for (int i = 0; i < m; i++) {
        u[i] = left[i] - alpha * u[i];
      }
      beta = normalize(m, u);
      normSquare += alpha * alpha + beta * beta + damping * damping;
      if (beta > 0.0) {
        a.applyTransposed(u, right);
        for (int j = 0; j < n; j++) {
          v[j] = right[j] - beta * v[j];
        }
        alpha = normalize(n, v);
      } else {
        alpha = 0.0;
      }

      // The damping is rotated away first, then the subdiagonal beta.
      double rhoBar1 = Math.hypot(rhoBar, damping);
      double psi = damping / rhoBar1 * phiBar;
      phiBar *= rhoBar / rhoBar1;
      dampedSquare += psi * psi;
      double rho = Math.hypot(rhoBar1, beta);
      double cosine = rhoBar1 / rho;
      double sine = beta / rho;
      double theta = sine * alpha;
      rhoBar = -cosine * alpha;
      double phi = cosine * phiBar;
      double tau = sine * phi;
      phiBar *= sine;

      double step = phi / rho;
      double turn = theta / rho;
      double inverse = 1.0 / rho;
      double square = 0.0;
      for (int j = 0; j < n; j++) {
        double d = w[j] * inverse;
        square += d * d;
        x[j] += step * w[j];
        w[j] = v[j] - turn * w[j];
      }
      inverseSquare += square;
      norm = Math.sqrt(normSquare);
      condition = norm * Math.sqrt(inverseSquare);
      double regularized = Math.sqrt(phiBar * phiBar + dampedSquare);
      residual = undamped(regularized, Blas1.norm(n, x));
      double gradient = alpha * Math.abs(tau);
      Ending ending =
          ending(bNorm, norm, Blas1.norm(n, x), residual, regularized, gradient, condition);
      if (ending != null) {
        return new KrylovResult(ending, iteration, residual, norm, condition);
      }
    }
    return new KrylovResult(Ending.ITERATION_LIMIT, maxIterations, residual, norm, condition);
  }

  /** The norm of b - A x alone, from that with the damping. */
  private double undamped(double regularized, double size) {
    double square = regularized * regularized - damping * damping * size * size;
    return Math.sqrt(Math.max(0.0, square));
  }

  private @Nullable Ending ending(
      double bNorm,
      double norm,
      double size,
      double residual,
      double regularized,
      double gradient,
      double condition) {
    double least = Math.max(tolerance, EPSILON);
    if (residual <= least * (bNorm + norm * size)) {
      return Ending.SOLVED;
    }
    if (gradient <= least * norm * regularized) {
      return Ending.LEAST_SQUARES;
    }
    return condition >= Math.min(conditionLimit, 1.0 / EPSILON) ? Ending.ILL_CONDITIONED : null;
  }

  /** Scales a vector to length one; returns its length before. */
  private static double normalize(int n, double[] x) {
    double norm = Blas1.norm(n, x);
    if (norm > 0.0) {
      Blas1.scale(n, 1.0 / norm, x);
    }
    return norm;
  }
}
