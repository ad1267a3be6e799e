// float twin: generated
package org.infimum.linalg.spectral;

import java.util.Arrays;
import org.infimum.linalg.machine.Team;

/**
 * Eigenvalues and eigenvectors of a symmetric tridiagonal matrix by divide and conquer (Cuppen, A
 * divide and conquer method for the symmetric tridiagonal eigenproblem, Numer. Math. 36, 1981):
 * blocks of small order by QL, then merged in pairs, level by level.
 */
final class DoubleDivideAndConquer {
  /** Blocks of at most this order are not divided. */
  private static final int LEAF = 32;

  private final int n;
  private final double[] q;
  private final double[] grouped;
  private final double[] inner;
  private final int[] order;

  /**
   * For matrices of order n.
   *
   * @param grouped work space of n x n
   * @param inner work space of n x n
   */
  DoubleDivideAndConquer(int n, double[] q, double[] grouped, double[] inner) {
    this.n = n;
    this.q = q;
    this.grouped = grouped;
    this.inner = inner;
    order = new int[n];
  }

  /** The column of q and the position in d of each eigenvalue, in ascending order. */
  int[] order() {
    return order;
  }

  /**
   * Decomposes a matrix of norm about one.
   *
   * @param d the diagonal, overwritten with the eigenvalues in the order of their eigenvectors in q
   * @param e the subdiagonal, destroyed
   */
  void decompose(double[] d, double[] e, int threads) {
    int[] starts = starts();
    int leaves = starts.length - 1;
    for (int block = 1; block < leaves; block++) {
      double coupling = Math.abs(e[starts[block] - 1]);
      d[starts[block] - 1] -= coupling;
      d[starts[block]] -= coupling;
    }
    Team team = Team.shared(threads);
    team.forEach(leaves, (leaf, worker) -> solveLeaf(starts[leaf], starts[leaf + 1], d, e));
    for (int width = 1; width < leaves; width *= 2) {
      int pairs = leaves / (2 * width);
      int step = width;
      int inside = pairs >= threads ? 1 : threads;
      Team outside = pairs >= threads ? team : Team.shared(1);
      outside.forEach(
          pairs,
          (pair, worker) -> {
            int first = 2 * step * pair;
            int lo = starts[first];
            int middle = starts[first + step];
            int hi = starts[first + 2 * step];
            new DoubleRankOneMerge(q, n, grouped, inner, d, order, lo, hi - lo, middle - lo)
                .merge(e[middle - 1], inside);
          });
    }
  }

  /** Where the blocks start: a power of two of them, of nearly equal order; then n. */
  private int[] starts() {
    int leaves = 1;
    while (n > LEAF * leaves) {
      leaves *= 2;
    }
    int[] starts = new int[leaves + 1];
    for (int leaf = 0; leaf <= leaves; leaf++) {
      starts[leaf] = (int) ((long) n * leaf / leaves);
    }
    return starts;
  }

  private void solveLeaf(int from, int to, double[] d, double[] e) {
    int size = to - from;
    for (int j = from; j < to; j++) {
      Arrays.fill(q, j * n, j * n + n, 0);
      q[j * n + j] = 1;
    }
    DoubleTridiagonalQl.decompose(size, d, e, from, size, q, from * n + from, n);
    DoubleSortedValues.sort(d, from, size, order);
  }
}
