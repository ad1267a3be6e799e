package org.infimum.linalg.iterative;

/**
 * How an iterative solve ended, with the method's own running estimates. They are exact but for
 * rounding and for the loss of orthogonality; a caller who must be sure computes the residual anew.
 *
 * @param ending why it stopped
 * @param iterations products with A (for least squares: with A and with A')
 * @param residual norm of b - A x; with a preconditioner M of MINRES in the norm of M^-1
 * @param norm estimate of the norm of A (of M^-1/2 A M^-1/2), from below; the Frobenius norm for
 *     LSQR
 * @param condition estimate of the condition number of the same matrix; 1 if nothing is known
 */
public record KrylovResult(
    Ending ending, int iterations, double residual, double norm, double condition) {

  /** Why an iterative solve stopped. */
  public enum Ending {
    /** A x = b within the tolerances. */
    SOLVED,

    /** x minimizes the norm of b - A x within the tolerances, but does not solve A x = b. */
    LEAST_SQUARES,

    /** A or the preconditioner was found not to be positive definite where it must be. */
    INDEFINITE,

    /** The matrix looks singular to working precision; x is the best so far. */
    ILL_CONDITIONED,

    /** The limit of iterations was reached. */
    ITERATION_LIMIT,

    /** The run asked to stop. */
    STOPPED
  }

  /** Whether x solves the system, or the least-squares problem. */
  public boolean isSuccess() {
    return ending == Ending.SOLVED || ending == Ending.LEAST_SQUARES;
  }
}
