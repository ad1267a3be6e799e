package org.infimum.convex.io;

import org.infimum.convex.ConicProgram;
import org.infimum.convex.Sense;
import org.infimum.convex.io.LpTokens.Kind;
import org.infimum.linalg.SparseMatrix;

/**
 * Reads CPLEX LP by recursive descent.
 *
 * <pre>
 *   file       = ("minimize" | "maximize") [label] objective "subject to" { [label] row } { section } "end"
 *   objective  = expression with terms and quadratic brackets "[ 2 x^2 + 3 x * y ] / 2"
 *   row        = expression relation number | number relation expression [relation number]
 *                where an expression may have quadratic brackets too
 *   section    = "bounds" { bound } | "general" { name } | "binary" { name }
 *   bound      = [number relation] name [relation number] | name "free"
 * </pre>
 */
final class LpReader {
  private final LineScanner lines;
  private final ReadOptions options;
  private final ReadLog log;
  private final LpTokens tokens;
  private final Columns columns = new Columns();
  private final LpRows rows;
  private final LpExpression expression;
  private final Quadratic quadratic = new Quadratic();
  private final QuadraticRows quadraticRows = new QuadraticRows();
  private Sense sense = Sense.MINIMIZE;
  private String objectiveName = "obj";
  private double constant;

  private LpReader(LineScanner lines, ReadOptions options) {
    this.lines = lines;
    this.options = options;
    this.log = lines.log();
    this.tokens = new LpTokens(lines);
    this.rows = new LpRows(options, log);
    this.expression = new LpExpression(columns, rows, options, log);
  }

  static ReadProblem read(LineScanner lines, ReadOptions options) {
    LpReader reader = new LpReader(lines, options);
    reader.readFile();
    lines.drain();
    return reader.problem();
  }

  private void readFile() {
    tokens.advance();
    if (tokens.is(Kind.END_OF_FILE) && lines.number() == 0) {
      throw log.error("the file is empty.");
    }
    LpKeyword direction = tokens.keyword();
    if (!tokens.is(Kind.KEYWORD)
        || (direction != LpKeyword.MINIMIZE && direction != LpKeyword.MAXIMIZE)) {
      throw tokens.expected("Minimize or Maximize");
    }
    sense = direction == LpKeyword.MAXIMIZE ? Sense.MAXIMIZE : Sense.MINIMIZE;
    tokens.advance();
    readObjective();
    boolean rowsRead = false;
    while (true) {
      if (tokens.is(Kind.END_OF_FILE)) {
        throw log.error(lines.number(), "the file ends before End.");
      }
      LpKeyword section = tokens.keyword();
      if (!tokens.is(Kind.KEYWORD) || section == null) {
        throw tokens.expected(rowsRead ? "a section or End" : "Subject To");
      }
      if (section == LpKeyword.END) {
        return;
      }
      if (section == LpKeyword.UNSUPPORTED) {
        throw log.error(
            tokens.line(),
            "section "
                + ReadLog.quote(tokens.text())
                + " is not supported: only linear rows and continuous columns are.");
      }
      if (rowsRead == (section == LpKeyword.SUBJECT_TO)
          || section.compareTo(LpKeyword.SUBJECT_TO) < 0) {
        throw log.error(
            tokens.line(),
            "section "
                + ReadLog.quote(tokens.text())
                + " is out of order: the order is Minimize or"
                + " Maximize, Subject To, then Bounds, General and Binary, End.");
      }
      rowsRead = true;
      tokens.advance();
      readSection(section);
    }
  }

  private void readSection(LpKeyword section) {
    while (!tokens.is(Kind.KEYWORD) && !tokens.is(Kind.END_OF_FILE)) {
      switch (section) {
        case SUBJECT_TO -> readRow();
        case BOUNDS -> readBound();
        default -> readInteger(section);
      }
    }
  }

  private void readObjective() {
    if (tokens.is(Kind.LABEL)) {
      objectiveName = tokens.text();
      tokens.advanceOverLabel();
    }
    expression.clear();
    readExpression(true);
    if (!tokens.is(Kind.KEYWORD)) {
      throw tokens.expected("a term with its sign, or Subject To");
    }
    for (int term = 0; term < expression.count(); term++) {
      columns.cost[expression.column(term)] = expression.value(term);
    }
    constant = expression.constant();
  }

  /** Reads terms as long as there are any, of the objective or of the row begun last. */
  private void readExpression(boolean isObjective) {
    Quadratic brackets = isObjective ? quadratic : null;
    boolean first = true;
    while (true) {
      boolean signed = tokens.is(Kind.PLUS) || tokens.is(Kind.MINUS);
      double sign = readSigns();
      if (!signed && !first && !tokens.is(Kind.OPEN)) {
        return;
      }
      if (tokens.is(Kind.OPEN)) {
        if (brackets == null) {
          requireFirstBracket();
          brackets = quadraticRows.start(rows.count() - 1, tokens.line(), true, 1.0);
        }
        readBracket(sign, brackets, isObjective ? 2.0 : 1.0);
      } else if (tokens.is(Kind.NUMBER)) {
        readNumberTerm(sign);
      } else if (tokens.is(Kind.NAME)) {
        expression.addTerm(readColumn(), sign, tokens.line());
        tokens.advance();
      } else if (signed) {
        throw tokens.expected("a number or a name");
      } else {
        return;
      }
      first = false;
    }
  }

  /** A number, and the name it multiplies if there is one. */
  private void readNumberTerm(double sign) {
    double number = sign * tokens.number();
    tokens.advance();
    boolean product = tokens.is(Kind.TIMES);
    if (product) {
      tokens.advance();
    }
    if (tokens.is(Kind.NAME)) {
      expression.addTerm(readColumn(), number, tokens.line());
      tokens.advance();
    } else if (product) {
      throw tokens.expected("a name");
    } else {
      expression.addConstant(number);
    }
  }

  private double readSigns() {
    double sign = 1.0;
    while (tokens.is(Kind.PLUS) || tokens.is(Kind.MINUS)) {
      sign = tokens.is(Kind.MINUS) ? -sign : sign;
      tokens.advance();
    }
    return sign;
  }

  /** The column of the name that stands here, which may be new. */
  private int readColumn() {
    int known = columns.names.find(tokens.bytes(), tokens.from(), tokens.to());
    return known >= 0
        ? known
        : columns.add(tokens.bytes(), tokens.from(), tokens.to(), tokens.line());
  }

  /**
   * {@code [ a x^2 + b x * y ]}, halved by {@code / 2} behind it. The stored P has the objective
   * 1/2 x'Px: a halved bracket gives P_xx = a and P_xy = b / 2, a whole one twice as much. The
   * matrix of a row is that of x'Qx.
   *
   * @param whole what the matrix has for each unit of a whole bracket
   */
  private void readBracket(double sign, Quadratic brackets, double whole) {
    int begin = brackets.count();
    tokens.advance();
    while (!tokens.is(Kind.CLOSE)) {
      boolean signed = tokens.is(Kind.PLUS) || tokens.is(Kind.MINUS);
      if (!signed && brackets.count() > begin) {
        throw tokens.expected("a sign or ]");
      }
      double coefficient = sign * readSigns();
      if (tokens.is(Kind.NUMBER)) {
        coefficient *= tokens.number();
        tokens.advance();
        if (tokens.is(Kind.TIMES)) {
          tokens.advance();
        }
      }
      readProduct(coefficient, brackets);
    }
    tokens.advance();
    double scale = whole;
    if (tokens.is(Kind.DIVIDE)) {
      tokens.advance();
      if (!tokens.is(Kind.NUMBER) || tokens.number() != 2.0) {
        throw tokens.expected("the 2 of [ ... ] / 2");
      }
      tokens.advance();
      scale = 0.5 * whole;
    }
    brackets.scale(begin, scale, 0.5 * scale);
  }

  private void readProduct(double coefficient, Quadratic brackets) {
    if (!tokens.is(Kind.NAME)) {
      throw tokens.expected("a name");
    }
    int i = readColumn();
    int atLine = tokens.line();
    if (Math.abs(coefficient) >= ConicProgram.INFINITE_BOUND) {
      throw log.error(
          atLine,
          "the quadratic coefficient of column "
              + columns.quoted(i)
              + " is infinite ("
              + coefficient
              + ").");
    }
    tokens.advance();
    int j = i;
    if (tokens.is(Kind.POWER)) {
      tokens.advance();
      if (!tokens.is(Kind.NUMBER) || tokens.number() != 2.0) {
        throw tokens.expected("the exponent 2");
      }
    } else if (tokens.is(Kind.TIMES)) {
      tokens.advance();
      if (!tokens.is(Kind.NAME)) {
        throw tokens.expected("a name");
      }
      j = readColumn();
    } else {
      throw tokens.expected("^ 2 or * and a name");
    }
    tokens.advance();
    brackets.add(i, j, coefficient, atLine);
  }

  private void readRow() {
    rows.start();
    if (tokens.is(Kind.LABEL)) {
      rows.name(tokens.bytes(), tokens.from(), tokens.to(), tokens.line());
      tokens.advanceOverLabel();
    }
    expression.clear();
    readExpression(false);
    if (!tokens.isRelation()) {
      throw tokens.expected("a term with its sign, or a relation,");
    }
    Kind relation = tokens.kind();
    int atLine = tokens.line();
    if (expression.count() > 0 || isQuadratic()) {
      tokens.advance();
      double end = readConstant() - expression.constant();
      rows.bound(relation, end, false, atLine);
    } else {
      double left = expression.constant();
      tokens.advance();
      expression.clear();
      readExpression(false);
      readEndsAround(left, relation, atLine);
    }
    rows.add(expression);
  }

  /** A row has brackets on one side of its relation only. */
  private void requireFirstBracket() {
    if (isQuadratic()) {
      throw log.error(
          tokens.line(),
          expression.where() + " has quadratic terms on both sides of its relation.");
    }
  }

  /** Whether the row begun last has a quadratic bracket. */
  private boolean isQuadratic() {
    return quadraticRows.contains(rows.count() - 1);
  }

  /**
   * The ends of a row whose left end came first: {@code left relation expression [relation end]}.
   */
  private void readEndsAround(double left, Kind relation, int atLine) {
    boolean isRange = tokens.isRelation();
    double shift = expression.constant();
    if (!isRange && expression.count() == 0 && !isQuadratic()) {
      // Two constants, as in an empty row: the first is the activity.
      rows.bound(relation, shift - left, false, atLine);
      return;
    }
    rows.bound(mirrored(relation), left - shift, isRange, atLine);
    if (!isRange) {
      return;
    }
    if (tokens.kind() != relation || relation == Kind.EQUAL) {
      throw log.error(
          tokens.line(),
          "the two relations of " + rows.current() + " must both be <= or both be >=.");
    }
    tokens.advance();
    rows.bound(relation, readConstant() - shift, true, tokens.line());
  }

  private static Kind mirrored(Kind relation) {
    return switch (relation) {
      case LESS -> Kind.GREATER;
      case GREATER -> Kind.LESS;
      default -> relation;
    };
  }

  /** A number with its signs, and no name behind it. */
  private double readConstant() {
    double sign = readSigns();
    if (!tokens.is(Kind.NUMBER)) {
      throw tokens.expected("a number (names belong on the other side)");
    }
    double number = sign * tokens.number();
    tokens.advance();
    if (tokens.isNameOnSameLine()) {
      throw tokens.expected("a relation or the end of the line (names belong on the other side)");
    }
    return number;
  }

  private void readBound() {
    if (tokens.is(Kind.NAME)) {
      int column = readBoundColumn();
      if (tokens.isNameOnSameLine()) {
        readFree(column);
        return;
      }
      requireRelation();
      Kind relation = tokens.kind();
      tokens.advance();
      bound(column, relation, readConstant());
      return;
    }
    double left = readConstant();
    requireRelation();
    Kind relation = tokens.kind();
    tokens.advance();
    if (!tokens.is(Kind.NAME)) {
      throw tokens.expected("a column");
    }
    int column = readBoundColumn();
    bound(column, mirrored(relation), left);
    if (tokens.isRelation()) {
      relation = tokens.kind();
      tokens.advance();
      bound(column, relation, readConstant());
    }
  }

  private void requireRelation() {
    if (!tokens.isRelation()) {
      throw tokens.expected("<=, >= or =");
    }
  }

  private int readBoundColumn() {
    int before = columns.count();
    int column = readColumn();
    if (columns.count() > before) {
      log.warn(
          tokens.line(),
          "column " + columns.quoted(column) + " has bounds but stands in no row or objective.");
    }
    tokens.advance();
    return column;
  }

  private void readFree(int column) {
    if (!Text.equalsIgnoreCase(tokens.bytes(), tokens.from(), tokens.to(), "free")) {
      throw tokens.expected("<=, >=, = or free");
    }
    columns.setLower(column, Double.NEGATIVE_INFINITY, log, tokens.line());
    columns.setUpper(column, Double.POSITIVE_INFINITY, log, tokens.line());
    tokens.advance();
  }

  private void bound(int column, Kind relation, double value) {
    if (relation != Kind.LESS) {
      columns.setLower(column, value, log, tokens.line());
    }
    if (relation != Kind.GREATER) {
      columns.setUpper(column, value, log, tokens.line());
    }
  }

  private void readInteger(LpKeyword section) {
    if (!tokens.is(Kind.NAME)) {
      throw tokens.expected("the name of a column");
    }
    int column = columns.names.find(tokens.bytes(), tokens.from(), tokens.to());
    if (column < 0) {
      throw log.error(
          tokens.line(),
          "column " + ReadLog.quote(tokens.text()) + " stands in no row, bound or objective.");
    }
    columns.declareInteger(column, options, log, tokens.line());
    if (section == LpKeyword.BINARY) {
      columns.setLower(column, 0.0, log, tokens.line());
      columns.setUpper(column, 1.0, log, tokens.line());
    }
    tokens.advance();
  }

  private ReadProblem problem() {
    columns.reportRelaxation(log);
    SparseMatrix p =
        quadratic.isEmpty()
            ? null
            : quadratic.ofTriangle(columns.count(), columns::quoted, options, log);
    ConicProgram program =
        Assembly.program(
            tokens.problemName(),
            sense,
            columns,
            rows.matrix(columns.count()),
            rows.lower(),
            rows.upper(),
            rows.names(),
            objectiveName,
            p,
            constant,
            quadraticRows,
            options,
            log);
    return new ReadProblem(
        program, "LP", log.warnings(), columns.integerCount(), columns.integers(program.columns()));
  }
}
