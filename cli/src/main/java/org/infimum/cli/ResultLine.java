package org.infimum.cli;

import org.infimum.convex.ConicResult;

/** An answer in one line: name, size, status, objective, largest error, iterations, seconds. */
final class ResultLine {
  static final String HEADER =
      Decimals.left("problem", 20)
          + Decimals.right("rows", 9)
          + Decimals.right("columns", 9)
          + Decimals.right("nonzeros", 10)
          + "  "
          + Decimals.left("status", 17)
          + Decimals.right("objective", 18)
          + Decimals.right("error", 9)
          + Decimals.right("iter", 6)
          + Decimals.right("seconds", 9);

  private ResultLine() {}

  static String of(Solved solved) {
    ConicResult result = solved.result();
    return Decimals.left(solved.name(), 20)
        + Decimals.right(Integer.toString(solved.program().rows()), 9)
        + Decimals.right(Integer.toString(solved.program().columns()), 9)
        + Decimals.right(Integer.toString(solved.program().a().nonzeros()), 10)
        + "  "
        + Decimals.left(result.status().label(), 17)
        + Decimals.right(objective(solved.objective()), 18)
        + Decimals.right(Decimals.scientific(Evidence.error(solved), 1), 9)
        + Decimals.right(Integer.toString(result.iterations()), 6)
        + Decimals.right(Decimals.fixed(result.seconds(), 3), 9);
  }

  private static String objective(double value) {
    return Double.isNaN(value) ? "-" : Decimals.scientific(value, 10);
  }
}
