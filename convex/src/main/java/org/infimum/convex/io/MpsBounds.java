package org.infimum.convex.io;

import static org.infimum.convex.io.MpsFields.NAME1;
import static org.infimum.convex.io.MpsFields.NAME2;
import static org.infimum.convex.io.MpsFields.NUMBER1;
import static org.infimum.convex.io.MpsFields.TYPE;

import org.jspecify.annotations.Nullable;

/** The section BOUNDS. */
final class MpsBounds {
  private final Columns columns;
  private final ReadOptions options;
  private final ReadLog log;
  private final NameTable sets = new NameTable();

  MpsBounds(Columns columns, ReadOptions options, ReadLog log) {
    this.columns = columns;
    this.options = options;
    this.log = log;
  }

  /** Says which fields the tokens are: the set, and with some types the number, may be missing. */
  boolean assignTokens(MpsFields fields) {
    int count = fields.tokens();
    if (count < 2 || count > 4) {
      return false;
    }
    boolean valueless = needsNoValue(fields.token(0));
    if (count == 4) {
      fields.assign(0, TYPE, NAME1, NAME2, NUMBER1);
    } else if (count == 2) {
      fields.assign(0, TYPE, NAME2);
    } else if (valueless && isColumn(fields, 2)) {
      fields.assign(0, TYPE, NAME1, NAME2);
    } else {
      fields.assign(0, TYPE, NAME2, NUMBER1);
    }
    return count > 2 || valueless;
  }

  private boolean isColumn(MpsFields fields, int token) {
    return columns.names.find(fields.bytes(), fields.tokenFrom(token), fields.tokenTo(token)) >= 0;
  }

  private static boolean needsNoValue(String type) {
    return switch (type) {
      case "FR", "MI", "PL", "BV" -> true;
      default -> false;
    };
  }

  @Nullable String takeLine(MpsFields fields, int atLine) {
    String type = fields.text(TYPE);
    switch (type) {
      case "UP", "LO", "FX", "FR", "MI", "PL", "BV", "LI", "UI" -> {}
      case "SC", "SI" -> {
        throw log.error(
            atLine,
            "column "
                + fields.quoted(NAME2)
                + " is semi-continuous (bound type "
                + type
                + "), which a convex problem cannot express.");
      }
      default -> {
        return "the bound type "
            + ReadLog.quote(type)
            + " is none of UP, LO, FX, FR, MI, PL, BV, LI, UI";
      }
    }
    int column = columns.names.find(fields.bytes(), fields.from(NAME2), fields.to(NAME2));
    if (column < 0) {
      return MpsMatrix.unknownColumn(fields, NAME2);
    }
    double value = 0.0;
    if (!needsNoValue(type)) {
      value = fields.number(NUMBER1);
      if (Double.isNaN(value)) {
        return MpsMatrix.noNumber(fields, NUMBER1);
      }
    }
    if (isFirstSet(sets, fields, "BOUNDS", atLine, log)) {
      apply(type, column, value, atLine);
    }
    return null;
  }

  private void apply(String type, int column, double value, int atLine) {
    switch (type) {
      case "UP", "UI" -> setUpper(column, value, atLine);
      case "LO", "LI" -> columns.setLower(column, value, log, atLine);
      case "FX" -> {
        columns.setLower(column, value, log, atLine);
        setUpper(column, value, atLine);
      }
      case "FR" -> {
        columns.setLower(column, Double.NEGATIVE_INFINITY, log, atLine);
        setUpper(column, Double.POSITIVE_INFINITY, atLine);
      }
      case "MI" -> columns.setLower(column, Double.NEGATIVE_INFINITY, log, atLine);
      case "PL" -> setUpper(column, Double.POSITIVE_INFINITY, atLine);
      default -> {
        columns.setLower(column, 0.0, log, atLine);
        setUpper(column, 1.0, atLine);
      }
    }
    if (type.equals("BV") || type.equals("LI") || type.equals("UI")) {
      columns.declareInteger(column, options, log, atLine);
    }
  }

  private void setUpper(int column, double value, int atLine) {
    if (value < 0.0 && !columns.isMarked(column, Columns.LOWER_STATED)) {
      columns.lower[column] = Double.NEGATIVE_INFINITY;
      log.warn(
          atLine,
          "column "
              + columns.quoted(column)
              + " has the upper bound "
              + value
              + " and no lower bound: its lower bound is taken as -infinity instead of 0.");
    }
    columns.setUpper(column, value, log, atLine);
  }

  /** An integer column without any bound is [0, 1], as the format's first solvers had it. */
  void complete() {
    if (columns.integerCount() == 0) {
      return;
    }
    int assumed = 0;
    for (int j = 0; j < columns.count(); j++) {
      if (columns.isMarked(j, Columns.INTEGER)
          && !columns.isMarked(j, Columns.LOWER_STATED)
          && !columns.isMarked(j, Columns.UPPER_STATED)) {
        columns.upper[j] = 1.0;
        assumed++;
      }
    }
    if (assumed > 0) {
      log.warn(assumed + " integer columns have no bounds and are taken as [0, 1].");
    }
  }

  /** Whether the set named in the line is the first of its section; others are ignored. */
  static boolean isFirstSet(
      NameTable sets, MpsFields fields, String section, int atLine, ReadLog log) {
    if (fields.isEmpty(NAME1)) {
      return true;
    }
    byte[] bytes = fields.bytes();
    int set = sets.find(bytes, fields.from(NAME1), fields.to(NAME1));
    if (set < 0) {
      set = sets.add(bytes, fields.from(NAME1), fields.to(NAME1));
      if (set > 0) {
        log.warn(
            atLine,
            "the "
                + section
                + " set "
                + fields.quoted(NAME1)
                + " is ignored: only the first set, "
                + ReadLog.quote(sets.name(0))
                + ", is used.");
      }
    }
    return set == 0;
  }
}
