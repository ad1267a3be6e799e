package org.infimum.convex.model;

import java.util.Arrays;

/**
 * Expressions at a point: atoms by their functions, not by the columns that bound them in the
 * canonical form.
 */
final class Evaluation {
  private final Model model;
  private final double[] columns;
  private final double[] parameters;
  private final boolean[] known;

  /**
   * @param x values of the variables' columns, in the order of the canonical form
   * @param parameters values of all parameter elements
   */
  Evaluation(Model model, double[] x, double[] parameters) {
    this.model = model;
    this.parameters = parameters;
    columns = new double[model.tags().columns()];
    Arrays.fill(columns, Double.NaN);
    known = new boolean[model.atoms().size()];
    int at = 0;
    for (Variable variable : model.variables()) {
      int count = Math.min(variable.count, x.length - at);
      System.arraycopy(x, at, columns, variable.first, Math.max(0, count));
      at += variable.count;
    }
  }

  /** The elements of an expression; NaN where a function is not defined. */
  double[] of(Expression expression) {
    boolean[] needed = new boolean[known.length];
    mark(expression.block(), needed);
    for (int atom = needed.length - 1; atom >= 0; atom--) {
      if (needed[atom]) {
        for (Expression argument : model.atoms().get(atom).arguments()) {
          mark(argument.block(), needed);
        }
      }
    }
    for (int atom = 0; atom < needed.length; atom++) {
      if (needed[atom] && !known[atom]) {
        evaluate(atom);
      }
    }
    return expression.block().evaluate(columns, parameters);
  }

  private void mark(Block block, boolean[] needed) {
    for (int k = 0; k < block.entries() && needed.length > 0; k++) {
      int atom = model.atomIndex(block.column()[k]);
      if (atom >= 0) {
        needed[atom] = true;
      }
    }
  }

  private void evaluate(int index) {
    Atom atom = model.atoms().get(index);
    double[][] at = new double[atom.arguments().length][];
    for (int i = 0; i < at.length; i++) {
      at[i] = atom.arguments()[i].block().evaluate(columns, parameters);
    }
    double[] value = atom.value(at);
    System.arraycopy(value, 0, columns, model.firstColumn(index), value.length);
    known[index] = true;
  }
}
