package org.infimum.convex.presolve;

/** A rule for rows, or for columns, that are multiples of each other: it meets them in pairs. */
abstract class ParallelRule extends SweepRule {
  private final ParallelLines parallel;
  private final int lines;

  /**
   * @param ofRows whether the rule is about rows, or else about columns
   */
  ParallelRule(String label, WorkingProgram program, boolean ofRows) {
    super(label, program);
    lines = ofRows ? program.rows : program.columns;
    parallel = new ParallelLines(a, ofRows, ofRows ? program.columns : program.rows);
  }

  /** Whether the line is still there, not empty, and of a kind that the rule can reduce. */
  abstract boolean takesPart(int line);

  /**
   * Reduces a pair, if it can.
   *
   * @param s the factor in {@code other = s * leader}
   * @return the line of the two that the others are to be compared with from now on
   */
  abstract int reduce(int leader, int other, double s);

  @Override
  final void sweep() {
    int[] candidates = new int[lines];
    int count = 0;
    for (int line = 0; line < lines; line++) {
      if (takesPart(line)) {
        candidates[count++] = line;
      }
    }
    long[] hashes = parallel.sortedHashes(candidates, count);
    int end;
    for (int begin = 0; begin < count && !program.isDecided(); begin = end) {
      end = begin + 1;
      while (end < count && hashes[end] >>> 32 == hashes[begin] >>> 32) {
        end++;
      }
      if (end > begin + 1) {
        reduceAll(candidates, hashes, begin, end);
      }
    }
  }

  /** Compares the lines of one hash with their first, and with the one that takes its place. */
  private void reduceAll(int[] candidates, long[] hashes, int begin, int end) {
    int leader = candidates[(int) hashes[begin]];
    parallel.lead(leader);
    for (int k = begin + 1; k < end && !program.isDecided(); k++) {
      int other = candidates[(int) hashes[k]];
      double s = parallel.multiple(other);
      if (s != 0.0 && reduce(leader, other, s) == other) {
        leader = other;
        parallel.lead(leader);
      }
    }
  }
}
