package org.infimum.linalg;

/**
 * What a factor L D L' costs, known from the pattern alone.
 *
 * @param nonzeros entries of L with the diagonal
 * @param flops floating-point operations of the factorization, the sum over the columns of the
 *     squared number of their entries
 */
public record LdlCost(long nonzeros, double flops) {
  /**
   * Predicts the cost from the elimination tree and the column counts, without building L; time is
   * nearly linear in the entries of the matrix.
   *
   * @param upper upper triangle of a symmetric matrix with its full diagonal
   * @param permutation new index k holds the old index {@code permutation[k]}
   */
  public static LdlCost predict(SparseMatrix upper, int[] permutation) {
    PermutedPattern pattern = new PermutedPattern(upper, permutation);
    EliminationTree tree = EliminationTree.of(pattern);
    return of(tree.columnCounts(pattern));
  }

  static LdlCost of(int[] columnCounts) {
    long nonzeros = 0;
    double flops = 0.0;
    for (int count : columnCounts) {
      nonzeros += count;
      flops += (double) count * count;
    }
    return new LdlCost(nonzeros, flops);
  }
}
