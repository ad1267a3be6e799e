package org.infimum.convex.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infimum.convex.Cone;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.IntervalCone;
import org.infimum.convex.RotatedSecondOrderCone;
import org.infimum.core.InputException;
import org.infimum.linalg.SparseMatrix;

/**
 * Rows with quadratic parts, {@code a'x + x'Qx <= u}, as the cones that docs/formats.md states:
 * {@code u - a'x}, then 1/2, then the linear forms whose squares add up to x'Qx.
 */
final class SquareRows {
  private final String file;
  private final SparseMatrix a;
  private final double[] lower;
  private final double[] upper;
  private final String[] rowNames;
  private final Map<Integer, Map<List<Integer>, Double>> forms = new LinkedHashMap<>();

  private final List<String> names = new ArrayList<>();
  private final List<double[]> entries = new ArrayList<>();
  private final List<Double> constants = new ArrayList<>();

  SquareRows(String file, SparseMatrix a, double[] lower, double[] upper, String[] rowNames) {
    this.file = file;
    this.a = a;
    this.lower = lower;
    this.upper = upper;
    this.rowNames = rowNames;
  }

  /** Gives a row the form x'Qx by its triangle. */
  void add(int row, Map<List<Integer>, Double> triangle) {
    if (triangle.values().stream().anyMatch(value -> value != 0.0)) {
      forms.put(row, triangle);
    }
  }

  boolean isEmpty() {
    return forms.isEmpty();
  }

  String[] names() {
    return names.toArray(new String[0]);
  }

  /** The program without its names and its columns' bounds. */
  ConicProgram.Builder program(double[] cost) {
    List<Cone> cones = new ArrayList<>();
    int[] place = new int[lower.length];
    double[] sign = new double[lower.length];
    int linear = 0;
    for (int i = 0; i < lower.length; i++) {
      if (!forms.containsKey(i)) {
        place[i] = linear++;
        sign[i] = 1.0;
        names.add(rowNames[i]);
        constants.add(0.0);
      }
    }
    cones.add(ends(linear));
    Set<String> taken = new HashSet<>(Arrays.asList(rowNames));
    forms.keySet().stream()
        .sorted()
        .forEach(
            i -> {
              boolean above = Double.isInfinite(upper[i]);
              if (above == Double.isInfinite(lower[i])) {
                throw refusal(i, "has a quadratic part but not one end");
              }
              place[i] = names.size();
              sign[i] = above ? -1.0 : 1.0;
              names.add(rowNames[i]);
              constants.add(above ? 0.0 - lower[i] : upper[i]);
              cones.add(addForm(i, sign[i], taken));
            });
    for (int j = 0; j < a.columns(); j++) {
      for (int k = a.columnStarts()[j]; k < a.columnStarts()[j + 1]; k++) {
        int i = a.rowIndices()[k];
        entries.add(new double[] {place[i], j, sign[i] * a.values()[k]});
      }
    }
    double[] b = constants.stream().mapToDouble(Double::doubleValue).toArray();
    return ConicProgram.conic(cost, matrix(cost.length), b, cones);
  }

  private IntervalCone ends(int count) {
    double[] slackLower = new double[count];
    double[] slackUpper = new double[count];
    int at = 0;
    for (int i = 0; i < lower.length; i++) {
      if (!forms.containsKey(i)) {
        slackLower[at] = 0.0 - upper[i];
        slackUpper[at++] = 0.0 - lower[i];
      }
    }
    return new IntervalCone(slackLower, slackUpper);
  }

  /** Adds the rows behind the first; returns the cone. */
  private RotatedSecondOrderCone addForm(int i, double sign, Set<String> taken) {
    Map<List<Integer>, Double> triangle = forms.get(i);
    SumOfSquares sum = new SumOfSquares(triangle == null ? Map.of() : triangle, sign);
    if (!sum.isSemidefinite()) {
      throw refusal(i, "is not convex");
    }
    addName(rowNames[i] + "[half]", taken);
    constants.add(0.5);
    int number = 0;
    for (Map<Integer, Double> square : sum.squares()) {
      square.forEach((j, value) -> entries.add(new double[] {names.size(), j, -value}));
      addName(rowNames[i] + "[" + ++number + "]", taken);
      constants.add(0.0);
    }
    return new RotatedSecondOrderCone(2 + number);
  }

  private void addName(String wanted, Set<String> taken) {
    String name = wanted;
    while (taken.contains(name)) {
      name = name + "_";
    }
    taken.add(name);
    names.add(name);
  }

  private InputException refusal(int row, String what) {
    return new InputException(file + ": the row " + rowNames[row] + " " + what + ".");
  }

  private SparseMatrix matrix(int columns) {
    int[] row = entries.stream().mapToInt(entry -> (int) entry[0]).toArray();
    int[] column = entries.stream().mapToInt(entry -> (int) entry[1]).toArray();
    double[] value = entries.stream().mapToDouble(entry -> entry[2]).toArray();
    return SparseMatrix.ofTriplets(names.size(), columns, row.length, row, column, value);
  }
}
