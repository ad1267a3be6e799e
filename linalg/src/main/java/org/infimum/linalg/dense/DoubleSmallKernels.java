// float twin: generated
package org.infimum.linalg.dense;

/**
 * The operations of {@link DoubleSmallBatch} on as many matrices as a vector has lanes, each lane
 * in the same order of operations as the scalar twin.
 */
interface DoubleSmallKernels {
  /** From one element of a matrix to the next: {@link DoubleSmallBatch#GROUP}. */
  int GROUP = DoubleSmallBatch.GROUP;

  /** A rotation is left out where the element it would annihilate is below this times the norm. */
  double NEGLIGIBLE = DoublePrecision.EPSILON / 16;

  /** Jacobi sweeps converge quadratically: far fewer are needed. */
  int MOST_SWEEPS = 20;

  /** Matrices taken at once. */
  int width();

  /** C := A B. */
  void multiply(int n, int at, double[] a, double[] b, double[] c);

  /** A = L L'. */
  void cholesky(int n, int at, double[] a);

  /** x := L'^-1 L^-1 x. */
  void solve(int n, int at, int xAt, double[] l, double[] x);

  /** A = V diag(A) V'. */
  void symmetricEigen(int n, int at, double[] a, double[] v);
}
