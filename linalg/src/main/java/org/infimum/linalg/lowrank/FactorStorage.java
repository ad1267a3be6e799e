package org.infimum.linalg.lowrank;

/** How the factors of a matrix are kept; products are always accumulated in floats. */
public enum FactorStorage {
  /** Floats, 32 bits. */
  FLOAT,

  /** Signed bytes with a binary16 scale for each 32 numbers, 8.5 bits; adds an error near 0.7 %. */
  INT8,

  /**
   * The 8-bit floating-point format E4M3 with a float scale for each 128 numbers, 8.25 bits; adds
   * an error near 4 %.
   */
  E4M3
}
