package org.infimum.bench.dense;

/** What is measured, with the conventional count of its floating-point operations. */
public enum DenseOperation {
  /** C = A B in double precision. */
  DGEMM("DGEMM", 2),
  /** C = A B in single precision. */
  SGEMM("SGEMM", 2),
  /** A = L L'. */
  CHOLESKY("Cholesky", 1.0 / 3),
  /** P A P' = L D L' with the pivoting of Bunch and Kaufman. */
  LDL("LDL'", 1.0 / 3),
  /** The same of a quasi-definite matrix, without pivoting where the library offers it. */
  QUASIDEFINITE("LDL' (quasi-definite)", 1.0 / 3),
  /** P A = L U. */
  LU("LU", 2.0 / 3),
  /** A = Q R. */
  QR("QR", 4.0 / 3);

  private final String label;
  private final double factor;

  DenseOperation(String label, double factor) {
    this.label = label;
    this.factor = factor;
  }

  /** As it stands in a table. */
  public String label() {
    return label;
  }

  /** Operations for matrices of order n. */
  public double flops(int n) {
    return factor * n * n * n;
  }
}
