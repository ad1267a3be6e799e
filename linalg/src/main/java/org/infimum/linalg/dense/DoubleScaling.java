// float twin: generated
package org.infimum.linalg.dense;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** C := beta C. */
final class DoubleScaling {
  private DoubleScaling() {}

  /** Scales m rows and n columns; a factor of zero sets them without reading them. */
  static void scale(double beta, int m, int n, double[] c, int cAt, int ldc) {
    scale(beta, m, n, c, cAt, ldc, null);
  }

  /** Scales one triangle, or all if none is given. */
  static void scale(
      double beta, int m, int n, double[] c, int cAt, int ldc, @Nullable Triangle triangle) {
    if (beta == 1) {
      return;
    }
    for (int j = 0; j < n; j++) {
      int from = triangle == Triangle.LOWER ? Math.min(j, m) : 0;
      int to = triangle == Triangle.UPPER ? Math.min(j + 1, m) : m;
      column(beta, c, cAt + j * ldc + from, cAt + j * ldc + to);
    }
  }

  private static void column(double beta, double[] c, int from, int to) {
    if (beta == 0) {
      Arrays.fill(c, from, to, 0);
    } else {
      for (int i = from; i < to; i++) {
        c[i] *= beta;
      }
    }
  }
}
