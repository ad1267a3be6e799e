package org.infimum.linalg;

/**
 * The recurrence of a rank-one change L D L' + sigma w w' along the columns of L (method C1 of
 * Gill, Golub, Murray and Saunders, "Methods for modifying matrix factorizations", Math. Comp. 28,
 * 1974). Only the columns on the path from the first nonzero of w to the root of the elimination
 * tree change (Davis and Hager, "Modifying a sparse Cholesky factorization", SIAM J. Matrix Anal.
 * Appl. 20, 1999).
 */
final class RankOneStep {
  private double sigma;
  private double multiple;

  RankOneStep(double sigma) {
    this.sigma = sigma;
  }

  /** The new pivot of a column with this element of w; sets {@link #multiple}. */
  double eliminate(double w, double pivot) {
    double changed = pivot + sigma * w * w;
    multiple = sigma * w / changed;
    sigma *= pivot / changed;
    return changed;
  }

  /** The multiple of the rest of w that is added to the column. */
  double multiple() {
    return multiple;
  }
}
