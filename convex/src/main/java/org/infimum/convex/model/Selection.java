package org.infimum.convex.model;

import org.infimum.core.InputException;

/** Elements, rows, columns and other parts of an expression. */
final class Selection {
  private Selection() {}

  static Expression element(Expression x, int i) {
    requireIndex(x, i, x.size(), "element");
    return part(x, Shape.SCALAR, "[" + i + "]", i, 1, 1);
  }

  static Expression element(Expression x, int i, int j) {
    requireIndex(x, i, x.rows(), "row");
    requireIndex(x, j, x.columns(), "column");
    return part(x, Shape.SCALAR, "[" + i + "," + j + "]", i + j * x.rows(), 1, 1);
  }

  static Expression slice(Expression x, int from, int to) {
    Shapes.requireVector(x, "slice");
    if (from < 0 || to < from || to > x.size()) {
      throw new InputException(
          x + " has " + x.size() + " elements; there is no slice from " + from + " to " + to + ".");
    }
    return part(x, Shape.vector(to - from), "[" + from + ":" + to + "]", from, 1, to - from);
  }

  static Expression row(Expression x, int i) {
    requireIndex(x, i, x.rows(), "row");
    return part(x, Shape.vector(x.columns()), "[" + i + ",]", i, x.rows(), x.columns());
  }

  static Expression column(Expression x, int j) {
    requireIndex(x, j, x.columns(), "column");
    return part(x, Shape.vector(x.rows()), "[," + j + "]", j * x.rows(), 1, x.rows());
  }

  static Expression diagonal(Expression x) {
    Shapes.requireSquare(x, "diagonal");
    int n = x.rows();
    Block rows = x.block().select(progression(0, n + 1, n), 1.0);
    return new Expression(x.model, Shape.vector(n), Formula.call("diagonal", x.formula), rows);
  }

  static Expression transpose(Expression x) {
    int m = x.rows();
    int n = x.columns();
    int[] rows = new int[m * n];
    for (int j = 0; j < m; j++) {
      for (int i = 0; i < n; i++) {
        rows[i + j * n] = j + i * m;
      }
    }
    return new Expression(
        x.model,
        new Shape(n, m),
        Formula.call("transpose", x.formula),
        x.block().select(rows, 1.0));
  }

  private static Expression part(
      Expression x, Shape shape, String index, int from, int stride, int count) {
    Formula whole = x.formula;
    Formula formula =
        whole.kind() == Formula.Kind.NAME
            ? Formula.name(whole.text() + index)
            : Formula.name("(" + whole + ")" + index);
    return new Expression(
        x.model, shape, formula, x.block().select(progression(from, stride, count), 1.0));
  }

  private static int[] progression(int from, int stride, int count) {
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      rows[i] = from + i * stride;
    }
    return rows;
  }

  private static void requireIndex(Expression x, int index, int count, String what) {
    if (index < 0 || index >= count) {
      throw new InputException(
          x + " is " + x.shape + "; it has no " + what + " " + index + " (they count from 0).");
    }
  }
}
