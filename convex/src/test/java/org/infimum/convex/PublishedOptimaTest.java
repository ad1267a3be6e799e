package org.infimum.convex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.infimum.convex.InteriorPoint.NewtonForm;
import org.infimum.convex.io.ProblemFiles;
import org.infimum.convex.io.Problems;
import org.infimum.convex.io.ReadOptions;
import org.infimum.core.Run;
import org.infimum.core.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole solves of benchmark instances, compared with their published optima. */
class PublishedOptimaTest {
  private static final double SAME_OBJECTIVE = 1e-7;

  /** Dependent rows, degenerate vertices and bad scaling: hard for either form. */
  @ParameterizedTest
  @CsvSource({
    "degen3, -9.8729400000E+02",
    "cycle, -5.2263930249E+00",
    "agg, -3.5991767287E+07",
    "greenbeb, -4302260.26121",
    "pilot4, -2581.1392588838853",
    "israel, -8.9664482186E+05",
    "tuff, 2.9214776509E-01"
  })
  void bothFormsOfTheNewtonEquationsReachTheOptimum(String name, double optimum) {
    ConicProgram program = read("netlib_lp/feasible/" + name + ".mps.gz");
    for (NewtonForm form : new NewtonForm[] {NewtonForm.NORMAL, NewtonForm.AUGMENTED}) {
      ConicResult result = InteriorPoint.DEFAULT.withSystem(form).solve(program, Run.unlimited());
      assertEquals(Status.OPTIMAL, result.status(), form.label());
      assertEquals(optimum, result.objective(), SAME_OBJECTIVE * (1.0 + Math.abs(optimum)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"woodinfe", "bgetam", "forest6", "klein3"})
  void bothFormsProveInfeasibilityWithoutPresolve(String name) {
    ConicProgram program = read("netlib_lp/infeasible/" + name + ".mps.gz");
    for (NewtonForm form : new NewtonForm[] {NewtonForm.NORMAL, NewtonForm.AUGMENTED}) {
      InteriorPoint method = InteriorPoint.DEFAULT.withPresolve(false).withSystem(form);
      ConicResult result = method.solve(program, Run.unlimited());
      assertEquals(Status.PRIMAL_INFEASIBLE, result.status(), form.label());
    }
  }

  private static ConicProgram read(String file) {
    Path data = Problems.benchmarkData();
    assumeTrue(data != null, "the benchmark data is not here");
    return ProblemFiles.read(data.resolve(file), ReadOptions.strict()).program();
  }
}
