package org.infimum.convex.io;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.infimum.convex.ConicProgram;
import org.infimum.linalg.SparseMatrix;

/**
 * Writes MPS, with a QUADOBJ section if there is a quadratic term and QCMATRIX for quadratic rows.
 * Fields stand at the columns of the fixed format as far as names and numbers are short enough, so
 * that names with blanks can be read back by columns and all others by tokens.
 */
final class MpsWriter extends ProblemWriter {
  private static final int FIXED_WIDTH = 8;

  private final String objective;

  private final Map<Integer, SparseMatrix> quadraticRows;

  MpsWriter(ConicProgram program, ReadLog log) {
    this(StatedRows.of("MPS", program, log), log);
  }

  private MpsWriter(StatedRows rows, ReadLog log) {
    super(rows.program(), log);
    this.quadraticRows = rows.quadratic();
    checkNames();
    for (int i = 0; i < program.rows(); i++) {
      if (program.rowLower()[i] > program.rowUpper()[i]) {
        throw log.error(
            "row "
                + ReadLog.quote(program.rowName(i))
                + " has its lower end above its upper end,"
                + " which MPS cannot express; LP can.");
      }
    }
    this.objective = freeObjectiveName();
  }

  private void checkNames() {
    boolean blanks = false;
    for (int i = 0; i < program.rows(); i++) {
      blanks |= program.rowName(i).indexOf(' ') >= 0;
    }
    for (int j = 0; j < program.columns(); j++) {
      blanks |= program.columnName(j).indexOf(' ') >= 0;
    }
    for (int i = 0; i < program.rows(); i++) {
      checkName("row", program.rowName(i), blanks);
    }
    for (int j = 0; j < program.columns(); j++) {
      checkName("column", program.columnName(j), blanks);
    }
  }

  private void checkName(String what, String name, boolean blanks) {
    boolean fits = !name.isEmpty() && name.strip().length() == name.length();
    for (int i = 0; i < name.length(); i++) {
      fits &= name.charAt(i) >= ' ';
    }
    if (!fits || (blanks && Text.encode(name).length > FIXED_WIDTH)) {
      throw log.error(
          "the "
              + what
              + " name "
              + ReadLog.quote(name)
              + " cannot stand in an MPS file"
              + (fits ? ": as there are names with blanks, all must have at most 8 bytes." : "."));
    }
  }

  /** The objective's name, changed if a row has the same. */
  private String freeObjectiveName() {
    String name = program.objectiveName();
    boolean blanks = false;
    for (int i = 0; i < name.length(); i++) {
      blanks |= name.charAt(i) <= ' ';
    }
    StringBuilder free = new StringBuilder(name.isEmpty() || blanks ? "obj" : name);
    for (int i = 0; i < program.rows(); i++) {
      if (program.rowName(i).contentEquals(free)) {
        free.append('_');
        i = -1;
      }
    }
    return free.toString();
  }

  @Override
  void write(OutputStream out) throws IOException {
    text.append("NAME          ").append(titleLine()).append('\n');
    if (isMaximization()) {
      text.append("OBJSENSE\n    MAX\n");
    }
    writeRows(out);
    writeColumns(out);
    writeRightHandSides(out);
    writeRanges(out);
    writeBounds(out);
    writeQuadratic(out);
    writeQuadraticRows(out);
    text.append("ENDATA\n");
    flush(out, true);
  }

  private void writeRows(OutputStream out) throws IOException {
    text.append("ROWS\n N  ").append(objective).append('\n');
    for (int i = 0; i < program.rows(); i++) {
      text.append(' ').append(type(i)).append("  ").append(program.rowName(i)).append('\n');
      flush(out, false);
    }
  }

  private char type(int i) {
    double lower = program.rowLower()[i];
    double upper = program.rowUpper()[i];
    if (lower == upper) {
      return 'E';
    }
    if (Double.isInfinite(lower) || Double.isInfinite(upper)) {
      return Double.isInfinite(lower) ? Double.isInfinite(upper) ? 'N' : 'L' : 'G';
    }
    if (!Double.isNaN(widthFromLower(lower, upper))) {
      return 'G';
    }
    if (!Double.isNaN(widthFromUpper(lower, upper))) {
      return 'L';
    }
    // No width is exact: the end of smaller size is kept, the other is off by a rounding.
    return Math.abs(lower) <= Math.abs(upper) ? 'G' : 'L';
  }

  /** A width R with lower + R = upper in floating point, or NaN. */
  private static double widthFromLower(double lower, double upper) {
    double width = upper - lower;
    double wider = Math.nextUp(width);
    double narrower = Math.nextDown(width);
    return lower + width == upper
        ? width
        : lower + wider == upper ? wider : lower + narrower == upper ? narrower : Double.NaN;
  }

  /** A width R with upper - R = lower in floating point, or NaN. */
  private static double widthFromUpper(double lower, double upper) {
    return widthFromLower(-upper, -lower);
  }

  private void writeColumns(OutputStream out) throws IOException {
    text.append("COLUMNS\n");
    SparseMatrix a = program.a();
    for (int j = 0; j < program.columns(); j++) {
      String name = program.columnName(j);
      double cost = stated(program.q()[j]);
      int begin = a.columnStarts()[j];
      int end = a.columnStarts()[j + 1];
      if (cost != 0.0 || begin == end) {
        entry("", name, objective, cost);
      }
      for (int k = begin; k < end; k++) {
        entry("", name, program.rowName(a.rowIndices()[k]), a.values()[k]);
      }
      flush(out, false);
    }
  }

  private void writeRightHandSides(OutputStream out) throws IOException {
    text.append("RHS\n");
    double constant = stated(program.r());
    if (constant != 0.0) {
      entry("", "RHS", objective, 0.0 - constant);
    }
    for (int i = 0; i < program.rows(); i++) {
      char type = type(i);
      double b = type == 'L' ? program.rowUpper()[i] : program.rowLower()[i];
      if (type != 'N' && b != 0.0) {
        entry("", "RHS", program.rowName(i), b);
      }
      flush(out, false);
    }
  }

  private void writeRanges(OutputStream out) throws IOException {
    boolean begun = false;
    for (int i = 0; i < program.rows(); i++) {
      double lower = program.rowLower()[i];
      double upper = program.rowUpper()[i];
      if (lower == upper || Double.isInfinite(lower) || Double.isInfinite(upper)) {
        continue;
      }
      double width = type(i) == 'L' ? widthFromUpper(lower, upper) : widthFromLower(lower, upper);
      text.append(begun ? "" : "RANGES\n");
      begun = true;
      entry("", "RNG", program.rowName(i), Double.isNaN(width) ? upper - lower : width);
      flush(out, false);
    }
  }

  private void writeBounds(OutputStream out) throws IOException {
    text.append("BOUNDS\n");
    for (int j = 0; j < program.columns(); j++) {
      double lower = program.columnLower()[j];
      double upper = program.columnUpper()[j];
      String name = program.columnName(j);
      boolean below = lower > Double.NEGATIVE_INFINITY;
      boolean above = upper < Double.POSITIVE_INFINITY;
      if (lower == upper) {
        entry("FX", "BND", name, lower);
      } else if (!below && !above) {
        valueless("FR", name);
      } else {
        if (!below) {
          valueless("MI", name);
        } else if (lower != 0.0 || upper < 0.0) {
          entry("LO", "BND", name, lower);
        }
        if (above) {
          entry("UP", "BND", name, upper);
        }
      }
      flush(out, false);
    }
  }

  private void writeQuadratic(OutputStream out) throws IOException {
    SparseMatrix p = program.p();
    if (p.nonzeros() == 0) {
      return;
    }
    text.append("QUADOBJ\n");
    for (int j = 0; j < p.columns(); j++) {
      for (int k = p.columnStarts()[j]; k < p.columnStarts()[j + 1]; k++) {
        String row = program.columnName(p.rowIndices()[k]);
        entry("", program.columnName(j), row, stated(p.values()[k]));
      }
      flush(out, false);
    }
  }

  private void writeQuadraticRows(OutputStream out) throws IOException {
    for (Map.Entry<Integer, SparseMatrix> row : quadraticRows.entrySet()) {
      text.append("QCMATRIX   ").append(program.rowName(row.getKey())).append('\n');
      SparseMatrix q = row.getValue();
      for (int j = 0; j < q.columns(); j++) {
        for (int k = q.columnStarts()[j]; k < q.columnStarts()[j + 1]; k++) {
          int i = q.rowIndices()[k];
          entry("", program.columnName(i), program.columnName(j), q.values()[k]);
          if (i != j) {
            entry("", program.columnName(j), program.columnName(i), q.values()[k]);
          }
        }
        flush(out, false);
      }
    }
  }

  /** A line with its fields at columns 2, 5, 15 and 25. */
  private void entry(String type, String first, String second, double value) {
    padded(" " + type, 4);
    padded(first, FIXED_WIDTH + 2);
    padded(second, FIXED_WIDTH + 2);
    number(value);
    text.append('\n');
  }

  private void valueless(String type, String column) {
    padded(" " + type, 4);
    padded("BND", FIXED_WIDTH + 2);
    text.append(column).append('\n');
  }

  /** Appends the field and blanks up to the width, at least one. */
  private void padded(String field, int width) {
    text.append(field);
    int length = field.length();
    do {
      text.append(' ');
      length++;
    } while (length < width);
  }
}
