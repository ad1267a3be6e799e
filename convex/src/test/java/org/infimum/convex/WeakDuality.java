package org.infimum.convex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Weak duality of a pair, in plain double arithmetic and apart from {@link Verifier}: with v and z
 * the admissible parts of y and of {@code d = Px + q - A'y},
 *
 * <pre>
 *   dual - primal &lt;= sum |v_i| violation_i + sum |z_j| violation_j + |y - v|'|Ax| + |d - z|'|x|
 * </pre>
 */
final class WeakDuality {
  /** Sums of a few hundred products of one size. */
  private static final double ROUNDING = 1e-12;

  private double primal;
  private double dual;
  private double slack;
  private double size = 1.0;

  private WeakDuality() {}

  /** Asserts the inequality, and that both objectives are those of the result. */
  static void assertHolds(ConicProgram program, ConicResult result, String where) {
    double[] x = result.x();
    double[] y = result.y();
    double[] px = new double[x.length];
    double[] activity = new double[y.length];
    double[] d = program.q().clone();
    program.p().symmetricMultiplyAdd(1.0, x, px);
    program.a().multiplyAdd(1.0, x, activity);
    program.a().transposeMultiplyAdd(-1.0, y, d);
    WeakDuality pair = new WeakDuality();
    pair.primal = program.r();
    pair.dual = program.r();
    for (int j = 0; j < x.length; j++) {
      d[j] += px[j];
      pair.primal += (0.5 * px[j] + program.q()[j]) * x[j];
      pair.dual -= 0.5 * px[j] * x[j];
      pair.size += (Math.abs(px[j]) + Math.abs(program.q()[j])) * Math.abs(x[j]);
    }
    pair.addSide(program.rowLower(), program.rowUpper(), activity, y);
    pair.addSide(program.columnLower(), program.columnUpper(), x, d);
    double rounding = ROUNDING * pair.size;
    assertTrue(pair.dual - pair.primal <= pair.slack + rounding, where);
    assertEquals(pair.primal, program.userObjective(result.objective()), rounding, where);
    assertEquals(pair.dual, program.userObjective(result.dualObjective()), rounding, where);
  }

  private void addSide(double[] lower, double[] upper, double[] values, double[] multipliers) {
    for (int i = 0; i < values.length; i++) {
      double multiplier = multipliers[i];
      double end = multiplier > 0.0 ? lower[i] : upper[i];
      double magnitude = Math.abs(multiplier);
      if (multiplier == 0.0) {
        continue;
      }
      if (Double.isInfinite(end)) {
        slack += magnitude * Math.abs(values[i]);
        size += magnitude * Math.abs(values[i]);
      } else {
        dual += multiplier * end;
        double violation = Math.max(0.0, Math.max(lower[i] - values[i], values[i] - upper[i]));
        slack += magnitude * violation;
        size += magnitude * (Math.abs(end) + Math.abs(values[i]));
      }
    }
  }
}
