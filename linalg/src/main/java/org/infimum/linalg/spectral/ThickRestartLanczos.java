package org.infimum.linalg.spectral;

import java.util.Arrays;
import org.infimum.core.Run;
import org.infimum.linalg.LinearOperator;
import org.infimum.linalg.dense.DoubleBlas;
import org.infimum.linalg.dense.Transpose;
import org.infimum.linalg.random.RandomStream;

/**
 * A few eigenvalues at one end of the spectrum of a symmetric operator, and their vectors, from its
 * products with vectors: the Lanczos method with full orthogonalization, restarted with the best
 * Ritz vectors (Wu and Simon, Thick-restart Lanczos method for large symmetric eigenvalue problems,
 * SIAM J. Matrix Anal. Appl. 22, 2000). Of an eigenvalue that is repeated exactly, a run may find
 * fewer copies than there are.
 */
public final class ThickRestartLanczos {
  /** Which end of the spectrum. */
  public enum End {
    /** The algebraically largest eigenvalues, in descending order. */
    LARGEST,
    /** The algebraically smallest, in ascending order. */
    SMALLEST
  }

  /**
   * What a run found.
   *
   * @param values the approximate eigenvalues, from the end of the spectrum inwards
   * @param vectors their vectors, orthonormal, column-major
   * @param residuals the norm of A v - w v for each pair, measured with a product of its own;
   *     within this distance of w there is an eigenvalue
   * @param isConverged whether all residuals are within the tolerance
   * @param products how often the operator was applied
   */
  public record Answer(
      double[] values, double[] vectors, double[] residuals, boolean isConverged, int products) {}

  private static final int LEAST_BASIS = 20;

  private final LinearOperator operator;
  private final int n;
  private final int count;
  private final int capacity;
  private final double tolerance;
  private final Run run;
  private final double sign;
  private final DoubleColumnKernels kernels;
  private final RandomStream random;

  /** The basis, and the operator projected on it, whose lower triangle is kept. */
  private double[] basis;

  private double[] spare;
  private final double[] projected;
  private final double[] next;
  private final double[] coefficients;
  private final DoubleSymmetricEigen ritz;
  private long drawn;
  private int products;

  private ThickRestartLanczos(
      LinearOperator operator, int count, End end, double tolerance, Run run) {
    this.operator = operator;
    this.tolerance = tolerance;
    this.run = run;
    n = operator.rows();
    this.count = Math.min(count, n);
    capacity = Math.min(n, Math.max(2 * count + 10, LEAST_BASIS));
    sign = end == End.LARGEST ? -1 : 1;
    kernels = DoubleColumnKernels.forOrder(n);
    random = RandomStream.of(run.seed());
    basis = new double[n * (capacity + 1)];
    spare = new double[n * (capacity + 1)];
    projected = new double[capacity * capacity];
    next = new double[n];
    coefficients = new double[capacity + 1];
    ritz = new DoubleSymmetricEigen(capacity, run.threads());
  }

  /**
   * Computes eigenvalues.
   *
   * @param operator symmetric; only its product, not its transposed one, is used
   * @param count how many, at least 0; there are fewer if the order is smaller
   * @param end which ones
   * @param tolerance residual allowed, relative to the largest eigenvalue in absolute value seen
   * @param run gives the seed and the threads, limits the time and the number of restarts
   * @return the best pairs when all have converged or the run asked to stop
   * @throws IllegalArgumentException if an argument is out of range, or if the operator gave a
   *     number that is not finite
   */
  public static Answer solve(
      LinearOperator operator, int count, End end, double tolerance, Run run) {
    int n = operator.rows();
    if (n != operator.columns()) {
      throw new IllegalArgumentException(
          "the operator is not square: " + n + " x " + operator.columns());
    }
    if (count < 0 || !(tolerance > 0)) {
      throw new IllegalArgumentException(
          "the count must not be negative and the tolerance positive: " + count + ", " + tolerance);
    }
    if ((long) n * (2L * count + LEAST_BASIS + 1) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a basis for " + count + " vectors of length " + n + " does not fit into an array");
    }
    return new ThickRestartLanczos(operator, count, end, tolerance, run).solve();
  }

  private Answer solve() {
    if (count == 0) {
      return new Answer(new double[0], new double[0], new double[0], true, 0);
    }
    startAfresh(0);
    int kept = 0;
    for (int restart = 0; ; restart++) {
      double residual = extend(kept);
      ritz.decompose(projected, 0, capacity);
      boolean isLast =
          capacity == n
              || hasConverged(residual)
              || restart >= run.iterationLimit()
              || run.checkpoint() != Run.Stop.NONE;
      if (isLast) {
        return answer();
      }
      kept = Math.min(count + (capacity - count) / 2, capacity - 1);
      restart(kept);
    }
  }

  /**
   * Lanczos steps from {@code from} vectors to a full basis.
   *
   * @return the length of what the last step leaves
   */
  private double extend(int from) {
    double length = 0;
    for (int j = from; j < capacity; j++) {
      double[] v = Arrays.copyOfRange(basis, j * n, (j + 1) * n);
      operator.apply(v, next);
      products++;
      for (int i = 0; i < n; i++) {
        next[i] *= sign;
      }
      double before = kernels.norm(n, next, 0);
      if (!(before <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException("the operator gave a number that is not finite");
      }
      orthogonalize(j + 1);
      for (int i = 0; i <= j; i++) {
        projected[i * capacity + j] = coefficients[i];
      }
      orthogonalize(j + 1);
      length = kernels.norm(n, next, 0);
      if (length <= 10 * DoubleArithmetic.UNIT_ROUNDOFF * before) {
        length = 0;
        startAfresh(j + 1);
      } else {
        store(j + 1, length);
      }
    }
    return length;
  }

  /** Subtracts from the newest vector its projection on the first {@code size} basis vectors. */
  private void orthogonalize(int size) {
    kernels.transposedProduct(n, size, basis, 0, n, next, 0, coefficients, 0);
    kernels.addProduct(n, size, -1, basis, 0, n, coefficients, 0, 1, next, 0);
  }

  /** A random direction orthogonal to the first {@code size} basis vectors becomes the next one. */
  private void startAfresh(int size) {
    double length = 0;
    while (length == 0 && size < n) {
      random.fillGaussian(next, 0, n, drawn);
      drawn += n;
      for (int pass = 0; pass < 3; pass++) {
        orthogonalize(size);
      }
      length = kernels.norm(n, next, 0);
    }
    store(size, length == 0 ? 1 : length);
  }

  private void store(int at, double length) {
    for (int i = 0; i < n; i++) {
      basis[at * n + i] = next[i] / length;
    }
  }

  /** Whether the residuals that the projection predicts are within the tolerance. */
  private boolean hasConverged(double residual) {
    for (int i = 0; i < count; i++) {
      double predicted = residual * Math.abs(ritz.vectors()[i * capacity + capacity - 1]);
      if (predicted > tolerance * largest()) {
        return false;
      }
    }
    return true;
  }

  private double largest() {
    return Math.max(Math.abs(ritz.values()[0]), Math.abs(ritz.values()[capacity - 1]));
  }

  /** The first Ritz vectors and the direction that the last step left begin the new basis. */
  private void restart(int kept) {
    ritzVectors(kept, spare);
    System.arraycopy(basis, capacity * n, spare, kept * n, n);
    double[] old = basis;
    basis = spare;
    spare = old;
    Arrays.fill(projected, 0);
    for (int i = 0; i < kept; i++) {
      projected[i * capacity + i] = ritz.values()[i];
    }
  }

  private void ritzVectors(int size, double[] result) {
    DoubleBlas.gemm(
        Transpose.NO,
        Transpose.NO,
        n,
        size,
        capacity,
        1,
        basis,
        0,
        n,
        ritz.vectors(),
        0,
        capacity,
        0,
        result,
        0,
        n,
        run.threads());
  }

  private Answer answer() {
    double[] values = new double[count];
    double[] vectors = new double[n * count];
    double[] residuals = new double[count];
    ritzVectors(count, vectors);
    boolean isConverged = true;
    for (int i = 0; i < count; i++) {
      values[i] = sign * ritz.values()[i];
      double[] v = Arrays.copyOfRange(vectors, i * n, (i + 1) * n);
      operator.apply(v, next);
      products++;
      kernels.addScaled(n, -values[i], v, 0, next, 0);
      residuals[i] = kernels.norm(n, next, 0);
      isConverged &= residuals[i] <= tolerance * largest();
    }
    return new Answer(values, vectors, residuals, isConverged, products);
  }
}
