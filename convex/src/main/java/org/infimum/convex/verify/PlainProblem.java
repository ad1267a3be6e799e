package org.infimum.convex.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.Sense;
import org.infimum.core.InputException;
import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;

/** A problem as a file states it, row by row and column by column, in the order of the file. */
final class PlainProblem {
  /** A constraint {@code lower <= a'x <= upper}. */
  static final class Row {
    final String name;
    final int index;
    double lower = Double.NEGATIVE_INFINITY;
    double upper = Double.POSITIVE_INFINITY;

    private Row(String name, int index) {
      this.name = name;
      this.index = index;
    }
  }

  /** A variable {@code lower <= x <= upper}. */
  static final class Column {
    final String name;
    final int index;
    double lower;
    double upper = Double.POSITIVE_INFINITY;
    double cost;
    boolean integer;

    private Column(String name, int index) {
      this.name = name;
      this.index = index;
    }
  }

  /** One coefficient and the line it stands on. */
  private record Entry(int row, int column, double value, int line) {}

  final String file;
  private final boolean lenient;
  String name = "";
  String objectiveName = "obj";
  boolean maximize;
  double constant;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final List<Entry> matrix = new ArrayList<>();
  private final List<Entry> quadratic = new ArrayList<>();
  private final Map<Row, Map<List<Integer>, Double>> quadraticRows = new LinkedHashMap<>();

  /**
   * A problem without rows and columns yet.
   *
   * @param lenient whether what is stated twice is summed instead of refused
   */
  PlainProblem(String file, boolean lenient) {
    this.file = file;
    this.lenient = lenient;
  }

  /** The failure that names the file, the line and what is wrong there. */
  InputException failure(int line, String what) {
    return new InputException(file + ", line " + line + ": " + what + ".");
  }

  /** Refuses what only a lenient reader takes. */
  void requireLenient(int line, String what) {
    if (!lenient) {
      throw failure(line, what + "; --lenient sums such entries");
    }
  }

  Row addRow(String rowName, int line) {
    Row row = new Row(rowName, rows.size());
    if (rows.putIfAbsent(rowName, row) != null) {
      throw failure(line, "the row " + rowName + " is declared twice");
    }
    return row;
  }

  @Nullable Row findRow(String rowName) {
    return rows.get(rowName);
  }

  /** The column of that name, which is new if it was not named before. */
  Column column(String columnName) {
    return columns.computeIfAbsent(columnName, key -> new Column(key, columns.size()));
  }

  @Nullable Column findColumn(String columnName) {
    return columns.get(columnName);
  }

  int rowCount() {
    return rows.size();
  }

  int integerColumns() {
    return (int) columns.values().stream().filter(column -> column.integer).count();
  }

  /** By an old convention of MPS an integer column that no bound names is binary. */
  void boundIntegers(Set<String> bounded) {
    for (Column column : columns.values()) {
      if (column.integer && !bounded.contains(column.name)) {
        column.upper = 1.0;
      }
    }
  }

  void addEntry(Row row, Column column, double value, int line) {
    matrix.add(new Entry(row.index, column.index, value, line));
  }

  /** Adds {@code value} at (first, second) and (second, first) of P; once on the diagonal. */
  void addQuadratic(Column first, Column second, double value, int line) {
    int low = Math.min(first.index, second.index);
    int high = Math.max(first.index, second.index);
    quadratic.add(new Entry(low, high, value, line));
  }

  /** Adds {@code value} at (first, second) and (second, first) of the row's x'Qx. */
  void addQuadratic(Row row, Column first, Column second, double value, int line) {
    Map<List<Integer>, Double> form =
        quadraticRows.computeIfAbsent(row, key -> new LinkedHashMap<>());
    int low = Math.min(first.index, second.index);
    int high = Math.max(first.index, second.index);
    if (form.containsKey(List.of(low, high))) {
      requireLenient(line, "the entry " + first.name + ", " + second.name + " is stated twice");
    }
    form.merge(List.of(low, high), value, Double::sum);
  }

  /** The stored minimization. */
  ConicProgram program() {
    int n = columns.size();
    int m = rows.size();
    double sign = maximize ? -1.0 : 1.0;
    double[] cost = new double[n];
    double[] columnLower = new double[n];
    double[] columnUpper = new double[n];
    for (Column column : columns.values()) {
      cost[column.index] = column.cost == 0.0 ? 0.0 : sign * column.cost;
      columnLower[column.index] = column.lower;
      columnUpper[column.index] = column.upper;
    }
    double[] rowLower = new double[m];
    double[] rowUpper = new double[m];
    for (Row row : rows.values()) {
      rowLower[row.index] = row.lower;
      rowUpper[row.index] = row.upper;
    }
    String[] columnNames = columns.keySet().toArray(new String[0]);
    String[] rowNames = rows.keySet().toArray(new String[0]);
    SparseMatrix a = assemble(matrix, m, n, 1.0, rowNames, columnNames);
    SparseMatrix p = assemble(quadratic, n, n, sign, columnNames, columnNames);
    SquareRows squares = new SquareRows(file, a, rowLower, rowUpper, rowNames);
    quadraticRows.forEach((row, form) -> squares.add(row.index, form));
    ConicProgram.Builder builder =
        squares.isEmpty() ? ConicProgram.rows(cost, a, rowLower, rowUpper) : squares.program(cost);
    return builder
        .name(name)
        .sense(maximize ? Sense.MAXIMIZE : Sense.MINIMIZE)
        .quadratic(p)
        .constant(constant == 0.0 ? 0.0 : sign * constant)
        .columnBounds(columnLower, columnUpper)
        .names(columnNames, squares.isEmpty() ? rowNames : squares.names())
        .objectiveName(objectiveName)
        .build();
  }

  private SparseMatrix assemble(
      List<Entry> entries, int m, int n, double sign, String[] rowNames, String[] columnNames) {
    int count = entries.size();
    int[] row = new int[count];
    int[] column = new int[count];
    double[] value = new double[count];
    for (int k = 0; k < count; k++) {
      Entry entry = entries.get(k);
      row[k] = entry.row();
      column[k] = entry.column();
      value[k] = sign * entry.value();
    }
    SparseMatrix assembled = SparseMatrix.ofTriplets(m, n, count, row, column, value);
    if (assembled.nonzeros() < count && !lenient) {
      throw repeated(entries, rowNames, columnNames);
    }
    return assembled;
  }

  private InputException repeated(List<Entry> entries, String[] rowNames, String[] columnNames) {
    Map<List<Integer>, Entry> seen = new LinkedHashMap<>();
    for (Entry entry : entries) {
      Entry first = seen.putIfAbsent(Arrays.asList(entry.row(), entry.column()), entry);
      if (first != null) {
        return failure(
            entry.line(),
            "the coefficient of "
                + rowNames[entry.row()]
                + " and "
                + columnNames[entry.column()]
                + " stands on line "
                + first.line()
                + " already");
      }
    }
    throw new AssertionError("fewer entries than were added, but none repeated");
  }
}
