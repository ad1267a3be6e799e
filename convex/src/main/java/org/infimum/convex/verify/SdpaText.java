package org.infimum.convex.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.infimum.convex.IntervalCone;
import org.infimum.convex.SemidefiniteCone;

/** SDPA sparse: minimize c'x with sum_i F_i x_i - F_0 positive semidefinite, block by block. */
final class SdpaText {
  private static final int LARGEST_ORDER = 30_000;

  private final PlainConicProblem problem;
  private final List<String> lines;

  /** All words behind the sizes, and the line of each. */
  private final List<String> words = new ArrayList<>();

  private final List<Integer> wordLines = new ArrayList<>();
  private int at;

  private final List<Integer> orders = new ArrayList<>();
  private final List<Integer> firstRows = new ArrayList<>();

  SdpaText(String file, List<String> lines, boolean lenient) {
    problem = new PlainConicProblem(file, lenient);
    this.lines = lines;
  }

  PlainConicProblem read() {
    int next = sizesFrom(0);
    collect(next);
    int m = problem.columns();
    for (int j = 0; j < m; j++) {
      NumberLine word = take(1);
      problem.addCost(j, word.number(), word.line());
    }
    while (at < words.size()) {
      entry(take(5), m);
    }
    return problem;
  }

  /** Reads the three sizes; returns the number of the line behind them. */
  private int sizesFrom(int first) {
    int line = nextLine(first);
    int m = split(line).index(0, Integer.MAX_VALUE);
    problem.requireSize(m, line + 1);
    for (int j = 0; j < m; j++) {
      problem.addColumn("x" + (j + 1), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    line = nextLine(line + 1);
    int blocks = split(line).index(0, Integer.MAX_VALUE);
    long rows = 0;
    while (orders.size() < blocks) {
      line = nextLine(line + 1);
      String[] sizes = wordsOf(lines.get(line));
      NumberLine numbers = new NumberLine(problem, sizes, line + 1);
      for (int k = 0; k < sizes.length && orders.size() < blocks; k++) {
        int order = numbers.index(-Integer.MAX_VALUE, LARGEST_ORDER);
        rows += order < 0 ? -order : Triangle.size(order);
        orders.add(order);
      }
      problem.requireSize(rows, line + 1);
    }
    for (int block = 0; block < blocks; block++) {
      addBlock(block, orders.get(block), line + 1);
    }
    return line + 1;
  }

  private void addBlock(int block, int order, int line) {
    firstRows.add(problem.rows());
    if (order == 0) {
      throw problem.failure(line, "block " + (block + 1) + " has the order 0");
    }
    String name = "X" + (block + 1);
    if (isDiagonal(block)) {
      int count = Math.abs(order);
      double[] above = new double[count];
      Arrays.fill(above, Double.POSITIVE_INFINITY);
      problem.addBlock(new IntervalCone(new double[count], above));
      for (int i = 0; i < count; i++) {
        problem.addRow(Triangle.name(name, i, i));
      }
      return;
    }
    problem.addBlock(new SemidefiniteCone(order));
    for (int j = 0; j < order; j++) {
      for (int i = j; i < order; i++) {
        problem.addRow(Triangle.name(name, i, j));
      }
    }
  }

  private boolean isDiagonal(int block) {
    return orders.get(block) < 0 || orders.get(block) == 1;
  }

  private int nextLine(int first) {
    int line = first;
    while (line < lines.size() && isSilent(lines.get(line))) {
      line++;
    }
    if (line == lines.size()) {
      throw problem.failure(line, "the file ends too early");
    }
    return line;
  }

  private static boolean isSilent(String line) {
    String text = line.strip();
    return text.isEmpty() || text.startsWith("\"") || text.startsWith("*");
  }

  private NumberLine split(int line) {
    return new NumberLine(problem, wordsOf(lines.get(line)), line + 1);
  }

  private static String[] wordsOf(String line) {
    String plain = line.replaceAll("[,(){}\\[\\]=]", " ").strip();
    return plain.isEmpty() ? new String[0] : plain.split("\\s+", -1);
  }

  private void collect(int first) {
    for (int line = first; line < lines.size(); line++) {
      if (!isSilent(lines.get(line))) {
        for (String word : wordsOf(lines.get(line))) {
          words.add(word);
          wordLines.add(line + 1);
        }
      }
    }
  }

  private NumberLine take(int count) {
    int end = Math.min(at + count, words.size());
    String[] taken = words.subList(at, end).toArray(new String[0]);
    int line = taken.length > 0 ? wordLines.get(end - 1) : lines.size();
    at = end;
    return new NumberLine(problem, taken, line);
  }

  private void entry(NumberLine numbers, int m) {
    int variable = numbers.index(0, m);
    int block = numbers.index(1, orders.size()) - 1;
    int order = Math.abs(orders.get(block));
    int i = numbers.index(1, order) - 1;
    int j = numbers.index(1, order) - 1;
    double value = numbers.number();
    if (isDiagonal(block)) {
      if (i != j) {
        if (value != 0.0) {
          throw problem.failure(numbers.line(), "block " + (block + 1) + " is diagonal");
        }
        return;
      }
      // 0 <= F_i x - F_0
      int row = firstRows.get(block) + i;
      if (variable == 0) {
        problem.addConstant(row, -value, numbers.line());
      } else {
        problem.addEntry(row, variable - 1, value, numbers.line());
      }
      return;
    }
    // b - Ax = F_i x - F_0
    int row = firstRows.get(block) + Triangle.place(order, i, j);
    double scaled = -value * Triangle.weight(i, j);
    if (variable == 0) {
      problem.addConstant(row, scaled, numbers.line());
    } else {
      problem.addEntry(row, variable - 1, scaled, numbers.line());
    }
  }
}
