package org.infimum.convex.io;

import static org.infimum.convex.io.MpsFields.NAME1;
import static org.infimum.convex.io.MpsFields.NAME2;
import static org.infimum.convex.io.MpsFields.NAME3;
import static org.infimum.convex.io.MpsFields.NUMBER1;
import static org.infimum.convex.io.MpsFields.NUMBER2;

import java.util.Arrays;
import org.infimum.convex.ConicProgram;
import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;

/** The section COLUMNS: the matrix column by column, and the costs. */
final class MpsMatrix {
  private static final String MARKER = "'MARKER'";

  private final MpsRows rows;
  private final Columns columns;
  private final ReadOptions options;
  private final ReadLog log;
  private int[] starts = new int[1 << 6];
  private int[] row = new int[1 << 8];
  private double[] value = new double[1 << 8];
  private int entries;
  private int column = NameTable.ABSENT;
  private boolean integer;

  /**
   * By row of the file: 1 + the column that last had an entry in it, and the line of that entry.
   */
  private int[] seenColumn = new int[0];

  private int[] seenLine = new int[0];

  MpsMatrix(MpsRows rows, Columns columns, ReadOptions options, ReadLog log) {
    this.rows = rows;
    this.columns = columns;
    this.options = options;
    this.log = log;
  }

  @Nullable String takeLine(MpsFields fields, int atLine) {
    byte[] bytes = fields.bytes();
    if (fields.is(NAME2, MARKER)) {
      return takeMarker(fields);
    }
    int first = rows.names.find(bytes, fields.from(NAME2), fields.to(NAME2));
    boolean pair = !fields.isEmpty(NAME3);
    int second = pair ? rows.names.find(bytes, fields.from(NAME3), fields.to(NAME3)) : first;
    if (first < 0 || second < 0) {
      return unknownRow(fields, first < 0 ? NAME2 : NAME3);
    }
    double coefficient = fields.number(NUMBER1);
    double another = pair ? fields.number(NUMBER2) : 0.0;
    if (Double.isNaN(coefficient) || Double.isNaN(another)) {
      return noNumber(fields, Double.isNaN(coefficient) ? NUMBER1 : NUMBER2);
    }
    if (column < 0 || !columns.names.is(column, bytes, fields.from(NAME1), fields.to(NAME1))) {
      if (fields.isEmpty(NAME1)) {
        return "the column has no name";
      }
      startColumn(fields, atLine);
    }
    add(first, coefficient, atLine);
    if (pair) {
      add(second, another, atLine);
    }
    return null;
  }

  private @Nullable String takeMarker(MpsFields fields) {
    int field = fields.isEmpty(NUMBER1) ? NAME3 : NUMBER1;
    if (fields.is(field, "'INTORG'")) {
      integer = true;
    } else if (fields.is(field, "'INTEND'")) {
      integer = false;
    } else {
      return "the marker " + fields.quoted(field) + " is neither 'INTORG' nor 'INTEND'";
    }
    return null;
  }

  private void startColumn(MpsFields fields, int atLine) {
    byte[] bytes = fields.bytes();
    int known = columns.names.find(bytes, fields.from(NAME1), fields.to(NAME1));
    if (known >= 0) {
      throw log.error(
          atLine,
          "column "
              + fields.quoted(NAME1)
              + " is resumed after other columns; it began at line "
              + columns.line[known]
              + ".");
    }
    column = columns.add(bytes, fields.from(NAME1), fields.to(NAME1), atLine);
    if (integer) {
      columns.declareInteger(column, options, log, atLine);
    }
    if (seenColumn.length == 0) {
      seenColumn = new int[rows.names.size()];
      seenLine = new int[rows.names.size()];
    }
    if (column + 1 >= starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
    }
    starts[column + 1] = entries;
  }

  private void add(int fileRow, double coefficient, int atLine) {
    if (Math.abs(coefficient) >= ConicProgram.INFINITE_BOUND) {
      throw log.error(
          atLine,
          "the coefficient of "
              + position(fileRow)
              + " is infinite ("
              + coefficient
              + "); infinity belongs in bounds and ranges only.");
    }
    boolean repeated = seenColumn[fileRow] == column + 1;
    if (repeated) {
      repeated(fileRow, atLine);
    }
    seenColumn[fileRow] = column + 1;
    seenLine[fileRow] = atLine;
    if (fileRow == rows.objective()) {
      columns.cost[column] += coefficient;
      return;
    }
    int programRow = rows.programRow(fileRow);
    if (repeated) {
      sum(programRow, coefficient);
      return;
    }
    if (entries == row.length) {
      row = Arrays.copyOf(row, 2 * entries);
      value = Arrays.copyOf(value, 2 * entries);
    }
    row[entries] = programRow;
    value[entries++] = coefficient;
    starts[column + 1] = entries;
  }

  private void repeated(int fileRow, int atLine) {
    String what =
        "the entry of " + position(fileRow) + " is given twice, first at line " + seenLine[fileRow];
    if (!options.lenient()) {
      throw log.error(atLine, what + "; --lenient sums such entries.");
    }
    log.warn(atLine, what + ": the values are summed.");
  }

  private void sum(int programRow, double coefficient) {
    for (int k = starts[column]; k < entries; k++) {
      if (row[k] == programRow) {
        value[k] += coefficient;
      }
    }
  }

  private String position(int fileRow) {
    return "row "
        + ReadLog.quote(rows.names.name(fileRow))
        + " in column "
        + columns.quoted(column);
  }

  /** The matrix with ascending rows and without the zeros that the file spells out. */
  SparseMatrix toSparse() {
    int n = columns.count();
    int[] kept = new int[n + 1];
    int nonzeros = 0;
    boolean ascending = true;
    for (int j = 0; j < n; j++) {
      int previous = -1;
      for (int k = starts[j]; k < starts[j + 1]; k++) {
        if (value[k] != 0.0) {
          ascending &= row[k] > previous;
          previous = row[k];
          row[nonzeros] = row[k];
          value[nonzeros++] = value[k];
        }
      }
      kept[j + 1] = nonzeros;
    }
    if (ascending) {
      return new SparseMatrix(
          rows.count(), n, kept, Arrays.copyOf(row, nonzeros), Arrays.copyOf(value, nonzeros));
    }
    int[] columnOf = new int[nonzeros];
    for (int j = 0; j < n; j++) {
      Arrays.fill(columnOf, kept[j], kept[j + 1], j);
    }
    return SparseMatrix.ofTriplets(rows.count(), n, nonzeros, row, columnOf, value);
  }

  static String unknownRow(MpsFields fields, int field) {
    return "there is no row " + fields.quoted(field) + " in section ROWS";
  }

  static String unknownColumn(MpsFields fields, int field) {
    return "there is no column " + fields.quoted(field) + " in section COLUMNS";
  }

  static String noNumber(MpsFields fields, int field) {
    return fields.isEmpty(field)
        ? "the number is missing"
        : fields.quoted(field) + " is not a number";
  }
}
