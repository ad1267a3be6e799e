package org.infimum.convex.presolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.Verifier;
import org.infimum.convex.io.ProblemFiles;
import org.infimum.convex.io.Problems;
import org.infimum.convex.io.ReadOptions;
import org.infimum.core.Run;
import org.junit.jupiter.api.Test;

class PresolveNetlibTest {
  /** Larger files take longer to read than they add to the test. */
  private static final long LARGEST_FILE = 1_000_000;

  @Test
  void feasibleProgramsAreReducedAndNeverRefuted() throws IOException {
    for (Path file : files("netlib_lp/feasible")) {
      Presolved presolved = Presolve.run(read(file), Run.unlimited());
      assertNull(presolved.farkas(), file.toString());
      assertNull(presolved.recession(), file.toString());
      PresolveSummary summary = presolved.summary();
      assertTrue(summary.rowsAfter() <= summary.rowsBefore(), file.toString());
      assertTrue(summary.columnsAfter() <= summary.columnsBefore(), file.toString());
      assertEquals(presolved.reduced().a().nonzeros(), summary.nonzerosAfter());
    }
  }

  @Test
  void infeasibilityFoundInPresolveIsProved() throws IOException {
    int proved = 0;
    for (Path file : files("netlib_lp/infeasible")) {
      ConicProgram program = read(file);
      double[] farkas = Presolve.run(program, Run.unlimited()).farkas();
      if (farkas != null) {
        // The rays of presolve are sums of few rows: only rounding is left.
        assertTrue(new Verifier(program).farkasError(farkas) <= 1e-12, file.toString());
        proved++;
      }
    }
    assertTrue(proved > 0);
  }

  @Test
  void quadraticProgramsAreReducedAndNeverRefuted() throws IOException {
    for (Path file : files("maros_meszaros_qp")) {
      Presolved presolved = Presolve.run(read(file), Run.unlimited());
      assertNull(presolved.farkas(), file.toString());
      assertNull(presolved.recession(), file.toString());
    }
  }

  private static ConicProgram read(Path file) {
    return ProblemFiles.read(file, ReadOptions.strict()).program();
  }

  private static List<Path> files(String set) throws IOException {
    Path data = Problems.benchmarkData();
    assumeTrue(data != null, "the benchmark data is not here");
    List<Path> files = Problems.benchmarkFiles(data.resolve(set), LARGEST_FILE);
    assertFalse(files.isEmpty());
    return files;
  }
}
