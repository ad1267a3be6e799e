package org.infimum.convex.io;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.infimum.convex.ConicProgram;
import org.infimum.linalg.SparseMatrix;

/**
 * Writes CPLEX LP. The objective names every column, with coefficient 0 if need be, so that the
 * columns read back in their order. If a name of a row (column) cannot stand in an LP file, all
 * rows are named c1, c2, ... (columns x1, x2, ...) and a comment says so.
 */
final class LpWriter extends ProblemWriter {
  private static final int TERMS_PER_LINE = 6;

  private final boolean keepsRowNames;
  private final boolean keepsColumnNames;
  private final Map<Integer, SparseMatrix> quadraticRows;
  private int termsOnLine;

  LpWriter(ConicProgram program, ReadLog log) {
    this(StatedRows.of("LP", program, log), log);
  }

  private LpWriter(StatedRows rows, ReadLog log) {
    super(rows.program(), log);
    this.quadraticRows = rows.quadratic();
    boolean rowsFit = true;
    for (int i = 0; i < program.rows(); i++) {
      rowsFit &= isLegal(program.rowName(i));
    }
    boolean columnsFit = true;
    for (int j = 0; j < program.columns(); j++) {
      columnsFit &= isLegal(program.columnName(j));
    }
    this.keepsRowNames = rowsFit;
    this.keepsColumnNames = columnsFit;
  }

  private String rowName(int i) {
    return keepsRowNames ? program.rowName(i) : "c" + (i + 1);
  }

  private String columnName(int j) {
    return keepsColumnNames ? program.columnName(j) : "x" + (j + 1);
  }

  private static boolean isLegal(String name) {
    byte[] bytes = Text.encode(name);
    int length = bytes.length;
    if (length == 0 || !LpTokens.isFirstNameByte(bytes[0]) || LpKeyword.isKeyword(bytes)) {
      return false;
    }
    for (byte b : bytes) {
      if (!LpTokens.isNameByte(b)) {
        return false;
      }
    }
    return !Decimal.isInfinity(bytes, 0, length)
        && !Text.equalsIgnoreCase(bytes, 0, length, "nan")
        && !Text.equalsIgnoreCase(bytes, 0, length, "free");
  }

  @Override
  void write(OutputStream out) throws IOException {
    if (!titleLine().isEmpty()) {
      text.append("\\Problem name: ").append(titleLine()).append('\n');
    }
    if (!keepsRowNames) {
      text.append("\\ Some row names cannot stand in an LP file: rows are named c1, c2, ...\n");
    }
    if (!keepsColumnNames) {
      text.append(
          "\\ Some column names cannot stand in an LP file: columns are named x1, x2, ...\n");
    }
    text.append(isMaximization() ? "Maximize\n" : "Minimize\n");
    writeObjective(out);
    text.append("Subject To\n");
    writeRows(out);
    writeBounds(out);
    text.append("End\n");
    flush(out, true);
  }

  private void writeObjective(OutputStream out) throws IOException {
    String name = program.objectiveName();
    text.append(' ').append(isLegal(name) ? name : "obj").append(':');
    termsOnLine = 0;
    for (int j = 0; j < program.columns(); j++) {
      term(stated(program.q()[j]));
      text.append(columnName(j));
      flush(out, false);
    }
    writeQuadratic(out);
    double constant = stated(program.r());
    if (constant != 0.0) {
      term(constant);
    } else if (program.columns() == 0) {
      text.append(" 0");
    }
    text.append('\n');
  }

  private void writeQuadratic(OutputStream out) throws IOException {
    if (program.p().nonzeros() > 0) {
      writeBracket(out, program.p(), stated(1.0));
      text.append(" / 2");
    }
  }

  /** The bracket with the form of an upper triangle. */
  private void writeBracket(OutputStream out, SparseMatrix triangle, double sign)
      throws IOException {
    text.append("\n + [");
    termsOnLine = 0;
    for (int j = 0; j < triangle.columns(); j++) {
      for (int k = triangle.columnStarts()[j]; k < triangle.columnStarts()[j + 1]; k++) {
        int i = triangle.rowIndices()[k];
        boolean diagonal = i == j;
        term(sign * (diagonal ? triangle.values()[k] : 2.0 * triangle.values()[k]));
        text.append(columnName(i));
        text.append(diagonal ? " ^ 2" : " * ").append(diagonal ? "" : columnName(j));
      }
      flush(out, false);
    }
    text.append(" ]");
  }

  private void writeRows(OutputStream out) throws IOException {
    SparseMatrix byRow = program.a().transpose();
    for (int i = 0; i < program.rows(); i++) {
      double lower = program.rowLower()[i];
      double upper = program.rowUpper()[i];
      boolean oneSided = lower == upper || Double.isInfinite(lower) != Double.isInfinite(upper);
      text.append(' ').append(rowName(i)).append(':');
      if (!oneSided) {
        text.append(' ');
        number(lower);
        text.append(" <=");
      }
      termsOnLine = 0;
      for (int k = byRow.columnStarts()[i]; k < byRow.columnStarts()[i + 1]; k++) {
        term(byRow.values()[k]);
        text.append(columnName(byRow.rowIndices()[k]));
      }
      if (termsOnLine == 0) {
        text.append(program.columns() == 0 ? " 0" : " 0 " + columnName(0));
      }
      SparseMatrix quadratic = quadraticRows.get(i);
      if (quadratic != null) {
        writeBracket(out, quadratic, 1.0);
      }
      boolean fromBelow = oneSided && Double.isInfinite(upper);
      text.append(lower == upper ? " = " : fromBelow ? " >= " : " <= ");
      number(fromBelow ? lower : upper);
      text.append('\n');
      flush(out, false);
    }
  }

  /** Appends the sign and size of a coefficient; what it multiplies follows. */
  private void term(double coefficient) {
    if (termsOnLine == TERMS_PER_LINE) {
      text.append("\n  ");
      termsOnLine = 0;
    }
    termsOnLine++;
    text.append(coefficient < 0.0 ? " - " : " + ");
    number(Math.abs(coefficient));
    text.append(' ');
  }

  private void writeBounds(OutputStream out) throws IOException {
    text.append("Bounds\n");
    for (int j = 0; j < program.columns(); j++) {
      double lower = program.columnLower()[j];
      double upper = program.columnUpper()[j];
      String name = columnName(j);
      if (Double.isInfinite(lower) && Double.isInfinite(upper)) {
        text.append(' ').append(name).append(" free\n");
      } else if (lower == upper) {
        text.append(' ').append(name).append(" = ");
        number(lower);
        text.append('\n');
      } else if (lower != 0.0 || upper < Double.POSITIVE_INFINITY) {
        text.append(' ');
        number(lower);
        text.append(" <= ").append(name);
        if (upper < Double.POSITIVE_INFINITY) {
          text.append(" <= ");
          number(upper);
        }
        text.append('\n');
      }
      flush(out, false);
    }
  }
}
