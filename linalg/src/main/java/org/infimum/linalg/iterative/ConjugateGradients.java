package org.infimum.linalg.iterative;

import org.infimum.core.Run;
import org.infimum.linalg.LinearOperator;
import org.infimum.linalg.iterative.KrylovResult.Ending;
import org.jspecify.annotations.Nullable;

/**
 * Preconditioned conjugate gradients for A x = b with A symmetric positive definite (Hestenes and
 * Stiefel, "Methods of conjugate gradients for solving linear systems", J. Res. NBS 49, 1952). The
 * coefficients give the Lanczos tridiagonal matrix, from whose pivots the extreme eigenvalues are
 * estimated.
 *
 * @param tolerance the residual's norm goes below this times that of b
 * @param maxIterations largest number of products with A
 */
public record ConjugateGradients(double tolerance, int maxIterations) {
  /** Checks the options. */
  public ConjugateGradients {
    IterationLimits.check(tolerance, maxIterations);
  }

  /**
   * Solves A x = b.
   *
   * @param a symmetric positive definite; {@code applyTransposed} is not called
   * @param m the preconditioner
   * @param b the right-hand side
   * @param x the first guess, overwritten by the solution
   * @param run asked before each iteration whether to stop
   */
  public KrylovResult solve(LinearOperator a, Preconditioner m, double[] b, double[] x, Run run) {
    int n = IterationLimits.squareDimension(a, b, x);
    double[] r = new double[n];
    double[] z = new double[n];
    double[] q = new double[n];
    a.apply(x, q);
    for (int i = 0; i < n; i++) {
      r[i] = b[i] - q[i];
    }
    double goal = tolerance * Blas1.norm(n, b);
    double residual = Blas1.norm(n, r);
    double[] p = new double[n];
    double rho = 0.0;
    LanczosSpectrum spectrum = new LanczosSpectrum();
    for (int iteration = 0; ; iteration++) {
      @Nullable Ending ending = null;
      if (residual <= goal) {
        ending = Ending.SOLVED;
      } else if (iteration == maxIterations) {
        ending = Ending.ITERATION_LIMIT;
      } else if (run.checkpoint() != Run.Stop.NONE) {
        ending = Ending.STOPPED;
      }
      double previous = rho;
      if (ending == null) {
        m.solve(r, z);
        rho = Blas1.dot(n, r, z);
        ending = rho > 0.0 ? null : Ending.INDEFINITE;
      }
      double beta = iteration == 0 ? 0.0 : rho / previous;
      double curvature = 0.0;
      if (ending == null) {
        Blas1.xpby(n, z, beta, p);
        a.apply(p, q);
        curvature = Blas1.dot(n, p, q);
        ending = curvature > 0.0 ? null : Ending.INDEFINITE;
      }
      if (ending != null) {
        return new KrylovResult(
            ending, iteration, residual, spectrum.largest(), spectrum.condition());
      }
      double alpha = rho / curvature;
      spectrum.add(alpha, beta);
      Blas1.axpy(n, alpha, p, x);
      Blas1.axpy(n, -alpha, q, r);
      residual = Blas1.norm(n, r);
    }
  }
}
