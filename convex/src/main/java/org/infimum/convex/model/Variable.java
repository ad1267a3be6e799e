package org.infimum.convex.model;

import java.util.Arrays;
import org.infimum.core.InputException;

/**
 * A scalar, vector or matrix of decision variables, free until bounds are set. Bounds and flags are
 * attributes of the variable, to be set where it is created.
 */
public final class Variable extends Expression {
  private final Model owner;
  final String name;
  final Structure structure;
  final int first;
  final int count;
  private final double[] lower;
  private final double[] upper;
  private boolean integer;

  Variable(Model owner, String name, Shape shape, Structure structure, int first) {
    super(owner, shape, Formula.name(name), structure.rows(first, shape));
    this.owner = owner;
    this.name = name;
    this.structure = structure;
    this.first = first;
    this.count = structure.columns(shape);
    this.lower = new double[count];
    this.upper = new double[count];
    Arrays.fill(lower, Double.NEGATIVE_INFINITY);
    Arrays.fill(upper, Double.POSITIVE_INFINITY);
  }

  /** The name it was created with. */
  public String name() {
    return name;
  }

  /** Keeps every element at or above 0. */
  public Variable nonNegative() {
    return bounds(0.0, Double.POSITIVE_INFINITY);
  }

  /** Keeps every element at or below 0. */
  public Variable nonPositive() {
    return bounds(Double.NEGATIVE_INFINITY, 0.0);
  }

  /** Sets the lower bound of every element, {@code -infinity} for none. */
  public Variable lowerBound(double bound) {
    return bounds(bound, Double.POSITIVE_INFINITY);
  }

  /** Sets the upper bound of every element, {@code +infinity} for none. */
  public Variable upperBound(double bound) {
    return bounds(Double.NEGATIVE_INFINITY, bound);
  }

  /**
   * Narrows the bounds of every element; bounds that were set before stay where they are tighter.
   */
  public Variable bounds(double low, double high) {
    double[] lows = new double[count];
    double[] highs = new double[count];
    Arrays.fill(lows, low);
    Arrays.fill(highs, high);
    return narrow(lows, highs);
  }

  /**
   * Narrows the bounds element by element.
   *
   * @param low one number for each element of a scalar, vector or general matrix
   * @param high likewise
   */
  public Variable bounds(double[] low, double[] high) {
    if (structure != Structure.GENERAL || low.length != count || high.length != count) {
      throw new InputException(
          "The bounds of "
              + name
              + " have "
              + low.length
              + " and "
              + high.length
              + " elements, but "
              + name
              + " is "
              + shape
              + ".");
    }
    return narrow(low, high);
  }

  private Variable narrow(double[] low, double[] high) {
    for (int i = 0; i < count; i++) {
      if (Double.isNaN(low[i]) || Double.isNaN(high[i])) {
        throw new InputException("A bound of " + name + " is not a number.");
      }
    }
    if (structure == Structure.SKEW && count > 0 && (low[0] == 0.0 || high[0] == 0.0)) {
      throw new InputException("The skew-symmetric matrix " + name + " has no sign.");
    }
    for (int i = 0; i < count; i++) {
      lower[i] = Math.max(lower[i], low[i]);
      upper[i] = Math.min(upper[i], high[i]);
      Sign sign =
          lower[i] >= 0.0 ? Sign.NONNEGATIVE : upper[i] <= 0.0 ? Sign.NONPOSITIVE : Sign.UNKNOWN;
      owner.tags().setColumnSign(first + i, 1, sign);
    }
    owner.changed();
    return this;
  }

  /** Allows whole numbers only; such a model needs an {@link org.infimum.convex.Engine}. */
  public Variable integer() {
    integer = true;
    owner.changed();
    return this;
  }

  /** Allows 0 and 1 only. */
  public Variable binary() {
    return bounds(0.0, 1.0).integer();
  }

  boolean isInteger() {
    return integer;
  }

  double lower(int i) {
    return lower[i];
  }

  double upper(int i) {
    return upper[i];
  }
}
