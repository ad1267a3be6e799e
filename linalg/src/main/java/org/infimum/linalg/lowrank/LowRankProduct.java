package org.infimum.linalg.lowrank;

import java.util.Objects;
import java.util.Optional;
import org.infimum.linalg.dense.FloatBlas;
import org.infimum.linalg.dense.Transpose;
import org.infimum.linalg.random.RandomStream;
import org.jspecify.annotations.Nullable;

/** A matrix A, ready to be multiplied; from {@link LowRankGemm#prepare}. */
public final class LowRankProduct {
  /** Gaussian vectors that measure an error. */
  private static final int PROBES = 10;

  /**
   * With ten probes, the squared norm is above ten times its estimate with probability at most that
   * of a chi-square variable of ten degrees below 1, 1.8e-4.
   */
  private static final double SAFETY = Math.sqrt(10.0);

  /** How a product was computed. */
  public enum Kernel {
    /** By a product of the matrices. */
    EXACT,
    /** Through the factors of A. */
    LOW_RANK
  }

  /**
   * How a product was computed and how good it is.
   *
   * @param kernel the way taken
   * @param rank the rank of the factors, 0 for an exact product
   * @param errorEstimate estimate of |A B - C| / |A B| in the Frobenius norm; 0 for an exact
   *     product
   * @param errorBound what the error exceeds with probability at most 1.8e-4 only
   */
  public record Report(Kernel kernel, int rank, double errorEstimate, double errorBound) {}

  private final LowRankGemm options;
  private final int rows;
  private final int columns;
  private final float[] a;
  private final int aAt;
  private final int lda;
  private final @Nullable LowRankMatrix factors;

  LowRankProduct(
      LowRankGemm options,
      int rows,
      int columns,
      float[] a,
      int aAt,
      int lda,
      @Nullable LowRankMatrix factors) {
    this.options = options;
    this.rows = rows;
    this.columns = columns;
    this.a = a;
    this.aAt = aAt;
    this.lda = lda;
    this.factors = factors;
  }

  /** The factors that products go through, nothing if they are exact. */
  public Optional<LowRankMatrix> factors() {
    return Optional.ofNullable(factors);
  }

  /**
   * C := A B within the tolerance, which is checked: if the measured error exceeds it, because B is
   * large just where the factors of A are not exact, the product is computed again, exactly.
   *
   * @param n columns of B and C
   * @param b B, column-major
   * @param ldb leading dimension of B
   * @param c C, column-major
   * @param ldc leading dimension of C
   * @throws IllegalArgumentException if a matrix does not fit its array
   */
  public Report multiply(int n, float[] b, int bAt, int ldb, float[] c, int cAt, int ldc) {
    if (factors != null) {
      factors.multiply(n, b, bAt, ldb, c, cAt, ldc, options.threads());
      double error = measure(n, b, bAt, ldb, c, cAt, ldc);
      if (error <= options.tolerance()) {
        return new Report(Kernel.LOW_RANK, factors.rank(), error, SAFETY * error);
      }
    }
    FloatBlas.gemm(
        Transpose.NO,
        Transpose.NO,
        rows,
        n,
        columns,
        1.0f,
        a,
        aAt,
        lda,
        b,
        bAt,
        ldb,
        0.0f,
        c,
        cAt,
        ldc,
        options.threads());
    return new Report(Kernel.EXACT, 0, 0.0, 0.0);
  }

  /**
   * The relative Frobenius error of C by Gaussian probes x: the mean of |A (B x) - C x|^2 has the
   * expectation |A B - C|^2; it costs as much as ten columns of the product and two readings of C.
   */
  double measure(int n, float[] b, int bAt, int ldb, float[] c, int cAt, int ldc) {
    if (n == 0) {
      return 0.0;
    }
    Objects.checkFromIndexSize(cAt, (long) (n - 1) * ldc + rows, c.length);
    float[] x = new float[n * PROBES];
    RandomStream.of(options.seed()).stream(1).fillGaussian(x, 0, x.length, 0);
    float[] bx = new float[columns * PROBES];
    float[] exact = new float[rows * PROBES];
    float[] found = new float[rows * PROBES];
    int threads = options.threads();
    FloatBlas.gemm(
        Transpose.NO,
        Transpose.NO,
        columns,
        PROBES,
        n,
        1.0f,
        b,
        bAt,
        ldb,
        x,
        0,
        n,
        0.0f,
        bx,
        0,
        columns,
        threads);
    FloatBlas.gemm(
        Transpose.NO,
        Transpose.NO,
        rows,
        PROBES,
        columns,
        1.0f,
        a,
        aAt,
        lda,
        bx,
        0,
        columns,
        0.0f,
        exact,
        0,
        rows,
        threads);
    FloatBlas.gemm(
        Transpose.NO,
        Transpose.NO,
        rows,
        PROBES,
        n,
        1.0f,
        c,
        cAt,
        ldc,
        x,
        0,
        n,
        0.0f,
        found,
        0,
        rows,
        threads);
    double error = 0.0;
    double size = 0.0;
    for (int i = 0; i < exact.length; i++) {
      double difference = (double) exact[i] - found[i];
      error += difference * difference;
      size += (double) exact[i] * exact[i];
    }
    return error == 0.0 ? 0.0 : Math.sqrt(error / size);
  }
}
