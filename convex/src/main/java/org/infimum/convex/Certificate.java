package org.infimum.convex;

/** A proof that there is no optimum, verified on the original problem in double-double. */
public sealed interface Certificate {
  /** The label used in JSON: {@code farkas} or {@code recession}. */
  String kind();

  /** Relative error of the proof: what should vanish divided by what must be positive. */
  double error();

  /**
   * Proof of primal infeasibility: row multipliers y such that every x within the column bounds
   * violates {@code y'Ax >= } the support of the rows.
   *
   * @param y row multipliers, length m, signed as row duals and scaled so that the gap is 1
   * @param error the part of A'y and y that no finite bound covers, relative to the gap
   */
  record Farkas(double[] y, double error) implements Certificate {
    @Override
    public String kind() {
      return "farkas";
    }
  }

  /**
   * Proof of dual infeasibility: a direction along which the objective falls without end and no
   * constraint is ever left.
   *
   * @param x direction, length n, scaled so that {@code q'x = -1}
   * @param error how far the direction leaves the recession cones or has curvature, relative to |q'x|
   */
  record Recession(double[] x, double error) implements Certificate {
    @Override
    public String kind() {
      return "recession";
    }
  }
}
