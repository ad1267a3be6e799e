package org.infimum.linalg.sparse;

import java.util.Arrays;

/**
 * The patterns of the rows of a matrix as bits, 64 columns to a word, without the words that are
 * empty. A row of a product has the union of such patterns, a word at a time.
 */
final class PackedRows {
  /** Offsets of the rows, one more than there are rows. */
  final int[] starts;

  /** The number of each word in its row, ascending. */
  final int[] words;

  final long[] bits;

  private PackedRows(int[] starts, int[] words, long[] bits) {
    this.starts = starts;
    this.words = words;
    this.bits = bits;
  }

  static PackedRows of(CompressedRows matrix) {
    int[] rowStarts = matrix.rowStarts();
    int[] columns = matrix.columnIndices();
    int[] starts = new int[matrix.rows() + 1];
    int[] words = new int[matrix.nonzeros()];
    long[] bits = new long[matrix.nonzeros()];
    int count = 0;
    for (int i = 0; i < matrix.rows(); i++) {
      int current = -1;
      for (int k = rowStarts[i]; k < rowStarts[i + 1]; k++) {
        int word = columns[k] >>> 6;
        if (word != current) {
          current = word;
          words[count++] = word;
        }
        bits[count - 1] |= 1L << columns[k];
      }
      starts[i + 1] = count;
    }
    return new PackedRows(starts, Arrays.copyOf(words, count), Arrays.copyOf(bits, count));
  }
}
