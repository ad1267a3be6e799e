package org.infimum.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.infimum.convex.Cone;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.CurvedCone;
import org.infimum.convex.Sense;
import org.infimum.convex.io.ReadProblem;

/** What was read, in a few lines: the size, and the rows, cones and columns by kind. */
final class ProblemSummary {
  private static final int KINDS_SHOWN = 6;

  private ProblemSummary() {}

  static void print(ReadProblem read, PrintStream out) {
    ConicProgram program = read.program();
    StringBuilder text = new StringBuilder("problem    ");
    if (!program.name().isEmpty()) {
      text.append(program.name()).append(", ");
    }
    text.append(program.sense() == Sense.MAXIMIZE ? "maximize" : "minimize");
    text.append(program.isLinear() ? ", linear" : ", quadratic");
    text.append(program.isPolyhedral() ? ", " : ", conic, ").append(read.format());
    text.append("\nsize       ").append(program.rows()).append(" rows, ");
    text.append(program.columns()).append(" columns, ");
    text.append(program.a().nonzeros()).append(" nonzeros");
    if (!program.isLinear()) {
      text.append(", ").append(program.p().nonzeros()).append(" quadratic nonzeros (one triangle)");
    }
    text.append("\nrows       ");
    Ends rows = new Ends();
    int begin = 0;
    for (Cone cone : program.cones()) {
      if (!(cone instanceof CurvedCone)) {
        rows.count(program.rowLower(), program.rowUpper(), begin, begin + cone.dimension());
      }
      begin += cone.dimension();
    }
    rows.append(text);
    cones(text, program);
    text.append("\ncolumns    ");
    Ends columns = new Ends();
    columns.count(program.columnLower(), program.columnUpper(), 0, program.columns());
    columns.append(text);
    if (read.integerColumns() > 0) {
      text.append(", integer relaxed ").append(read.integerColumns());
    }
    out.println(text);
    out.flush();
  }

  /** The kinds of curved cones in the order of their first appearance, and how many of each. */
  private static void cones(StringBuilder text, ConicProgram program) {
    Map<String, Integer> kinds = new LinkedHashMap<>();
    for (Cone cone : program.cones()) {
      if (cone instanceof CurvedCone curved) {
        kinds.merge(curved.description(), 1, Integer::sum);
      }
    }
    if (kinds.isEmpty()) {
      return;
    }
    text.append("\ncones      ");
    int shown = 0;
    int others = 0;
    for (Map.Entry<String, Integer> kind : kinds.entrySet()) {
      if (shown++ < KINDS_SHOWN) {
        text.append(shown > 1 ? ", " : "").append(kind.getValue());
        text.append(" x ").append(kind.getKey());
      } else {
        others += kind.getValue();
      }
    }
    if (others > 0) {
      text.append(", ").append(others).append(" others");
    }
  }

  /** Rows or columns by which ends they have. */
  private static final class Ends {
    private int fixed;
    private int ranges;
    private int below;
    private int above;
    private int free;

    void count(double[] lower, double[] upper, int begin, int end) {
      for (int i = begin; i < end; i++) {
        boolean hasLower = lower[i] > Double.NEGATIVE_INFINITY;
        boolean hasUpper = upper[i] < Double.POSITIVE_INFINITY;
        if (hasLower && hasUpper) {
          if (lower[i] == upper[i]) {
            fixed++;
          } else {
            ranges++;
          }
        } else if (hasLower) {
          above++;
        } else if (hasUpper) {
          below++;
        } else {
          free++;
        }
      }
    }

    void append(StringBuilder text) {
      int length = text.length();
      kind(text, length, "=", fixed);
      kind(text, length, "<=", below);
      kind(text, length, ">=", above);
      kind(text, length, "two-sided", ranges);
      kind(text, length, "free", free);
      if (text.length() == length) {
        text.append("none");
      }
    }
  }

  private static void kind(StringBuilder text, int begin, String label, int count) {
    if (count > 0) {
      text.append(text.length() > begin ? ", " : "").append(label).append(' ').append(count);
    }
  }
}
