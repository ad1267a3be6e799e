package org.infimum.linalg;

import org.infimum.core.Run;

/** The numeric phase of a factorization, in the permuted order. */
sealed interface LdlNumeric permits SimplicialLdl, SupernodalLdl {
  /** As {@link LdlFactor#factor}. */
  boolean factor(double[] values, PivotRule rule, Run run);

  /** Pivots replaced by the last factorization. */
  int replacedPivots();

  /** Position of the first of them in the permuted order; the dimension if there is none. */
  int firstReplacedPivot();

  /** Solves in place for {@code count} column-major right-hand sides in permuted order. */
  void solve(double[] x, int count);

  /** Whether column {@code first} of L has an entry in row {@code position}, or is that row. */
  boolean holds(int first, int position);

  /**
   * Changes the factor to that of A + sigma w w'. The factor must have room for it: where {@code
   * first} is the first nonzero of w, its column of L must hold all others.
   *
   * @param w in the permuted order; zero on return
   * @return false if a pivot broke the rule; the factor is then unusable
   */
  boolean update(double[] w, int first, double sigma, PivotRule rule);
}
