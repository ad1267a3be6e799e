package org.infimum.convex.io;

import static org.infimum.convex.io.MpsFields.NAME1;
import static org.infimum.convex.io.MpsFields.NAME2;
import static org.infimum.convex.io.MpsFields.NAME3;
import static org.infimum.convex.io.MpsFields.NUMBER1;
import static org.infimum.convex.io.MpsFields.NUMBER2;
import static org.infimum.convex.io.MpsFields.TYPE;

import java.util.Arrays;
import org.infimum.convex.ConicProgram;
import org.jspecify.annotations.Nullable;

/**
 * The sections ROWS, RHS and RANGES. Rows are numbered as in the file, the objective among them;
 * the rows of the program are the same without the objective.
 */
final class MpsRows {
  final NameTable names = new NameTable();
  private final ReadOptions options;
  private final ReadLog log;
  private byte[] type = new byte[1 << 6];
  private int[] line = new int[1 << 6];
  private double[] rhs = new double[0];
  private double[] range = new double[0];
  private int[] rhsLine = new int[0];
  private int[] rangeLine = new int[0];
  private final NameTable rhsSets = new NameTable();
  private final NameTable rangeSets = new NameTable();
  private @Nullable String wantedObjective;
  private int objective = NameTable.ABSENT;

  MpsRows(ReadOptions options, ReadLog log) {
    this.options = options;
    this.log = log;
  }

  /** Chooses the objective by name (OBJNAME) instead of the first N row. */
  void wantObjective(String name) {
    wantedObjective = name;
  }

  @Nullable String takeRow(MpsFields fields, int atLine) {
    byte[] bytes = fields.bytes();
    int from = fields.from(NAME1);
    int to = fields.to(NAME1);
    if (from == to) {
      return "the row has no name";
    }
    int letter = fields.to(TYPE) - fields.from(TYPE) == 1 ? bytes[fields.from(TYPE)] & ~0x20 : 0;
    if (letter != 'N' && letter != 'E' && letter != 'L' && letter != 'G') {
      return "the row type " + fields.quoted(TYPE) + " is none of N, E, L, G";
    }
    int known = names.find(bytes, from, to);
    if (known >= 0) {
      return "row " + fields.quoted(NAME1) + " is defined twice, first at line " + line[known];
    }
    int row = names.add(bytes, from, to);
    if (row == type.length) {
      type = Arrays.copyOf(type, 2 * row);
      line = Arrays.copyOf(line, 2 * row);
    }
    type[row] = (byte) letter;
    line[row] = atLine;
    return null;
  }

  /** All rows are known: finds the objective. */
  void complete(int atLine) {
    int all = names.size();
    rhs = new double[all];
    range = new double[all];
    rhsLine = new int[all];
    rangeLine = new int[all];
    for (int i = 0; i < all && objective < 0; i++) {
      boolean wanted = wantedObjective == null || names.name(i).equals(wantedObjective);
      if (type[i] == 'N' && wanted) {
        objective = i;
      }
    }
    if (objective < 0) {
      if (wantedObjective != null) {
        throw log.error(
            atLine, "the objective row " + ReadLog.quote(wantedObjective) + " is not an N row.");
      }
      log.warn(atLine, "there is no N row, so the objective is zero.");
    }
  }

  /** The row of the file that is the objective, negative if there is none. */
  int objective() {
    return objective;
  }

  /** Number of rows of the program. */
  int count() {
    return names.size() - (objective < 0 ? 0 : 1);
  }

  /** The row of the program that a row of the file is, which must not be the objective. */
  int programRow(int fileRow) {
    return objective < 0 || fileRow < objective ? fileRow : fileRow - 1;
  }

  /** A line of RHS or RANGES. */
  @Nullable String takeEnds(MpsFields fields, int atLine, boolean isRange) {
    int first = names.find(fields.bytes(), fields.from(NAME2), fields.to(NAME2));
    boolean pair = !fields.isEmpty(NAME3);
    int second = pair ? names.find(fields.bytes(), fields.from(NAME3), fields.to(NAME3)) : first;
    if (first < 0 || second < 0) {
      return MpsMatrix.unknownRow(fields, first < 0 ? NAME2 : NAME3);
    }
    double value = fields.number(NUMBER1);
    double another = pair ? fields.number(NUMBER2) : 0.0;
    if (Double.isNaN(value) || Double.isNaN(another)) {
      return MpsMatrix.noNumber(fields, Double.isNaN(value) ? NUMBER1 : NUMBER2);
    }
    String section = isRange ? "RANGES" : "RHS";
    if (!MpsBounds.isFirstSet(isRange ? rangeSets : rhsSets, fields, section, atLine, log)) {
      return null;
    }
    setEnd(first, value, atLine, isRange);
    if (pair) {
      setEnd(second, another, atLine, isRange);
    }
    return null;
  }

  private void setEnd(int row, double value, int atLine, boolean isRange) {
    int[] lines = isRange ? rangeLine : rhsLine;
    boolean infinite = Math.abs(value) >= ConicProgram.INFINITE_BOUND;
    if (infinite && !isRange) {
      boolean frees = type[row] == (value > 0 ? 'L' : 'G');
      if (!frees || !options.lenient()) {
        throw log.error(
            atLine,
            end(row, isRange)
                + " is infinite ("
                + value
                + "); infinity belongs in bounds and ranges only"
                + (frees ? ", --lenient makes the row free." : "."));
      }
      log.warn(atLine, end(row, isRange) + " is infinite: the row is free.");
    }
    if (type[row] == 'N' && row != objective) {
      log.warn(atLine, end(row, isRange) + " is ignored: it is a free row.");
      return;
    }
    if (isRange && row == objective) {
      throw log.error(atLine, end(row, isRange) + " is that of the objective, which has none.");
    }
    double[] values = isRange ? range : rhs;
    if (lines[row] == 0) {
      lines[row] = atLine;
      values[row] = value;
      return;
    }
    if (!options.lenient()) {
      throw log.error(
          atLine,
          end(row, isRange)
              + " is given twice, first at line "
              + lines[row]
              + "; --lenient sums them.");
    }
    log.warn(
        atLine,
        end(row, isRange) + " is given twice, first at line " + lines[row] + ": they are summed.");
    values[row] += value;
  }

  /** How messages call a right-hand side or range. */
  private String end(int row, boolean isRange) {
    return (isRange ? "the range" : "the right-hand side")
        + " of row "
        + ReadLog.quote(names.name(row));
  }

  /** The objective constant: minus the right-hand side of the objective row. */
  double constant() {
    return objective < 0 ? 0.0 : 0.0 - rhs[objective];
  }

  String objectiveName() {
    return objective < 0 ? "obj" : names.name(objective);
  }

  /** Names of the program's rows. */
  String[] names() {
    String[] rowNames = new String[count()];
    for (int i = 0; i < names.size(); i++) {
      if (i != objective) {
        rowNames[programRow(i)] = names.name(i);
      }
    }
    return rowNames;
  }

  /** Fills in the lower and upper ends of the program's rows. */
  void ends(double[] lower, double[] upper) {
    for (int i = 0; i < names.size(); i++) {
      if (i == objective) {
        continue;
      }
      int row = programRow(i);
      double b = rhs[i];
      double width = Math.abs(range[i]);
      boolean ranged = rangeLine[i] != 0;
      lower[row] = Double.NEGATIVE_INFINITY;
      upper[row] = Double.POSITIVE_INFINITY;
      switch (type[i]) {
        case 'L' -> {
          lower[row] = ranged ? b - width : Double.NEGATIVE_INFINITY;
          upper[row] = b;
        }
        case 'G' -> {
          lower[row] = b;
          upper[row] = ranged ? b + width : Double.POSITIVE_INFINITY;
        }
        case 'E' -> {
          lower[row] = ranged && range[i] < 0 ? b - width : b;
          upper[row] = ranged && range[i] > 0 ? b + width : b;
        }
        default -> {}
      }
    }
  }
}
