package org.infimum.linalg.lowrank;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.infimum.linalg.dense.FloatBlas;
import org.infimum.linalg.dense.Transpose;
import org.infimum.linalg.spectral.DoubleRandomizedSvd;

/**
 * A matrix of {@code rows} x {@code columns} in factors U V' of few columns, balanced as U S^(1/2)
 * and V S^(1/2) of its singular value decomposition. Immutable and thread-safe.
 */
public final class LowRankMatrix {
  private static final int FIRST_RANK = 32;
  private static final int POWER_STEPS = 2;

  private final int rows;
  private final int columns;
  private final int rank;
  private final double relativeError;

  /** The columns of U and of V. */
  private final Factor left;

  private final Factor right;

  private LowRankMatrix(
      int rows, int columns, int rank, double relativeError, Factor left, Factor right) {
    this.rows = rows;
    this.columns = columns;
    this.rank = rank;
    this.relativeError = relativeError;
    this.left = left;
    this.right = right;
  }

  /**
   * The factors of least rank r whose Frobenius error is at most {@code tolerance} times the norm
   * of A: the sum of the squared singular values kept is at least (1 - tolerance^2) of all. They
   * come from a randomized singular value decomposition in doubles whose rank is doubled until
   * enough is captured; the error of the truncation is then known exactly, |A|^2 less the squares
   * kept.
   *
   * @param a A, column-major, from {@code aAt} on
   * @param lda leading dimension of A
   * @param tolerance from 1e-6 to below 1
   * @param storage how the factors are kept; its own error comes on top, {@link #relativeError}
   *     includes it
   * @param seed of the random vectors
   * @param threads how many threads to use, at least 1; the result does not depend on it
   * @return nothing if the rank would exceed {@link #largestRank}
   * @throws IllegalArgumentException if an argument is out of range or an entry is not finite
   */
  public static Optional<LowRankMatrix> approximate(
      int rows,
      int columns,
      float[] a,
      int aAt,
      int lda,
      double tolerance,
      FactorStorage storage,
      long seed,
      int threads) {
    if (!(tolerance >= 1e-6 && tolerance < 1.0)) {
      throw new IllegalArgumentException(
          "The tolerance must be from 1e-6 to below 1, not " + tolerance + ".");
    }
    double[] wide = widened(rows, columns, a, aAt, lda);
    double square = 0.0;
    for (double value : wide) {
      square += value * value;
    }
    int largest = largestRank(rows, columns);
    for (int tried = Math.min(FIRST_RANK, largest); ; tried = Math.min(2 * tried, largest)) {
      DoubleRandomizedSvd svd =
          DoubleRandomizedSvd.ofRank(
              rows, columns, wide, 0, rows, tried, POWER_STEPS, seed, threads);
      double rest = square;
      int rank = 0;
      while (rank < svd.rank() && rest > tolerance * tolerance * square) {
        rest -= svd.values()[rank] * svd.values()[rank];
        rank++;
      }
      if (rest <= tolerance * tolerance * square) {
        double truncation = square == 0.0 ? 0.0 : Math.sqrt(Math.max(0.0, rest) / square);
        return Optional.of(factored(rows, columns, Math.max(1, rank), svd, truncation, storage));
      }
      if (tried == largest) {
        return Optional.empty();
      }
    }
  }

  /** The largest rank for which a product through the factors takes half the operations. */
  public static int largestRank(int rows, int columns) {
    return Math.max(1, (int) ((long) rows * columns / 2 / ((long) rows + columns)));
  }

  private static double[] widened(int rows, int columns, float[] a, int aAt, int lda) {
    if (rows < 1 || columns < 1 || lda < rows) {
      throw new IllegalArgumentException(
          "A matrix of " + rows + " x " + columns + " with leading dimension " + lda + ".");
    }
    Objects.checkFromIndexSize(aAt, (long) (columns - 1) * lda + rows, a.length);
    double[] wide = new double[Math.multiplyExact(rows, columns)];
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < rows; i++) {
        wide[j * rows + i] = a[aAt + j * lda + i];
      }
    }
    return wide;
  }

  private static LowRankMatrix factored(
      int rows,
      int columns,
      int rank,
      DoubleRandomizedSvd svd,
      double truncation,
      FactorStorage storage) {
    float[] u = balanced(rows, rank, svd.left(), svd.values());
    float[] v = balanced(columns, rank, svd.right(), svd.values());
    Factor left = Factor.of(storage, rank, rows, u);
    Factor right = Factor.of(storage, rank, columns, v);
    double storageError = 0.0;
    if (storage != FactorStorage.FLOAT) {
      storageError = distance(rank, svd.values(), rows, u, left, columns, v, right);
    }
    return new LowRankMatrix(
        rows, columns, rank, Math.hypot(truncation, storageError), left, right);
  }

  private static float[] balanced(int length, int rank, double[] vectors, double[] values) {
    float[] factor = new float[Math.multiplyExact(length, rank)];
    for (int i = 0; i < rank; i++) {
      double root = Math.sqrt(values[i]);
      for (int k = 0; k < length; k++) {
        factor[i * length + k] = (float) (vectors[i * length + k] * root);
      }
    }
    return factor;
  }

  /**
   * |U V' - X Y'| / |U V'| for coded factors X and Y, to first order: the roundings of different
   * vectors are taken as uncorrelated, and each is weighted with the size of the other side.
   */
  private static double distance(
      int rank, double[] values, int rows, float[] u, Factor x, int columns, float[] v, Factor y) {
    float[] xs = x.expand();
    float[] ys = y.expand();
    double error = 0.0;
    double size = 0.0;
    for (int i = 0; i < rank; i++) {
      double both = 0.0;
      for (int k = 0; k < rows; k++) {
        double d = (double) xs[i * x.stride() + k] - u[i * rows + k];
        both += d * d;
      }
      for (int k = 0; k < columns; k++) {
        double d = (double) ys[i * y.stride() + k] - v[i * columns + k];
        both += d * d;
      }
      error += both * values[i];
      size += values[i] * values[i];
    }
    return size == 0.0 ? 0.0 : Math.sqrt(error / size);
  }

  /** Rows of the matrix. */
  public int rows() {
    return rows;
  }

  /** Columns of the matrix. */
  public int columns() {
    return columns;
  }

  /** Columns of each factor. */
  public int rank() {
    return rank;
  }

  /** The Frobenius error relative to the norm of the matrix that was approximated. */
  public double relativeError() {
    return relativeError;
  }

  /** Bytes of both factors. */
  public long bytes() {
    return left.bytes() + right.bytes();
  }

  /**
   * C := U (V' B), with 2 r n (rows + columns) operations.
   *
   * @param n columns of B and C
   * @param b B, column-major, of {@link #columns()} rows
   * @param ldb leading dimension of B
   * @param c C, column-major, of {@link #rows()} rows
   * @param ldc leading dimension of C
   * @param threads how many threads to use, at least 1
   * @throws IllegalArgumentException if a matrix does not fit its array
   */
  public void multiply(
      int n, float[] b, int bAt, int ldb, float[] c, int cAt, int ldc, int threads) {
    float[] inner = new float[Math.multiplyExact(rank, n)];
    FloatBlas.gemm(
        Transpose.YES,
        Transpose.NO,
        rank,
        n,
        columns,
        1.0f,
        right.expand(),
        0,
        right.stride(),
        b,
        bAt,
        ldb,
        0.0f,
        inner,
        0,
        rank,
        threads);
    FloatBlas.gemm(
        Transpose.NO,
        Transpose.NO,
        rows,
        n,
        rank,
        1.0f,
        left.expand(),
        0,
        left.stride(),
        inner,
        0,
        rank,
        0.0f,
        c,
        cAt,
        ldc,
        threads);
  }

  /**
   * The product with another such matrix, left in factors of the smaller rank: (U_A V_A')(U_B V_B')
   * without any term of the size of the product.
   *
   * @throws IllegalArgumentException if the sizes do not match
   */
  public LowRankMatrix multiply(LowRankMatrix other, int threads) {
    if (columns != other.rows) {
      throw new IllegalArgumentException(
          "A matrix of " + columns + " columns cannot multiply one of " + other.rows + " rows.");
    }
    float[] core = new float[rank * other.rank];
    FloatBlas.gemm(
        Transpose.YES,
        Transpose.NO,
        rank,
        other.rank,
        columns,
        1.0f,
        right.expand(),
        0,
        right.stride(),
        other.left.expand(),
        0,
        other.left.stride(),
        0.0f,
        core,
        0,
        rank,
        threads);
    double error = relativeError + other.relativeError;
    if (rank <= other.rank) {
      float[] v = new float[other.columns * rank];
      FloatBlas.gemm(
          Transpose.NO,
          Transpose.YES,
          other.columns,
          rank,
          other.rank,
          1.0f,
          other.right.expand(),
          0,
          other.right.stride(),
          core,
          0,
          rank,
          0.0f,
          v,
          0,
          other.columns,
          threads);
      Factor factor = Factor.of(FactorStorage.FLOAT, rank, other.columns, v);
      return new LowRankMatrix(rows, other.columns, rank, error, left, factor);
    }
    float[] u = new float[rows * other.rank];
    FloatBlas.gemm(
        Transpose.NO,
        Transpose.NO,
        rows,
        other.rank,
        rank,
        1.0f,
        left.expand(),
        0,
        left.stride(),
        core,
        0,
        rank,
        0.0f,
        u,
        0,
        rows,
        threads);
    Factor factor = Factor.of(FactorStorage.FLOAT, other.rank, rows, u);
    return new LowRankMatrix(rows, other.columns, other.rank, error, factor, other.right);
  }

  /** The matrix itself, column-major. */
  public float[] expand() {
    float[] a = new float[Math.multiplyExact(rows, columns)];
    Arrays.fill(a, 0.0f);
    FloatBlas.gemm(
        Transpose.NO,
        Transpose.YES,
        rows,
        columns,
        rank,
        1.0f,
        left.expand(),
        0,
        left.stride(),
        right.expand(),
        0,
        right.stride(),
        0.0f,
        a,
        0,
        rows,
        1);
    return a;
  }
}
