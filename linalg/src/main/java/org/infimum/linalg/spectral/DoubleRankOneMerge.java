package org.infimum.linalg.spectral;

import java.util.Arrays;
import org.infimum.linalg.dense.DoubleBlas;
import org.infimum.linalg.dense.Transpose;
import org.infimum.linalg.machine.Team;

/**
 * One step of Cuppen's divide and conquer: the eigenvectors of diag(D1, D2) + rho z z' out of those
 * of its two halves. Pairs of nearly equal poles and small components of z are deflated; the rest
 * goes through the secular equation; the vector z is then recomputed so that the computed roots are
 * exact for it and the eigenvectors orthogonal (Gu and Eisenstat, A divide-and-conquer algorithm
 * for the symmetric tridiagonal eigenproblem, SIAM J. Matrix Anal. Appl. 16, 1995).
 */
final class DoubleRankOneMerge {
  /** Roots that one task computes. */
  private static final int ROOTS = 16;

  /** Components of z that one task recomputes. */
  private static final int COMPONENTS = 64;

  private static final int TOP = 0;
  private static final int BOTH = 1;
  private static final int BOTTOM = 2;
  private static final int DEFLATED = 3;

  /** The eigenvectors of both halves, order n, and of the merged matrix. */
  private final double[] q;

  private final int stride;

  /** Same size as q: the columns of q grouped by the half in which they are not zero. */
  private final double[] grouped;

  /** Same size as q: the eigenvectors of the deflated rank-one problem. */
  private final double[] inner;

  private final double[] d;
  private final int[] order;
  private final int lo;
  private final int n;
  private final int cut;
  private final DoubleColumnKernels kernels;

  private final double[] z;
  private final double[] poles;
  private final double[] weights;
  private final double[] roots;
  private final int[] sorted;
  private final byte[] kind;

  /** Original columns: those that stay, in the order of their poles, then the deflated. */
  private final int[] kept;

  /** Where the kept column j stands among the grouped ones. */
  private final int[] place;

  private int count;

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
    kernels = DoubleColumnKernels.forOrder(n);
    z = new double[n];
    poles = new double[n];
    weights = new double[n];
    roots = new double[n];
    sorted = new int[n];
    kind = new byte[n];
    kept = new int[n];
    place = new int[n];
  }

  /**
   * Merges.
   *
   * @param coupling the element of the tridiagonal matrix next to the cut, whose absolute value has
   *     been subtracted from the diagonal elements on both sides
   */
  void merge(double coupling, int threads) {
    int base = lo * stride + lo;
    double scale = 1 / DoublePrecision.sqrt(2);
    for (int c = 0; c < cut; c++) {
      z[c] = q[base + c * stride + cut - 1] * scale;
    }
    for (int c = cut; c < n; c++) {
      double element = q[base + c * stride + cut] * scale;
      z[c] = coupling < 0 ? -element : element;
    }
    mergeSorted();
    deflate(2 * Math.abs(coupling));
    if (count > 0) {
      group();
      solve(2 * Math.abs(coupling), threads);
      multiply(threads);
    }
    finish();
  }

  /** The positions of all eigenvalues in ascending order. */
  private void mergeSorted() {
    int i = 0;
    int j = cut;
    for (int at = 0; at < n; at++) {
      boolean first =
          j == n
              || (i < cut && d[lo + order[lo + i]] <= d[lo + cut + order[lo + j]]);
      sorted[at] = first ? order[lo + i++] : cut + order[lo + j++];
    }
  }

  private void deflate(double rho) {
    double largestPole = 0;
    double largestWeight = 0;
    for (int c = 0; c < n; c++) {
      largestPole = Math.max(largestPole, Math.abs(d[lo + c]));
      largestWeight = Math.max(largestWeight, Math.abs(z[c]));
      kind[c] = (byte) (c < cut ? TOP : BOTTOM);
    }
    double tolerance = 8 * DoublePrecision.EPSILON * Math.max(largestPole, largestWeight);
    count = 0;
    int deflated = n;
    int last = -1;
    for (int at = 0; at < n; at++) {
      int next = sorted[at];
      if (rho * Math.abs(z[next]) <= tolerance) {
        kind[next] = DEFLATED;
        kept[--deflated] = next;
        continue;
      }
      if (last >= 0) {
        if (coalesces(last, next, tolerance)) {
          kind[next] = kind[next] == kind[last] ? kind[next] : BOTH;
          kind[last] = DEFLATED;
          kept[--deflated] = last;
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
    poles[count] = d[lo + column];
    weights[count] = z[column];
    kept[count++] = column;
  }

  /**
   * Whether two poles are so close that the rotation which makes the first component of z zero
   * leaves a negligible element outside the diagonal; then rotates.
   */
  private boolean coalesces(int last, int next, double tolerance) {
    double s = z[last];
    double c = z[next];
    double length = DoublePrecision.hypot(c, s);
    double gap = d[lo + next] - d[lo + last];
    c /= length;
    s = -s / length;
    if (Math.abs(gap * c * s) > tolerance) {
      return false;
    }
    z[next] = length;
    z[last] = 0;
    kernels.rotate(
        n, q, (lo + last) * stride + lo, q, (lo + next) * stride + lo, c, s);
    double first = d[lo + last];
    double second = d[lo + next];
    d[lo + last] = first * (c * c) + second * (s * s);
    d[lo + next] = first * (s * s) + second * (c * c);
    return true;
  }

  /** Copies the kept columns next to each other: those of the first half, of both, of the second. */
  private void group() {
    int at = 0;
    for (int group = TOP; group <= BOTTOM; group++) {
      for (int j = 0; j < count; j++) {
        if (kind[kept[j]] == group) {
          place[j] = at;
          System.arraycopy(
              q, (lo + kept[j]) * stride + lo, grouped, (lo + at) * stride + lo, n);
          at++;
        }
      }
    }
    for (int j = count; j < n; j++) {
      System.arraycopy(q, (lo + kept[j]) * stride + lo, grouped, (lo + j) * stride + lo, n);
    }
  }

  private void solve(double rho, int threads) {
    Team team = Team.shared(threads);
    int chunks = (count + ROOTS - 1) / ROOTS;
    team.forEach(
        chunks,
        (chunk, worker) -> {
          DoubleSecularEquation equation = new DoubleSecularEquation(count);
          equation.set(count, weights, rho);
          double[] gaps = new double[count];
          for (int i = chunk * ROOTS; i < Math.min(count, (chunk + 1) * ROOTS); i++) {
            findRoot(i, equation, gaps);
          }
        });
    double[] recomputed = new double[count];
    team.forEach(
        (count + COMPONENTS - 1) / COMPONENTS,
        (chunk, worker) ->
            recompute(
                chunk * COMPONENTS, Math.min(count, (chunk + 1) * COMPONENTS), recomputed));
    team.forEach(
        chunks,
        (chunk, worker) -> {
          double[] vector = new double[count];
          for (int i = chunk * ROOTS; i < Math.min(count, (chunk + 1) * ROOTS); i++) {
            formVector(i, recomputed, vector);
          }
        });
  }

  /** Root i, and in column i of {@link #inner} all poles less that root. */
  private void findRoot(int i, DoubleSecularEquation equation, double[] gaps) {
    int origin = i;
    subtract(poles[i], gaps);
    if (i + 1 < count && !equation.isNearLeftPole(i, gaps)) {
      origin = i + 1;
      subtract(poles[origin], gaps);
    }
    double distance = equation.root(i, origin, gaps);
    roots[i] = poles[origin] + distance;
    int column = (lo + i) * stride + lo;
    for (int j = 0; j < count; j++) {
      inner[column + j] = gaps[j] - distance;
    }
  }

  private void subtract(double pole, double[] gaps) {
    for (int j = 0; j < count; j++) {
      gaps[j] = poles[j] - pole;
    }
  }

  /** The z for which the computed roots are exact (Gu and Eisenstat, Lemma 3.1), up to rho. */
  private void recompute(int from, int to, double[] recomputed) {
    double[] product = new double[to - from];
    for (int j = from; j < to; j++) {
      product[j - from] = -inner[(lo + j) * stride + lo + j];
    }
    for (int i = 0; i < count; i++) {
      int column = (lo + i) * stride + lo;
      double pole = poles[i];
      multiplyRatios(from, Math.min(to, i), from, column, pole, product);
      multiplyRatios(Math.max(from, i + 1), to, from, column, pole, product);
    }
    for (int j = from; j < to; j++) {
      double size = DoublePrecision.sqrt(Math.max(product[j - from], 0));
      recomputed[j] = Math.copySign(size, weights[j]);
    }
  }

  private void multiplyRatios(
      int from, int to, int offset, int column, double pole, double[] product) {
    for (int j = from; j < to; j++) {
      product[j - offset] *= inner[column + j] / (poles[j] - pole);
    }
  }

  /** Eigenvector i of the rank-one problem, its elements where the grouped columns stand. */
  private void formVector(int i, double[] recomputed, double[] vector) {
    int column = (lo + i) * stride + lo;
    double squares = 0;
    for (int j = 0; j < count; j++) {
      double element = recomputed[j] / inner[column + j];
      vector[j] = element;
      squares += element * element;
    }
    double scale = 1 / DoublePrecision.sqrt(squares);
    for (int j = 0; j < count; j++) {
      inner[column + place[j]] = vector[j] * scale;
    }
  }

  /** The eigenvectors: one product for the rows of each half. */
  private void multiply(int threads) {
    int base = lo * stride + lo;
    int top = 0;
    int bottom = 0;
    for (int j = 0; j < count; j++) {
      top += kind[kept[j]] == BOTTOM ? 0 : 1;
      bottom += kind[kept[j]] == TOP ? 0 : 1;
    }
    int skipped = count - bottom;
    DoubleBlas.gemm(Transpose.NO, Transpose.NO, cut, count, top, 1, grouped, base, stride, inner, base, stride, 0, q, base,
        stride, threads);
    DoubleBlas.gemm(Transpose.NO, Transpose.NO,
        n - cut,
        count,
        bottom,
        1,
        grouped,
        base + skipped * stride + cut,
        stride,
        inner,
        base + skipped,
        stride,
        0,
        q,
        base + cut,
        stride,
        threads);
  }

  /** Places the roots and the deflated eigenvalues, and sorts their positions. */
  private void finish() {
    if (count == 0) {
      System.arraycopy(sorted, 0, order, lo, n);
      return;
    }
    for (int j = count; j < n; j++) {
      roots[j] = d[lo + kept[j]];
      System.arraycopy(grouped, (lo + j) * stride + lo, q, (lo + j) * stride + lo, n);
    }
    System.arraycopy(roots, 0, d, lo, n);
    for (int j = 0; j < n; j++) {
      order[lo + j] = j;
    }
    sortDeflated();
  }

  /** Insertion sort of positions that are ascending but for the deflated ones. */
  private void sortDeflated() {
    for (int j = 1; j < n; j++) {
      int position = order[lo + j];
      double value = d[lo + position];
      int at = j;
      while (at > 0 && d[lo + order[lo + at - 1]] > value) {
        order[lo + at] = order[lo + at - 1];
        at--;
      }
      order[lo + at] = position;
    }
  }
}
