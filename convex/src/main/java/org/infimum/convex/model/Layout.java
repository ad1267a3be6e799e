package org.infimum.convex.model;

import java.util.Arrays;
import java.util.List;
import org.infimum.core.InputException;

/**
 * Which columns and rows of the canonical form belong to which variable, constraint and parameter.
 *
 * @param model the model's name
 * @param variables in the order of their columns, which come first
 * @param parameters in the order of their elements
 * @param rows in ascending order; together they cover all rows
 */
record Layout(String model, List<Columns> variables, List<Values> parameters, List<Rows> rows) {
  /**
   * A variable.
   *
   * @param first its first column in the canonical form
   * @param integer whether it takes whole numbers only
   */
  record Columns(String name, Shape shape, Structure structure, int first, boolean integer) {
    int count() {
      return structure.columns(shape);
    }

    /** The elements, column by column. */
    double[] elements(double[] x) {
      return structure.rows(first, shape).evaluate(x, new double[0]);
    }

    /** The name of one of its columns. */
    String columnName(int offset) {
      return shape.isScalar() ? name : name + "[" + index(offset) + "]";
    }

    private String index(int offset) {
      int n = shape.rows();
      if (shape.isVector()) {
        return "" + offset;
      }
      if (structure == Structure.GENERAL) {
        return offset % n + "," + offset / n;
      }
      int diagonal = structure == Structure.SKEW ? 1 : 0;
      int j = 0;
      int at = offset;
      while (at >= n - j - diagonal) {
        at -= n - j - diagonal;
        j++;
      }
      return at + j + diagonal + "," + j;
    }
  }

  /**
   * A parameter.
   *
   * @param first its first element
   * @param declared the sign it was declared to have
   */
  record Values(String name, Shape shape, int first, Sign declared) {}

  /**
   * Consecutive rows that belong together.
   *
   * @param constraint index of the constraint in the model, -1 for the definition of an atom
   * @param label the constraint's name or the atom's formula
   * @param shape the constraint's shape
   * @param kind what the constraint asks for
   * @param symmetric whether the rows are the svec of a symmetric matrix
   */
  record Rows(
      int constraint,
      String label,
      Shape shape,
      Constraint.Kind kind,
      boolean symmetric,
      int first,
      int count) {
    String rowName(int offset) {
      return count == 1 ? label : label + "[" + offset + "]";
    }

    /** Whose rows they are, for a person. */
    String title() {
      return constraint < 0 ? "the definition of " + label : label;
    }
  }

  /** The variable of this name. */
  Columns variable(String name) {
    // By index: an iterator would be allocated at each look-up of a prepared model.
    for (int i = 0; i < variables.size(); i++) {
      if (variables.get(i).name().equals(name)) {
        return variables.get(i);
      }
    }
    throw new InputException("The model \"" + model + "\" has no variable \"" + name + "\".");
  }

  /** The span that holds a row. */
  Rows rowsOf(int row) {
    int low = 0;
    int high = rows.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (rows.get(middle).first() <= row) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return rows.get(low);
  }

  /** Number of columns that belong to variables. */
  int variableColumns() {
    int count = 0;
    for (Columns variable : variables) {
      count += variable.count();
    }
    return count;
  }

  /** Names of all columns; those beyond the variables are {@code t1}, {@code t2}, ... */
  String[] columnNames(int columns) {
    String[] names = new String[columns];
    int at = 0;
    for (Columns variable : variables) {
      for (int i = 0; i < variable.count(); i++) {
        names[at++] = variable.columnName(i);
      }
    }
    for (int i = at; i < columns; i++) {
      names[i] = "t" + (i - at + 1);
    }
    return names;
  }

  /** Names of all rows; the definitions of atoms are {@code d1}, {@code d2}, ... */
  String[] rowNames(int count) {
    String[] names = new String[count];
    int definition = 0;
    for (Rows span : rows) {
      for (int i = 0; i < span.count(); i++) {
        names[span.first() + i] = span.constraint() < 0 ? "d" + ++definition : span.rowName(i);
      }
    }
    return names;
  }

  /** Refuses integer variables. */
  void requireContinuous() {
    for (Columns variable : variables) {
      if (variable.integer()) {
        throw new InputException(
            "Variable "
                + variable.name()
                + " is integer and this method solves continuous models only; call"
                + " solve(\"highs\", run) with the module infimum-ortools.");
      }
    }
  }

  /** Which of all columns are integer. */
  boolean[] integerColumns(int columns) {
    boolean[] integer = new boolean[columns];
    for (Columns variable : variables) {
      if (variable.integer()) {
        Arrays.fill(integer, variable.first(), variable.first() + variable.count(), true);
      }
    }
    return integer;
  }
}
