package org.infimum.linalg;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.infimum.core.Run;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LdlOnLinearProgramsTest {
  /** Weights spread over four decades and a regularization of 1e-4 cost some digits. */
  private static final double TOLERANCE = 1e-11;

  @ParameterizedTest
  @ValueSource(strings = {"afiro", "israel", "scfxm3", "pilot4", "degen3", "ganges", "ken-07"})
  void solvesTheEquationsOfInteriorPointMethods(String name) throws IOException {
    Path data = Patterns.data();
    Assumptions.assumeTrue(data != null, "benchmark data are not at hand");
    SparseMatrix a = Patterns.constraints(data.resolve("netlib_lp/feasible/" + name + ".mps.gz"));
    Random random = new Random(Patterns.seed());
    for (QuasidefiniteMatrices matrix :
        List.of(
            QuasidefiniteMatrices.normal(a, 1e-4, random),
            QuasidefiniteMatrices.augmented(a, 1e-4, random))) {
      int[] order = Ordering.AMD.permutation(matrix.upper());
      double[] b = random.doubles(matrix.dimension(), -1.0, 1.0).toArray();
      for (LdlKind kind : LdlKind.values()) {
        LdlSymbolic symbolic = LdlSymbolic.analyze(matrix.upper(), order, kind);
        for (DenseKernels kernels : List.of(KernelChoice.SCALAR, KernelChoice.fastest())) {
          LdlFactor factor = new LdlFactor(symbolic, 1, kernels);
          assertTrue(
              factor.factor(matrix.upper().values(), matrix.signs(), 1e-13, 1e-7, Run.unlimited()));
          double[] x = b.clone();
          factor.solve(x);
          double error = matrix.backwardError(x, b, 0);
          assertTrue(error <= TOLERANCE, () -> kind + ", seed " + Patterns.seed() + ": " + error);
        }
      }
    }
  }
}
