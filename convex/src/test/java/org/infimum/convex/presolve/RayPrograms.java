package org.infimum.convex.presolve;

import java.util.Arrays;
import org.infimum.convex.ConicProgram;
import org.infimum.linalg.SparseMatrix;

/** Rays of small programs, found by solving the bounded programs that define them. */
final class RayPrograms {
  private RayPrograms() {}

  /** A Farkas ray: the row duals of the least total violation of the rows. */
  static double[] farkas(ConicProgram program) {
    int n = program.columns();
    int m = program.rows();
    double[][] a = dense(program, n + 2 * m);
    double[] q = new double[n + 2 * m];
    Arrays.fill(q, n, n + 2 * m, 1.0);
    double[] lower = Arrays.copyOf(program.columnLower(), n + 2 * m);
    double[] upper = Arrays.copyOf(program.columnUpper(), n + 2 * m);
    for (int i = 0; i < m; i++) {
      a[i][n + i] = 1.0;
      a[i][n + m + i] = -1.0;
    }
    Arrays.fill(upper, n, n + 2 * m, Double.POSITIVE_INFINITY);
    SparseMatrix matrix = RandomProgram.sparse(a, n + 2 * m, false);
    return new DenseInteriorPoint(
            ConicProgram.rows(q, matrix, program.rowLower(), program.rowUpper())
                .columnBounds(lower, upper)
                .build())
        .y;
  }

  /** A recession ray of a linear program: the steepest direction within the unit box. */
  static double[] recession(ConicProgram program) {
    double[] rowLower = cone(program.rowLower(), Double.NEGATIVE_INFINITY);
    double[] rowUpper = cone(program.rowUpper(), Double.POSITIVE_INFINITY);
    return new DenseInteriorPoint(
            ConicProgram.rows(program.q(), program.a(), rowLower, rowUpper)
                .columnBounds(cone(program.columnLower(), -1.0), cone(program.columnUpper(), 1.0))
                .build())
        .x;
  }

  private static double[] cone(double[] ends, double infinite) {
    return Arrays.stream(ends).map(end -> Double.isInfinite(end) ? infinite : 0.0).toArray();
  }

  private static double[][] dense(ConicProgram program, int columns) {
    double[][] a = new double[program.rows()][columns];
    for (int j = 0; j < program.columns(); j++) {
      for (int k = program.a().columnStarts()[j]; k < program.a().columnStarts()[j + 1]; k++) {
        a[program.a().rowIndices()[k]][j] = program.a().values()[k];
      }
    }
    return a;
  }
}
