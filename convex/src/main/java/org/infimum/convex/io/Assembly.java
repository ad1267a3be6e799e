package org.infimum.convex.io;

import java.util.Arrays;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.Sense;
import org.infimum.linalg.SparseMatrix;
import org.jspecify.annotations.Nullable;

/** Makes a program of what a reader has collected. */
final class Assembly {
  private Assembly() {}

  /**
   * Builds the program; cost, quadratic term and constant are those of the file and are negated
   * here for a maximization.
   */
  static ConicProgram program(
      String name,
      Sense sense,
      Columns columns,
      SparseMatrix a,
      double[] rowLower,
      double[] rowUpper,
      String[] rowNames,
      String objectiveName,
      @Nullable SparseMatrix p,
      double constant,
      QuadraticRows quadraticRows,
      ReadOptions options,
      ReadLog log) {
    int n = columns.count();
    double[] q = Arrays.copyOf(columns.cost, n);
    double r = constant;
    if (sense == Sense.MAXIMIZE) {
      negate(q);
      r = 0.0 - constant;
      if (p != null) {
        negate(p.values());
      }
    }
    boolean isConic = !quadraticRows.isEmpty();
    ConicProgram.Builder builder =
        isConic
            ? quadraticRows.conic(q, a, rowLower, rowUpper, rowNames, columns, options, log)
            : ConicProgram.rows(q, a, rowLower, rowUpper);
    builder
        .name(name)
        .sense(sense)
        .constant(r)
        .columnBounds(Arrays.copyOf(columns.lower, n), Arrays.copyOf(columns.upper, n))
        .names(columns.names.names(), isConic ? quadraticRows.names() : rowNames)
        .objectiveName(objectiveName);
    return (p == null ? builder : builder.quadratic(p)).build();
  }

  /** Subtracts from zero, so that no zero becomes negative. */
  static void negate(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.0 - values[i];
    }
  }
}
