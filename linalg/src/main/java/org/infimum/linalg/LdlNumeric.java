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
}
