package org.infimum.convex.model;

import java.util.Collections;
import org.infimum.convex.GeneralizedPowerCone;
import org.infimum.convex.RotatedSecondOrderCone;

/**
 * The geometric mean of nonnegative numbers, {@code prod x_i^(1/n)}: the generalized power cone
 * with equal exponents; for two numbers the rotated second-order cone.
 */
final class GeometricMean extends Atom {
  GeometricMean(Expression x) {
    super("geoMean", Shape.SCALAR, x);
    Shapes.requireNotEmpty(x, "geoMean");
  }

  @Override
  boolean isConvex() {
    return false;
  }

  @Override
  Sign sign() {
    return Sign.NONNEGATIVE;
  }

  @Override
  Monotonicity monotonicity(int argument) {
    return Monotonicity.NONDECREASING;
  }

  @Override
  double[] value(double[][] at) {
    double logarithm = 0.0;
    for (double element : at[0]) {
      logarithm += Math.log(element) / at[0].length;
    }
    return new double[] {Math.exp(logarithm)};
  }

  @Override
  void emit(Lowering program, Block values, Block[] at) {
    int n = at[0].rows();
    if (n == 1) {
      program.nonpositive(values.plus(-1.0, at[0]));
      program.nonpositive(at[0].scaled(-1.0));
    } else if (n == 2) {
      Block halved = at[0].select(new int[] {1}, 0.5);
      program.cones(
          new RotatedSecondOrderCone(3),
          Block.stacked(at[0].select(new int[] {0}, 1.0), halved, values));
    } else {
      program.cones(
          new GeneralizedPowerCone(Collections.nCopies(n, 1.0 / n), 1),
          Block.stacked(at[0], values));
    }
  }
}
