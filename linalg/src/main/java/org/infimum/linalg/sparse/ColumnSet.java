package org.infimum.linalg.sparse;

/**
 * A set of columns as a bitmap of two levels: 64 columns to a word, 64 words to a bit of the
 * summary. Its elements come out sorted in time linear in their number, and taking them out leaves
 * it empty again; so a row's pattern is sorted without a sort.
 */
final class ColumnSet {
  private final long[] words;
  private final long[] summary;

  ColumnSet(int columns) {
    words = new long[(columns >>> 6) + 1];
    summary = new long[(columns >>> 12) + 1];
  }

  /** Adds the columns {@code indices[from .. to - 1]}. */
  void addAll(int[] indices, int from, int to) {
    for (int k = from; k < to; k++) {
      int column = indices[k];
      int word = column >>> 6;
      words[word] |= 1L << column;
      summary[word >>> 6] |= 1L << word;
    }
  }

  /** Takes all columns out, in ascending order, into {@code out} from {@code at} on. */
  int drain(int[] out, int at) {
    int next = at;
    for (int s = 0; s < summary.length; s++) {
      for (long blocks = summary[s]; blocks != 0L; blocks &= blocks - 1L) {
        int word = (s << 6) + Long.numberOfTrailingZeros(blocks);
        int base = word << 6;
        for (long bits = words[word]; bits != 0L; bits &= bits - 1L) {
          out[next++] = base + Long.numberOfTrailingZeros(bits);
        }
        words[word] = 0L;
      }
      summary[s] = 0L;
    }
    return next;
  }
}
