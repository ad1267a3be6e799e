package org.infimum.convex.io;

import java.util.Arrays;
import org.infimum.convex.ConicProgram;
import org.infimum.linalg.SparseMatrix;

/** The constraints of an LP file while they are read: names, ends and matrix entries. */
final class LpRows {
  private static final int UNNAMED = -1;

  private final ReadOptions options;
  private final ReadLog log;
  private final NameTable labels = new NameTable();
  private int[] labelLine = new int[1 << 4];
  private int[] label = new int[1 << 4];
  private double[] lower = new double[1 << 4];
  private double[] upper = new double[1 << 4];
  private int count;
  private int[] row = new int[1 << 6];
  private int[] column = new int[1 << 6];
  private double[] value = new double[1 << 6];
  private int entries;

  LpRows(ReadOptions options, ReadLog log) {
    this.options = options;
    this.log = log;
  }

  int count() {
    return count;
  }

  /** Begins an unnamed row without entries, open on both sides. */
  void start() {
    if (count == label.length) {
      int capacity = 2 * count;
      label = Arrays.copyOf(label, capacity);
      lower = Arrays.copyOf(lower, capacity);
      upper = Arrays.copyOf(upper, capacity);
    }
    label[count] = UNNAMED;
    lower[count] = Double.NEGATIVE_INFINITY;
    upper[count] = Double.POSITIVE_INFINITY;
    count++;
  }

  /** Names the row begun last. */
  void name(byte[] bytes, int from, int to, int atLine) {
    int known = labels.find(bytes, from, to);
    if (known >= 0) {
      throw log.error(
          atLine,
          "row "
              + ReadLog.quote(labels.name(known))
              + " is defined twice, first at line "
              + labelLine[known]
              + ".");
    }
    int added = labels.add(bytes, from, to);
    if (added == labelLine.length) {
      labelLine = Arrays.copyOf(labelLine, 2 * added);
    }
    labelLine[added] = atLine;
    label[count - 1] = added;
  }

  /** How messages call the row begun last. */
  String current() {
    int named = label[count - 1];
    return "row " + (named == UNNAMED ? "c" + count : ReadLog.quote(labels.name(named)));
  }

  /** Adds the terms of the expression to the row begun last. */
  void add(LpExpression expression) {
    for (int term = 0; term < expression.count(); term++) {
      if (expression.value(term) == 0.0) {
        continue;
      }
      if (entries == row.length) {
        int capacity = 2 * entries;
        row = Arrays.copyOf(row, capacity);
        column = Arrays.copyOf(column, capacity);
        value = Arrays.copyOf(value, capacity);
      }
      row[entries] = count - 1;
      column[entries] = expression.column(term);
      value[entries++] = expression.value(term);
    }
  }

  /**
   * Bounds the row begun last.
   *
   * @param relation of the row's activity to the end: at most (LESS), at least, or equal
   * @param end the constant the activity is compared with
   * @param isRange whether the row has an end on its other side too, so that this may be infinite
   */
  void bound(LpTokens.Kind relation, double end, boolean isRange, int atLine) {
    int current = count - 1;
    if (Math.abs(end) >= ConicProgram.INFINITE_BOUND) {
      boolean frees = relation == (end > 0 ? LpTokens.Kind.LESS : LpTokens.Kind.GREATER);
      if (!frees || (!isRange && !options.lenient())) {
        throw log.error(
            atLine,
            "the right-hand side of "
                + current()
                + " is infinite ("
                + end
                + "); infinity belongs in"
                + " bounds and ranges only"
                + (frees ? ", --lenient makes the row free." : "."));
      }
      if (!isRange) {
        log.warn(atLine, "the right-hand side of " + current() + " is infinite: the row is free.");
      }
    }
    if (relation != LpTokens.Kind.GREATER) {
      upper[current] = end;
    }
    if (relation != LpTokens.Kind.LESS) {
      lower[current] = end;
    }
  }

  double[] lower() {
    return Arrays.copyOf(lower, count);
  }

  double[] upper() {
    return Arrays.copyOf(upper, count);
  }

  SparseMatrix matrix(int columns) {
    return SparseMatrix.ofTriplets(count, columns, entries, row, column, value);
  }

  /** The names; an unnamed row is c and its number, with underscores if that is taken. */
  String[] names() {
    String[] names = new String[count];
    for (int i = 0; i < count; i++) {
      if (label[i] != UNNAMED) {
        names[i] = labels.name(label[i]);
        continue;
      }
      StringBuilder name = new StringBuilder("c").append(i + 1);
      while (isLabel(name.toString())) {
        name.append('_');
      }
      names[i] = name.toString();
    }
    return names;
  }

  private boolean isLabel(String name) {
    byte[] bytes = Text.encode(name);
    return labels.find(bytes, 0, bytes.length) >= 0;
  }
}
