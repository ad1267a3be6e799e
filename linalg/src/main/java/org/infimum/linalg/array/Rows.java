package org.infimum.linalg.array;

import java.util.Objects;
import java.util.function.IntConsumer;
import org.infimum.linalg.machine.Team;

/** Rows of an array, shared out among threads. */
final class Rows {
  /** Entries that a thread takes at once. */
  private static final int TASK_ENTRIES = 1 << 14;

  private Rows() {}

  static void check(int rows, int n, int at, int stride, int length) {
    if (stride < n) {
      throw new IllegalArgumentException(
          "The stride " + stride + " is less than the length " + n + " of a row.");
    }
    if (rows > 0) {
      Objects.checkFromIndexSize(at, (long) (rows - 1) * stride + n, length);
    }
  }

  static int checkThreads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("There must be at least 1 thread, not " + threads + ".");
    }
    return threads;
  }

  /** Does each row once. */
  static void forEach(Team team, int rows, int n, IntConsumer row) {
    int together = Math.max(1, TASK_ENTRIES / Math.max(1, n));
    team.forEach(
        (rows + together - 1) / together,
        (task, worker) -> {
          int to = Math.min(rows, (task + 1) * together);
          for (int r = task * together; r < to; r++) {
            row.accept(r);
          }
        });
  }
}
