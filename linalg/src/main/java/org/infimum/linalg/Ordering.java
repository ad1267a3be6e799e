package org.infimum.linalg;

/**
 * Symmetric fill-reducing orderings: the elimination order of the pivots of a sparse LDL'
 * factorization, chosen from the pattern alone. Every ordering is a function of the pattern: the
 * same matrix gives the same permutation on every machine.
 */
public enum Ordering {
  /** Pivots in the order of the matrix. */
  NATURAL {
    @Override
    int[] order(SymmetricGraph graph) {
      int[] identity = new int[graph.vertices()];
      for (int i = 0; i < identity.length; i++) {
        identity[i] = i;
      }
      return identity;
    }
  },

  /**
   * Approximate minimum degree: Amestoy, Davis and Duff, "An approximate minimum degree ordering
   * algorithm", SIAM J. Matrix Anal. Appl. 17 (1996). The order of choice for linear programs.
   */
  AMD {
    @Override
    int[] order(SymmetricGraph graph) {
      return ApproximateMinimumDegree.order(graph);
    }
  },

  /**
   * Multilevel nested dissection: recursive vertex separators, then approximate minimum degree
   * within the parts, as in Karypis and Kumar, "A fast and high quality multilevel scheme for
   * partitioning irregular graphs", SIAM J. Sci. Comput. 20 (1998). Slower than {@link #AMD} by
   * about a factor of ten; less fill on large grid-like patterns, and a bushier elimination tree.
   */
  NESTED_DISSECTION {
    @Override
    int[] order(SymmetricGraph graph) {
      return NestedDissection.order(graph);
    }
  };

  abstract int[] order(SymmetricGraph graph);

  /**
   * Orders the pivots of a symmetric matrix.
   *
   * @param upper the upper triangle; the diagonal may be present or not, values are not read
   * @return a permutation: element k is the row (and column) of {@code upper} that becomes pivot k
   * @throws IllegalArgumentException if the matrix is not square or has an entry below the diagonal
   */
  public int[] permutation(SparseMatrix upper) {
    return order(SymmetricGraph.ofUpperTriangle(upper));
  }
}
