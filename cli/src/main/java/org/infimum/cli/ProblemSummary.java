package org.infimum.cli;

import java.io.PrintStream;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.Sense;
import org.infimum.convex.io.ReadProblem;

/** What was read, in two lines: the size, and the rows and columns by kind. */
final class ProblemSummary {
  private ProblemSummary() {}

  static void print(ReadProblem read, PrintStream out) {
    ConicProgram program = read.program();
    StringBuilder text = new StringBuilder("problem    ");
    if (!program.name().isEmpty()) {
      text.append(program.name()).append(", ");
    }
    text.append(program.sense() == Sense.MAXIMIZE ? "maximize" : "minimize");
    text.append(program.isLinear() ? ", linear, " : ", quadratic, ").append(read.format());
    text.append("\nsize       ").append(program.rows()).append(" rows, ");
    text.append(program.columns()).append(" columns, ");
    text.append(program.a().nonzeros()).append(" nonzeros");
    if (!program.isLinear()) {
      text.append(", ").append(program.p().nonzeros()).append(" quadratic nonzeros (one triangle)");
    }
    text.append("\nrows       ");
    kinds(text, program.rowLower(), program.rowUpper());
    text.append("\ncolumns    ");
    kinds(text, program.columnLower(), program.columnUpper());
    if (read.integerColumns() > 0) {
      text.append(", integer relaxed ").append(read.integerColumns());
    }
    out.println(text);
    out.flush();
  }

  private static void kinds(StringBuilder text, double[] lower, double[] upper) {
    int fixed = 0;
    int ranges = 0;
    int below = 0;
    int above = 0;
    int free = 0;
    for (int i = 0; i < lower.length; i++) {
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

  private static void kind(StringBuilder text, int begin, String label, int count) {
    if (count > 0) {
      text.append(text.length() > begin ? ", " : "").append(label).append(' ').append(count);
    }
  }
}
