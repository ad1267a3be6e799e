package org.infimum.linalg;

/**
 * Gustavson's algorithm: each column of S is summed in a dense accumulator, then gathered. Needs no
 * memory of its own; it reads the columns of A in the order in which the rows meet them.
 */
record RowwiseProduct(GramLayout layout) implements GramProduct {

  @Override
  public void refill(int block, double[] weights, double[] diagonal, double[] accumulator) {
    int[] columnStarts = layout.a().columnStarts();
    int[] rowIndices = layout.a().rowIndices();
    double[] values = layout.a().values();
    int[] rowStarts = layout.rowStarts();
    int[] rowColumns = layout.rowColumns();
    int[] rowPositions = layout.rowPositions();
    int[] starts = layout.matrix().columnStarts();
    int[] indices = layout.matrix().rowIndices();
    double[] sums = layout.matrix().values();
    int end = layout.blockStarts()[block + 1];
    for (int j = layout.blockStarts()[block]; j < end; j++) {
      for (int e = rowStarts[j]; e < rowStarts[j + 1]; e++) {
        int k = rowColumns[e];
        int position = rowPositions[e];
        double scaled = weights[k] * values[position];
        for (int p = columnStarts[k]; p <= position; p++) {
          accumulator[rowIndices[p]] += values[p] * scaled;
        }
      }
      accumulator[j] += diagonal[j];
      for (int q = starts[j]; q < starts[j + 1]; q++) {
        int i = indices[q];
        sums[q] = accumulator[i];
        accumulator[i] = 0.0;
      }
    }
  }
}
