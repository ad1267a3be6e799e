package org.infimum.convex.model;

import java.util.Arrays;
import org.infimum.core.InputException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a point of the canonical form in the names of the model.
 *
 * @param model null if the prepared model was read from a file
 * @param layout whose columns these are
 * @param parameters the values of the parameters that were solved for
 */
record PointValues(@Nullable Model model, Layout layout, double[] parameters) {
  /** The elements of an expression, column by column; atoms by their functions. */
  double[] of(Expression expression, double[] x) {
    Model owner = expression.model;
    if (owner == null) {
      return expression.block().evaluate(new double[0], new double[0]);
    }
    if (owner != model) {
      throw new InputException(
          expression
              + " belongs to the model \""
              + owner.name()
              + "\", which is not the one that was solved.");
    }
    double[] point = Arrays.copyOf(x, layout.variableColumns());
    return new Evaluation(owner, point, parameters).of(expression);
  }

  double scalar(Expression expression, double[] x) {
    Shapes.requireScalar(expression, "scalar");
    return of(expression, x)[0];
  }

  /** A matrix by its rows. */
  double[][] matrix(Expression expression, double[] x) {
    double[] elements = of(expression, x);
    double[][] rows = new double[expression.rows()][expression.columns()];
    for (int j = 0; j < expression.columns(); j++) {
      for (int i = 0; i < rows.length; i++) {
        rows[i][j] = elements[i + j * rows.length];
      }
    }
    return rows;
  }

  /** The elements of a variable, column by column. */
  double[] of(String variable, double[] x) {
    return layout.variable(variable).elements(x);
  }
}
