package org.infimum.convex.verify;

import java.util.Arrays;
import org.infimum.convex.Cone;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.CurvedCone;
import org.infimum.convex.verify.CheckReport.Line;
import org.infimum.linalg.SparseMatrix;

/**
 * Measures the curved cones of a program a second time, by the shifts of {@link ConeShift}, with
 * plain sums: whether the slacks and the multipliers lie in the cones that the first measure says
 * they lie in.
 */
final class ConeCheck {
  private final ConicProgram program;
  private final double tolerance;

  ConeCheck(ConicProgram program, double tolerance) {
    this.program = program;
    this.tolerance = tolerance;
  }

  /** Whether there is anything to measure. */
  boolean isNeeded() {
    return !program.isPolyhedral();
  }

  /** The largest shift of {@code b - Ax} into the cones, relative to the largest row end. */
  Line slacks(double[] x) {
    double[] s = program.b().clone();
    subtractProduct(x, s);
    return line("cones: shift of the slacks", s, false, 1.0 + rowNorm());
  }

  /** The largest shift of {@code -y} into the dual cones, relative to the largest cost. */
  Line multipliers(double[] y) {
    return line("dual cones: shift of the row duals", negated(y), true, 1.0 + norm(program.q()));
  }

  /**
   * The largest shift of {@code -y} into the dual cones, where y proves infeasibility.
   *
   * @param gap of the certificate with this y
   */
  Line farkas(double[] y, double gap) {
    return line("dual cones: shift of the ray", negated(y), true, gap);
  }

  /** The largest shift of {@code -Ax} into the cones, where x proves unboundedness. */
  Line recession(double[] x, double slope) {
    double[] s = new double[program.rows()];
    subtractProduct(x, s);
    return line("cones: shift of the ray", s, false, slope);
  }

  private void subtractProduct(double[] x, double[] s) {
    SparseMatrix a = program.a();
    for (int j = 0; j < x.length; j++) {
      for (int k = a.columnStarts()[j]; k < a.columnStarts()[j + 1]; k++) {
        s[a.rowIndices()[k]] -= a.values()[k] * x[j];
      }
    }
  }

  private static double[] negated(double[] y) {
    double[] z = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      z[i] = -y[i];
    }
    return z;
  }

  private Line line(String what, double[] values, boolean dual, double scale) {
    double largest = 0.0;
    String where = "";
    int row = 0;
    for (Cone cone : program.cones()) {
      int end = row + cone.dimension();
      if (cone instanceof CurvedCone curved) {
        double[] block = Arrays.copyOfRange(values, row, end);
        double unit = tolerance * scale;
        double shift =
            isFinite(block)
                ? dual
                    ? ConeShift.intoDual(curved, block, unit)
                    : ConeShift.intoCone(curved, block, unit)
                : Double.POSITIVE_INFINITY;
        if (shift / scale > largest) {
          largest = shift / scale;
          where = "largest in the " + curved.description() + " at " + program.rowName(row);
        }
      }
      row = end;
    }
    return new Line(what, largest, ConeShift.LOOSENESS * tolerance, where);
  }

  private static boolean isFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  private double rowNorm() {
    double norm = norm(program.b());
    for (int i = 0; i < program.rows(); i++) {
      for (double end : new double[] {program.rowLower()[i], program.rowUpper()[i]}) {
        norm = Double.isInfinite(end) ? norm : Math.max(norm, Math.abs(end));
      }
    }
    return norm;
  }

  private static double norm(double[] values) {
    double norm = 0.0;
    for (double value : values) {
      norm = Math.max(norm, Math.abs(value));
    }
    return norm;
  }
}
