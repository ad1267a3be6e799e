package org.infimum.linalg;

import java.util.Arrays;

/**
 * Where every entry of a supernodal L lives. A supernode is cut into panels of at most {@link
 * #MAX_WIDTH} columns; panel s holds its columns as a dense column-major block whose first rows are
 * the columns themselves. The panels of one supernode share one list of rows, of which each uses a
 * suffix.
 *
 * <p>Panel t is updated by those panels s &lt; t whose rows meet its columns; each such meeting, a
 * contiguous run of the rows of s, is an <em>update</em>, and the updates of a panel are listed by
 * ascending s, so that the factorization adds them up in the same order on any number of threads.
 */
final class PanelStructure {
  static final int MAX_WIDTH = 256;

  /** Unused doubles after each storage block, so that a full vector may be read at its end. */
  static final int SLACK = 64;

  private static final int BLOCK_CAPACITY = 1 << 26;

  final int dimension;
  final int count;

  /** First column of each panel, and the dimension at the end. */
  final int[] firstColumn;

  final int[] panelOfColumn;

  /** Rows of panel s: {@code rowIndices[rowBegin[s]] .. rowIndices[rowEnd[s] - 1]}, ascending. */
  final int[] rowBegin;

  final int[] rowEnd;
  final int[] rowIndices;

  /** Panel that holds the first row below the panel's columns, or -1. */
  final int[] parent;

  /** Storage block of each panel, its offset there, and its leading dimension. */
  final int[] block;

  final int[] offset;
  final int[] stride;
  final int[] blockSizes;

  /** Updates of panel t: {@code updateStarts[t] .. updateStarts[t + 1]}. */
  final int[] updateStarts;

  /** Updating panel; first and last + 1 of its local rows that are columns of the target. */
  final int[] updateSource;

  final int[] updateRow;
  final int[] updateRowEnd;

  /** Entries of A in panel t: {@code entryStarts[t] .. entryStarts[t + 1]}. */
  final int[] entryStarts;

  /** Index among the values of A, and place relative to the panel's offset. */
  final int[] entrySource;

  final int[] entryTarget;

  /** Multiply-adds times two that forming each panel takes, updates included. */
  final double[] work;

  final int maxRows;

  PanelStructure(PermutedPattern pattern, Supernodes supernodes) {
    dimension = pattern.dimension;
    int[] nodeOf = new int[dimension];
    for (int s = 0; s < supernodes.count(); s++) {
      Arrays.fill(nodeOf, supernodes.firstColumn[s], supernodes.firstColumn[s + 1], s);
    }
    int[] nodeRowStarts = countRows(pattern, supernodes, nodeOf);
    rowIndices = collectRows(pattern, supernodes, nodeOf, nodeRowStarts);

    count = countPanels(supernodes);
    firstColumn = new int[count + 1];
    rowBegin = new int[count];
    rowEnd = new int[count];
    stride = new int[count];
    panelOfColumn = new int[dimension];
    cutIntoPanels(supernodes, nodeRowStarts);

    parent = new int[count];
    int most = 0;
    for (int s = 0; s < count; s++) {
      int below = rowBegin[s] + width(s);
      parent[s] = below == rowEnd[s] ? -1 : panelOfColumn[rowIndices[below]];
      most = Math.max(most, rows(s));
    }
    maxRows = most;

    block = new int[count];
    offset = new int[count];
    blockSizes = placeInBlocks();

    work = new double[count];
    updateStarts = countUpdates();
    updateSource = new int[updateStarts[count]];
    updateRow = new int[updateStarts[count]];
    updateRowEnd = new int[updateStarts[count]];
    listUpdates();

    entryStarts = new int[count + 1];
    entrySource = new int[pattern.rows.length + dimension];
    entryTarget = new int[entrySource.length];
    placeEntries(pattern);
  }

  int width(int panel) {
    return firstColumn[panel + 1] - firstColumn[panel];
  }

  int rows(int panel) {
    return rowEnd[panel] - rowBegin[panel];
  }

  /** Doubles in all panels, explicit zeros and unused upper triangles included. */
  long storage() {
    long sum = 0;
    for (int size : blockSizes) {
      sum += size;
    }
    return sum;
  }

  /** Entries of L in the panels, explicit zeros included. */
  long storedNonzeros() {
    long sum = 0;
    for (int s = 0; s < count; s++) {
      sum += Supernodes.trapezoid(width(s), rows(s));
    }
    return sum;
  }

  /** Bytes of the index arrays. */
  long indexBytes() {
    return 4L
        * (rowIndices.length
            + 3L * updateSource.length
            + 2L * entrySource.length
            + 9L * count
            + dimension);
  }

  private static int countPanels(Supernodes supernodes) {
    int panels = 0;
    for (int s = 0; s < supernodes.count(); s++) {
      int width = supernodes.firstColumn[s + 1] - supernodes.firstColumn[s];
      panels += (width + MAX_WIDTH - 1) / MAX_WIDTH;
    }
    return panels;
  }

  /** Offsets of the supernodes' row lists, which hold their own columns first. */
  private static int[] countRows(PermutedPattern pattern, Supernodes supernodes, int[] nodeOf) {
    int nodes = supernodes.count();
    int[] starts = new int[nodes + 1];
    int[] mark = new int[nodes];
    Arrays.fill(mark, -1);
    for (int i = 0; i < pattern.dimension; i++) {
      mark[nodeOf[i]] = i;
      starts[nodeOf[i] + 1]++;
      for (int e = pattern.starts[i]; e < pattern.starts[i + 1]; e++) {
        for (int s = nodeOf[pattern.rows[e]]; mark[s] != i; s = supernodes.parent[s]) {
          mark[s] = i;
          starts[s + 1]++;
        }
      }
    }
    for (int s = 0; s < nodes; s++) {
      starts[s + 1] = Math.addExact(starts[s + 1], starts[s]);
    }
    return starts;
  }

  /**
   * Row i of L meets the supernodes on the paths of the tree from the entries of row i of A up to
   * i; taking the rows in order leaves every list sorted.
   */
  private static int[] collectRows(
      PermutedPattern pattern, Supernodes supernodes, int[] nodeOf, int[] starts) {
    int nodes = supernodes.count();
    int[] next = Arrays.copyOf(starts, nodes);
    int[] lists = new int[starts[nodes]];
    int[] mark = new int[nodes];
    Arrays.fill(mark, -1);
    for (int i = 0; i < pattern.dimension; i++) {
      mark[nodeOf[i]] = i;
      lists[next[nodeOf[i]]++] = i;
      for (int e = pattern.starts[i]; e < pattern.starts[i + 1]; e++) {
        for (int s = nodeOf[pattern.rows[e]]; mark[s] != i; s = supernodes.parent[s]) {
          mark[s] = i;
          lists[next[s]++] = i;
        }
      }
    }
    return lists;
  }

  private void cutIntoPanels(Supernodes supernodes, int[] nodeRowStarts) {
    int panel = 0;
    for (int s = 0; s < supernodes.count(); s++) {
      int begin = supernodes.firstColumn[s];
      int width = supernodes.firstColumn[s + 1] - begin;
      int pieces = (width + MAX_WIDTH - 1) / MAX_WIDTH;
      int step = pieces == 1 ? width : ((width + pieces - 1) / pieces + 7) / 8 * 8;
      for (int piece = 0; piece < pieces; piece++) {
        int first = Math.min(width, piece * step);
        int last = piece == pieces - 1 ? width : Math.min(width, first + step);
        firstColumn[panel] = begin + first;
        firstColumn[panel + 1] = begin + last;
        rowBegin[panel] = nodeRowStarts[s] + first;
        rowEnd[panel] = nodeRowStarts[s + 1];
        stride[panel] = leadingDimension(rows(panel));
        Arrays.fill(panelOfColumn, begin + first, begin + last, panel);
        panel++;
      }
    }
  }

  /** Tall columns start away from multiples of 4 KiB, which would fall into the same cache sets. */
  private static int leadingDimension(int rows) {
    return rows >= 256 && rows % 64 < 8 ? rows / 64 * 64 + 8 : rows;
  }

  private int[] placeInBlocks() {
    int[] sizes = new int[count + 1];
    int blocks = 0;
    long used = 0;
    for (int s = 0; s < count; s++) {
      long size = (long) stride[s] * width(s);
      if (size > Integer.MAX_VALUE - 8 - SLACK) {
        throw new IllegalArgumentException(
            "a panel of " + rows(s) + " rows by " + width(s) + " columns exceeds an array");
      }
      if (used > 0 && used + size > BLOCK_CAPACITY) {
        sizes[blocks++] = (int) used + SLACK;
        used = 0;
      }
      block[s] = blocks;
      offset[s] = (int) used;
      used += size;
    }
    sizes[blocks++] = (int) used + SLACK;
    return Arrays.copyOf(sizes, blocks);
  }

  private int[] countUpdates() {
    int[] starts = new int[count + 1];
    for (int s = 0; s < count; s++) {
      int k = width(s);
      int last = rows(s);
      work[s] += (double) k * k * last;
      for (int row = k; row < last; ) {
        int target = panelOfColumn[rowIndices[rowBegin[s] + row]];
        int end = endOfRun(s, row, target);
        starts[target + 1]++;
        work[target] += 2.0 * k * (end - row) * (last - row);
        row = end;
      }
    }
    for (int s = 0; s < count; s++) {
      starts[s + 1] += starts[s];
    }
    return starts;
  }

  private void listUpdates() {
    int[] next = Arrays.copyOf(updateStarts, count);
    for (int s = 0; s < count; s++) {
      int last = rows(s);
      for (int row = width(s); row < last; ) {
        int target = panelOfColumn[rowIndices[rowBegin[s] + row]];
        int end = endOfRun(s, row, target);
        int at = next[target]++;
        updateSource[at] = s;
        updateRow[at] = row;
        updateRowEnd[at] = end;
        row = end;
      }
    }
  }

  /** The local row of panel s that ends the run of columns of the target begun at {@code row}. */
  private int endOfRun(int s, int row, int target) {
    int limit = firstColumn[target + 1];
    int begin = rowBegin[s];
    int last = rowEnd[s] - begin;
    int end = row + 1;
    while (end < last && rowIndices[begin + end] < limit) {
      end++;
    }
    return end;
  }

  private void placeEntries(PermutedPattern pattern) {
    for (int j = 0; j < dimension; j++) {
      entryStarts[panelOfColumn[j] + 1]++;
      for (int e = pattern.starts[j]; e < pattern.starts[j + 1]; e++) {
        entryStarts[panelOfColumn[pattern.rows[e]] + 1]++;
      }
    }
    for (int s = 0; s < count; s++) {
      entryStarts[s + 1] += entryStarts[s];
    }
    int[] next = Arrays.copyOf(entryStarts, count);
    int[] cursor = new int[count];
    for (int i = 0; i < dimension; i++) {
      int own = panelOfColumn[i];
      int at = next[own]++;
      entrySource[at] = pattern.diagonalSource[i];
      entryTarget[at] = (i - firstColumn[own]) * (stride[own] + 1);
      for (int e = pattern.starts[i]; e < pattern.starts[i + 1]; e++) {
        int column = pattern.rows[e];
        int panel = panelOfColumn[column];
        int local = cursor[panel];
        while (rowIndices[rowBegin[panel] + local] < i) {
          local++;
        }
        cursor[panel] = local;
        at = next[panel]++;
        entrySource[at] = pattern.source[e];
        entryTarget[at] = (column - firstColumn[panel]) * stride[panel] + local;
      }
    }
  }
}
