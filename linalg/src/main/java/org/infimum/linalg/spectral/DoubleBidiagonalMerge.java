// float twin: generated
package org.infimum.linalg.spectral;

import java.util.Arrays;
import org.infimum.linalg.machine.Team;

/**
 * One step of the divide and conquer for a bidiagonal matrix: its singular vectors out of those of
 * the blocks above and below one row. In the bases of the halves the matrix is diagonal but for
 * that row z; small elements of z and pairs of nearly equal values are deflated, the rest is a
 * {@link DoubleSecularSystem} (Gu and Eisenstat, A divide-and-conquer algorithm for the bidiagonal
 * SVD, SIAM J. Matrix Anal. Appl. 16, 1995).
 */
final class DoubleBidiagonalMerge {
  private final DoubleBidiagonalFactors f;
  private final int lo;
  private final int n;
  private final boolean isWide;
  private final int cut;
  private final int base;

  private final double[] z;
  private final double[] poles;
  private final double[] weights;
  private final DoubleColumnGroups groups;
  private final DoubleColumnKernels kernels;

  /**
   * A merge of rows lo .. lo + n - 1 and of as many columns, or one more.
   *
   * @param cut the number of rows above the row between the halves
   */
  DoubleBidiagonalMerge(DoubleBidiagonalFactors f, int lo, int n, boolean isWide, int cut) {
    this.f = f;
    this.lo = lo;
    this.n = n;
    this.isWide = isWide;
    this.cut = cut;
    base = lo * f.n() + lo;
    z = new double[n];
    poles = new double[n];
    weights = new double[n];
    groups = new DoubleColumnGroups(n, cut + 1);
    kernels = DoubleColumnKernels.forOrder(n);
  }

  /**
   * Merges.
   *
   * @param alpha the element of the middle row on the diagonal
   * @param beta the one right of it
   */
  void merge(double alpha, double beta, int threads) {
    int stride = f.n();
    double[] d = f.values();
    d[lo + cut] = 0;
    for (int c = 0; c < n; c++) {
      z[c] =
          c <= cut
              ? alpha * f.v()[base + c * stride + cut]
              : beta * f.v()[base + c * stride + cut + 1];
    }
    double largest =
        Math.max(DoubleArithmetic.UNIT_ROUNDOFF, Math.max(Math.abs(alpha), Math.abs(beta)));
    for (int c = 0; c < n; c++) {
      largest = Math.max(largest, d[lo + c]);
    }
    double tolerance = 16 * DoubleArithmetic.UNIT_ROUNDOFF * largest;
    startMiddle(beta, tolerance);
    int[] sorted = new int[n];
    sorted[0] = cut;
    DoubleSortedValues.merge(d, lo, cut, cut + 1, n, f.order(), sorted, 1);
    deflate(tolerance, sorted);
    double[] roots = new double[n];
    int count = groups.count();
    new DoubleSecularSystem(count, true, poles, weights, roots, f.innerV(), base, stride)
        .solve(1, threads);
    int[] place = groups.places();
    Team.shared(threads)
        .forEach(
            DoubleSecularSystem.chunks(count),
            (chunk, worker) -> formVectors(chunk * DoubleSecularSystem.ROOTS, place));
    multiply(place[0], threads);
    for (int j = count; j < n; j++) {
      roots[j] = d[lo + groups.column(j)];
    }
    System.arraycopy(roots, 0, d, lo, n);
    DoubleSortedValues.sort(d, lo, n, f.order());
  }

  /**
   * The column of the middle row. The null vectors of both halves span what the other columns of V
   * leave; one combination of them belongs to the middle row, the other is the new null vector.
   */
  private void startMiddle(double beta, double tolerance) {
    int stride = f.n();
    int column = base + cut * stride;
    if (isWide) {
      double other = beta * f.v()[base + n * stride + cut + 1];
      double length = DoubleArithmetic.hypot(z[cut], other);
      if (length > tolerance) {
        kernels.rotate(
            n + 1, f.v(), column, f.v(), base + n * stride, z[cut] / length, other / length);
        groups.mix(cut, cut + 1);
      }
      z[cut] = length;
    }
    if (Math.abs(z[cut]) <= tolerance) {
      z[cut] = tolerance;
    }
    Arrays.fill(f.u(), column, column + n, 0);
  }

  private void deflate(double tolerance, int[] sorted) {
    keep(cut);
    int last = -1;
    for (int at = 1; at < n; at++) {
      int next = sorted[at];
      if (Math.abs(z[next]) <= tolerance) {
        groups.deflate(next);
        continue;
      }
      if (last >= 0) {
        if (f.values()[lo + next] - f.values()[lo + last] <= tolerance) {
          coalesce(last, next);
        } else {
          keep(last);
        }
      }
      last = next;
    }
    if (last >= 0) {
      keep(last);
    }
    if (groups.count() > 1) {
      poles[1] = Math.max(poles[1], tolerance / 2);
    }
  }

  private void keep(int column) {
    poles[groups.count()] = f.values()[lo + column];
    weights[groups.count()] = z[column];
    groups.keep(column);
  }

  /** Rotates two nearly equal values so that one of them has no element in the middle row. */
  private void coalesce(int last, int next) {
    int stride = f.n();
    double length = DoubleArithmetic.hypot(z[last], z[next]);
    double c = z[next] / length;
    double s = -z[last] / length;
    z[next] = length;
    z[last] = 0;
    int first = base + last * stride;
    int second = base + next * stride;
    kernels.rotate(n, f.u(), first, f.u(), second, c, s);
    kernels.rotate(isWide ? n + 1 : n, f.v(), first, f.v(), second, c, s);
    groups.mix(next, last);
    groups.deflate(last);
  }

  /**
   * Singular vectors of the matrix with row z, up to their lengths v_j = z_j / (d_j^2 - root^2) and
   * u_j = d_j v_j but u_0 = -1, each with its elements where the grouped columns stand.
   */
  private void formVectors(int from, int[] place) {
    int count = groups.count();
    double[] vector = new double[count];
    for (int i = from; i < Math.min(count, from + DoubleSecularSystem.ROOTS); i++) {
      int column = base + i * f.n();
      double squaresV = 0;
      double squaresU = 1;
      for (int j = 0; j < count; j++) {
        double v = weights[j] / f.innerV()[column + j];
        double u = poles[j] * v;
        vector[j] = v;
        squaresV += v * v;
        squaresU += u * u;
      }
      double scaleV = 1 / Math.sqrt(squaresV);
      double scaleU = 1 / Math.sqrt(squaresU);
      for (int j = 0; j < count; j++) {
        f.innerV()[column + place[j]] = vector[j] * scaleV;
        f.innerU()[column + place[j]] = poles[j] * vector[j] * scaleU;
      }
      f.innerU()[column + place[0]] = -scaleU;
    }
  }

  private void multiply(int middle, int threads) {
    int stride = f.n();
    int columns = isWide ? n + 1 : n;
    groups.gather(columns, f.v(), base, stride, f.grouped());
    groups.multiply(
        cut + 1, cut + 1, columns, f.grouped(), f.innerV(), f.v(), base, stride, threads);
    groups.gather(n, f.u(), base, stride, f.grouped());
    groups.multiply(cut, cut + 1, n, f.grouped(), f.innerU(), f.u(), base, stride, threads);
    for (int i = 0; i < groups.count(); i++) {
      f.u()[base + i * stride + cut] = f.innerU()[base + i * stride + middle];
    }
  }
}
