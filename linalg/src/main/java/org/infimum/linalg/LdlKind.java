package org.infimum.linalg;

/** How the numeric factorization L D L' runs. */
public enum LdlKind {
  /** Chosen by the predicted flops for each nonzero of L. */
  AUTO,
  /** Row by row on single entries (up-looking): least overhead on very sparse factors. */
  SIMPLICIAL,
  /** On dense panels of columns with equal pattern (left-looking). */
  SUPERNODAL
}
