// float twin: generated
package org.infimum.linalg.spectral;

import org.infimum.linalg.machine.Team;

/**
 * The decomposition A = Q diag(w) Q' of a real symmetric matrix: blocked reduction to tridiagonal
 * form, divide and conquer, and blocked back-transformation. The computed eigenvalues are exact for
 * a matrix within a small multiple of the unit roundoff times the norm of A, and the eigenvectors
 * are orthonormal to the same accuracy, however the eigenvalues cluster.
 *
 * <p>One instance holds the work space, about four n x n matrices, and one decomposition, and is
 * refilled by {@link #decompose}; it must not be used by two threads at once. The result has the
 * same bits on any number of threads.
 */
public final class DoubleSymmetricEigen {
  private final int n;
  private final int threads;
  private final DoubleTridiagonalization reduction;
  private final double[] reduced;
  private final double[] values;
  private double[] vectors = new double[0];
  private double[] grouped = vectors;
  private double[] inner = vectors;

  /**
   * Allocates for matrices of one order; the eigenvectors' share when they are first asked for.
   *
   * @param n the order, at least 0, with n^2 at most 2^31 - 1
   * @param threads the largest number of threads to use, at least 1
   */
  public DoubleSymmetricEigen(int n, int threads) {
    DoubleMatrices.checkSize(n, n, threads);
    this.n = n;
    this.threads = threads;
    reduction = new DoubleTridiagonalization(n);
    reduced = new double[n * n];
    values = new double[n];
  }

  /**
   * Computes all eigenvalues and eigenvectors.
   *
   * @param a column-major; only its lower triangle is read, and nothing is written
   * @param offset where the matrix starts
   * @param stride the leading dimension, at least n
   * @throws IllegalArgumentException if an element is infinite or not a number
   */
  public void decompose(double[] a, int offset, int stride) {
    double scale = load(a, offset, stride);
    if (vectors.length < n * n) {
      vectors = new double[n * n];
      grouped = new double[n * n];
      inner = new double[n * n];
    }
    reduction.reduce(reduced, n, threads);
    double[] d = reduction.diagonal();
    DoubleDivideAndConquer conquer = new DoubleDivideAndConquer(n, vectors, grouped, inner);
    conquer.decompose(d, reduction.subdiagonal(), threads);
    sort(conquer.order(), d, scale);
    transformBack();
  }

  /**
   * Computes the eigenvalues alone, in a fraction of the time.
   *
   * @param a column-major; only its lower triangle is read, and nothing is written
   * @param offset where the matrix starts
   * @param stride the leading dimension, at least n
   * @throws IllegalArgumentException if an element is infinite or not a number
   */
  public void computeValues(double[] a, int offset, int stride) {
    double scale = load(a, offset, stride);
    reduction.reduce(reduced, n, threads);
    double[] d = reduction.diagonal();
    DoubleTridiagonalValues.compute(n, d, reduction.subdiagonal());
    for (int i = 0; i < n; i++) {
      values[i] = d[i] * scale;
    }
  }

  /** The eigenvalues in ascending order; refilled by the next computation. */
  public double[] values() {
    return values;
  }

  /**
   * The eigenvectors, n x n, column-major, in the order of {@link #values()}; refilled by the next
   * {@link #decompose}, and empty before the first.
   */
  public double[] vectors() {
    return vectors;
  }

  /** Copies the lower triangle, divided by a power of two that makes the largest entry about 1. */
  private double load(double[] a, int offset, int stride) {
    double scale = DoubleMatrices.lowerScale(n, a, offset, stride);
    double inverse = 1 / scale;
    for (int j = 0; j < n; j++) {
      int from = offset + j * stride;
      for (int i = j; i < n; i++) {
        reduced[j * n + i] = a[from + i] * inverse;
      }
    }
    return scale;
  }

  /** Sorted eigenvalues, and sorted eigenvectors of the tridiagonal matrix. */
  private void sort(int[] order, double[] d, double scale) {
    double[] unsorted = vectors;
    boolean small = n < 2;
    Team.shared(threads)
        .forEach(
            small ? 0 : n,
            (j, worker) -> System.arraycopy(unsorted, order[j] * n, grouped, j * n, n));
    for (int j = 0; j < n; j++) {
      values[j] = d[order[j]] * scale;
    }
    if (!small) {
      vectors = grouped;
      grouped = unsorted;
    }
  }

  /** Q := H_1 H_2 ... H_(n-1) Q. */
  private void transformBack() {
    DoubleReflectorBlock block = new DoubleReflectorBlock(n);
    int width = DoubleReflectorBlock.WIDTH;
    for (int from = Math.max(n - 2, 0) / width * width; from >= 0; from -= width) {
      int reflectors = Math.min(width, n - 1 - from);
      if (reflectors > 0) {
        int rows = n - 1 - from;
        block.loadColumns(
            rows, reflectors, reduced, from * n + from + 1, n, reduction.tau(), from, threads);
        block.applyTo(vectors, from + 1, n, n, threads);
      }
    }
  }
}
