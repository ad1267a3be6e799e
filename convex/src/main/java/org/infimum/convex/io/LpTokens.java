package org.infimum.convex.io;

import org.infimum.core.InputException;
import org.jspecify.annotations.Nullable;

/** The tokens of an LP file. The bytes of the current token are valid until the next advance. */
final class LpTokens {
  /** What a token is. */
  enum Kind {
    NUMBER,
    NAME,
    /** A name with a colon behind it. */
    LABEL,
    KEYWORD,
    PLUS,
    MINUS,
    TIMES,
    POWER,
    DIVIDE,
    OPEN,
    CLOSE,
    LESS,
    GREATER,
    EQUAL,
    END_OF_FILE
  }

  private static final String PROBLEM_NAME = "problem name:";

  private final LineScanner lines;
  private final ReadLog log;
  private Kind kind = Kind.END_OF_FILE;
  private double number;
  private @Nullable LpKeyword keyword;
  private int from;
  private int to;
  private boolean firstOfLine;
  private boolean lineOpen;
  private int following;
  private String problemName = "";

  LpTokens(LineScanner lines) {
    this.lines = lines;
    this.log = lines.log();
  }

  Kind kind() {
    return kind;
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  /** Whether a name is next that belongs to what precedes it: not the first token of its line. */
  boolean isNameOnSameLine() {
    return kind == Kind.NAME && !firstOfLine;
  }

  boolean isRelation() {
    return kind == Kind.LESS || kind == Kind.GREATER || kind == Kind.EQUAL;
  }

  /** The value of a number. */
  double number() {
    return number;
  }

  /** The section that a keyword begins. */
  @Nullable LpKeyword keyword() {
    return keyword;
  }

  byte[] bytes() {
    return lines.bytes();
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  int line() {
    return lines.number();
  }

  String text() {
    return Text.decode(lines.bytes(), from, to);
  }

  /** The name in a comment {@code \Problem name: ...}, empty if there is none. */
  String problemName() {
    return problemName;
  }

  /** An error that says what stands here and what should. */
  InputException expected(String what) {
    if (kind == Kind.END_OF_FILE) {
      return log.error(line(), "the file ends, but " + what + " is needed.");
    }
    return log.error(line(), "at " + ReadLog.quote(text()) + ": " + what + " is needed.");
  }

  void advance() {
    boolean afterBracket = kind == Kind.CLOSE;
    if (!toNextToken()) {
      kind = Kind.END_OF_FILE;
      return;
    }
    byte[] bytes = lines.bytes();
    int end = lines.end();
    from = following;
    to = from + 1;
    switch (bytes[from]) {
      case '+' -> kind = Kind.PLUS;
      case '-' -> kind = Kind.MINUS;
      case '*' -> kind = Kind.TIMES;
      case '^' -> kind = Kind.POWER;
      case '[' -> kind = Kind.OPEN;
      case ']' -> kind = Kind.CLOSE;
      case '<', '>', '=' -> relation(bytes, end);
      case ':' -> throw log.error(line(), "there is a colon without a name before it.");
      case '/' -> {
        if (afterBracket) {
          kind = Kind.DIVIDE;
        } else {
          name(bytes, end);
        }
      }
      case '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(bytes, end);
      default -> name(bytes, end);
    }
    following = to;
  }

  /** Moves {@code following} to the first byte of a token; false at the end of the file. */
  private boolean toNextToken() {
    firstOfLine = false;
    while (true) {
      if (lineOpen) {
        byte[] bytes = lines.bytes();
        int end = lines.end();
        while (following < end && Text.isBlank(bytes[following])) {
          following++;
        }
        if (following < end && bytes[following] != '\\') {
          return true;
        }
        if (following < end && problemName.isEmpty()) {
          noteProblemName(bytes, following + 1, end);
        }
      }
      lineOpen = lines.next();
      if (!lineOpen) {
        return false;
      }
      following = lines.start();
      firstOfLine = true;
    }
  }

  private void noteProblemName(byte[] bytes, int begin, int end) {
    int at = begin;
    while (at < end && Text.isBlank(bytes[at])) {
      at++;
    }
    int behind = at + PROBLEM_NAME.length();
    if (behind <= end && Text.equalsIgnoreCase(bytes, at, behind, PROBLEM_NAME)) {
      problemName = Text.decode(bytes, behind, end).strip();
    }
  }

  /** {@code <}, {@code <=}, {@code =<}, {@code >}, {@code >=}, {@code =>} and {@code =}. */
  private void relation(byte[] bytes, int end) {
    int first = bytes[from];
    int second = to < end ? bytes[to] : 0;
    boolean two = first == '=' ? second == '<' || second == '>' : second == '=';
    int direction = first == '=' && two ? second : first;
    to += two ? 1 : 0;
    kind = direction == '<' ? Kind.LESS : direction == '>' ? Kind.GREATER : Kind.EQUAL;
  }

  private void number(byte[] bytes, int end) {
    int at = from;
    while (at < end && (isDigit(bytes[at]) || bytes[at] == '.')) {
      at++;
    }
    if (at < end && Text.lowerCase(bytes[at]) == 'e') {
      int exponent = at + 1;
      if (exponent < end && (bytes[exponent] == '+' || bytes[exponent] == '-')) {
        exponent++;
      }
      if (exponent < end && isDigit(bytes[exponent])) {
        at = exponent;
        while (at < end && isDigit(bytes[at])) {
          at++;
        }
      }
    }
    to = at;
    kind = Kind.NUMBER;
    number = Decimal.parse(bytes, from, to);
    if (Double.isNaN(number)) {
      throw log.error(line(), ReadLog.quote(text()) + " is not a number.");
    }
  }

  private void name(byte[] bytes, int end) {
    int at = from;
    while (at < end && isNameByte(bytes[at])) {
      at++;
    }
    to = at;
    while (at < end && Text.isBlank(bytes[at])) {
      at++;
    }
    keyword = null;
    if (at < end && bytes[at] == ':') {
      kind = Kind.LABEL;
      return;
    }
    if (firstOfLine) {
      keyword = LpKeyword.at(bytes, from, end);
      if (keyword != null) {
        kind = Kind.KEYWORD;
        to = keyword.end(bytes, from, end);
        return;
      }
    }
    if (Decimal.isInfinity(bytes, from, to)) {
      kind = Kind.NUMBER;
      number = Double.POSITIVE_INFINITY;
      return;
    }
    if (Text.equalsIgnoreCase(bytes, from, to, "nan")) {
      throw log.error(line(), ReadLog.quote(text()) + " is not a number.");
    }
    kind = Kind.NAME;
  }

  /** Steps over a label and its colon. */
  void advanceOverLabel() {
    byte[] bytes = lines.bytes();
    while (bytes[following] != ':') {
      following++;
    }
    following++;
    advance();
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** Whether the byte may stand in a name: neither a blank nor one of {@code +-*^:<>=[]\}. */
  static boolean isNameByte(byte b) {
    return switch (b) {
      case '+', '-', '*', '^', ':', '<', '>', '=', '[', ']', '\\' -> false;
      default -> !Text.isBlank(b);
    };
  }

  /** Whether a name may begin with the byte. */
  static boolean isFirstNameByte(byte b) {
    return isNameByte(b) && !isDigit(b) && b != '.';
  }
}
