package org.infimum.convex.model;

import java.util.Arrays;
import org.infimum.core.InputException;

/**
 * Data that may change between solves of one model: a scalar, vector or matrix whose values are set
 * before each solve. A model is affine in its parameters (a product of two of them is refused), so
 * that a new value only refills numbers of the canonical form.
 *
 * <p>Where the curvature of an expression depends on the sign of a parameter, {@link #nonNegative}
 * or {@link #nonPositive} must be declared.
 */
public final class Parameter extends Expression {
  private final Model owner;
  final String name;
  final int first;
  private Sign declared = Sign.UNKNOWN;
  private final double[] values;
  private boolean isSet;

  Parameter(Model owner, String name, Shape shape, int first) {
    super(owner, shape, Formula.name(name), Block.parameters(first, shape.size()));
    this.owner = owner;
    this.name = name;
    this.first = first;
    this.values = new double[shape.size()];
  }

  /** The name it was created with. */
  public String name() {
    return name;
  }

  /** Declares that no element is ever negative. */
  public Parameter nonNegative() {
    return declare(Sign.NONNEGATIVE);
  }

  /** Declares that no element is ever positive. */
  public Parameter nonPositive() {
    return declare(Sign.NONPOSITIVE);
  }

  private Parameter declare(Sign sign) {
    declared = sign;
    owner.tags().setParameterSign(first, size(), sign);
    return this;
  }

  /** Sets every element to one number. */
  public Parameter set(double number) {
    double[] numbers = new double[size()];
    Arrays.fill(numbers, number);
    return set(numbers);
  }

  /**
   * Sets the elements, column by column; copied.
   *
   * @throws InputException if the number of elements does not fit, one is not finite or has the
   *     wrong sign; the old values stay
   */
  public Parameter set(double... numbers) {
    check(name, shape, declared, numbers);
    System.arraycopy(numbers, 0, values, 0, values.length);
    isSet = true;
    return this;
  }

  /** Refuses values that do not fit a parameter. */
  static void check(String name, Shape shape, Sign declared, double[] numbers) {
    if (numbers.length != shape.size()) {
      throw new InputException(
          "Parameter " + name + " is " + shape + " but got " + numbers.length + " numbers.");
    }
    for (int i = 0; i < numbers.length; i++) {
      if (!Double.isFinite(numbers[i])) {
        throw new InputException(
            "Element " + i + " of parameter " + name + " is not finite: " + numbers[i] + ".");
      }
      boolean wrong =
          declared == Sign.NONNEGATIVE && numbers[i] < 0.0
              || declared == Sign.NONPOSITIVE && numbers[i] > 0.0;
      if (wrong) {
        throw new InputException(
            "Element "
                + i
                + " of parameter "
                + name
                + " is "
                + numbers[i]
                + ", but the parameter was declared "
                + (declared == Sign.NONNEGATIVE ? "nonNegative" : "nonPositive")
                + ".");
      }
    }
  }

  Sign declared() {
    return declared;
  }

  boolean isSet() {
    return isSet;
  }

  /** Copies the values to where the canonical form reads them. */
  void copyTo(double[] all) {
    System.arraycopy(values, 0, all, first, values.length);
  }
}
