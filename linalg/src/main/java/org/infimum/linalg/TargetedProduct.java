package org.infimum.linalg;

import java.util.Arrays;

/**
 * Every product goes straight to its place in S, which is known in advance: within a block the
 * columns of A are read in their order in memory and nothing is searched or gathered. Costs one
 * integer a product.
 */
final class TargetedProduct implements GramProduct {
  private final GramLayout layout;

  /** The entries of A by blocks of S, within a block by columns of A. */
  private final int[] blockEntries;

  private final int[] columns;
  private final int[] positions;

  /** The places in S of the products of each entry with those above it in its column. */
  private final int[] targets;

  /** First target of each block. */
  private final int[] blockTargets;

  TargetedProduct(GramLayout layout) {
    this.layout = layout;
    int blocks = layout.blocks();
    int[] rowStarts = layout.rowStarts();
    int entries = rowStarts[layout.a().rows()];
    int[] columnStarts = layout.a().columnStarts();
    blockEntries = new int[blocks + 1];
    for (int b = 0; b <= blocks; b++) {
      blockEntries[b] = rowStarts[layout.blockStarts()[b]];
    }
    int[] slotOfPosition = slots(layout, blockEntries);
    columns = new int[entries];
    positions = new int[entries];
    for (int e = 0; e < entries; e++) {
      int position = layout.rowPositions()[e];
      columns[slotOfPosition[position]] = layout.rowColumns()[e];
      positions[slotOfPosition[position]] = position;
    }
    int[] targetStarts = new int[entries + 1];
    for (int s = 0; s < entries; s++) {
      targetStarts[s + 1] = targetStarts[s] + positions[s] - columnStarts[columns[s]] + 1;
    }
    targets = new int[targetStarts[entries]];
    blockTargets = new int[blocks];
    for (int b = 0; b < blocks; b++) {
      blockTargets[b] = targetStarts[blockEntries[b]];
    }
    fillTargets(slotOfPosition, targetStarts);
  }

  /** For each entry of A that counts, its place in the order by blocks and columns. */
  private static int[] slots(GramLayout layout, int[] blockEntries) {
    SparseMatrix a = layout.a();
    boolean[] counts = new boolean[a.nonzeros()];
    for (int position : layout.rowPositions()) {
      counts[position] = true;
    }
    int[] blockOfRow = new int[a.rows()];
    for (int b = 0; b < layout.blocks(); b++) {
      Arrays.fill(blockOfRow, layout.blockStarts()[b], layout.blockStarts()[b + 1], b);
    }
    int[] next = blockEntries.clone();
    int[] slots = new int[a.nonzeros()];
    for (int p = 0; p < slots.length; p++) {
      if (counts[p]) {
        slots[p] = next[blockOfRow[a.rowIndices()[p]]]++;
      }
    }
    return slots;
  }

  private void fillTargets(int[] slotOfPosition, int[] targetStarts) {
    int[] columnStarts = layout.a().columnStarts();
    int[] rowIndices = layout.a().rowIndices();
    int[] starts = layout.matrix().columnStarts();
    int[] place = new int[layout.a().rows()];
    for (int j = 0; j < place.length; j++) {
      for (int q = starts[j]; q < starts[j + 1]; q++) {
        place[layout.matrix().rowIndices()[q]] = q;
      }
      for (int e = layout.rowStarts()[j]; e < layout.rowStarts()[j + 1]; e++) {
        int position = layout.rowPositions()[e];
        int at = targetStarts[slotOfPosition[position]];
        for (int p = columnStarts[layout.rowColumns()[e]]; p <= position; p++) {
          targets[at++] = place[rowIndices[p]];
        }
      }
    }
  }

  @Override
  public void refill(int block, double[] weights, double[] diagonal, double[] accumulator) {
    int[] columnStarts = layout.a().columnStarts();
    double[] values = layout.a().values();
    int[] starts = layout.matrix().columnStarts();
    double[] sums = layout.matrix().values();
    int from = layout.blockStarts()[block];
    int to = layout.blockStarts()[block + 1];
    Arrays.fill(sums, starts[from], starts[to], 0.0);
    int at = blockTargets[block];
    for (int s = blockEntries[block]; s < blockEntries[block + 1]; s++) {
      int k = columns[s];
      int position = positions[s];
      double scaled = weights[k] * values[position];
      for (int p = columnStarts[k]; p <= position; p++) {
        sums[targets[at++]] += values[p] * scaled;
      }
    }
    for (int j = from; j < to; j++) {
      sums[starts[j + 1] - 1] += diagonal[j];
    }
  }
}
