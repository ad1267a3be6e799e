package org.infimum.linalg.sparse;

import java.util.Arrays;

/**
 * The pattern of one row of a product, the union of rows of B, as a bitmap of two levels: 64
 * columns to a word, 64 words to a bit of the summary. Its columns come out sorted without a sort,
 * and taking them out leaves the bitmap empty again.
 */
final class RowPattern {
  /** A row of fewer products than this share of the words notes every word in the summary. */
  private static final int SPARSE_SHARE = 2;

  private final PackedRows rows;
  private final long[] words;
  private final long[] summary;

  RowPattern(PackedRows rows, int columns) {
    this.rows = rows;
    words = new long[(columns >>> 6) + 1];
    summary = new long[(columns >>> 12) + 1];
  }

  /** The union of the rows {@code indices[from .. to - 1]}, which have so many entries together. */
  void unite(int[] indices, int from, int to, long entries) {
    if (entries * SPARSE_SHARE < words.length) {
      for (int e = from; e < to; e++) {
        markWords(rows.starts[indices[e]], rows.starts[indices[e] + 1]);
      }
      return;
    }
    int low = words.length;
    int high = -1;
    for (int e = from; e < to; e++) {
      int begin = rows.starts[indices[e]];
      int end = rows.starts[indices[e] + 1];
      if (begin < end) {
        mark(begin, end);
        low = Math.min(low, rows.words[begin]);
        high = Math.max(high, rows.words[end - 1]);
      }
    }
    if (low <= high) {
      Arrays.fill(summary, low >>> 6, (high >>> 6) + 1, -1L);
    }
  }

  private void mark(int begin, int end) {
    for (int k = begin; k < end; k++) {
      words[rows.words[k]] |= rows.bits[k];
    }
  }

  private void markWords(int begin, int end) {
    for (int k = begin; k < end; k++) {
      int word = rows.words[k];
      words[word] |= rows.bits[k];
      summary[word >>> 6] |= 1L << word;
    }
  }

  /** Takes all columns out, ascending, into {@code out} from {@code at} on; returns the end. */
  int take(int[] out, int at) {
    int end = at;
    for (int s = 0; s < summary.length; s++) {
      if (summary[s] == -1L) {
        int last = Math.min(words.length, (s + 1) << 6);
        for (int word = s << 6; word < last; word++) {
          end = takeWord(word, out, end);
        }
      } else {
        for (long marked = summary[s]; marked != 0L; marked &= marked - 1L) {
          end = takeWord((s << 6) + Long.numberOfTrailingZeros(marked), out, end);
        }
      }
      summary[s] = 0L;
    }
    return end;
  }

  private int takeWord(int word, int[] out, int at) {
    int end = at;
    int base = word << 6;
    for (long bits = words[word]; bits != 0L; bits &= bits - 1L) {
      out[end++] = base + Long.numberOfTrailingZeros(bits);
    }
    words[word] = 0L;
    return end;
  }
}
