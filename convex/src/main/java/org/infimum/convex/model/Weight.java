package org.infimum.convex.model;

/**
 * A factor in the objective.
 *
 * @param factor the number
 * @param parameter the parameter element it multiplies, {@link Block#ONE} for none
 */
record Weight(double factor, int parameter) {
  Weight times(double other) {
    return new Weight(factor * other, parameter);
  }
}
