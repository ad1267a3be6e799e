package org.infimum.convex.io;

/**
 * How a problem file is read.
 *
 * @param lenient whether what is most likely a slip is repaired with a warning instead of refused:
 *     repeated entries are summed, an infinite right-hand side frees its side of the row
 * @param relax whether integer columns are read as continuous ones instead of refused
 */
public record ReadOptions(boolean lenient, boolean relax) {
  /** Every slip is refused, and so are integer columns. */
  public static ReadOptions strict() {
    return new ReadOptions(false, false);
  }
}
