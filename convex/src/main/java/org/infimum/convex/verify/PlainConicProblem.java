package org.infimum.convex.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.infimum.convex.Cone;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.CurvedCone;
import org.infimum.convex.IntervalCone;
import org.infimum.convex.Sense;
import org.infimum.core.InputException;
import org.infimum.linalg.SparseMatrix;

/**
 * A problem with cones as a file states it: columns, then rows block by block, then the numbers.
 * The rows of a block with ends are {@code lower <= a'x <= upper}; those of a curved cone are
 * {@code b - a'x in K}.
 */
final class PlainConicProblem {
  /** More rows, or columns, than this are not read. */
  private static final long MOST = 1 << 28;

  private final String file;
  private final boolean lenient;
  boolean maximize;
  double constant;
  private final List<String> columnNames = new ArrayList<>();
  private final List<double[]> columnBounds = new ArrayList<>();
  private final List<String> rowNames = new ArrayList<>();
  private final List<Cone> cones = new ArrayList<>();

  /** By row: the constant that its block's kind gives its meaning. */
  private final Map<Integer, Double> constants = new LinkedHashMap<>();

  private final Map<Integer, Double> costs = new LinkedHashMap<>();
  private final Map<Long, Double> entries = new LinkedHashMap<>();

  PlainConicProblem(String file, boolean lenient) {
    this.file = file;
    this.lenient = lenient;
  }

  /** The failure that names the file, the line and what is wrong there. */
  InputException failure(int line, String what) {
    return new InputException(file + ", line " + line + ": " + what + ".");
  }

  /** Refuses what nothing can hold. */
  void requireSize(long count, int line) {
    long memory = Runtime.getRuntime().maxMemory() / 200;
    if (count > Math.min(MOST, memory)) {
      throw failure(line, "a problem of " + count + " rows or columns is too large");
    }
  }

  int columns() {
    return columnNames.size();
  }

  int rows() {
    return rowNames.size();
  }

  String columnName(int j) {
    return columnNames.get(j);
  }

  void addColumn(String name, double lower, double upper) {
    columnNames.add(name);
    columnBounds.add(new double[] {lower, upper});
  }

  /** Adds a block; its rows must be named next. */
  void addBlock(Cone cone) {
    cones.add(cone);
  }

  void addRow(String name) {
    rowNames.add(name);
  }

  void addCost(int column, double value, int line) {
    put(costs, column, value, "the cost of " + columnNames.get(column), line);
  }

  void addConstant(int row, double value, int line) {
    put(constants, row, value, "the constant of " + rowNames.get(row), line);
  }

  void addEntry(int row, int column, double value, int line) {
    String what = rowNames.get(row) + " at " + columnNames.get(column);
    put(entries, (long) column * rowNames.size() + row, value, what, line);
  }

  private <K> void put(Map<K, Double> map, K key, double value, String what, int line) {
    if (!(Math.abs(value) < ConicProgram.INFINITE_BOUND)) {
      throw failure(line, what + " is infinite");
    }
    if (map.containsKey(key) && !lenient) {
      throw failure(line, what + " is given twice; --lenient sums such entries");
    }
    map.merge(key, value, Double::sum);
  }

  /** The stored minimization. */
  ConicProgram program() {
    int n = columns();
    int m = rows();
    double sign = maximize ? -1.0 : 1.0;
    double[] cost = new double[n];
    costs.forEach((j, value) -> cost[j] = value == 0.0 ? 0.0 : sign * value);
    double[] b = new double[m];
    constants.forEach((i, value) -> b[i] = value == 0.0 ? 0.0 : value);
    double[] lower = new double[n];
    double[] upper = new double[n];
    for (int j = 0; j < n; j++) {
      lower[j] = columnBounds.get(j)[0];
      upper[j] = columnBounds.get(j)[1];
    }
    SparseMatrix a = matrix();
    List<Cone> shifted = shifted(b);
    return ConicProgram.conic(cost, a, b, shifted)
        .sense(maximize ? Sense.MAXIMIZE : Sense.MINIMIZE)
        .constant(constant == 0.0 ? 0.0 : sign * constant)
        .columnBounds(lower, upper)
        .names(columnNames.toArray(new String[0]), rowNames.toArray(new String[0]))
        .build();
  }

  /**
   * The cones; the constants of rows with ends move to the ends: {@code lower <= a'x + b <= upper}.
   */
  private List<Cone> shifted(double[] b) {
    List<Cone> result = new ArrayList<>();
    int row = 0;
    for (Cone cone : cones) {
      if (cone instanceof CurvedCone) {
        result.add(cone);
      } else if (cone instanceof IntervalCone ends) {
        int count = ends.dimension();
        double[] slackLower = new double[count];
        double[] slackUpper = new double[count];
        for (int i = 0; i < count; i++) {
          // s = -a'x lies between b - upper and b - lower
          slackLower[i] = b[row + i] - ends.upper()[i];
          slackUpper[i] = b[row + i] - ends.lower()[i];
        }
        Arrays.fill(b, row, row + count, 0.0);
        result.add(new IntervalCone(slackLower, slackUpper));
      }
      row += cone.dimension();
    }
    return result;
  }

  private SparseMatrix matrix() {
    int count = entries.size();
    int[] row = new int[count];
    int[] column = new int[count];
    double[] value = new double[count];
    int k = 0;
    for (Map.Entry<Long, Double> entry : entries.entrySet()) {
      row[k] = (int) (entry.getKey() % rows());
      column[k] = (int) (entry.getKey() / rows());
      value[k++] = entry.getValue();
    }
    return SparseMatrix.ofTriplets(rows(), columns(), count, row, column, value);
  }
}
