package org.infimum.convex.interior;

import org.infimum.convex.ConicProgram;
import org.infimum.linalg.SparseMatrix;

/**
 * The equilibrated program that the embedding iterates on: equality rows {@code Ax = b}, interval
 * rows and interval columns. Rows without a finite end are left out: they constrain nothing and
 * their dual is 0. Built once for a pattern and refilled when numbers change.
 */
final class StandardForm {
  final int n;
  final int m;
  final SparseMatrix p;
  final SparseMatrix a;
  final double[] q;
  final double[] rowLower;
  final double[] rowUpper;
  final double[] columnLower;
  final double[] columnUpper;
  /** Row of the program behind each row here. */
  final int[] programRow;

  final int programRows;
  final Equilibration scaling;
  private final int[] entry;
  private final double[] columnNorm;
  private final double[] rowNorm;

  StandardForm(ConicProgram program) {
    n = program.columns();
    programRows = program.rows();
    int[] position = new int[programRows];
    int kept = 0;
    for (int i = 0; i < programRows; i++) {
      boolean bounded =
          Double.isFinite(program.rowLower()[i]) || Double.isFinite(program.rowUpper()[i]);
      position[i] = bounded ? kept++ : -1;
    }
    m = kept;
    programRow = new int[m];
    for (int i = 0; i < programRows; i++) {
      if (position[i] >= 0) {
        programRow[position[i]] = i;
      }
    }
    SparseMatrix source = program.a();
    int[] starts = new int[n + 1];
    int[] indices = new int[source.nonzeros()];
    entry = new int[source.nonzeros()];
    int at = 0;
    for (int j = 0; j < n; j++) {
      for (int k = source.columnStarts()[j]; k < source.columnStarts()[j + 1]; k++) {
        int i = position[source.rowIndices()[k]];
        if (i >= 0) {
          indices[at] = i;
          entry[at++] = k;
        }
      }
      starts[j + 1] = at;
    }
    a = new SparseMatrix(m, n, starts, indices, new double[at]);
    SparseMatrix quadratic = program.p();
    p =
        new SparseMatrix(
            n, n, quadratic.columnStarts(), quadratic.rowIndices(), new double[quadratic.nonzeros()]);
    q = new double[n];
    rowLower = new double[m];
    rowUpper = new double[m];
    columnLower = new double[n];
    columnUpper = new double[n];
    scaling = new Equilibration(m, n);
    columnNorm = new double[n];
    rowNorm = new double[m];
    load(program);
  }

  /** Takes over the numbers of a program with the same pattern and equilibrates them. */
  void load(ConicProgram program) {
    double[] values = a.values();
    for (int k = 0; k < a.nonzeros(); k++) {
      values[k] = program.a().values()[entry[k]];
    }
    System.arraycopy(program.p().values(), 0, p.values(), 0, p.nonzeros());
    System.arraycopy(program.q(), 0, q, 0, n);
    System.arraycopy(program.columnLower(), 0, columnLower, 0, n);
    System.arraycopy(program.columnUpper(), 0, columnUpper, 0, n);
    for (int i = 0; i < m; i++) {
      rowLower[i] = program.rowLower()[programRow[i]];
      rowUpper[i] = program.rowUpper()[programRow[i]];
    }
    scaling.compute(p, q, a, rowLower, rowUpper, columnLower, columnUpper, columnNorm, rowNorm);
    double[] d = scaling.column;
    double[] e = scaling.row;
    double quadraticScale = scaling.cost * scaling.bound;
    for (int j = 0; j < n; j++) {
      for (int k = a.columnStarts()[j]; k < a.columnStarts()[j + 1]; k++) {
        values[k] *= d[j] * e[a.rowIndices()[k]];
      }
      for (int k = p.columnStarts()[j]; k < p.columnStarts()[j + 1]; k++) {
        p.values()[k] *= quadraticScale * d[j] * d[p.rowIndices()[k]];
      }
      q[j] *= scaling.cost * d[j];
      columnLower[j] /= d[j] * scaling.bound;
      columnUpper[j] /= d[j] * scaling.bound;
    }
    for (int i = 0; i < m; i++) {
      rowLower[i] *= e[i] / scaling.bound;
      rowUpper[i] *= e[i] / scaling.bound;
    }
  }

  /** Writes {@code x^ / tau} back in the program's units. */
  void unscaleColumns(double[] x, double tau, double[] out) {
    for (int j = 0; j < n; j++) {
      out[j] = x[j] / tau * scaling.column[j] * scaling.bound;
    }
  }

  /** Writes {@code y^ / tau} back in the program's units and rows. */
  void unscaleRows(double[] y, double tau, double[] out) {
    java.util.Arrays.fill(out, 0, programRows, 0.0);
    for (int i = 0; i < m; i++) {
      out[programRow[i]] = y[i] / tau * scaling.row[i] / scaling.cost;
    }
  }
}
