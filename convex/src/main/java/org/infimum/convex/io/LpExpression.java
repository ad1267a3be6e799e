package org.infimum.convex.io;

import java.util.Arrays;
import org.infimum.convex.ConicProgram;

/** One linear expression of an LP file with a constant: read term by term, then used up. */
final class LpExpression {
  private final Columns columns;
  private final LpRows rows;
  private final ReadOptions options;
  private final ReadLog log;
  private int[] column = new int[1 << 4];
  private double[] value = new double[1 << 4];
  private int count;
  private double constant;

  /** By column: 1 + its position in this expression and the line there, if the stamp fits. */
  private int[] seenStamp = new int[1 << 4];

  private int[] seenPosition = new int[1 << 4];
  private int[] seenLine = new int[1 << 4];
  private int stamp;

  LpExpression(Columns columns, LpRows rows, ReadOptions options, ReadLog log) {
    this.columns = columns;
    this.rows = rows;
    this.options = options;
    this.log = log;
  }

  void clear() {
    count = 0;
    constant = 0.0;
    stamp++;
  }

  int count() {
    return count;
  }

  int column(int term) {
    return column[term];
  }

  double value(int term) {
    return value[term];
  }

  double constant() {
    return constant;
  }

  void addConstant(double number) {
    constant += number;
  }

  /** Adds a term; a column that comes twice is refused, or summed if lenient. */
  void addTerm(int j, double coefficient, int atLine) {
    if (Math.abs(coefficient) >= ConicProgram.INFINITE_BOUND) {
      throw log.error(
          atLine,
          "the coefficient of column "
              + columns.quoted(j)
              + " in "
              + where()
              + " is infinite ("
              + coefficient
              + "); infinity belongs in bounds and ranges only.");
    }
    if (j >= seenStamp.length) {
      int capacity = Math.max(2 * seenStamp.length, j + 1);
      seenStamp = Arrays.copyOf(seenStamp, capacity);
      seenPosition = Arrays.copyOf(seenPosition, capacity);
      seenLine = Arrays.copyOf(seenLine, capacity);
    }
    if (seenStamp[j] == stamp) {
      String what =
          "column "
              + columns.quoted(j)
              + " stands twice in "
              + where()
              + ", first at line "
              + seenLine[j];
      if (!options.lenient()) {
        throw log.error(atLine, what + "; --lenient sums such entries.");
      }
      log.warn(atLine, what + ": the values are summed.");
      value[seenPosition[j]] += coefficient;
      return;
    }
    if (count == column.length) {
      column = Arrays.copyOf(column, 2 * count);
      value = Arrays.copyOf(value, 2 * count);
    }
    seenStamp[j] = stamp;
    seenPosition[j] = count;
    seenLine[j] = atLine;
    column[count] = j;
    value[count++] = coefficient;
  }

  /** What the expression belongs to, for messages. */
  String where() {
    return rows.count() == 0 ? "the objective" : rows.current();
  }
}
