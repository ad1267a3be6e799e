package org.infimum.convex.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.infimum.convex.CurvedCone;
import org.infimum.convex.DualCone;
import org.infimum.convex.ExponentialCone;
import org.infimum.convex.GeneralizedPowerCone;
import org.infimum.convex.PowerCone;
import org.infimum.convex.RotatedSecondOrderCone;
import org.infimum.convex.SecondOrderCone;
import org.infimum.convex.SemidefiniteCone;

/**
 * Consecutive variables or constraints of a CBF file with one domain.
 *
 * @param begin the first of them
 * @param weights of a power cone: what its exponents are proportional to; empty otherwise
 */
record CbfCone(CbfDomain domain, int begin, int dimension, List<Double> weights) {
  /**
   * How far weights may sum up to something else than 1 and still be the exponents as they stand.
   */
  private static final double ROUNDING = 1e-15;

  /** Up to this many equal exponents sum up to 1 within the tolerance of the cone. */
  private static final int MOST_FACTORS = 4096;

  int end() {
    return begin + dimension;
  }

  /** What is wrong with the dimension; empty if nothing is. */
  static String complaint(CbfDomain domain, int dimension, int weights) {
    int least =
        switch (domain) {
          case SECOND_ORDER -> 1;
          case ROTATED, GEOMETRIC_MEAN, DUAL_GEOMETRIC_MEAN -> 2;
          case EXPONENTIAL, DUAL_EXPONENTIAL -> 3;
          case POWER, DUAL_POWER -> weights + 1;
          default -> 0;
        };
    if (dimension < least) {
      return "has dimension " + dimension + ", but at least " + least + " is needed";
    }
    if (domain.isReversed() && dimension != 3) {
      return "has dimension " + dimension + ", but 3 is needed";
    }
    boolean isMean = domain == CbfDomain.GEOMETRIC_MEAN || domain == CbfDomain.DUAL_GEOMETRIC_MEAN;
    if (isMean && dimension > MOST_FACTORS) {
      return "has dimension " + dimension + ", but at most " + MOST_FACTORS + " is possible";
    }
    if (domain == CbfDomain.SEMIDEFINITE && (dimension == 0 || order(dimension) == 0)) {
      return "has dimension " + dimension + ", which is n (n + 1) / 2 for no n";
    }
    return "";
  }

  /** The order n of matrices with n (n + 1) / 2 components, or 0. */
  private static int order(int dimension) {
    int order = (int) Math.round(Math.sqrt(2.0 * dimension + 0.25) - 0.5);
    return Svec.dimension(order) == dimension && order <= SemidefiniteCone.LARGEST_ORDER
        ? order
        : 0;
  }

  /** The component of this library's cone that component {@code k} of the file's is. */
  int position(int k) {
    return domain.isReversed() ? 2 - k : k;
  }

  /** The cone, unless the domain is polyhedral. */
  CurvedCone curved() {
    return switch (domain) {
      case SECOND_ORDER -> new SecondOrderCone(dimension);
      case ROTATED -> new RotatedSecondOrderCone(dimension);
      case SEMIDEFINITE -> new SemidefiniteCone(order(dimension));
      case EXPONENTIAL -> new ExponentialCone();
      case DUAL_EXPONENTIAL -> new DualCone(new ExponentialCone());
      case GEOMETRIC_MEAN ->
          power(Collections.nCopies(dimension - 1, 1.0 / (dimension - 1)), false);
      case DUAL_GEOMETRIC_MEAN ->
          power(Collections.nCopies(dimension - 1, 1.0 / (dimension - 1)), true);
      case POWER -> power(exponents(), false);
      case DUAL_POWER -> power(exponents(), true);
      case FREE, ZERO, NONNEGATIVE, NONPOSITIVE ->
          throw new IllegalStateException("the domain " + domain.keyword + " is polyhedral");
    };
  }

  /** The weights over their sum; as they stand if rounding alone keeps the sum from being 1. */
  private List<Double> exponents() {
    double sum = 0.0;
    for (double weight : weights) {
      sum += weight;
    }
    if (Math.abs(sum - 1.0) <= ROUNDING * weights.size()) {
      return weights;
    }
    List<Double> exponents = new ArrayList<>();
    for (double weight : weights) {
      exponents.add(weight / sum);
    }
    return exponents;
  }

  private CurvedCone power(List<Double> exponents, boolean dual) {
    int tail = dimension - exponents.size();
    if (exponents.size() == 1) {
      return new SecondOrderCone(dimension);
    }
    CurvedCone cone =
        exponents.size() == 2 && tail == 1
            ? new PowerCone(exponents.getFirst())
            : new GeneralizedPowerCone(exponents, tail);
    return dual ? new DualCone(cone) : cone;
  }
}
