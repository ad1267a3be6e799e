package org.infimum.convex.io;

/**
 * How a problem file is read.
 *
 * @param lenient whether what is most likely a slip is repaired with a warning instead of refused:
 *     repeated entries are summed, an infinite right-hand side frees its side of the row
 * @param relax whether integer columns are read as continuous ones instead of refused
 * @param integer whether integer columns are accepted as such, for an engine that solves them; MPS
 *     and LP files keep their marks
 */
public record ReadOptions(boolean lenient, boolean relax, boolean integer) {
  /** Options of a reader for continuous problems. */
  public ReadOptions(boolean lenient, boolean relax) {
    this(lenient, relax, false);
  }

  /** Every slip is refused, and so are integer columns. */
  public static ReadOptions strict() {
    return new ReadOptions(false, false);
  }
}
