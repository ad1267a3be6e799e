package org.infimum.convex.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infimum.convex.verify.PlainProblem.Column;
import org.infimum.convex.verify.PlainProblem.Row;
import org.jspecify.annotations.Nullable;

/**
 * CPLEX LP: objective with a quadratic part in brackets, constraints with one or two relations,
 * bounds, general and binary columns. The right-hand side of a relation is one number.
 */
final class LpText {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(<=|=<|>=|=>|[<>=+\\-*/^:\\[\\]])"
              + "|([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?"
              + "|[^\\s<>=+\\-*^:\\[\\]]+");

  /** The words that open a section when they begin a line, with the section's own name. */
  private static final Map<String, String> SECTIONS = new LinkedHashMap<>();

  static {
    List.of("maximize", "maximum", "max").forEach(word -> SECTIONS.put(word, "max"));
    List.of("minimize", "minimum", "min").forEach(word -> SECTIONS.put(word, "min"));
    List.of("subject to", "such that", "s.t.", "st.", "st")
        .forEach(word -> SECTIONS.put(word, "rows"));
    List.of("bounds", "bound").forEach(word -> SECTIONS.put(word, "bounds"));
    List.of("generals", "general", "gen", "integers", "integer", "int")
        .forEach(word -> SECTIONS.put(word, "general"));
    List.of("binaries", "binary", "bin").forEach(word -> SECTIONS.put(word, "binary"));
    SECTIONS.put("end", "end");
  }

  /** A word, number or sign and the line it stands on. */
  private record Token(String text, int line) {}

  /** What an expression says: a linear part, a constant, and whether it has brackets. */
  private static final class Expression {
    final List<Column> columns = new ArrayList<>();
    final List<Double> coefficients = new ArrayList<>();
    double constant;
    boolean hasBracket;
  }

  private final PlainProblem problem;
  private final List<String> lines;
  private List<Token> tokens = List.of();
  private int at;
  private int lastLine;

  LpText(String file, List<String> lines, boolean lenient) {
    problem = new PlainProblem(file, lenient);
    this.lines = lines;
  }

  PlainProblem read() {
    Map<String, List<Token>> sections = split();
    for (Map.Entry<String, List<Token>> entry : sections.entrySet()) {
      tokens = entry.getValue();
      at = 0;
      switch (entry.getKey()) {
        case "max", "min" -> objective(entry.getKey().equals("max"));
        case "rows" -> constraints();
        case "bounds" -> bounds();
        case "general", "binary" -> integers(entry.getKey().equals("binary"));
        default -> {
          // END carries nothing.
        }
      }
    }
    if (!sections.containsKey("max") && !sections.containsKey("min")) {
      throw problem.failure(lines.size(), "there is no objective");
    }
    if (!sections.containsKey("end")) {
      throw problem.failure(lines.size(), "the file ends before END");
    }
    return problem;
  }

  private Map<String, List<Token>> split() {
    Map<String, List<Token>> sections = new LinkedHashMap<>();
    List<Token> current = new ArrayList<>();
    int number = 0;
    for (String raw : lines) {
      number++;
      int comment = raw.indexOf('\\');
      String line = (comment < 0 ? raw : raw.substring(0, comment)).strip();
      String word = sectionWord(line);
      if (word != null) {
        current = sections.computeIfAbsent(SECTIONS.get(word), key -> new ArrayList<>());
        line = line.substring(word.length());
      }
      if (sections.isEmpty() && !line.isEmpty()) {
        throw problem.failure(number, "the text begins with no objective");
      }
      Matcher matcher = TOKEN.matcher(line);
      while (matcher.find()) {
        current.add(new Token(matcher.group(), number));
      }
      if (sections.containsKey("end")) {
        break;
      }
    }
    return sections;
  }

  /** The section word that the line begins with, as it is written in the table; null if none. */
  private static @Nullable String sectionWord(String line) {
    String lowerCase = line.toLowerCase(Locale.ROOT);
    for (String word : SECTIONS.keySet()) {
      if (lowerCase.startsWith(word)) {
        String rest = line.substring(word.length());
        boolean wholeWord = rest.isEmpty() || Character.isWhitespace(rest.charAt(0));
        if (wholeWord && !rest.strip().startsWith(":")) {
          return word;
        }
      }
    }
    return null;
  }

  private void objective(boolean maximize) {
    problem.maximize = maximize;
    String label = label();
    if (label != null) {
      problem.objectiveName = label;
    }
    Expression expression = expression(null);
    problem.constant += expression.constant;
    for (int k = 0; k < expression.columns.size(); k++) {
      expression.columns.get(k).cost += expression.coefficients.get(k);
    }
    if (at < tokens.size()) {
      throw unexpected();
    }
  }

  private void constraints() {
    while (at < tokens.size()) {
      String label = label();
      Row row = problem.addRow(label == null ? "c" + (problem.rowCount() + 1) : label, line());
      Expression left = expression(row);
      String relation = relation();
      if (left.columns.isEmpty() && !left.hasBracket) {
        limit(row, mirrored(relation), left.constant);
        Expression middle = expression(row);
        addEntries(row, middle);
        if (at < tokens.size() && isRelation(tokens.get(at).text())) {
          limit(row, relation(), signedNumber());
        }
        shift(row, middle.constant);
      } else {
        addEntries(row, left);
        limit(row, relation, signedNumber());
        shift(row, left.constant);
      }
    }
  }

  private void addEntries(Row row, Expression expression) {
    for (int k = 0; k < expression.columns.size(); k++) {
      problem.addEntry(row, expression.columns.get(k), expression.coefficients.get(k), lastLine);
    }
  }

  private static void limit(Row row, String relation, double value) {
    if (!relation.contains("<")) {
      row.lower = value;
    }
    if (!relation.contains(">")) {
      row.upper = value;
    }
  }

  /** Moves a constant on the left to the right-hand side. */
  private static void shift(Row row, double constant) {
    if (constant != 0.0) {
      row.lower -= constant;
      row.upper -= constant;
    }
  }

  private void bounds() {
    while (at < tokens.size()) {
      if (startsNumber()) {
        double value = signedNumber();
        String relation = relation();
        Column column = knownColumn();
        limit(column, mirrored(relation), value);
        if (at < tokens.size() && isRelation(tokens.get(at).text())) {
          limit(column, relation(), signedNumber());
        }
      } else {
        Column column = knownColumn();
        if (at < tokens.size() && tokens.get(at).text().equalsIgnoreCase("free")) {
          at++;
          column.lower = Double.NEGATIVE_INFINITY;
          column.upper = Double.POSITIVE_INFINITY;
        } else {
          limit(column, relation(), signedNumber());
        }
      }
    }
  }

  private static void limit(Column column, String relation, double value) {
    if (!relation.contains("<")) {
      column.lower = value;
    }
    if (!relation.contains(">")) {
      column.upper = value;
    }
  }

  private void integers(boolean binary) {
    while (at < tokens.size()) {
      Column column = knownColumn();
      column.integer = true;
      if (binary) {
        column.lower = 0.0;
        column.upper = 1.0;
      }
    }
  }

  /** The name before a colon, which is passed over; null if there is none. */
  private @Nullable String label() {
    if (at + 1 < tokens.size() && tokens.get(at + 1).text().equals(":")) {
      String name = tokens.get(at).text();
      at += 2;
      return name;
    }
    return null;
  }

  /**
   * Terms up to a relation or a term without a sign, which begins the next constraint.
   *
   * @param row whose expression it is, null for the objective
   */
  private Expression expression(@Nullable Row row) {
    Expression expression = new Expression();
    boolean first = true;
    while (at < tokens.size()) {
      boolean signed = isSign(tokens.get(at).text());
      if ((!signed && !first) || isRelation(tokens.get(at).text())) {
        break;
      }
      double sign = sign();
      if (at < tokens.size() && tokens.get(at).text().equals("[")) {
        quadratic(sign, row);
        expression.hasBracket = true;
      } else {
        term(sign, expression);
      }
      first = false;
    }
    return expression;
  }

  private void term(double sign, Expression expression) {
    double coefficient = sign;
    boolean number = false;
    if (PlainReader.isNumber(peek())) {
      coefficient = sign * PlainReader.number(next());
      number = true;
      if (at < tokens.size() && tokens.get(at).text().equals("*")) {
        at++;
        number = false;
      }
    }
    if (number && (at >= tokens.size() || !isName(tokens.get(at).text()) || nextIsLabel())) {
      expression.constant += coefficient;
      return;
    }
    lastLine = line();
    expression.columns.add(problem.column(name()));
    expression.coefficients.add(coefficient);
  }

  /**
   * {@code [ ... ] / 2}: the bracket without the half counts twice in 1/2 x'Px of the objective,
   * and once in x'Qx of a row.
   */
  private void quadratic(double sign, @Nullable Row row) {
    record Product(Column first, Column second, double coefficient, int line) {}
    List<Product> products = new ArrayList<>();
    next();
    while (!peek().equals("]")) {
      double coefficient = sign * sign();
      if (PlainReader.isNumber(peek())) {
        coefficient *= PlainReader.number(next());
        if (peek().equals("*")) {
          next();
        }
      }
      int line = line();
      Column first = problem.column(name());
      String operator = next();
      if (operator.equals("^") && peek().equals("2")) {
        next();
        products.add(new Product(first, first, coefficient, line));
      } else if (operator.equals("*")) {
        products.add(new Product(first, problem.column(name()), coefficient, line));
      } else {
        throw problem.failure(line, "a quadratic term is neither a square nor a product");
      }
    }
    next();
    double scale = row == null ? 2.0 : 1.0;
    if (at < tokens.size() && tokens.get(at).text().equals("/")) {
      next();
      scale /= PlainReader.number(next());
    }
    for (Product product : products) {
      double half = product.first() == product.second() ? 1.0 : 0.5;
      double value = half * scale * product.coefficient();
      if (row == null) {
        problem.addQuadratic(product.first(), product.second(), value, product.line());
      } else {
        problem.addQuadratic(row, product.first(), product.second(), value, product.line());
      }
    }
  }

  private double sign() {
    double sign = 1.0;
    while (at < tokens.size() && isSign(tokens.get(at).text())) {
      sign *= next().equals("-") ? -1.0 : 1.0;
    }
    return sign;
  }

  private boolean startsNumber() {
    return isSign(peek()) || PlainReader.isNumber(peek());
  }

  private double signedNumber() {
    double sign = sign();
    if (!PlainReader.isNumber(peek())) {
      throw unexpected();
    }
    return sign * PlainReader.number(next());
  }

  private String relation() {
    if (!isRelation(peek())) {
      throw unexpected();
    }
    return next();
  }

  private String name() {
    if (!isName(peek())) {
      throw unexpected();
    }
    return next();
  }

  private Column knownColumn() {
    int line = line();
    String name = name();
    Column column = problem.findColumn(name);
    if (column == null) {
      throw problem.failure(line, "the column " + name + " is in no row and not in the objective");
    }
    return column;
  }

  private boolean nextIsLabel() {
    return at + 1 < tokens.size() && tokens.get(at + 1).text().equals(":");
  }

  private String peek() {
    if (at >= tokens.size()) {
      throw problem.failure(line(), "the section ends inside an expression");
    }
    return tokens.get(at).text();
  }

  private String next() {
    String text = peek();
    at++;
    return text;
  }

  private int line() {
    return tokens.isEmpty() ? lines.size() : tokens.get(Math.min(at, tokens.size() - 1)).line();
  }

  private RuntimeException unexpected() {
    return problem.failure(line(), "unexpected \"" + peek() + "\"");
  }

  private static String mirrored(String relation) {
    return relation.contains("<") ? ">=" : relation.contains(">") ? "<=" : "=";
  }

  private static boolean isRelation(String token) {
    return token.contains("<") || token.contains(">") || token.equals("=");
  }

  private static boolean isSign(String token) {
    return token.equals("+") || token.equals("-");
  }

  private static boolean isName(String token) {
    return !PlainReader.isNumber(token) && !isRelation(token) && "+-*/^:[]".indexOf(token) < 0;
  }
}
