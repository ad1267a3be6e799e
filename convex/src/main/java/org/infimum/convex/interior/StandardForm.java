package org.infimum.convex.interior;

import java.util.Arrays;
import org.infimum.convex.ConicProgram;
import org.infimum.linalg.SparseMatrix;

/**
 * The equilibrated program that the embedding iterates on: equality rows {@code Ax = b}, interval
 * rows and interval columns. Rows without a finite end are left out: they constrain nothing and
 * their dual is 0. Fixed columns are substituted. Built once for a pattern and refilled when
 * numbers change.
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

  /** Column of the program behind each column here. */
  final int[] programColumn;

  /** Whether a row is an equality; part of the pattern. */
  final boolean[] equality;

  final int programRows;
  final int programColumns;
  final Equilibration scaling;
  private final int[] rowPosition;
  private final int[] columnPosition;
  private final int[] entry;
  private final int[] quadraticEntry;
  private final double[] fixedAt;
  private final double[] columnNorm;
  private final double[] rowNorm;

  StandardForm(ConicProgram program) {
    programRows = program.rows();
    programColumns = program.columns();
    rowPosition = new int[programRows];
    int keptRows = 0;
    for (int i = 0; i < programRows; i++) {
      boolean bounded =
          Double.isFinite(program.rowLower()[i]) || Double.isFinite(program.rowUpper()[i]);
      rowPosition[i] = bounded ? keptRows++ : -1;
    }
    columnPosition = new int[programColumns];
    int keptColumns = 0;
    for (int j = 0; j < programColumns; j++) {
      boolean fixed = program.columnLower()[j] == program.columnUpper()[j];
      columnPosition[j] = fixed ? -1 : keptColumns++;
    }
    n = keptColumns;
    m = keptRows;
    programRow = inverse(rowPosition, m);
    programColumn = inverse(columnPosition, n);
    fixedAt = new double[programColumns];
    entry = new int[program.a().nonzeros()];
    a = restriction(program.a(), rowPosition, m, entry);
    quadraticEntry = new int[program.p().nonzeros()];
    p = restriction(program.p(), columnPosition, n, quadraticEntry);
    q = new double[n];
    rowLower = new double[m];
    rowUpper = new double[m];
    columnLower = new double[n];
    columnUpper = new double[n];
    scaling = new Equilibration(m, n);
    columnNorm = new double[n];
    rowNorm = new double[m];
    load(program);
    equality = new boolean[m];
    for (int i = 0; i < m; i++) {
      equality[i] = rowLower[i] == rowUpper[i];
    }
  }

  private static int[] inverse(int[] position, int count) {
    int[] source = new int[count];
    for (int i = 0; i < position.length; i++) {
      if (position[i] >= 0) {
        source[position[i]] = i;
      }
    }
    return source;
  }

  /**
   * The pattern of the kept rows and columns; {@code entry} receives where each value comes from.
   */
  private SparseMatrix restriction(SparseMatrix source, int[] position, int rows, int[] entry) {
    int[] starts = new int[n + 1];
    int[] indices = new int[source.nonzeros()];
    int at = 0;
    for (int column = 0; column < n; column++) {
      int j = programColumn[column];
      for (int k = source.columnStarts()[j]; k < source.columnStarts()[j + 1]; k++) {
        int i = position[source.rowIndices()[k]];
        if (i >= 0) {
          indices[at] = i;
          entry[at++] = k;
        }
      }
      starts[column + 1] = at;
    }
    return new SparseMatrix(rows, n, starts, Arrays.copyOf(indices, at), new double[at]);
  }

  /** Takes over the numbers of a program with the same pattern and equilibrates them. */
  void load(ConicProgram program) {
    for (int k = 0; k < a.nonzeros(); k++) {
      a.values()[k] = program.a().values()[entry[k]];
    }
    for (int k = 0; k < p.nonzeros(); k++) {
      p.values()[k] = program.p().values()[quadraticEntry[k]];
    }
    for (int j = 0; j < n; j++) {
      q[j] = program.q()[programColumn[j]];
      columnLower[j] = program.columnLower()[programColumn[j]];
      columnUpper[j] = program.columnUpper()[programColumn[j]];
    }
    for (int i = 0; i < m; i++) {
      rowLower[i] = program.rowLower()[programRow[i]];
      rowUpper[i] = program.rowUpper()[programRow[i]];
    }
    substituteFixed(program);
    scaling.compute(p, q, a, rowLower, rowUpper, columnLower, columnUpper, columnNorm, rowNorm);
    equilibrate();
  }

  /** Moves the fixed columns into the row ends and the costs. */
  private void substituteFixed(ConicProgram program) {
    SparseMatrix matrix = program.a();
    SparseMatrix quadratic = program.p();
    for (int j = 0; j < programColumns; j++) {
      boolean fixed = columnPosition[j] < 0;
      fixedAt[j] = fixed ? program.columnLower()[j] : 0.0;
      for (int k = quadratic.columnStarts()[j]; k < quadratic.columnStarts()[j + 1]; k++) {
        int i = quadratic.rowIndices()[k];
        double v = quadratic.values()[k];
        if (fixed && columnPosition[i] >= 0) {
          q[columnPosition[i]] += v * fixedAt[j];
        } else if (!fixed && columnPosition[i] < 0) {
          q[columnPosition[j]] += v * fixedAt[i];
        }
      }
      if (fixed && fixedAt[j] != 0.0) {
        for (int k = matrix.columnStarts()[j]; k < matrix.columnStarts()[j + 1]; k++) {
          int i = rowPosition[matrix.rowIndices()[k]];
          if (i >= 0) {
            double shift = matrix.values()[k] * fixedAt[j];
            boolean equality = rowLower[i] == rowUpper[i];
            rowLower[i] -= shift;
            rowUpper[i] = equality ? rowLower[i] : rowUpper[i] - shift;
          }
        }
      }
    }
  }

  private void equilibrate() {
    double[] d = scaling.column;
    double[] e = scaling.row;
    double quadraticScale = scaling.cost * scaling.bound;
    for (int j = 0; j < n; j++) {
      for (int k = a.columnStarts()[j]; k < a.columnStarts()[j + 1]; k++) {
        a.values()[k] *= d[j] * e[a.rowIndices()[k]];
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

  /** The columns without finite bounds. */
  boolean[] freeColumns() {
    boolean[] free = new boolean[n];
    for (int j = 0; j < n; j++) {
      free[j] = Double.isInfinite(columnLower[j]) && Double.isInfinite(columnUpper[j]);
    }
    return free;
  }

  /** Writes the activities {@code A x} to {@code out}. */
  void activities(double[] x, double[] out) {
    Arrays.fill(out, 0.0);
    a.multiplyAdd(1.0, x, out);
  }

  /** Writes {@code x^ / tau} back in the program's units and columns. */
  void unscaleColumns(double[] x, double tau, double[] out) {
    System.arraycopy(fixedAt, 0, out, 0, programColumns);
    unscaleFree(x, tau, out);
  }

  /** Writes a direction back: 0 in the fixed columns. */
  void unscaleDirection(double[] x, double[] out) {
    Arrays.fill(out, 0, programColumns, 0.0);
    unscaleFree(x, 1.0, out);
  }

  private void unscaleFree(double[] x, double tau, double[] out) {
    for (int j = 0; j < n; j++) {
      out[programColumn[j]] = x[j] / tau * scaling.column[j] * scaling.bound;
    }
  }

  /** Writes {@code y^ / tau} back in the program's units and rows. */
  void unscaleRows(double[] y, double tau, double[] out) {
    Arrays.fill(out, 0, programRows, 0.0);
    for (int i = 0; i < m; i++) {
      out[programRow[i]] = y[i] / tau * scaling.row[i] / scaling.cost;
    }
  }
}
