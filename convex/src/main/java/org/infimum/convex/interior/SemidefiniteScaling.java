package org.infimum.convex.interior;

import java.util.Arrays;
import org.infimum.convex.SemidefiniteCone;
import org.infimum.linalg.dense.Diagonal;
import org.infimum.linalg.dense.DoubleBlas;
import org.infimum.linalg.dense.DoubleCholesky;
import org.infimum.linalg.dense.Side;
import org.infimum.linalg.dense.Transpose;
import org.infimum.linalg.dense.Triangle;
import org.infimum.linalg.spectral.DoubleSymmetricEigen;

/**
 * The Nesterov-Todd scaling of one semidefinite cone. With {@code S = L1 L1'}, {@code Z = L2 L2'}
 * and {@code M = L2'L1 = U Lambda V'}, the factor {@code R = L1 V Lambda^-1/2} makes {@code R^-1 S
 * R^-T = R'Z R = Lambda}, and {@code E X = (R R') X (R R')} (Todd, Toh and Tutuncu 1998).
 *
 * <p>V comes from the eigenvectors of {@code M'M}, which costs a fraction of a singular value
 * decomposition and loses nothing: on the central path M is a multiple of an orthogonal matrix.
 */
final class SemidefiniteScaling {
  final SemidefiniteCone cone;
  final int order;

  /** Where the block begins in the vectors of all curved cones. */
  final int offset;

  private final int threads;
  private final DoubleCholesky cholesky;
  private final DoubleSymmetricEigen eigen;
  private final LongestStep longestStep;
  private final double[] l1;
  private final double[] l2;

  /** The scaled point, the diagonal of Lambda. */
  private final double[] lambda;

  private final double[] r;

  /** R^-T. */
  private final double[] inverse;

  private final double[] work;
  private final double[] other;
  private final double[] matrix;
  private final double[] trial;
  private final double[] scaledS;
  private final double[] scaledZ;

  /** The complementarity target in the scaled space, both triangles. */
  private final double[] scaledTarget;

  private boolean eliminated;
  private double tau = 1.0;

  /** R R', both triangles. */
  final double[] product;

  SemidefiniteScaling(int order, int offset, int threads) {
    this.cone = new SemidefiniteCone(order);
    this.order = order;
    this.offset = offset;
    this.threads = threads;
    cholesky = new DoubleCholesky(Triangle.LOWER, threads);
    eigen = new DoubleSymmetricEigen(order, threads);
    longestStep = new LongestStep(order, threads);
    int size = order * order;
    l1 = new double[size];
    l2 = new double[size];
    lambda = new double[order];
    r = new double[size];
    inverse = new double[size];
    work = new double[size];
    other = new double[size];
    matrix = new double[size];
    trial = new double[cone.dimension()];
    scaledS = new double[size];
    scaledZ = new double[size];
    scaledTarget = new double[size];
    product = new double[size];
  }

  /** The Newton system eliminates the rows of this cone before it factors. */
  void setEliminated() {
    eliminated = true;
  }

  boolean isEliminated() {
    return eliminated;
  }

  /** The smallest eigenvalue of the block's matrix in v. */
  double smallestEigenvalue(double[] v) {
    cone.unpack(v, offset, matrix);
    eigen.computeValues(matrix, 0, order);
    return eigen.values()[0];
  }

  /** Adds a multiple of the identity matrix. */
  void addIdentity(double[] v, double factor) {
    for (int j = 0; j < order; j++) {
      v[offset + cone.position(j, j)] += factor;
    }
  }

  /** Sets the tau by which {@link Shift#CONSTANT} divides. */
  void setTau(double value) {
    tau = value;
  }

  /** Computes the scaling; returns whether S and Z are positive definite to working precision. */
  boolean update(double[] s, double[] z) {
    if (!factor(s, l1) || !factor(z, l2)) {
      return false;
    }
    // M = L2'L1 in work, M'M in matrix
    System.arraycopy(l1, 0, work, 0, work.length);
    DoubleBlas.trmm(
        Side.LEFT,
        Triangle.LOWER,
        Transpose.YES,
        Diagonal.STORED,
        order,
        order,
        1.0,
        l2,
        0,
        order,
        work,
        0,
        order,
        threads);
    DoubleBlas.syrk(
        Triangle.LOWER,
        Transpose.YES,
        order,
        order,
        1.0,
        work,
        0,
        order,
        0.0,
        matrix,
        0,
        order,
        threads);
    if (!isFinite(matrix)) {
      return false;
    }
    eigen.decompose(matrix, 0, order);
    double[] vectors = eigen.vectors();
    for (int j = 0; j < order; j++) {
      double squared = eigen.values()[j];
      if (!(squared > 0.0)) {
        return false;
      }
      lambda[j] = Math.sqrt(squared);
    }
    // R = L1 V Lambda^-1/2
    scaleColumns(vectors, r, -0.5);
    triangularTimes(l1, r);
    // R^-T = L2 M V Lambda^-3/2
    multiply(Transpose.NO, Transpose.NO, work, vectors, inverse);
    scaleColumns(inverse, inverse, -1.5);
    triangularTimes(l2, inverse);
    outer(r, product);
    return true;
  }

  private boolean factor(double[] v, double[] l) {
    cone.unpack(v, offset, l);
    if (!cholesky.factor(order, l, 0, order)) {
      return false;
    }
    for (int j = 1; j < order; j++) {
      for (int i = 0; i < j; i++) {
        l[j * order + i] = 0.0;
      }
    }
    return true;
  }

  private void scaleColumns(double[] from, double[] to, double power) {
    for (int j = 0; j < order; j++) {
      double factor = Math.pow(lambda[j], power);
      for (int i = j * order; i < (j + 1) * order; i++) {
        to[i] = from[i] * factor;
      }
    }
  }

  /** {@code b := l b}. */
  private void triangularTimes(double[] l, double[] b) {
    DoubleBlas.trmm(
        Side.LEFT,
        Triangle.LOWER,
        Transpose.NO,
        Diagonal.STORED,
        order,
        order,
        1.0,
        l,
        0,
        order,
        b,
        0,
        order,
        threads);
  }

  private void multiply(Transpose ta, Transpose tb, double[] a, double[] b, double[] c) {
    DoubleBlas.gemm(
        ta, tb, order, order, order, 1.0, a, 0, order, b, 0, order, 0.0, c, 0, order, threads);
  }

  /** {@code c = a a'}, both triangles. */
  private void outer(double[] a, double[] c) {
    DoubleBlas.syrk(
        Triangle.LOWER, Transpose.NO, order, order, 1.0, a, 0, order, 0.0, c, 0, order, threads);
    mirror(c);
  }

  private void mirror(double[] c) {
    for (int j = 0; j < order; j++) {
      for (int i = j + 1; i < order; i++) {
        c[i * order + j] = c[j * order + i];
      }
    }
  }

  /** Writes {@code R^-T R^-1 = (R R')^-1}, both triangles. */
  void inverseProduct(double[] out) {
    outer(inverse, out);
  }

  /** The block of {@code out = E in}. */
  void multiply(double[] in, double[] out) {
    System.arraycopy(in, offset, trial, 0, trial.length);
    congruence(false, trial, Shift.NONE, 0.0, trial);
    System.arraycopy(trial, 0, out, offset, trial.length);
  }

  /** The diagonal of E: {@code Y_ii Y_jj + Y_ij^2} off the diagonal of the matrix, Y = R R'. */
  void diagonal(double[] out) {
    int at = offset;
    for (int j = 0; j < order; j++) {
      double yjj = product[j * order + j];
      out[at++] = yjj * yjj;
      for (int i = j + 1; i < order; i++) {
        double yij = product[j * order + i];
        out[at++] = product[i * order + i] * yjj + yij * yij;
      }
    }
  }

  /** E as its lower triangle, packed by rows. */
  void block(double[] packed) {
    int at = 0;
    int row = 0;
    for (int j = 0; j < order; j++) {
      for (int i = j; i < order; i++) {
        int column = 0;
        for (int l = 0; l < order && column <= row; l++) {
          for (int k = l; k < order && column <= row; k++) {
            double scale = (i == j ? Math.sqrt(0.5) : 1.0) * (k == l ? Math.sqrt(0.5) : 1.0);
            double sum =
                product[k * order + i] * product[l * order + j]
                    + product[l * order + i] * product[k * order + j];
            packed[at++] = scale * sum;
            column++;
          }
        }
        row++;
      }
    }
  }

  /**
   * {@code out = R (R'in R + factor T) R'} or {@code R^-T (R^-1 in R^-T + factor T) R^-1}, which is
   * E in or E^-1 in and a multiple of a shift T. The sum is taken in the scaled space, where both
   * have the size of the scaled point; in the space of S or Z rounding errors as large as the
   * largest element of E would hide the small eigenvalues.
   */
  void congruence(boolean invert, double[] in, Shift shift, double factor, double[] out) {
    double[] q = invert ? inverse : r;
    cone.unpack(in, 0, matrix);
    multiply(Transpose.YES, Transpose.NO, q, matrix, work);
    multiply(Transpose.NO, Transpose.NO, work, q, other);
    if (shift == Shift.TARGET) {
      for (int k = 0; k < other.length; k++) {
        other[k] += factor * scaledTarget[k];
      }
    } else if (shift == Shift.CONSTANT) {
      for (int j = 0; j < order; j++) {
        other[j * order + j] += factor * lambda[j] / tau;
      }
    }
    multiply(Transpose.NO, Transpose.NO, q, other, work);
    lowerProduct(Transpose.YES, work, q, matrix);
    cone.pack(matrix, out, 0);
  }

  /** The lower triangle of {@code c = a op(b)} that is known to be symmetric. */
  private void lowerProduct(Transpose tb, double[] a, double[] b, double[] c) {
    DoubleBlas.gemmt(
        Triangle.LOWER,
        Transpose.NO,
        tb,
        order,
        order,
        1.0,
        a,
        0,
        order,
        b,
        0,
        order,
        0.0,
        c,
        0,
        order,
        threads);
  }

  /** The target of the predictor: the scaled point, and S itself where the rows are kept. */
  void targetAffine(double[] s, double[] target) {
    Arrays.fill(scaledTarget, 0.0);
    for (int j = 0; j < order; j++) {
      scaledTarget[j * order + j] = lambda[j];
    }
    if (!eliminated) {
      System.arraycopy(s, offset, target, offset, cone.dimension());
    }
  }

  /**
   * The target in the scaled space, {@code Lambda + Lambda \ (correction (R^-1 dS R^-T) o (R'dZ R)
   * - sigmaMu I)}, and R times it times R' where the rows are kept.
   */
  void targetCombined(
      double[] ds, double[] dz, double sigmaMu, double correction, double[] target) {
    cone.unpack(ds, offset, matrix);
    multiply(Transpose.YES, Transpose.NO, inverse, matrix, work);
    multiply(Transpose.NO, Transpose.NO, work, inverse, scaledS);
    cone.unpack(dz, offset, matrix);
    multiply(Transpose.YES, Transpose.NO, r, matrix, work);
    multiply(Transpose.NO, Transpose.NO, work, r, scaledZ);
    multiply(Transpose.NO, Transpose.NO, scaledS, scaledZ, matrix);
    for (int j = 0; j < order; j++) {
      for (int i = j; i < order; i++) {
        double sum = 0.5 * correction * (matrix[j * order + i] + matrix[i * order + j]);
        double value = 2.0 * (i == j ? sum - sigmaMu : sum) / (lambda[i] + lambda[j]);
        scaledTarget[j * order + i] = value;
        scaledTarget[i * order + j] = value;
      }
      scaledTarget[j * order + j] += lambda[j];
    }
    if (!eliminated) {
      multiply(Transpose.NO, Transpose.NO, r, scaledTarget, work);
      lowerProduct(Transpose.YES, work, r, matrix);
      cone.pack(matrix, target, offset);
    }
  }

  /** The largest step that keeps {@code S + step dS} and {@code Z + step dZ} semidefinite. */
  double largestStep(double[] ds, double[] dz, double limit) {
    // L1^-1 dS L1^-T has the eigenvalues of S^-1 dS, and R^-1 = Lambda^1/2 V'L1^-1
    cone.unpack(ds, offset, matrix);
    double step = longestStep.of(l1, matrix, limit);
    cone.unpack(dz, offset, matrix);
    return longestStep.of(l2, matrix, step);
  }

  /** Whether {@code S + step dS} and {@code Z + step dZ} are positive definite. */
  boolean isInside(double[] s, double[] z, double[] ds, double[] dz, double step) {
    return isDefinite(s, ds, step) && isDefinite(z, dz, step);
  }

  private boolean isDefinite(double[] v, double[] d, double step) {
    for (int i = 0; i < trial.length; i++) {
      trial[i] = v[offset + i] + step * d[offset + i];
    }
    cone.unpack(trial, 0, work);
    return cholesky.factor(order, work, 0, order);
  }

  private static boolean isFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
