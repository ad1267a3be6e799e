package org.infimum.convex.model;

/**
 * A complex Hermitian matrix of decision variables: its real part is symmetric, its imaginary part
 * skew-symmetric.
 */
public final class HermitianVariable {
  private final Variable real;
  private final Variable imaginary;

  HermitianVariable(Variable real, Variable imaginary) {
    this.real = real;
    this.imaginary = imaginary;
  }

  /** The real part, symmetric. */
  public Variable real() {
    return real;
  }

  /** The imaginary part, skew-symmetric. */
  public Variable imaginary() {
    return imaginary;
  }

  /**
   * This matrix is positive semidefinite: by the real embedding {@code [[R, -J], [J, R]]}, which
   * has the same eigenvalues, each twice.
   */
  public Constraint semidefinite() {
    Expression left = Atoms.stack(real, imaginary);
    Expression right = Atoms.stack(imaginary.negate(), real);
    return Atoms.besides(left, right).semidefinite();
  }
}
