package org.infimum.convex.model;

import java.util.Arrays;

/**
 * How an array of numbers of the canonical form follows from the parameters: {@code numbers[slot] =
 * base[slot] + sum factor * parameter}.
 *
 * @param base the numbers without parameters
 * @param slot slot of each term
 * @param parameter parameter element of each term
 * @param factor factor of each term
 */
record ParameterMap(double[] base, int[] slot, int[] parameter, double[] factor) {
  boolean isConstant() {
    return slot.length == 0;
  }

  /** Writes the numbers for the given parameters. */
  void fill(double[] parameters, double[] numbers) {
    System.arraycopy(base, 0, numbers, 0, base.length);
    for (int k = 0; k < slot.length; k++) {
      numbers[slot[k]] += factor[k] * parameters[parameter[k]];
    }
  }

  /** The numbers for the given parameters; the base itself where there are none. */
  double[] numbers(double[] parameters) {
    if (isConstant()) {
      return base;
    }
    double[] numbers = new double[base.length];
    fill(parameters, numbers);
    return numbers;
  }

  /** Collects the terms. */
  static final class Builder {
    private final double[] base;
    private int[] slot = new int[16];
    private int[] parameter = new int[16];
    private double[] factor = new double[16];
    private int count;

    Builder(int size) {
      base = new double[size];
    }

    /** Adds {@code number * parameter} to a slot, {@link Block#ONE} for the number alone. */
    void add(int at, int parameterIndex, double number) {
      if (parameterIndex == Block.ONE) {
        base[at] += number;
        return;
      }
      if (count == slot.length) {
        slot = Arrays.copyOf(slot, 2 * count);
        parameter = Arrays.copyOf(parameter, 2 * count);
        factor = Arrays.copyOf(factor, 2 * count);
      }
      slot[count] = at;
      parameter[count] = parameterIndex;
      factor[count++] = number;
    }

    ParameterMap build() {
      return new ParameterMap(
          base,
          Arrays.copyOf(slot, count),
          Arrays.copyOf(parameter, count),
          Arrays.copyOf(factor, count));
    }
  }
}
