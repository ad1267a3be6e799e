package org.infimum.convex.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A quadratic form as a sum of squares of linear forms, in the way that docs/formats.md states: the
 * columns that Q couples are scaled to a unit diagonal and eliminated, the largest pivot first.
 */
final class SumOfSquares {
  private static final double ROUNDING = Math.pow(2.0, -50.0);
  private static final double TOLERANCE = 1e-8;

  /** Entry (i, j) for both orders of i and j. */
  private final Map<Integer, Map<Integer, Double>> q = new TreeMap<>();

  private final List<Map<Integer, Double>> squares = new ArrayList<>();
  private boolean semidefinite = true;

  /**
   * @param triangle entries (i, j), i at most j
   */
  SumOfSquares(Map<List<Integer>, Double> triangle, double sign) {
    triangle.forEach(
        (pair, value) -> {
          if (value != 0.0) {
            put(pair.get(0), pair.get(1), sign * value);
            put(pair.get(1), pair.get(0), sign * value);
          }
        });
    TreeSet<Integer> remaining = new TreeSet<>(q.keySet());
    while (!remaining.isEmpty()) {
      Set<Integer> group = coupledWith(remaining.first());
      eliminate(new ArrayList<>(group));
      remaining.removeAll(group);
    }
  }

  private void put(int i, int j, double value) {
    q.computeIfAbsent(i, key -> new TreeMap<>()).put(j, value);
  }

  /** The linear forms, by column. */
  List<Map<Integer, Double>> squares() {
    return squares;
  }

  boolean isSemidefinite() {
    return semidefinite;
  }

  private Set<Integer> coupledWith(int column) {
    Set<Integer> group = new TreeSet<>();
    List<Integer> next = new ArrayList<>(List.of(column));
    while (!next.isEmpty()) {
      int at = next.removeLast();
      if (group.add(at)) {
        next.addAll(row(at).keySet());
      }
    }
    return group;
  }

  private Map<Integer, Double> row(int i) {
    Map<Integer, Double> row = q.get(i);
    return row == null ? Map.of() : row;
  }

  private double entry(int i, int j) {
    Double value = row(i).get(j);
    return value == null ? 0.0 : value;
  }

  private void eliminate(List<Integer> group) {
    int n = group.size();
    double[] root = new double[n];
    double[][] s = new double[n][n];
    for (int i = 0; i < n; i++) {
      root[i] = Math.sqrt(entry(group.get(i), group.get(i)));
      semidefinite &= root[i] > 0.0;
    }
    for (int i = 0; i < n && semidefinite; i++) {
      for (int j = 0; j < n; j++) {
        s[i][j] = i == j ? 1.0 : entry(group.get(i), group.get(j)) / root[i] / root[j];
      }
    }
    Set<Integer> left = new TreeSet<>();
    for (int i = 0; i < n; i++) {
      left.add(i);
    }
    while (semidefinite) {
      Integer pivot = largest(s, left, n * ROUNDING);
      if (pivot == null) {
        break;
      }
      TreeMap<Integer, Double> square = new TreeMap<>();
      double[] l = new double[n];
      for (int j : left) {
        l[j] = j == pivot ? Math.sqrt(s[pivot][pivot]) : s[pivot][j] / Math.sqrt(s[pivot][pivot]);
        if (l[j] * root[j] != 0.0) {
          square.put(group.get(j), l[j] * root[j]);
        }
      }
      squares.add(square);
      left.remove(pivot);
      for (int i : left) {
        for (int j : left) {
          s[i][j] -= l[i] * l[j];
        }
      }
    }
    for (int i : left) {
      for (int j : left) {
        double rest = s[i][j];
        semidefinite &= i == j ? rest >= -TOLERANCE : Math.abs(rest) <= TOLERANCE;
      }
    }
  }

  /** The first of the largest diagonal elements above the threshold, or null. */
  private static @Nullable Integer largest(double[][] s, Set<Integer> left, double threshold) {
    return left.stream()
        .filter(i -> s[i][i] > threshold)
        .min(Comparator.<Integer>comparingDouble(i -> -s[i][i]).thenComparing(i -> i))
        .orElse(null);
  }
}
