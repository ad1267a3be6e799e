// float twin: generated
package org.infimum.linalg.spectral;

import org.infimum.linalg.machine.VectorSupport;

/**
 * Products of a vector with the columns of a column-major matrix, which bound the speed of the
 * reductions to condensed form. The scalar and the vector twin agree to rounding.
 */
interface DoubleColumnKernels {
  /**
   * Adds to y the product of x with a part of a symmetric matrix of order n: columns {@code from ..
   * to - 1} of its lower triangle and their mirror image. Only the lower triangle is read.
   */
  void addSymmetric(
      int n,
      int from,
      int to,
      double[] a,
      int at,
      int stride,
      double[] x,
      int xAt,
      double[] y,
      int yAt);

  /** y += alpha A x, where coefficient c of x is at {@code xAt + c * xStep}. */
  void addProduct(
      int rows,
      int columns,
      double alpha,
      double[] a,
      int at,
      int stride,
      double[] x,
      int xAt,
      int xStep,
      double[] y,
      int yAt);

  /** y := A' x. */
  void transposedProduct(
      int rows,
      int columns,
      double[] a,
      int at,
      int stride,
      double[] x,
      int xAt,
      double[] y,
      int yAt);

  /** The inner product of two vectors. */
  double dot(int n, double[] x, int xAt, double[] y, int yAt);

  /** The Euclidean norm of a vector, without overflow or underflow of the squares. */
  default double norm(int n, double[] x, int at) {
    double squares = dot(n, x, at, x, at);
    if (squares >= DoubleArithmetic.SAFE_MIN / DoubleArithmetic.UNIT_ROUNDOFF
        && squares <= Double.MAX_VALUE) {
      return Math.sqrt(squares);
    }
    double largest = 0;
    for (int i = at; i < at + n; i++) {
      largest = Math.max(largest, Math.abs(x[i]));
    }
    if (largest == 0 || !(largest <= Double.MAX_VALUE)) {
      return largest;
    }
    squares = 0;
    for (int i = at; i < at + n; i++) {
      double scaled = x[i] / largest;
      squares += scaled * scaled;
    }
    return largest * Math.sqrt(squares);
  }

  /** y += alpha x. */
  void addScaled(int n, double alpha, double[] x, int xAt, double[] y, int yAt);

  /** The plane rotation (x, y) := (c x + s y, c y - s x) of two vectors. */
  void rotate(int n, double[] x, int xAt, double[] y, int yAt, double c, double s);

  /** The twin for matrices of order n: small ones are done before vector code is compiled. */
  static DoubleColumnKernels forOrder(int n) {
    return n >= 128 && VectorSupport.isUsed() ? Best.KERNELS : Scalar.KERNELS;
  }

  /** The twin without vectors. */
  final class Scalar {
    static final DoubleColumnKernels KERNELS = new DoubleScalarColumns();

    private Scalar() {}
  }

  /** Kept apart, so that the vector classes are never loaded without their module. */
  final class Best {
    static final DoubleColumnKernels KERNELS = new DoubleVectorColumns();

    private Best() {}
  }
}
