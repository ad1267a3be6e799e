// float twin: generated
package org.infimum.linalg.spectral;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.infimum.linalg.machine.Team;

/**
 * The singular value decomposition B = U diag(values) V' of an upper bidiagonal matrix by divide
 * and conquer: blocks of few rows by QR, then merged in pairs around a row between them. U, V and
 * the work spaces are all n x n.
 *
 * @param n the order
 * @param values the singular values, in the order of their vectors
 * @param order positions of the values in ascending order
 * @param grouped work space
 * @param innerU work space
 * @param innerV work space
 */
record DoubleBidiagonalFactors(
    int n,
    double[] values,
    int[] order,
    double[] u,
    double[] v,
    double[] grouped,
    double[] innerU,
    double[] innerV) {
  /** Blocks of at most so many rows are not divided. */
  private static final int LEAF = 24;

  /** Rows lo .. lo + n - 1 and as many columns, or one more. */
  private record Block(int lo, int n, boolean isWide) {
    int cut() {
      return (n - 1) / 2;
    }

    Block above() {
      return new Block(lo, cut(), true);
    }

    Block below() {
      return new Block(lo + cut() + 1, n - cut() - 1, isWide);
    }
  }

  /**
   * Decomposes a matrix of norm about one.
   *
   * @param e the elements right of the diagonal; destroyed. The diagonal is in {@link #values}.
   */
  void decompose(double[] e, int threads) {
    Arrays.fill(u, 0, n * n, 0);
    Arrays.fill(v, 0, n * n, 0);
    List<List<Block>> levels = new ArrayList<>();
    List<Block> leaves = new ArrayList<>();
    for (List<Block> level = List.of(new Block(0, n, false)); !level.isEmpty(); ) {
      List<Block> divided = new ArrayList<>();
      List<Block> next = new ArrayList<>();
      for (Block block : level) {
        if (block.n <= LEAF || isZero(e)) {
          leaves.add(block);
        } else {
          divided.add(block);
          next.add(block.above());
          next.add(block.below());
        }
      }
      levels.add(divided);
      level = next;
    }
    Team team = Team.shared(threads);
    team.forEach(leaves.size(), (leaf, worker) -> solveLeaf(leaves.get(leaf), e));
    for (List<Block> level : levels.reversed()) {
      boolean isMany = level.size() >= threads;
      (isMany ? team : Team.shared(1))
          .forEach(
              level.size(),
              (index, worker) -> {
                Block block = level.get(index);
                int middle = block.lo + block.cut();
                new DoubleBidiagonalMerge(this, block.lo, block.n, block.isWide, block.cut())
                    .merge(values[middle], e[middle], isMany ? 1 : threads);
              });
    }
  }

  /** Whether the whole matrix is zero, which leaves nothing to divide. */
  private boolean isZero(double[] e) {
    for (int i = 0; i < n; i++) {
      if (values[i] != 0 || (i + 1 < n && e[i] != 0)) {
        return false;
      }
    }
    return true;
  }

  private void solveLeaf(Block block, double[] e) {
    int lo = block.lo;
    int rows = block.n;
    int columns = block.isWide ? rows + 1 : rows;
    for (int j = lo; j < lo + columns; j++) {
      v[j * n + j] = 1;
      if (j < lo + rows) {
        u[j * n + j] = 1;
      }
    }
    int base = lo * n + lo;
    DoubleBidiagonalQr.compute(
        rows,
        block.isWide,
        values,
        e,
        lo,
        new DoubleBidiagonalQr.Factors(u, base, rows, v, base, columns, n));
    DoubleSortedValues.sort(values, lo, rows, order);
  }
}
