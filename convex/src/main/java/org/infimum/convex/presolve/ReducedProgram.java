package org.infimum.convex.presolve;

import org.infimum.convex.ConicProgram;
import org.infimum.linalg.SparseMatrix;

/** Collects what is left of a working program into a program of its own. */
final class ReducedProgram {
  private ReducedProgram() {}

  /**
   * The program on the remaining rows and columns.
   *
   * @param rowOf numbers of the remaining rows, ascending
   * @param columnOf numbers of the remaining columns, ascending
   */
  static ConicProgram of(
      ConicProgram original, WorkingProgram working, int[] rowOf, int[] columnOf) {
    int m = rowOf.length;
    int n = columnOf.length;
    int[] place = new int[working.columns];
    for (int k = 0; k < n; k++) {
      place[columnOf[k]] = k;
    }
    double[] q = new double[n];
    double[] columnLower = new double[n];
    double[] columnUpper = new double[n];
    for (int k = 0; k < n; k++) {
      q[k] = working.cost[columnOf[k]];
      columnLower[k] = working.columnLower[columnOf[k]];
      columnUpper[k] = working.columnUpper[columnOf[k]];
    }
    double[] rowLower = new double[m];
    double[] rowUpper = new double[m];
    for (int k = 0; k < m; k++) {
      rowLower[k] = working.rowLower[rowOf[k]];
      rowUpper[k] = working.rowUpper[rowOf[k]];
    }
    return ConicProgram.rows(q, constraints(working, rowOf, columnOf, place), rowLower, rowUpper)
        .columnBounds(columnLower, columnUpper)
        .quadratic(quadratic(original.p(), working, columnOf, place))
        .constant(working.constant())
        .name(original.name())
        .sense(original.sense())
        .build();
  }

  private static SparseMatrix constraints(
      WorkingProgram working, int[] rowOf, int[] columnOf, int[] place) {
    LinkedMatrix a = working.a;
    int n = columnOf.length;
    int[] starts = new int[n + 1];
    for (int k = 0; k < n; k++) {
      starts[k + 1] = starts[k] + a.columnCount(columnOf[k]);
    }
    int[] next = starts.clone();
    int[] indices = new int[a.nonzeros()];
    double[] values = new double[a.nonzeros()];
    for (int k = 0; k < rowOf.length; k++) {
      for (int e = a.firstInRow(rowOf[k]); e >= 0; e = a.nextInRow(e)) {
        int at = next[place[a.column(e)]]++;
        indices[at] = k;
        values[at] = a.value(e);
      }
    }
    return new SparseMatrix(rowOf.length, n, starts, indices, values);
  }

  private static SparseMatrix quadratic(
      SparseMatrix p, WorkingProgram working, int[] columnOf, int[] place) {
    int n = columnOf.length;
    int[] starts = new int[n + 1];
    int[] indices = new int[p.nonzeros()];
    double[] values = new double[p.nonzeros()];
    int count = 0;
    for (int k = 0; k < n; k++) {
      int j = columnOf[k];
      for (int e = p.columnStarts()[j]; e < p.columnStarts()[j + 1]; e++) {
        if (working.hasColumn(p.rowIndices()[e])) {
          indices[count] = place[p.rowIndices()[e]];
          values[count++] = p.values()[e];
        }
      }
      starts[k + 1] = count;
    }
    return new SparseMatrix(n, n, starts, indices, values);
  }
}
