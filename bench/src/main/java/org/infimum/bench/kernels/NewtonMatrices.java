package org.infimum.bench.kernels;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.io.ProblemFiles;
import org.infimum.convex.io.ReadOptions;
import org.infimum.core.InputException;
import org.infimum.linalg.SparseMatrix;
import org.infimum.linalg.WeightedGram;
import org.infimum.reproduce.ExperimentContext;

/**
 * The matrices that an interior-point method factors, for a Netlib LP and weights of the spread
 * they have half-way to the optimum.
 */
final class NewtonMatrices {
  private static final long SEED = 20260101L;

  /** Weights spread over this many decades. */
  private static final double DECADES = 8.0;

  private static final double REGULARIZATION = 1e-8;

  private NewtonMatrices() {}

  /**
   * A symmetric matrix with the signs of its pivots.
   *
   * @param upper its upper triangle
   * @param signs +1 or -1 for each pivot
   */
  record Quasidefinite(SparseMatrix upper, byte[] signs) {}

  /** The file of a feasible Netlib LP in the folder of benchmark data. */
  static Path file(String instance) {
    return ExperimentContext.findDataFolder()
        .orElseThrow(
            () ->
                new InputException(
                    "The folder of benchmark data was not found; name it with -D"
                        + ExperimentContext.DATA_PROPERTY
                        + "."))
        .resolve("netlib_lp/feasible/" + instance + ".mps.gz");
  }

  /** The normal equations A W A' + delta I. */
  static Quasidefinite normal(String instance) {
    SparseMatrix a = read(instance).a();
    WeightedGram gram = WeightedGram.analyze(a, null);
    double[] diagonal = new double[a.rows()];
    Arrays.fill(diagonal, REGULARIZATION);
    gram.compute(weights(a.columns()), diagonal, 1);
    byte[] signs = new byte[a.rows()];
    Arrays.fill(signs, (byte) 1);
    return new Quasidefinite(gram.matrix(), signs);
  }

  /** The augmented system with W^-1 in the upper left, A' in the upper right, -delta I below. */
  static Quasidefinite augmented(String instance) {
    SparseMatrix a = read(instance).a();
    int n = a.columns();
    int m = a.rows();
    SparseMatrix byRow = a.transpose();
    int nonzeros = n + m + a.nonzeros();
    int[] starts = new int[n + m + 1];
    int[] rows = new int[nonzeros];
    double[] values = new double[nonzeros];
    double[] weights = weights(n);
    int at = 0;
    for (int j = 0; j < n; j++) {
      rows[at] = j;
      values[at++] = 1.0 / weights[j];
      starts[j + 1] = at;
    }
    for (int i = 0; i < m; i++) {
      for (int k = byRow.columnStarts()[i]; k < byRow.columnStarts()[i + 1]; k++) {
        rows[at] = byRow.rowIndices()[k];
        values[at++] = byRow.values()[k];
      }
      rows[at] = n + i;
      values[at++] = -REGULARIZATION;
      starts[n + i + 1] = at;
    }
    byte[] signs = new byte[n + m];
    Arrays.fill(signs, 0, n, (byte) 1);
    Arrays.fill(signs, n, n + m, (byte) -1);
    return new Quasidefinite(new SparseMatrix(n + m, n + m, starts, rows, values), signs);
  }

  private static ConicProgram read(String instance) {
    return ProblemFiles.read(file(instance), ReadOptions.strict()).program();
  }

  private static double[] weights(int count) {
    Random random = new Random(SEED);
    double[] weights = new double[count];
    for (int j = 0; j < count; j++) {
      weights[j] = Math.pow(10.0, DECADES * (random.nextDouble() - 0.5));
    }
    return weights;
  }
}
