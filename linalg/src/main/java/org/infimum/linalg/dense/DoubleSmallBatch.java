// float twin: generated
package org.infimum.linalg.dense;

import org.infimum.linalg.machine.VectorSupport;

/**
 * Thousands of matrices of order 2 to 8 at once, as products of small cones need them: vectors run
 * across the matrices, which lie in groups of {@link #GROUP}, element by element. Element (i, j) of
 * matrix b stands at {@link #index}, element i of the vector of matrix b at {@link #vectorIndex}.
 * The bits do not depend on the width of vectors, nor on what else is in the batch.
 */
public final class DoubleSmallBatch {
  /** The smallest order. */
  public static final int SMALLEST = 2;

  /** The largest order. */
  public static final int LARGEST = 8;

  /** Matrices of a group; the last group is as long as the others. */
  public static final int GROUP = 16;

  /** Fewer matrices than this do not repay the warm-up of vector code. */
  private static final int VECTOR_COUNT = 64;

  private final int n;

  /**
   * Operations on matrices of one order; it holds no data, and may be shared by threads.
   *
   * @param n order of the matrices, from 2 to 8
   * @throws IllegalArgumentException if n is out of range
   */
  public DoubleSmallBatch(int n) {
    if (n < SMALLEST || n > LARGEST) {
      throw new IllegalArgumentException("the order is " + n + " but must be from 2 to 8");
    }
    this.n = n;
  }

  /** The length of an array for so many matrices. */
  public int length(int count) {
    return Math.multiplyExact((count + GROUP - 1) / GROUP * GROUP, n * n);
  }

  /** The length of an array for a vector of each of so many matrices. */
  public int vectorLength(int count) {
    return Math.multiplyExact((count + GROUP - 1) / GROUP * GROUP, n);
  }

  /** Where element (i, j) of matrix b stands. */
  public int index(int i, int j, int b) {
    return (b / GROUP * n * n + i + j * n) * GROUP + b % GROUP;
  }

  /** Where element i of the vector of matrix b stands. */
  public int vectorIndex(int i, int b) {
    return (b / GROUP * n + i) * GROUP + b % GROUP;
  }

  private static final class Vectors {
    static final DoubleSmallKernels KERNELS =
        VectorSupport.isUsed() ? Provider.load() : DoubleScalarSmall.KERNELS;
  }

  /** Kept apart, so that the vector classes are never loaded without their module. */
  private static final class Provider {
    static DoubleSmallKernels load() {
      return new DoubleVectorSmall();
    }
  }

  private interface Chunk {
    void run(DoubleSmallKernels kernels, int b);
  }

  /** Whole vectors where they begin, matrices one by one elsewhere. */
  private static void forEach(int from, int count, Chunk chunk) {
    DoubleSmallKernels widest = count < VECTOR_COUNT ? DoubleScalarSmall.KERNELS : Vectors.KERNELS;
    int end = from + count;
    int b = from;
    while (b < end) {
      boolean isWhole = b % widest.width() == 0 && b + widest.width() <= end;
      DoubleSmallKernels kernels = isWhole ? widest : DoubleScalarSmall.KERNELS;
      chunk.run(kernels, b);
      b += kernels.width();
    }
  }

  private static void check(int from, int count, double[] values, int length) {
    if (from < 0 || count < 0 || length > values.length) {
      throw new IllegalArgumentException(
          count
              + " matrices from "
              + from
              + " need an array of length "
              + length
              + ", not "
              + values.length);
    }
  }

  /**
   * C := A B.
   *
   * @param from the first matrix
   * @param count how many
   * @throws IllegalArgumentException if an array is too short
   */
  public void multiply(int from, int count, double[] a, double[] b, double[] c) {
    check(from, count, a, length(from + count));
    check(from, count, b, length(from + count));
    check(from, count, c, length(from + count));
    forEach(from, count, (kernels, m) -> kernels.multiply(n, index(0, 0, m), a, b, c));
  }

  /**
   * Overwrites the lower triangle of A by its Cholesky factor L. Of a matrix that is not positive
   * definite the diagonal of L has NaN from the first pivot that is not positive.
   *
   * @param from the first matrix
   * @param count how many
   * @throws IllegalArgumentException if the array is too short
   */
  public void cholesky(int from, int count, double[] a) {
    check(from, count, a, length(from + count));
    forEach(from, count, (kernels, m) -> kernels.cholesky(n, index(0, 0, m), a));
  }

  /**
   * Overwrites x by the solution of L L' y = x.
   *
   * @param from the first matrix
   * @param count how many
   * @param l what {@link #cholesky} left
   * @throws IllegalArgumentException if an array is too short
   */
  public void solve(int from, int count, double[] l, double[] x) {
    check(from, count, l, length(from + count));
    check(from, count, x, vectorLength(from + count));
    forEach(from, count, (kernels, m) -> kernels.solve(n, index(0, 0, m), vectorIndex(0, m), l, x));
  }

  /**
   * Eigenvalues and eigenvectors of symmetric matrices by the cyclic Jacobi method (G. Golub and C.
   * Van Loan, "Matrix Computations", 8.5): A = V diag(values) V', in no particular order. The
   * diagonal of A becomes the eigenvalues and the rest of it is destroyed; the upper triangle is
   * not read.
   *
   * @param from the first matrix
   * @param count how many
   * @param a the matrices
   * @param v the eigenvectors as columns
   * @throws IllegalArgumentException if an array is too short
   */
  public void symmetricEigen(int from, int count, double[] a, double[] v) {
    check(from, count, a, length(from + count));
    check(from, count, v, length(from + count));
    forEach(from, count, (kernels, m) -> kernels.symmetricEigen(n, index(0, 0, m), a, v));
  }
}
