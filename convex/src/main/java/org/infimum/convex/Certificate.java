package org.infimum.convex;

/**
 * A proof that there is no optimum, verified by {@link Verifier} on the original problem in
 * double-double. A certificate never rests on the solver's arithmetic.
 */
public sealed interface Certificate {
  /** The label used in JSON: {@code farkas}, {@code recession} or {@code crossed-bounds}. */
  String kind();

  /** Relative error of the proof: what should vanish divided by what must be positive. */
  double error();

  /**
   * Proof of primal infeasibility by row multipliers y. With {@code z = -A'y}, every x within the
   * column bounds whose activities Ax are within the rows satisfies {@code 0 = y'(Ax) + z'x >=}
   * gap, where
   *
   * <pre>
   *   gap = sum_i (rowLower_i y_i+ - rowUpper_i y_i-) + sum_j (columnLower_j z_j+ - columnUpper_j z_j-)
   * </pre>
   *
   * takes y and z without the components whose sign meets an infinite end. A positive gap therefore
   * contradicts the existence of x, up to the components left out.
   *
   * @param y row multipliers, length m, signed as row duals ({@code y >= 0} presses on the lower
   *     end), scaled by a power of two so that the gap lies in [1, 2)
   * @param error the largest component of y and z left out, divided by the gap; if only components
   *     of z are left out, a feasible point would need components with absolute values that sum up
   *     to {@code 1/error}. {@code +infinity} if the gap is not positive, and y is then not scaled
   */
  record Farkas(double[] y, double error) implements Certificate {
    @Override
    public String kind() {
      return "farkas";
    }
  }

  /**
   * Proof of dual infeasibility: a direction along which the objective falls without end and no
   * constraint is ever left. Together with one feasible point it proves the program unbounded.
   *
   * @param x direction, length n, scaled by a power of two so that {@code q'x} lies in (-2, -1]
   * @param error the largest of the components of |Px|, of the distance of Ax to the recession
   *     cones of the rows (a finite lower end asks for {@code >= 0}, a finite upper end for {@code
   *     <= 0}) and of the distance of x to that of the column bounds, divided by {@code |q'x|};
   *     {@code +infinity} if q'x is not negative, and x is then not scaled
   */
  record Recession(double[] x, double error) implements Certificate {
    @Override
    public String kind() {
      return "recession";
    }
  }

  /**
   * Proof of primal infeasibility by one row or column whose lower end lies above its upper end. A
   * Farkas ray cannot say this: it would need both signs of one multiplier at once.
   *
   * @param ofRow whether it is a row; a column otherwise
   * @param index index of the row or column
   * @param lower its lower end
   * @param upper its upper end
   */
  record CrossedBounds(boolean ofRow, int index, double lower, double upper)
      implements Certificate {
    @Override
    public String kind() {
      return "crossed-bounds";
    }

    /** 0: comparing two numbers of the problem is exact; {@code +infinity} if they do not cross. */
    @Override
    public double error() {
      return lower > upper ? 0.0 : Double.POSITIVE_INFINITY;
    }
  }
}
