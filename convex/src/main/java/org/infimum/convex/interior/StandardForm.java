package org.infimum.convex.interior;

import java.util.Arrays;
import org.infimum.convex.ConicProgram;
import org.infimum.linalg.SparseMatrix;

/**
 * The equilibrated program that the embedding iterates on: equality rows {@code Ax = b}, interval
 * rows, rows of curved cones {@code b - Ax in K} and interval columns. Linear rows without a finite
 * end are left out: they constrain nothing and their dual is 0. Fixed columns are substituted.
 * Built once for a pattern and refilled when numbers change.
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

  /** Where the rows come from, and the curved cones. */
  final ConeLayout layout;

  /** The right-hand sides of the curved cones' rows, 0 in linear rows. */
  final double[] apex;

  /** Column of the program behind each column here. */
  final int[] programColumn;

  /** Whether a row is an equality; part of the pattern. */
  final boolean[] equality;

  final int programRows;
  final int programColumns;
  final Equilibration scaling;
  private final int[] columnPosition;
  private final int[] entry;
  private final int[] secondEntry;
  private final double[] shift;
  private final double[] scaledRow;
  private final int[] quadraticEntry;
  private final double[] fixedAt;
  private final double[] columnNorm;
  private final double[] rowNorm;

  StandardForm(ConicProgram program) {
    programRows = program.rows();
    programColumns = program.columns();
    layout = new ConeLayout(program);
    m = layout.rows;
    columnPosition = new int[programColumns];
    int keptColumns = 0;
    for (int j = 0; j < programColumns; j++) {
      boolean fixed = program.columnLower()[j] == program.columnUpper()[j];
      columnPosition[j] = fixed ? -1 : keptColumns++;
    }
    n = keptColumns;
    programColumn = inverse(columnPosition, n);
    fixedAt = new double[programColumns];
    shift = new double[programRows];
    scaledRow = new double[m];
    entry = new int[program.a().nonzeros()];
    secondEntry = new int[program.a().nonzeros()];
    a = constraints(program.a());
    quadraticEntry = new int[program.p().nonzeros()];
    p = restriction(program.p());
    q = new double[n];
    rowLower = new double[m];
    rowUpper = new double[m];
    columnLower = new double[n];
    columnUpper = new double[n];
    apex = new double[m];
    scaling = new Equilibration(layout, n);
    columnNorm = new double[n];
    rowNorm = new double[m];
    load(program);
    equality = new boolean[m];
    for (int i = 0; i < m; i++) {
      equality[i] = i < layout.linearRows && rowLower[i] == rowUpper[i];
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

  /** The pattern of P in the columns here; {@link #quadraticEntry} tells where values come from. */
  private SparseMatrix restriction(SparseMatrix source) {
    int[] starts = new int[n + 1];
    int[] indices = new int[source.nonzeros()];
    int at = 0;
    for (int column = 0; column < n; column++) {
      int j = programColumn[column];
      for (int k = source.columnStarts()[j]; k < source.columnStarts()[j + 1]; k++) {
        int i = columnPosition[source.rowIndices()[k]];
        if (i >= 0) {
          indices[at] = i;
          quadraticEntry[at++] = k;
        }
      }
      starts[column + 1] = at;
    }
    return new SparseMatrix(n, n, starts, Arrays.copyOf(indices, at), new double[at]);
  }

  /**
   * The pattern of A in the rows and columns here; {@link #entry} and {@link #secondEntry} tell
   * where each value of the program goes, -1 for nowhere.
   */
  private SparseMatrix constraints(SparseMatrix source) {
    int[] starts = new int[n + 1];
    int[] indices = new int[2 * source.nonzeros()];
    int[] place = new int[m];
    Arrays.fill(place, -1);
    Arrays.fill(entry, -1);
    Arrays.fill(secondEntry, -1);
    int at = 0;
    for (int column = 0; column < n; column++) {
      int j = programColumn[column];
      int begin = source.columnStarts()[j];
      int end = source.columnStarts()[j + 1];
      int columnStart = at;
      for (int k = begin; k < end; k++) {
        int row = source.rowIndices()[k];
        for (int target : new int[] {layout.first[row], layout.second[row]}) {
          if (target >= 0 && place[target] < columnStart) {
            place[target] = at;
            indices[at++] = target;
          }
        }
      }
      Arrays.sort(indices, columnStart, at);
      for (int k = columnStart; k < at; k++) {
        place[indices[k]] = k;
      }
      for (int k = begin; k < end; k++) {
        int row = source.rowIndices()[k];
        entry[k] = layout.first[row] >= 0 ? place[layout.first[row]] : -1;
        secondEntry[k] = layout.second[row] >= 0 ? place[layout.second[row]] : -1;
      }
      starts[column + 1] = at;
    }
    return new SparseMatrix(m, n, starts, Arrays.copyOf(indices, at), new double[at]);
  }

  /** Takes over the numbers of a program with the same pattern and equilibrates them. */
  void load(ConicProgram program) {
    loadConstraints(program.a());
    for (int k = 0; k < p.nonzeros(); k++) {
      p.values()[k] = program.p().values()[quadraticEntry[k]];
    }
    for (int j = 0; j < n; j++) {
      q[j] = program.q()[programColumn[j]];
      columnLower[j] = program.columnLower()[programColumn[j]];
      columnUpper[j] = program.columnUpper()[programColumn[j]];
    }
    substituteFixed(program);
    loadRows(program);
    scaling.compute(
        p, q, a, rowLower, rowUpper, apex, columnLower, columnUpper, columnNorm, rowNorm);
    equilibrate();
  }

  private void loadConstraints(SparseMatrix source) {
    double[] values = a.values();
    Arrays.fill(values, 0.0);
    for (int column = 0; column < n; column++) {
      int j = programColumn[column];
      for (int k = source.columnStarts()[j]; k < source.columnStarts()[j + 1]; k++) {
        int row = source.rowIndices()[k];
        if (entry[k] >= 0) {
          values[entry[k]] += layout.firstFactor(row) * source.values()[k];
        }
        if (secondEntry[k] >= 0) {
          values[secondEntry[k]] += layout.secondFactor(row) * source.values()[k];
        }
      }
    }
  }

  /** Row ends and apexes, less the part of the fixed columns. */
  private void loadRows(ConicProgram program) {
    double[] lower = program.rowLower();
    double[] upper = program.rowUpper();
    for (int i = 0; i < programRows; i++) {
      int row = layout.first[i];
      if (row >= 0 && row < layout.linearRows) {
        boolean cone = Double.isInfinite(lower[i]) && Double.isInfinite(upper[i]);
        rowLower[row] = lower[i] - shift[i];
        rowUpper[row] =
            lower[i] == upper[i] ? rowLower[row] : (cone ? program.b()[i] : upper[i]) - shift[i];
      }
      shift[i] = program.b()[i] - shift[i];
    }
    layout.toHere(shift, apex);
    Arrays.fill(apex, 0, layout.linearRows, 0.0);
    Arrays.fill(rowLower, layout.linearRows, m, Double.NEGATIVE_INFINITY);
    Arrays.fill(rowUpper, layout.linearRows, m, Double.POSITIVE_INFINITY);
  }

  /** Moves the fixed columns into the costs and sums up what they bring to the rows. */
  private void substituteFixed(ConicProgram program) {
    SparseMatrix matrix = program.a();
    SparseMatrix quadratic = program.p();
    Arrays.fill(shift, 0.0);
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
          shift[matrix.rowIndices()[k]] += matrix.values()[k] * fixedAt[j];
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
      apex[i] *= e[i] / scaling.bound;
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
    for (int i = 0; i < m; i++) {
      scaledRow[i] = y[i] / tau * scaling.row[i] / scaling.cost;
    }
    for (int i = 0; i < programRows; i++) {
      out[i] = layout.multiplier(i, scaledRow);
    }
  }
}
