package org.infimum.linalg.iterative;

/** A symmetric positive definite matrix M near A whose systems are cheap to solve. */
@FunctionalInterface
public interface Preconditioner {
  /** No preconditioning: M = I. */
  Preconditioner IDENTITY = (r, z) -> System.arraycopy(r, 0, z, 0, r.length);

  /**
   * z := M^-1 r.
   *
   * @param r the right-hand side, not changed
   * @param z the solution, in another array than r
   */
  void solve(double[] r, double[] z);
}
