package org.infimum.convex.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.infimum.convex.ConvexityCheck;
import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Writes a quadratic form as a sum of squares, {@code x'Qx = sum_r (l_r'x)^2}, or finds a point
 * where it is negative. Q is split into the groups of columns that it couples; each group is scaled
 * to a unit diagonal and factored by Cholesky's method with the largest pivot first (the first of
 * equals), until what is left is rounding. What is left may be negative by {@link
 * ConvexityCheck#TOLERANCE}, as for objectives.
 */
final class SemidefiniteForm {
  /** A group is factored densely. */
  static final int LARGEST_GROUP = 4000;

  /** Pivots up to this, for each column of the group, are rounding. */
  private static final double ROUNDING = 0x1p-50;

  /** One square: {@code value[k]} times column {@code column[k]}, summed. */
  record Square(int[] column, double[] value) {}

  private final List<Square> squares = new ArrayList<>();
  private double @Nullable [] negative;
  private int tooLarge;

  /**
   * @param upperTriangle of Q, n x n, with each row's diagonal where it is not zero
   */
  SemidefiniteForm(SparseMatrix upperTriangle) {
    int n = upperTriangle.columns();
    for (int[] group : groups(upperTriangle)) {
      if (group.length > LARGEST_GROUP) {
        tooLarge = group.length;
        return;
      }
      double[] v = factor(group, dense(upperTriangle, group));
      if (v != null) {
        double[] point = new double[n];
        for (int k = 0; k < group.length; k++) {
          point[group[k]] = v[k];
        }
        negative = point;
        return;
      }
    }
  }

  /** The squares, unless there is a negative point. */
  List<Square> squares() {
    return squares;
  }

  /** A point where the form is negative, or null. */
  double @Nullable [] negativePoint() {
    return negative;
  }

  /** The number of columns of a group that is too large to factor, else 0. */
  int tooLarge() {
    return tooLarge;
  }

  /** The columns with entries, by group, ascending; groups by their first column. */
  private static List<int[]> groups(SparseMatrix q) {
    int n = q.columns();
    int[] parent = new int[n];
    boolean[] occurs = new boolean[n];
    for (int j = 0; j < n; j++) {
      parent[j] = j;
    }
    for (int j = 0; j < n; j++) {
      for (int k = q.columnStarts()[j]; k < q.columnStarts()[j + 1]; k++) {
        int first = root(parent, q.rowIndices()[k]);
        int second = root(parent, j);
        parent[Math.max(first, second)] = Math.min(first, second);
        occurs[q.rowIndices()[k]] = true;
        occurs[j] = true;
      }
    }
    IntList[] members = new IntList[n];
    List<int[]> groups = new ArrayList<>();
    for (int j = 0; j < n; j++) {
      if (occurs[j]) {
        int root = root(parent, j);
        if (members[root] == null) {
          members[root] = new IntList();
        }
        members[root].add(j);
      }
    }
    for (IntList list : members) {
      if (list != null) {
        groups.add(list.toArray());
      }
    }
    return groups;
  }

  private static int root(int[] parent, int column) {
    int at = column;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** Both triangles of the group's part of Q. */
  private static double[][] dense(SparseMatrix q, int[] group) {
    int size = group.length;
    double[][] matrix = new double[size][size];
    int[] position = new int[q.columns()];
    for (int k = 0; k < size; k++) {
      position[group[k]] = k;
    }
    for (int k = 0; k < size; k++) {
      int j = group[k];
      for (int at = q.columnStarts()[j]; at < q.columnStarts()[j + 1]; at++) {
        int i = position[q.rowIndices()[at]];
        matrix[i][k] = q.values()[at];
        matrix[k][i] = q.values()[at];
      }
    }
    return matrix;
  }

  /** Adds the group's squares, or returns a point where its form is negative. */
  private double @Nullable [] factor(int[] group, double[][] q) {
    int size = group.length;
    double[] scale = new double[size];
    for (int j = 0; j < size; j++) {
      double[] v = negativeMinor(q, j);
      if (v != null) {
        return v;
      }
      scale[j] = Math.sqrt(q[j][j]);
    }
    double[][] rest = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        rest[i][j] = i == j ? 1.0 : q[i][j] / scale[i] / scale[j];
      }
    }
    List<double[]> factors = new ArrayList<>();
    List<Integer> pivots = new ArrayList<>();
    boolean[] eliminated = new boolean[size];
    int pivot = largest(rest, eliminated);
    while (pivot >= 0 && rest[pivot][pivot] > ROUNDING * size) {
      double root = Math.sqrt(rest[pivot][pivot]);
      double[] l = new double[size];
      for (int j = 0; j < size; j++) {
        l[j] = eliminated[j] ? 0.0 : j == pivot ? root : rest[pivot][j] / root;
      }
      eliminated[pivot] = true;
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size && !eliminated[i]; j++) {
          rest[i][j] -= l[i] * l[j];
        }
      }
      factors.add(l);
      pivots.add(pivot);
      pivot = largest(rest, eliminated);
    }
    double[] direction = negativeRest(rest, eliminated);
    if (direction != null) {
      return unscaled(extended(direction, factors, pivots), scale);
    }
    for (double[] l : factors) {
      squares.add(square(group, unscaledSquare(l, scale)));
    }
    return null;
  }

  /** A point for a negative diagonal element, or for one that is 0 beside another element. */
  private static double @Nullable [] negativeMinor(double[][] q, int j) {
    double[] v = new double[q.length];
    if (q[j][j] < 0.0) {
      v[j] = 1.0;
      return v;
    }
    for (int i = 0; i < q.length && q[j][j] == 0.0; i++) {
      if (q[i][j] != 0.0) {
        v[i] = 1.0;
        v[j] = -(Math.abs(q[i][i]) + 1.0) / q[i][j];
        return v;
      }
    }
    return null;
  }

  private static int largest(double[][] rest, boolean[] eliminated) {
    int best = -1;
    for (int j = 0; j < rest.length; j++) {
      if (!eliminated[j] && (best < 0 || rest[j][j] > rest[best][best])) {
        best = j;
      }
    }
    return best;
  }

  /** A point where what is left of the scaled form is negative beyond the tolerance, or null. */
  private static double @Nullable [] negativeRest(double[][] rest, boolean[] eliminated) {
    for (int j = 0; j < rest.length; j++) {
      for (int i = 0; i <= j && !eliminated[j]; i++) {
        boolean tooFar =
            i == j
                ? rest[j][j] < -ConvexityCheck.TOLERANCE
                : !eliminated[i] && Math.abs(rest[i][j]) > ConvexityCheck.TOLERANCE;
        if (tooFar) {
          double[] v = new double[rest.length];
          v[i] = -Math.signum(rest[i][j]);
          v[j] = 1.0;
          return v;
        }
      }
    }
    return null;
  }

  /** Chooses the eliminated components so that all squares vanish: by back substitution. */
  private static double[] extended(double[] v, List<double[]> factors, List<Integer> pivots) {
    for (int r = factors.size() - 1; r >= 0; r--) {
      double[] l = factors.get(r);
      double sum = 0.0;
      for (int j = 0; j < v.length; j++) {
        sum += l[j] * v[j];
      }
      v[pivots.get(r)] = -sum / l[pivots.get(r)];
    }
    return v;
  }

  private static double[] unscaled(double[] v, double[] scale) {
    double[] point = new double[v.length];
    for (int j = 0; j < v.length; j++) {
      point[j] = v[j] / scale[j];
    }
    return point;
  }

  private static double[] unscaledSquare(double[] l, double[] scale) {
    double[] square = new double[l.length];
    for (int j = 0; j < l.length; j++) {
      square[j] = l[j] * scale[j];
    }
    return square;
  }

  private static Square square(int[] group, double[] values) {
    IntList column = new IntList();
    double[] value = new double[values.length];
    for (int k = 0; k < values.length; k++) {
      if (values[k] != 0.0) {
        value[column.size()] = values[k];
        column.add(group[k]);
      }
    }
    return new Square(column.toArray(), Arrays.copyOf(value, column.size()));
  }
}
