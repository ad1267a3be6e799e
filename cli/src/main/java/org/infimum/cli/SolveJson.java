package org.infimum.cli;

import java.io.PrintStream;
import org.infimum.convex.Certificate;
import org.infimum.convex.ConicResult;
import org.infimum.convex.Errors;

/** The one JSON object of {@code solve --json}; its schema is in {@code docs/solve.md}. */
final class SolveJson {
  private SolveJson() {}

  static void print(Solved solved, PrintStream out) {
    ConicResult result = solved.result();
    ConicResult.SolveReport report = result.report();
    try (JsonStream json = new JsonStream(out)) {
      json.beginObject();
      json.beginObject("problem")
          .text("name", solved.name())
          .whole("rows", solved.program().rows())
          .whole("columns", solved.program().columns())
          .whole("nonzeros", solved.program().a().nonzeros())
          .endObject();
      json.text("method", report.method());
      json.text("status", result.status().label());
      json.number("objective", solved.objective());
      json.number("dualObjective", solved.dualObjective());
      errors(json, result.errors());
      json.whole("iterations", report.iterations());
      factor(json, report.factor());
      json.beginObject("seconds")
          .number("read", solved.readSeconds())
          .number("presolve", report.presolveSeconds())
          .number("solve", report.solveSeconds())
          .number("total", solved.totalSeconds())
          .endObject();
      certificate(json, solved);
      json.endObject().newLine();
    }
  }

  private static void errors(JsonStream json, Errors errors) {
    json.beginObject("errors")
        .number("primal", errors.primal())
        .number("dual", errors.dual())
        .number("gap", errors.gap())
        .beginArray("dimacs");
    for (double error : errors.dimacs()) {
      json.number(error);
    }
    json.endArray().endObject();
  }

  private static void factor(JsonStream json, ConicResult.FactorReport factor) {
    json.beginObject("factor")
        .text("ordering", factor.ordering())
        .text("kind", factor.kind())
        .whole("nonzeros", factor.nonzeros())
        .number("flops", factor.flops())
        .number("seconds", factor.seconds())
        .number("gflops", factor.gflops())
        .endObject();
  }

  private static void certificate(JsonStream json, Solved solved) {
    Certificate certificate = solved.certificate();
    json.beginObject("certificate");
    if (certificate == null) {
      boolean optimal = solved.result() instanceof ConicResult.Optimal;
      json.text("kind", optimal ? "optimal-pair" : "none");
      json.truth("verified", optimal).number("error", Evidence.error(solved));
    } else {
      json.text("kind", certificate.kind());
      json.truth("verified", true).number("error", certificate.error());
      CertificateJson.body(
          json, solved.program(), certificate, Evidence.largest(Evidence.ray(certificate)));
    }
    json.endObject();
  }
}
