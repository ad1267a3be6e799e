package org.infimum.convex.model;

import org.infimum.core.InputException;
import org.jspecify.annotations.Nullable;

/**
 * One application of a convex or concave function. Its values become columns of the model: for a
 * convex function the canonical form keeps them above the function (its epigraph), for a concave
 * one below (its hypograph), so that an expression is affine in variables and atoms alike and every
 * shared sub-expression is stated once.
 *
 * <p>A kind of atom is one file: its curvature, sign and monotonicity, its value at a point, and
 * its canonical form.
 */
abstract class Atom {
  private final Formula formula;
  private final Shape shape;
  private final Expression[] arguments;

  /**
   * @param name function name in messages
   * @param shape shape of the values
   */
  Atom(String name, Shape shape, Expression... arguments) {
    this(formula(name, arguments), shape, arguments);
  }

  Atom(Formula formula, Shape shape, Expression... arguments) {
    this.formula = formula;
    this.shape = shape;
    this.arguments = arguments;
  }

  private static Formula formula(String name, Expression[] arguments) {
    Formula[] operands = new Formula[arguments.length];
    for (int i = 0; i < operands.length; i++) {
      operands[i] = arguments[i].formula;
    }
    return Formula.call(name, operands);
  }

  /** Whether the function is convex; concave otherwise. */
  abstract boolean isConvex();

  /** The sign of its values. */
  abstract Sign sign();

  /** How it moves with an argument. */
  abstract Monotonicity monotonicity(int argument);

  /** The function itself: NaN outside its domain. */
  abstract double[] value(double[][] at);

  /**
   * The canonical form: keeps {@code values} above (below) the function of the arguments.
   *
   * @param values one row an element of the shape
   * @param at the arguments
   */
  abstract void emit(Lowering program, Block values, Block[] at);

  /**
   * Adds {@code weight * parameter * value[element]} to the objective without a column for the
   * value, if this atom is quadratic; the weight is such that the term is convex.
   *
   * @param weight what multiplies the value
   * @return false if this atom needs its epigraph
   */
  boolean emitObjective(Lowering program, int element, Weight weight, Block[] at) {
    return false;
  }

  final Formula formula() {
    return formula;
  }

  final Shape shape() {
    return shape;
  }

  final Expression[] arguments() {
    return arguments;
  }

  /**
   * Checks the composition rules and gives the expression; of numbers alone, the number.
   *
   * @throws InputException if the rules refuse an argument or a number lies outside the domain
   */
  final Expression applied() {
    @Nullable Model model = null;
    boolean numbers = true;
    for (int i = 0; i < arguments.length; i++) {
      Discipline.check(this, arguments[i], monotonicity(i));
      model = Model.common(model, arguments[i]);
      numbers &= arguments[i].block().isConstant() && arguments[i].block().parameter() == null;
    }
    if (numbers || model == null) {
      return folded();
    }
    return new Expression(model, shape, formula, Block.columns(model.register(this), shape.size()));
  }

  private Expression folded() {
    double[][] at = new double[arguments.length][];
    for (int i = 0; i < at.length; i++) {
      at[i] = arguments[i].block().evaluate(new double[0], new double[0]);
    }
    double[] value = value(at);
    for (double number : value) {
      if (!Double.isFinite(number)) {
        throw new InputException(formula + " lies outside the domain of " + formula.text() + ".");
      }
    }
    return new Expression(null, shape, formula, Block.constant(value));
  }
}
