package org.infimum.convex.model;

/**
 * How an expression was written, for messages. It holds text and operands but no data, so that
 * printing costs nothing until it is asked for; long and deep formulas are cut.
 *
 * @param kind how it is put together
 * @param text name, number or operator
 * @param operands what the operator takes
 * @param depth how deeply operands nest
 */
record Formula(Kind kind, String text, Formula[] operands, int depth) {
  /** Deeper operands are shown as dots: a sum of a million terms nests a million times. */
  private static final int DEEPEST = 8;

  private static final int LONGEST = 120;
  private static final Formula[] NONE = {};
  private static final Formula DOTS = new Formula(Kind.NAME, "...", NONE, 0);

  enum Kind {
    /** A name, a number or a call: binds tightest. */
    NAME,
    CALL,
    PRODUCT,
    SUM
  }

  static Formula name(String name) {
    return new Formula(Kind.NAME, name, NONE, 0);
  }

  static Formula number(double number) {
    String text = Double.toString(number);
    return name(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
  }

  static Formula call(String function, Formula... operands) {
    return of(Kind.CALL, function, operands);
  }

  /** A sum or difference. */
  static Formula sum(String operator, Formula left, Formula right) {
    return of(Kind.SUM, operator, left, right);
  }

  static Formula product(Formula left, Formula right) {
    return of(Kind.PRODUCT, " ", left, right);
  }

  private static Formula of(Kind kind, String text, Formula... operands) {
    int depth = 0;
    Formula[] kept = operands.clone();
    for (int i = 0; i < kept.length; i++) {
      if (kept[i].depth >= DEEPEST) {
        kept[i] = DOTS;
      }
      depth = Math.max(depth, kept[i].depth);
    }
    return new Formula(kind, text, kept, depth + 1);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    append(out);
    if (out.length() > LONGEST) {
      out.setLength(LONGEST - 3);
      out.append("...");
    }
    return out.toString();
  }

  private void append(StringBuilder out) {
    if (out.length() > LONGEST) {
      return;
    }
    switch (kind) {
      case NAME -> out.append(text);
      case CALL -> {
        out.append(text).append('(');
        for (int i = 0; i < operands.length; i++) {
          out.append(i == 0 ? "" : ", ");
          operands[i].append(out);
        }
        out.append(')');
      }
      case PRODUCT -> {
        operands[0].appendWithin(out, Kind.PRODUCT);
        out.append(text);
        operands[1].appendWithin(out, Kind.PRODUCT);
      }
      case SUM -> {
        operands[0].append(out);
        out.append(text);
        operands[1].appendWithin(out, text.equals(" - ") ? Kind.PRODUCT : Kind.SUM);
      }
    }
  }

  /** With parentheses if it binds less tightly than what surrounds it. */
  private void appendWithin(StringBuilder out, Kind outer) {
    boolean parentheses = kind.compareTo(outer) > 0;
    out.append(parentheses ? "(" : "");
    append(out);
    out.append(parentheses ? ")" : "");
  }
}
