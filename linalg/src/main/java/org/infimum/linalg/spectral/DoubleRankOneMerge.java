// float twin: generated
package org.infimum.linalg.spectral;

import org.infimum.linalg.machine.Team;

/**
 * One step of Cuppen's divide and conquer: the eigenvectors of diag(D1, D2) + rho z z' out of those
 * of its two halves. Small components of z and pairs of nearly equal poles are deflated, the rest
 * is a {@link DoubleSecularSystem} (Gu and Eisenstat, A divide-and-conquer algorithm for the
 * symmetric tridiagonal eigenproblem, SIAM J. Matrix Anal. Appl. 16, 1995).
 */
final class DoubleRankOneMerge {
  private final double[] q;
  private final int stride;
  private final double[] grouped;
  private final double[] inner;
  private final double[] d;
  private final int[] order;
  private final int lo;
  private final int n;
  private final int cut;

  private final double[] z;
  private final double[] poles;
  private final double[] weights;
  private final DoubleColumnGroups groups;
  private final DoubleColumnKernels kernels;

  /**
   * A merge of rows lo .. lo + n - 1.
   *
   * @param q eigenvectors of the halves, block diagonal from (lo, lo) on
   * @param grouped work space laid out like q
   * @param inner work space laid out like q
   * @param d eigenvalues of the halves from lo on
   * @param order from lo on, for each half the positions of its eigenvalues in ascending order
   * @param cut the order of the first half
   */
  DoubleRankOneMerge(
      double[] q,
      int stride,
      double[] grouped,
      double[] inner,
      double[] d,
      int[] order,
      int lo,
      int n,
      int cut) {
    this.q = q;
    this.stride = stride;
    this.grouped = grouped;
    this.inner = inner;
    this.d = d;
    this.order = order;
    this.lo = lo;
    this.n = n;
    this.cut = cut;
    z = new double[n];
    poles = new double[n];
    weights = new double[n];
    groups = new DoubleColumnGroups(n, cut);
    kernels = DoubleColumnKernels.forOrder(n);
  }

  /**
   * Merges.
   *
   * @param coupling the element of the tridiagonal matrix next to the cut, whose absolute value has
   *     been subtracted from the diagonal elements on both sides
   */
  void merge(double coupling, int threads) {
    int base = lo * stride + lo;
    double scale = 1 / Math.sqrt(2);
    for (int c = 0; c < cut; c++) {
      z[c] = q[base + c * stride + cut - 1] * scale;
    }
    for (int c = cut; c < n; c++) {
      double element = q[base + c * stride + cut] * scale;
      z[c] = coupling < 0 ? -element : element;
    }
    double rho = 2 * Math.abs(coupling);
    int[] sorted = new int[n];
    DoubleSortedValues.merge(d, lo, cut, cut, n, order, sorted, 0);
    deflate(rho, sorted);
    if (groups.count() == 0) {
      System.arraycopy(sorted, 0, order, lo, n);
      return;
    }
    double[] roots = new double[n];
    new DoubleSecularSystem(groups.count(), false, poles, weights, roots, inner, base, stride)
        .solve(rho, threads);
    int[] place = groups.places();
    Team.shared(threads)
        .forEach(
            DoubleSecularSystem.chunks(groups.count()),
            (chunk, worker) -> formVectors(chunk * DoubleSecularSystem.ROOTS, place));
    groups.gather(n, q, base, stride, grouped);
    groups.multiply(cut, cut, n, grouped, inner, q, base, stride, threads);
    for (int j = groups.count(); j < n; j++) {
      roots[j] = d[lo + groups.column(j)];
    }
    System.arraycopy(roots, 0, d, lo, n);
    DoubleSortedValues.sort(d, lo, n, order);
  }

  private void deflate(double rho, int[] sorted) {
    double largest = 0;
    for (int c = 0; c < n; c++) {
      largest = Math.max(largest, Math.max(Math.abs(d[lo + c]), Math.abs(z[c])));
    }
    double tolerance = 8 * DoubleArithmetic.UNIT_ROUNDOFF * largest;
    int last = -1;
    for (int next : sorted) {
      if (rho * Math.abs(z[next]) <= tolerance) {
        groups.deflate(next);
        continue;
      }
      if (last >= 0) {
        if (coalesces(last, next, tolerance)) {
          groups.mix(next, last);
          groups.deflate(last);
        } else {
          keep(last);
        }
      }
      last = next;
    }
    if (last >= 0) {
      keep(last);
    }
  }

  private void keep(int column) {
    poles[groups.count()] = d[lo + column];
    weights[groups.count()] = z[column];
    groups.keep(column);
  }

  /**
   * Whether two poles are so close that the rotation which makes the first component of z zero
   * leaves a negligible element outside the diagonal; then rotates.
   */
  private boolean coalesces(int last, int next, double tolerance) {
    double length = DoubleArithmetic.hypot(z[last], z[next]);
    double c = z[next] / length;
    double s = -z[last] / length;
    double first = d[lo + last];
    double second = d[lo + next];
    if (Math.abs((second - first) * c * s) > tolerance) {
      return false;
    }
    z[next] = length;
    z[last] = 0;
    kernels.rotate(n, q, (lo + last) * stride + lo, q, (lo + next) * stride + lo, c, s);
    d[lo + last] = first * (c * c) + second * (s * s);
    d[lo + next] = first * (s * s) + second * (c * c);
    return true;
  }

  /**
   * Eigenvectors of the rank-one problem, v_j = z_j / (d_j - root) up to their lengths, each with
   * its elements where the grouped columns stand.
   */
  private void formVectors(int from, int[] place) {
    int count = groups.count();
    double[] vector = new double[count];
    for (int i = from; i < Math.min(count, from + DoubleSecularSystem.ROOTS); i++) {
      int column = (lo + i) * stride + lo;
      double squares = 0;
      for (int j = 0; j < count; j++) {
        double element = weights[j] / inner[column + j];
        vector[j] = element;
        squares += element * element;
      }
      double scale = 1 / Math.sqrt(squares);
      for (int j = 0; j < count; j++) {
        inner[column + place[j]] = vector[j] * scale;
      }
    }
  }
}
