package org.infimum.convex.io;

import org.infimum.core.InputException;

/**
 * Predicts what a program of announced size takes before anything of that size is allocated: a
 * short file can announce any number of rows.
 */
final class ProgramSize {
  /** Rows, and columns, that a program may have. */
  private static final long LARGEST = 1L << 28;

  /**
   * Bytes for each row and each column: bounds and right-hand side, the counts for sorting, and an
   * entry of the matrix while it is read and as it is stored.
   */
  private static final long BYTES_EACH = 128;

  private ProgramSize() {}

  /**
   * Refuses a program that cannot fit.
   *
   * @param atLine the line that announces the size
   */
  static void require(long rows, long columns, int atLine, ReadLog log) {
    long bytes = BYTES_EACH * (Math.min(rows, LARGEST) + Math.min(columns, LARGEST));
    long memory = Runtime.getRuntime().maxMemory();
    if (rows > LARGEST || columns > LARGEST) {
      throw refusal(rows, columns, "at most " + LARGEST + " of each are possible", atLine, log);
    }
    if (bytes > memory) {
      throw refusal(
          rows,
          columns,
          "they need about "
              + (bytes >> 20)
              + " MiB of memory but the virtual machine has "
              + (memory >> 20)
              + " MiB (-Xmx)",
          atLine,
          log);
    }
  }

  private static InputException refusal(
      long rows, long columns, String why, int atLine, ReadLog log) {
    return log.error(
        atLine,
        "the file announces a problem of "
            + rows
            + " rows and "
            + columns
            + " columns; "
            + why
            + ".");
  }
}
