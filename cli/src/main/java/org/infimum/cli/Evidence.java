package org.infimum.cli;

import java.util.Arrays;
import org.infimum.convex.Certificate;
import org.infimum.convex.ConicProgram;

/** What stands behind a status, in the form in which it is printed. */
final class Evidence {
  /** How many entries of a ray are shown; the solution file has them all. */
  private static final int SHOWN = 10;

  private Evidence() {}

  /** The error of the proof: of the certificate, otherwise the largest of the six errors. */
  static double error(Solved solved) {
    Certificate certificate = solved.certificate();
    return certificate == null ? solved.result().errors().largest() : certificate.error();
  }

  /**
   * The ray of the certificate: over the rows for Farkas, over the columns for a recession ray,
   * empty for crossed bounds, which need none.
   */
  static double[] ray(Certificate certificate) {
    return switch (certificate) {
      case Certificate.Farkas farkas -> farkas.y();
      case Certificate.Recession recession -> recession.x();
      case Certificate.CrossedBounds _ -> new double[0];
    };
  }

  /** The name of the row or column that entry {@code index} of the certificate speaks of. */
  static String name(Certificate certificate, ConicProgram program, int index) {
    boolean row =
        switch (certificate) {
          case Certificate.Farkas _ -> true;
          case Certificate.Recession _ -> false;
          case Certificate.CrossedBounds crossed -> crossed.ofRow();
        };
    return row ? program.rowName(index) : program.columnName(index);
  }

  /** Indices of the entries that are not zero, in order. */
  static int[] support(double[] ray) {
    int[] indices = new int[ray.length];
    int count = 0;
    for (int i = 0; i < ray.length; i++) {
      if (ray[i] != 0.0) {
        indices[count++] = i;
      }
    }
    return Arrays.copyOf(indices, count);
  }

  /** Indices of the largest entries in absolute value, largest first, without zeros. */
  static int[] largest(double[] ray) {
    int[] best = new int[SHOWN];
    int count = 0;
    for (int i : support(ray)) {
      double size = Math.abs(ray[i]);
      if (count == SHOWN && size <= Math.abs(ray[best[SHOWN - 1]])) {
        continue;
      }
      int at = count < SHOWN ? count++ : SHOWN - 1;
      while (at > 0 && size > Math.abs(ray[best[at - 1]])) {
        best[at] = best[at - 1];
        at--;
      }
      best[at] = i;
    }
    return Arrays.copyOf(best, count);
  }
}
