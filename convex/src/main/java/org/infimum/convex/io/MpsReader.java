package org.infimum.convex.io;

import static org.infimum.convex.io.MpsFields.NAME1;
import static org.infimum.convex.io.MpsFields.NAME2;
import static org.infimum.convex.io.MpsFields.NAME3;
import static org.infimum.convex.io.MpsFields.NUMBER1;
import static org.infimum.convex.io.MpsFields.NUMBER2;
import static org.infimum.convex.io.MpsFields.TYPE;

import org.infimum.convex.ConicProgram;
import org.infimum.convex.Sense;
import org.infimum.core.InputException;
import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Reads MPS and QPS. A file is read by tokens until a line makes sense only by the columns of the
 * fixed format (a name with a blank in it); from that line on it is read by columns. A method that
 * takes a data line returns null, or what is wrong with the line, before it has changed anything,
 * so that the line can be tried again by columns.
 */
final class MpsReader {
  private static final int NO_ROW = -1;

  private final LineScanner lines;
  private final ReadOptions options;
  private final ReadLog log;
  private final MpsFields fields = new MpsFields();
  private final MpsRows rows;
  private final Columns columns = new Columns();
  private final MpsMatrix matrix;
  private final MpsBounds bounds;
  private final Quadratic quadratic = new Quadratic();
  private final QuadraticRows quadraticRows = new QuadraticRows();

  /** Takes the entries of the quadratic section that is read. */
  private Quadratic quadraticTarget = quadratic;

  private String name = "";
  private Sense sense = Sense.MINIMIZE;

  /** NAME takes no data lines; nor does what comes before it. */
  private MpsSection section = MpsSection.NAME;

  private @Nullable MpsSection latestRanked;
  private @Nullable MpsSection quadraticForm;
  private boolean byColumns;

  private MpsReader(LineScanner lines, ReadOptions options) {
    this.lines = lines;
    this.options = options;
    this.log = lines.log();
    this.rows = new MpsRows(options, log);
    this.matrix = new MpsMatrix(rows, columns, options, log);
    this.bounds = new MpsBounds(columns, options, log);
  }

  static ReadProblem read(LineScanner lines, ReadOptions options) {
    MpsReader reader = new MpsReader(lines, options);
    reader.readSections();
    lines.drain();
    return reader.problem();
  }

  private void readSections() {
    while (section != MpsSection.ENDATA) {
      if (!lines.next()) {
        throw lines.number() == 0
            ? log.error("the file is empty.")
            : log.error(lines.number(), "the file ends before ENDATA.");
      }
      int start = lines.start();
      if (start == lines.end() || lines.bytes()[start] == '*') {
        continue;
      }
      if (Text.isBlank(lines.bytes()[start])) {
        dataLine();
      } else {
        sectionLine();
      }
    }
  }

  private void sectionLine() {
    fields.splitAtBlanks(lines);
    int from = fields.tokenFrom(0);
    MpsSection next = MpsSection.of(fields.bytes(), from, fields.tokenTo(0));
    if (next == null) {
      throw log.error(
          lines.number(),
          ReadLog.quote(fields.token(0))
              + " is not a section this reader knows; these are NAME, OBJSENSE, OBJNAME, ROWS,"
              + " COLUMNS, RHS, RANGES, BOUNDS, QUADOBJ, QMATRIX, QCMATRIX, ENDATA.");
    }
    int quadraticRow = next.isQuadratic() ? quadraticRow(next) : NO_ROW;
    boolean repeated = next.isQuadratic() && quadraticRow == NO_ROW && quadraticForm != null;
    if (!next.mayFollow(latestRanked) || repeated) {
      throw log.error(
          lines.number(),
          "section "
              + next
              + " is out of order: the order is NAME, OBJSENSE, OBJNAME, ROWS, COLUMNS, RHS,"
              + " RANGES, BOUNDS, ENDATA, and behind COLUMNS one QUADOBJ or QMATRIX, and QCMATRIX for"
              + " rows.");
    }
    section = next;
    if (next.isQuadratic()) {
      startQuadratic(next, quadraticRow);
    } else {
      latestRanked = next;
    }
    switch (next) {
      case NAME -> name = behindKeyword();
      case OBJSENSE -> {
        if (fields.tokens() > 1) {
          setSense(fields.token(1));
        }
      }
      case OBJNAME -> {
        if (fields.tokens() > 1) {
          rows.wantObjective(fields.token(1));
        }
      }
      case COLUMNS -> rows.complete(lines.number());
      default -> {}
    }
  }

  /**
   * The row of the program that a quadratic section names behind its keyword, {@link #NO_ROW} for
   * the objective.
   */
  private int quadraticRow(MpsSection quadraticSection) {
    int from = fields.tokenTo(0);
    int to = lines.end();
    byte[] bytes = lines.bytes();
    while (from < to && Text.isBlank(bytes[from])) {
      from++;
    }
    while (to > from && Text.isBlank(bytes[to - 1])) {
      to--;
    }
    if (from == to) {
      if (quadraticSection == MpsSection.QCMATRIX) {
        throw complaint("section QCMATRIX names no row");
      }
      return NO_ROW;
    }
    int row = rows.names.find(bytes, from, to);
    if (row < 0) {
      throw complaint(
          "there is no row " + ReadLog.quote(Text.decode(bytes, from, to)) + " in section ROWS");
    }
    if (row == rows.objective()) {
      if (quadraticSection == MpsSection.QCMATRIX) {
        throw complaint("section QCMATRIX names the objective, which QUADOBJ and QMATRIX are for");
      }
      return NO_ROW;
    }
    if (quadraticRows.contains(rows.programRow(row))) {
      throw complaint(
          "the quadratic part of row "
              + ReadLog.quote(rows.names.name(row))
              + " is given in two sections");
    }
    return rows.programRow(row);
  }

  /** Entries of QCMATRIX are those of x'Qx, of the others those of 1/2 x'Px. */
  private void startQuadratic(MpsSection form, int row) {
    if (row != NO_ROW) {
      quadraticTarget =
          quadraticRows.start(
              row,
              lines.number(),
              form == MpsSection.QUADOBJ,
              form == MpsSection.QCMATRIX ? 1.0 : 0.5);
      return;
    }
    quadraticForm = form;
    quadraticTarget = quadratic;
  }

  /** The problem's name: the rest of the line, without the word FREE that some writers append. */
  private String behindKeyword() {
    String rest = Text.decode(lines.bytes(), fields.tokenTo(0), lines.end()).strip();
    return rest.endsWith(" FREE") ? rest.substring(0, rest.length() - 5).strip() : rest;
  }

  private void setSense(String word) {
    if (word.equalsIgnoreCase("MAX") || word.equalsIgnoreCase("MAXIMIZE")) {
      sense = Sense.MAXIMIZE;
    } else if (word.equalsIgnoreCase("MIN") || word.equalsIgnoreCase("MINIMIZE")) {
      sense = Sense.MINIMIZE;
    } else {
      throw log.error(
          lines.number(), "OBJSENSE is " + ReadLog.quote(word) + ", but MIN or MAX is needed.");
    }
  }

  private void dataLine() {
    if (byColumns) {
      String complaint =
          fields.splitAtColumns(lines)
              ? take()
              : "the line does not keep to the columns of the fixed format, as the names with"
                  + " blanks above it need";
      if (complaint != null) {
        throw complaint(complaint);
      }
      return;
    }
    fields.splitAtBlanks(lines);
    if (fields.tokens() == 0) {
      return;
    }
    String complaint = assignTokens() ? take() : wrongCount();
    if (complaint != null) {
      byColumns = fields.splitAtColumns(lines) && take() == null;
      if (!byColumns) {
        throw complaint(complaint);
      }
    }
  }

  private InputException complaint(String text) {
    return log.error(lines.number(), text + ".");
  }

  private String wrongCount() {
    String expected =
        switch (section) {
          case ROWS -> "a type and a name";
          case COLUMNS -> "a column, a row, a number, and perhaps another row and number";
          case RHS, RANGES -> "perhaps a set, then a row and a number, once or twice";
          case BOUNDS -> "a type, perhaps a set, a column, and a number where the type needs one";
          case QUADOBJ, QMATRIX, QCMATRIX -> "two columns and a number";
          default -> "a section keyword in the first column";
        };
    int count = fields.tokens();
    return "the line has "
        + (count > 6 ? "more than 6" : "" + count)
        + (count == 1 ? " field" : " fields")
        + ", but "
        + expected
        + (section == MpsSection.NAME ? " is" : " are")
        + " needed";
  }

  /** Says which fields the tokens are in this section; false if their number does not fit. */
  private boolean assignTokens() {
    int count = fields.tokens();
    switch (section) {
      case COLUMNS, QUADOBJ, QMATRIX, QCMATRIX -> {
        if (count != 3 && count != 5) {
          return false;
        }
        fields.assignEntries();
      }
      case RHS, RANGES -> {
        if (count == 3 || count == 5) {
          fields.assignEntries();
        } else if (count == 2 || count == 4) {
          fields.assign(0, NAME2, NUMBER1, NAME3, NUMBER2);
        } else {
          return false;
        }
      }
      case BOUNDS -> {
        return bounds.assignTokens(fields);
      }
      case ROWS -> {
        if (count != 2) {
          return false;
        }
        fields.assign(0, TYPE, NAME1);
      }
      case OBJSENSE, OBJNAME -> {
        if (count != 1) {
          return false;
        }
        fields.assign(0, NAME1);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private @Nullable String take() {
    switch (section) {
      case COLUMNS -> {
        return matrix.takeLine(fields, lines.number());
      }
      case ROWS -> {
        return rows.takeRow(fields, lines.number());
      }
      case RHS -> {
        return rows.takeEnds(fields, lines.number(), false);
      }
      case RANGES -> {
        return rows.takeEnds(fields, lines.number(), true);
      }
      case BOUNDS -> {
        return bounds.takeLine(fields, lines.number());
      }
      case QUADOBJ, QMATRIX, QCMATRIX -> {
        return takeQuadratic();
      }
      case OBJSENSE -> setSense(fields.text(NAME1));
      case OBJNAME -> rows.wantObjective(fields.text(NAME1));
      default -> {
        return wrongCount();
      }
    }
    return null;
  }

  private @Nullable String takeQuadratic() {
    int first = columns.names.find(fields.bytes(), fields.from(NAME1), fields.to(NAME1));
    if (first < 0) {
      return MpsMatrix.unknownColumn(fields, NAME1);
    }
    boolean pair = !fields.isEmpty(NAME3);
    int second = columns.names.find(fields.bytes(), fields.from(NAME2), fields.to(NAME2));
    int third =
        pair ? columns.names.find(fields.bytes(), fields.from(NAME3), fields.to(NAME3)) : first;
    if (second < 0 || third < 0) {
      return MpsMatrix.unknownColumn(fields, second < 0 ? NAME2 : NAME3);
    }
    double value = fields.number(NUMBER1);
    double another = pair ? fields.number(NUMBER2) : 0.0;
    if (Double.isNaN(value) || Double.isNaN(another)) {
      return MpsMatrix.noNumber(fields, Double.isNaN(value) ? NUMBER1 : NUMBER2);
    }
    addQuadratic(first, second, value);
    if (pair) {
      addQuadratic(first, third, another);
    }
    return null;
  }

  private void addQuadratic(int i, int j, double value) {
    if (Math.abs(value) >= ConicProgram.INFINITE_BOUND) {
      throw log.error(
          lines.number(),
          "the quadratic entry of columns "
              + columns.quoted(i)
              + " and "
              + columns.quoted(j)
              + " is infinite ("
              + value
              + ").");
    }
    quadraticTarget.add(i, j, value, lines.number());
  }

  private ReadProblem problem() {
    bounds.complete();
    columns.reportRelaxation(log);
    SparseMatrix a = matrix.toSparse();
    SparseMatrix p = null;
    if (quadraticForm != null) {
      p =
          quadraticForm == MpsSection.QUADOBJ
              ? quadratic.ofTriangle(columns.count(), columns::quoted, options, log)
              : quadratic.ofSymmetric(
                  quadraticForm.name(), columns.count(), columns::quoted, options, log);
    }
    double[] lower = new double[rows.count()];
    double[] upper = new double[rows.count()];
    rows.ends(lower, upper);
    ConicProgram program =
        Assembly.program(
            name,
            sense,
            columns,
            a,
            lower,
            upper,
            rows.names(),
            rows.objectiveName(),
            p,
            rows.constant(),
            quadraticRows,
            options,
            log);
    return new ReadProblem(
        program,
        quadraticForm == null && quadraticRows.isEmpty() ? "MPS" : "QPS",
        log.warnings(),
        columns.integerCount(),
        columns.integers(program.columns()));
  }
}
