package org.infimum.convex.model;

import org.infimum.core.InputException;
import org.infimum.linalg.SparseMatrix;

/** Data on its way into a model: checked, copied, named in messages. */
final class Numbers {
  /** Vectors up to this length are shown in formulas. */
  private static final int SHOWN = 4;

  private Numbers() {}

  /** The number itself. */
  static double finite(double number, String what) {
    if (!Double.isFinite(number)) {
      throw new InputException("The " + what + " is not finite: " + number + ".");
    }
    return number;
  }

  /** Refuses NaN and infinite elements, naming the first. */
  static void requireFinite(double[] numbers, String what) {
    for (int i = 0; i < numbers.length; i++) {
      if (!Double.isFinite(numbers[i])) {
        throw new InputException(
            "Element " + i + " of the " + what + " is not finite: " + numbers[i] + ".");
      }
    }
  }

  static void requireFinite(SparseMatrix matrix) {
    for (int j = 0; j < matrix.columns(); j++) {
      for (int k = matrix.columnStarts()[j]; k < matrix.columnStarts()[j + 1]; k++) {
        if (!Double.isFinite(matrix.values()[k])) {
          throw new InputException(
              "Element ("
                  + matrix.rowIndices()[k]
                  + ", "
                  + j
                  + ") of the sparse matrix is not finite: "
                  + matrix.values()[k]
                  + ".");
        }
      }
    }
  }

  static Expression expression(double[] numbers, Shape shape) {
    requireFinite(numbers, shape.isScalar() ? "number" : "vector of " + numbers.length);
    return new Expression(null, shape, formula(numbers, shape), Block.constant(numbers));
  }

  /** A dense matrix by its rows. */
  static Expression expression(double[][] rows) {
    int m = rows.length;
    int n = m == 0 ? 0 : rows[0].length;
    double[] numbers = new double[Math.multiplyExact(m, n)];
    for (int i = 0; i < m; i++) {
      if (rows[i].length != n) {
        throw new InputException(
            "Row "
                + i
                + " of the matrix has "
                + rows[i].length
                + " elements but row 0 has "
                + n
                + ".");
      }
      for (int j = 0; j < n; j++) {
        if (!Double.isFinite(rows[i][j])) {
          throw new InputException(
              "Element (" + i + ", " + j + ") of the matrix is not finite: " + rows[i][j] + ".");
        }
        numbers[i + j * m] = rows[i][j];
      }
    }
    Shape shape = new Shape(m, n);
    return new Expression(null, shape, formula(numbers, shape), Block.constant(numbers));
  }

  /** The matrix as it is held: sparse, by columns. */
  static SparseMatrix sparse(double[][] rows) {
    Block dense = expression(rows).block();
    int m = rows.length;
    int n = m == 0 ? 0 : rows[0].length;
    int[] starts = new int[n + 1];
    int[] index = new int[dense.entries()];
    for (int j = 0; j < n; j++) {
      starts[j + 1] = dense.starts()[(j + 1) * m];
      for (int i = 0; i < m; i++) {
        if (dense.starts()[j * m + i] < dense.starts()[j * m + i + 1]) {
          index[dense.starts()[j * m + i]] = i;
        }
      }
    }
    return new SparseMatrix(m, n, starts, index, dense.value());
  }

  private static Formula formula(double[] numbers, Shape shape) {
    if (shape.isScalar()) {
      return Formula.number(numbers[0]);
    }
    if (!shape.isVector() || numbers.length > SHOWN) {
      String size = shape.isVector() ? "" + numbers.length : shape.toString();
      return Formula.name("[" + size + "]");
    }
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < numbers.length; i++) {
      text.append(i == 0 ? "" : ", ").append(Formula.number(numbers[i]).text());
    }
    return Formula.name(text.append(']').toString());
  }
}
