package org.infimum.linalg.lowrank;

import java.util.Optional;

/**
 * Products C = A B with a fixed A that go through low-rank factors of A where that is cheaper
 * within a tolerance, and are exact otherwise, each with a measured error ("Low-Rank GEMM:
 * Efficient Matrix Multiplication via Low-Rank Approximation with FP8 Acceleration", 2025, arXiv
 * 2511.18674).
 *
 * @param tolerance the largest relative Frobenius error of a product; below 2e-6 all are exact
 * @param storage how factors are kept; floats are kept instead where its error would exceed the
 *     tolerance
 * @param uses how many products with the same A the factorization is paid by; 0 if it costs
 *     nothing, as for stored weights
 * @param seed of the random vectors
 * @param threads how many threads to use, at least 1; no result depends on it
 */
public record LowRankGemm(
    double tolerance, FactorStorage storage, int uses, long seed, int threads) {
  /** A product is taken through factors only if that saves so much of its operations. */
  private static final double LEAST_GAIN = 0.8;

  /** Products with A, of a few hundred columns each, that the factorization costs. */
  private static final int FACTORIZATION_PASSES = 10;

  /** The part of the tolerance that the factors take; the rest is for what B makes of it. */
  private static final double FACTOR_SHARE = 0.5;

  /** Checks the options. */
  public LowRankGemm {
    if (!(tolerance >= 0.0 && tolerance < 1.0)) {
      throw new IllegalArgumentException(
          "The tolerance must be from 0 to below 1, not " + tolerance + ".");
    }
    if (uses < 0 || threads < 1) {
      throw new IllegalArgumentException(
          "Uses must not be negative and threads at least 1: " + uses + ", " + threads + ".");
    }
  }

  /** A tolerance of 1 %, factors in floats, stored weights, one thread. */
  public static LowRankGemm standard() {
    return new LowRankGemm(1e-2, FactorStorage.FLOAT, 0, 1, 1);
  }

  /**
   * Chooses rank and kernel for products with A.
   *
   * @param rows rows of A
   * @param columns columns of A
   * @param a A, column-major, from {@code aAt} on; kept, not copied
   * @param lda leading dimension of A
   * @param width columns that B is expected to have
   * @throws IllegalArgumentException if the shape is not valid or an entry is not finite
   */
  public LowRankProduct prepare(int rows, int columns, float[] a, int aAt, int lda, int width) {
    Optional<LowRankMatrix> factors = Optional.empty();
    double share = FACTOR_SHARE * tolerance;
    if (share >= 1e-6 && pays(rows, columns, width)) {
      factors =
          LowRankMatrix.approximate(rows, columns, a, aAt, lda, share, storage, seed, threads)
              .filter(found -> cost(found.rank(), rows, columns) <= LEAST_GAIN);
      if (storage != FactorStorage.FLOAT
          && factors.filter(found -> found.relativeError() > tolerance).isPresent()) {
        factors =
            LowRankMatrix.approximate(
                rows, columns, a, aAt, lda, share, FactorStorage.FLOAT, seed, threads);
      }
    }
    return new LowRankProduct(this, rows, columns, a, aAt, lda, factors.orElse(null));
  }

  /** Operations through factors of this rank over those of the exact product. */
  private static double cost(int rank, int rows, int columns) {
    return (double) rank * ((double) rows + columns) / ((double) rows * columns);
  }

  /** Whether the factorization may be paid by the products; sizes decide, never time. */
  private boolean pays(int rows, int columns, int width) {
    int rank = LowRankMatrix.largestRank(rows, columns);
    return uses == 0
        || (double) uses * width * (1.0 - LEAST_GAIN) > (double) FACTORIZATION_PASSES * rank;
  }
}
