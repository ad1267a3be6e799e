package org.infimum.convex;

/**
 * What the {@link Verifier} measures of one closed convex set C: a block of activities {@code a}
 * with its row multipliers, or the columns with their reduced costs. A multiplier {@code v} is
 * allowed where {@code inf { v'c : c in C }} is finite (the barrier cone of C); for a cone this is
 * the dual cone. Distances are in the infinity norm.
 */
sealed interface SetMeasure permits IntervalMeasure, ConeMeasure {
  /** The measure of one cone's rows, which are the rows from {@code begin} on. */
  static SetMeasure of(ConicProgram program, Cone cone, int begin) {
    return switch (cone) {
      case ZeroCone zero -> rows(program, begin, zero.dimension());
      case NonnegativeCone nonnegative -> rows(program, begin, nonnegative.dimension());
      case IntervalCone interval -> rows(program, begin, interval.dimension());
      case CurvedCone curved -> new ConeMeasure(curved, program.b(), begin);
    };
  }

  private static SetMeasure rows(ConicProgram program, int begin, int count) {
    return new IntervalMeasure(program.rowLower(), program.rowUpper(), begin, begin + count);
  }

  /** The largest absolute value among the finite numbers that define C. */
  double norm();

  /** The distance of {@code values} to C. */
  double distance(DoubleDoubleVector values);

  /** The distance of {@code multipliers} to the allowed ones. */
  double multiplierDistance(DoubleDoubleVector multipliers);

  /**
   * Adds {@code inf { v'c : c in C }} to {@code sum}, v the projection on the allowed multipliers.
   */
  void addInfimum(DoubleDoubleVector multipliers, DoubleDouble sum);

  /**
   * Adds {@code v'c - inf { v'c : c in C }} to {@code sum}, v the projection of the multipliers on
   * the allowed ones and c that of the values on C: never negative, and 0 at an optimum.
   */
  void addComplementarity(
      DoubleDoubleVector values, DoubleDoubleVector multipliers, DoubleDouble sum);

  /** The distance of the direction {@code values} to the recession cone of C. */
  double recessionDistance(DoubleDoubleVector values);
}
