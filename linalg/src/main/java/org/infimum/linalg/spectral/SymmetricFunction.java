package org.infimum.linalg.spectral;

import java.util.function.DoubleUnaryOperator;
import org.infimum.linalg.dense.DoubleBlas;
import org.infimum.linalg.dense.Transpose;
import org.infimum.linalg.dense.Triangle;

/**
 * Functions of symmetric matrices by their eigenvalues, f(A) = Q diag(f(w)) Q' (Higham, Functions
 * of Matrices, section 4.5): exponential, logarithm, square root and any other.
 *
 * <p>One instance holds the work space for one order and must not be used by two threads at once.
 */
public final class SymmetricFunction {
  private final int n;
  private final int threads;
  private final DoubleSymmetricEigen eigen;
  private final double[] scaled;

  /**
   * Allocates for matrices of one order.
   *
   * @param n at least 0
   * @param threads the largest number of threads to use, at least 1
   */
  public SymmetricFunction(int n, int threads) {
    this.n = n;
    this.threads = threads;
    eigen = new DoubleSymmetricEigen(n, threads);
    scaled = new double[n * n];
  }

  /**
   * The exponential, column-major without gaps.
   *
   * @param a column-major; only its lower triangle is read, and nothing is written
   * @param offset where the matrix starts
   * @param stride the leading dimension, at least n
   * @throws IllegalArgumentException if an element is not finite or the result too large
   */
  public double[] exp(double[] a, int offset, int stride) {
    return apply(Math::exp, a, offset, stride);
  }

  /**
   * The logarithm of a positive definite matrix, column-major without gaps.
   *
   * @param a column-major; only its lower triangle is read, and nothing is written
   * @param offset where the matrix starts
   * @param stride the leading dimension, at least n
   * @throws IllegalArgumentException if an element is not finite or an eigenvalue not positive
   */
  public double[] log(double[] a, int offset, int stride) {
    return apply(Math::log, a, offset, stride);
  }

  /**
   * The square root of a positive semidefinite matrix, column-major without gaps.
   *
   * @param a column-major; only its lower triangle is read, and nothing is written
   * @param offset where the matrix starts
   * @param stride the leading dimension, at least n
   * @throws IllegalArgumentException if an element is not finite or an eigenvalue negative
   */
  public double[] sqrt(double[] a, int offset, int stride) {
    return apply(Math::sqrt, a, offset, stride);
  }

  /**
   * A function of a matrix, column-major without gaps.
   *
   * @param function applied to each eigenvalue
   * @param a column-major; only its lower triangle is read, and nothing is written
   * @param offset where the matrix starts
   * @param stride the leading dimension, at least n
   * @throws IllegalArgumentException if an element is not finite or the function is not at an
   *     eigenvalue
   */
  public double[] apply(DoubleUnaryOperator function, double[] a, int offset, int stride) {
    eigen.decompose(a, offset, stride);
    double[] q = eigen.vectors();
    for (int j = 0; j < n; j++) {
      double eigenvalue = eigen.values()[j];
      double value = function.applyAsDouble(eigenvalue);
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "the function has no finite value at the eigenvalue " + eigenvalue);
      }
      for (int i = j * n; i < (j + 1) * n; i++) {
        scaled[i] = q[i] * value;
      }
    }
    double[] result = new double[n * n];
    if (n > 0) {
      DoubleBlas.gemmt(
          Triangle.LOWER,
          Transpose.NO,
          Transpose.YES,
          n,
          n,
          1,
          scaled,
          0,
          n,
          q,
          0,
          n,
          0,
          result,
          0,
          n,
          threads);
    }
    for (int j = 0; j < n; j++) {
      for (int i = j + 1; i < n; i++) {
        result[i * n + j] = result[j * n + i];
      }
    }
    return result;
  }
}
