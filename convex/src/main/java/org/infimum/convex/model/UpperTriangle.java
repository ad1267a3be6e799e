package org.infimum.convex.model;

import org.infimum.linalg.SparseMatrix;

/**
 * The quadratic term as the upper triangle of P with {@code 1/2 x'Px}.
 *
 * @param pattern the pattern of P
 * @param values its values
 */
record UpperTriangle(SparseMatrix pattern, ParameterMap values) {
  static UpperTriangle of(QuadraticCost terms, int[] canonicalColumn, int columns) {
    int count = terms.count();
    int[] row = new int[count];
    int[] column = new int[count];
    for (int t = 0; t < count; t++) {
      int i = canonicalColumn[terms.row(t)];
      int j = canonicalColumn[terms.column(t)];
      row[t] = Math.min(i, j);
      column[t] = Math.max(i, j);
    }
    SparseMatrix pattern =
        SparseMatrix.ofTriplets(columns, columns, count, row, column, new double[count]);
    ParameterMap.Builder values = new ParameterMap.Builder(pattern.nonzeros());
    for (int t = 0; t < count; t++) {
      // x_i^2 has the derivative 2 x_i, and x_i x_j stands in both triangles of P.
      double factor = row[t] == column[t] ? 2.0 * terms.factor(t) : terms.factor(t);
      values.add(slot(pattern, row[t], column[t]), terms.parameter(t), factor);
    }
    return new UpperTriangle(pattern, values.build());
  }

  private static int slot(SparseMatrix pattern, int row, int column) {
    int low = pattern.columnStarts()[column];
    int high = pattern.columnStarts()[column + 1] - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pattern.rowIndices()[middle] < row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
