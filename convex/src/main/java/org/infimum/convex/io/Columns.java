package org.infimum.convex.io;

import java.util.Arrays;
import org.infimum.convex.ConicProgram;
import org.infimum.core.InputException;

/** The columns of a problem while it is read: names, costs, bounds. */
final class Columns {
  /** A lower bound was stated. */
  static final int LOWER_STATED = 1;

  /** An upper bound was stated. */
  static final int UPPER_STATED = 2;

  /** The column was declared integer. */
  static final int INTEGER = 4;

  final NameTable names = new NameTable();
  double[] cost = new double[1 << 6];
  double[] lower = new double[1 << 6];
  double[] upper = new double[1 << 6];
  int[] line = new int[1 << 6];
  private byte[] flags = new byte[1 << 6];
  private int integerCount;
  private boolean relaxed;

  int count() {
    return names.size();
  }

  /** Appends a continuous column {@code [0, infinity)} that first appears at the given line. */
  int add(byte[] bytes, int from, int to, int firstLine) {
    int column = names.add(bytes, from, to);
    if (column == cost.length) {
      int capacity = 2 * column;
      cost = Arrays.copyOf(cost, capacity);
      lower = Arrays.copyOf(lower, capacity);
      upper = Arrays.copyOf(upper, capacity);
      line = Arrays.copyOf(line, capacity);
      flags = Arrays.copyOf(flags, capacity);
    }
    upper[column] = Double.POSITIVE_INFINITY;
    line[column] = firstLine;
    return column;
  }

  void mark(int column, int flag) {
    if (flag == INTEGER && !isMarked(column, INTEGER)) {
      integerCount++;
    }
    flags[column] |= (byte) flag;
  }

  boolean isMarked(int column, int flag) {
    return (flags[column] & flag) != 0;
  }

  /** States a lower bound; +infinity is refused. */
  void setLower(int column, double value, ReadLog log, int atLine) {
    if (value >= ConicProgram.INFINITE_BOUND) {
      throw unsatisfiable("lower", column, value, log, atLine);
    }
    lower[column] = value;
    mark(column, LOWER_STATED);
  }

  /** States an upper bound; -infinity is refused. */
  void setUpper(int column, double value, ReadLog log, int atLine) {
    if (value <= -ConicProgram.INFINITE_BOUND) {
      throw unsatisfiable("upper", column, value, log, atLine);
    }
    upper[column] = value;
    mark(column, UPPER_STATED);
  }

  private InputException unsatisfiable(
      String side, int column, double value, ReadLog log, int atLine) {
    return log.error(
        atLine,
        "the "
            + side
            + " bound of column "
            + quoted(column)
            + " is "
            + value
            + ", which no number satisfies.");
  }

  /** The name in quotes, for messages. */
  String quoted(int column) {
    return ReadLog.quote(names.name(column));
  }

  int integerCount() {
    return integerCount;
  }

  /** Which of the program's columns, first those of the file, were declared integer. */
  boolean[] integers(int programColumns) {
    boolean[] integers = new boolean[programColumns];
    for (int j = 0; j < count(); j++) {
      integers[j] = isMarked(j, INTEGER);
    }
    return integers;
  }

  /** Counts the column as integer, or refuses it unless relaxation is asked for. */
  void declareInteger(int column, ReadOptions options, ReadLog log, int atLine) {
    if (!options.relax() && !options.integer()) {
      throw log.error(
          atLine,
          "column "
              + quoted(column)
              + " is integer and only continuous problems"
              + " are solved; --relax solves the relaxation.");
    }
    mark(column, INTEGER);
    relaxed |= options.relax();
  }

  /** Warns once if integer columns were relaxed. */
  void reportRelaxation(ReadLog log) {
    if (relaxed) {
      log.warn(integerCount + " integer columns are relaxed to continuous ones.");
    }
  }
}
