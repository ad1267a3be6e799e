package org.infimum.convex.interior;

import java.util.Arrays;
import org.infimum.linalg.dense.Diagonal;
import org.infimum.linalg.dense.DoubleBlas;
import org.infimum.linalg.dense.Side;
import org.infimum.linalg.dense.Transpose;
import org.infimum.linalg.dense.Triangle;
import org.infimum.linalg.spectral.DoubleSymmetricEigen;

/**
 * How far {@code L L' + step D} stays positive semidefinite: to {@code -1 / lambda_min(L^-1 D
 * L^-T)}. Small matrices take all eigenvalues; larger ones a Lanczos process with full
 * reorthogonalization on the product of the three matrices, whose residual bounds how much further
 * out the smallest eigenvalue may lie (Toh 2002, "A note on the calculation of step-lengths in
 * interior-point methods for semidefinite programming"). The answer is a lower bound of the step.
 */
final class LongestStep {
  private static final int SMALL_ORDER = 48;
  private static final int MOST_VECTORS = 60;

  /** The residual may shorten the step by this share. */
  private static final double ACCURACY = 0.02;

  private final int order;
  private final int threads;
  private final DoubleSymmetricEigen eigen;
  private final int vectors;
  private final double[] basis;
  private final double[] diagonal;
  private final double[] offDiagonal;
  private final double[] tridiagonal;
  private final double[] next;
  private final double[] product;

  LongestStep(int order, int threads) {
    this.order = order;
    this.threads = threads;
    boolean small = order <= SMALL_ORDER;
    vectors = small ? 0 : Math.min(MOST_VECTORS, order);
    eigen = new DoubleSymmetricEigen(small ? order : vectors, 1);
    basis = new double[vectors * order];
    diagonal = new double[vectors];
    offDiagonal = new double[vectors];
    tridiagonal = new double[vectors * vectors];
    next = new double[order];
    product = new double[order];
  }

  /**
   * The step.
   *
   * @param l lower triangular factor, order x order
   * @param d the direction, both triangles; destroyed
   */
  double of(double[] l, double[] d, double limit) {
    for (double element : d) {
      if (!Double.isFinite(element)) {
        return 0.0;
      }
    }
    double smallest = vectors == 0 ? smallestOfAll(l, d) : smallestByLanczos(l, d, limit);
    return smallest * limit < -1.0 ? -1.0 / smallest : limit;
  }

  private double smallestOfAll(double[] l, double[] d) {
    for (Side side : Side.values()) {
      DoubleBlas.trsm(
          side,
          Triangle.LOWER,
          side == Side.LEFT ? Transpose.NO : Transpose.YES,
          Diagonal.STORED,
          order,
          order,
          1.0,
          l,
          0,
          order,
          d,
          0,
          order,
          threads);
    }
    eigen.computeValues(d, 0, order);
    return eigen.values()[0];
  }

  private double smallestByLanczos(double[] l, double[] d, double limit) {
    double scale = 1.0 / Math.sqrt(order);
    for (int i = 0; i < order; i++) {
      // a fixed start without zeros and without symmetry
      next[i] = scale * (1.0 + 0.5 * Math.sin(1.0 + 1.7 * i));
    }
    double norm = norm(next);
    int count = 0;
    double bound = 0.0;
    while (true) {
      for (int i = 0; i < order; i++) {
        basis[count * order + i] = next[i] / norm;
      }
      apply(l, d, count);
      diagonal[count] = dot(count, next);
      count++;
      orthogonalize(count);
      orthogonalize(count);
      norm = norm(next);
      offDiagonal[count - 1] = norm;
      boolean last = count == vectors || !(norm > 1e-14);
      if (count % 5 == 0 || last) {
        bound = ritz(count, norm);
        double ritz = eigen.values()[0];
        boolean harmless = bound * limit > -1.0;
        if (last || harmless || ritz - bound <= ACCURACY * Math.abs(ritz)) {
          return bound;
        }
      }
    }
  }

  /** {@code next = L^-1 D L^-T q}, q the basis vector k. */
  private void apply(double[] l, double[] d, int k) {
    System.arraycopy(basis, k * order, next, 0, order);
    solve(l, Transpose.YES, next);
    DoubleBlas.symv(Triangle.LOWER, order, 1.0, d, 0, order, next, 0, 0.0, product, 0, threads);
    System.arraycopy(product, 0, next, 0, order);
    solve(l, Transpose.NO, next);
  }

  private void solve(double[] l, Transpose transpose, double[] v) {
    if (transpose == Transpose.NO) {
      for (int j = 0; j < order; j++) {
        double x = v[j] / l[j * order + j];
        v[j] = x;
        for (int i = j + 1; i < order; i++) {
          v[i] -= x * l[j * order + i];
        }
      }
    } else {
      for (int j = order - 1; j >= 0; j--) {
        double sum = v[j];
        for (int i = j + 1; i < order; i++) {
          sum -= v[i] * l[j * order + i];
        }
        v[j] = sum / l[j * order + j];
      }
    }
  }

  private double dot(int k, double[] v) {
    double sum = 0.0;
    for (int i = 0; i < order; i++) {
      sum += basis[k * order + i] * v[i];
    }
    return sum;
  }

  private void orthogonalize(int count) {
    for (int k = count - 1; k >= 0; k--) {
      double along = dot(k, next);
      for (int i = 0; i < order; i++) {
        next[i] -= along * basis[k * order + i];
      }
    }
  }

  /** The smallest Ritz value less its residual {@code beta |last component|}. */
  private double ritz(int count, double beta) {
    double largest = 1.0;
    for (int k = 0; k < count; k++) {
      largest = Math.max(largest, Math.abs(diagonal[k]) + 2.0 * offDiagonal[k]);
    }
    Arrays.fill(tridiagonal, 0.0);
    for (int k = 0; k < vectors; k++) {
      // beyond count, a diagonal that stays clear of the smallest value
      tridiagonal[k * vectors + k] = k < count ? diagonal[k] : 4.0 * largest;
      if (k + 1 < count) {
        tridiagonal[k * vectors + k + 1] = offDiagonal[k];
      }
    }
    eigen.decompose(tridiagonal, 0, vectors);
    return eigen.values()[0] - Math.abs(beta * eigen.vectors()[count - 1]);
  }

  private static double norm(double[] v) {
    double sum = 0.0;
    for (double element : v) {
      sum += element * element;
    }
    return Math.sqrt(sum);
  }
}
