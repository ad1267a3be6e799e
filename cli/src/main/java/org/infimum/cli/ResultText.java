package org.infimum.cli;

import java.io.PrintStream;
import org.infimum.convex.Certificate;
import org.infimum.convex.ConicResult;
import org.infimum.convex.Errors;

/** The answer with its evidence and its cost, for a person. */
final class ResultText {
  private ResultText() {}

  static void print(Solved solved, double tolerance, PrintStream out) {
    ConicResult result = solved.result();
    ConicResult.SolveReport report = result.report();
    StringBuilder text = new StringBuilder();
    if (report.iterations() > 0) {
      text.append('\n');
    }
    line(text, "status", result.status().label() + meaning(result, tolerance));
    Certificate certificate = solved.certificate();
    if (certificate == null) {
      line(text, "objective", Decimals.scientific(solved.objective(), 10));
      line(text, "dual", Decimals.scientific(solved.dualObjective(), 10));
      errors(text, result.errors());
    } else {
      certificate(text, solved, certificate);
    }
    method(text, report);
    factor(text, report.factor());
    line(
        text,
        "seconds",
        "read "
            + seconds(solved.readSeconds())
            + "  presolve "
            + seconds(report.presolveSeconds())
            + "  solve "
            + seconds(report.solveSeconds())
            + "  total "
            + seconds(solved.totalSeconds()));
    out.print(text);
  }

  private static void line(StringBuilder text, String label, String content) {
    text.append(Decimals.left(label, 11)).append(content).append('\n');
  }

  private static String meaning(ConicResult result, double tolerance) {
    return switch (result.status()) {
      case OPTIMAL -> ": all six errors on the original problem are within " + error(tolerance);
      case PRIMAL_INFEASIBLE -> ": a verified proof that no point is feasible";
      case DUAL_INFEASIBLE ->
          ": a verified proof that the problem is unbounded wherever it is feasible";
      case ITERATION_LIMIT, TIME_LIMIT, STALLED, INTERRUPTED ->
          result instanceof ConicResult.Stopped stopped ? ": " + stopped.reason() : "";
    };
  }

  private static void errors(StringBuilder text, Errors errors) {
    line(
        text,
        "errors",
        "rows "
            + error(errors.rowResidual())
            + "  bounds "
            + error(errors.columnBounds())
            + "  stationarity "
            + error(errors.dualResidual())
            + "  dual signs "
            + error(errors.rowDuals())
            + "  gap "
            + error(errors.objectiveGap())
            + "  complementarity "
            + error(errors.complementarity()));
  }

  private static void certificate(StringBuilder text, Solved solved, Certificate certificate) {
    if (certificate instanceof Certificate.CrossedBounds crossed) {
      line(
          text,
          "proof",
          (crossed.ofRow() ? "row " : "column ")
              + Evidence.name(crossed, solved.program(), crossed.index())
              + " has the lower end "
              + crossed.lower()
              + " above its upper end "
              + crossed.upper());
      return;
    }
    double[] ray = Evidence.ray(certificate);
    line(
        text,
        "proof",
        certificate.kind()
            + " ray, verified error "
            + error(certificate.error())
            + ", "
            + Evidence.support(ray).length
            + " of "
            + ray.length
            + " entries, the largest:");
    for (int index : Evidence.largest(ray)) {
      text.append("           ")
          .append(Decimals.right(Decimals.scientific(ray[index], 4), 11))
          .append("  ")
          .append(Evidence.name(certificate, solved.program(), index))
          .append('\n');
    }
  }

  private static void method(StringBuilder text, ConicResult.SolveReport report) {
    line(
        text,
        "method",
        report.method()
            + (report.reason().isEmpty() ? "" : " (" + report.reason() + ")")
            + ", "
            + report.iterations()
            + " iterations");
  }

  private static void factor(StringBuilder text, ConicResult.FactorReport factor) {
    if (factor.count() > 0) {
      line(
          text,
          "factor",
          factor.system()
              + " equations, "
              + factor.ordering()
              + " ordering, "
              + factor.kind()
              + ", order "
              + factor.dimension()
              + ", "
              + factor.nonzeros()
              + " nonzeros, "
              + factor.count()
              + " factorizations of "
              + Decimals.scientific(factor.flops(), 1)
              + " flops at "
              + Decimals.fixed(factor.gflops(), 2)
              + " GFLOP/s");
    }
  }

  private static String error(double value) {
    return Decimals.scientific(value, 1);
  }

  private static String seconds(double value) {
    return Decimals.fixed(value, 3);
  }
}
