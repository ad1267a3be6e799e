package org.infimum.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.infimum.convex.Errors;
import org.infimum.convex.verify.CheckReport;
import org.infimum.convex.verify.Checker;
import org.infimum.convex.verify.ClaimedSolution;
import org.infimum.convex.verify.PlainReader;
import org.infimum.core.InputException;

/** {@code infimum check}: what holds of a solution file, recomputed from the problem file. */
final class CheckCommand implements Command {
  private static final double DEFAULT_TOLERANCE = 1e-8;

  @Override
  public CommandSyntax syntax() {
    return new CommandSyntax(
        "check",
        "Verify a solution or a certificate against the problem, with a reader of its own.",
        new CommandSyntax.Operands(
            "PROBLEM SOLUTION", "the problem, then the solution file; - for standard input", 2, 2),
        List.of(
            new Option("--tolerance", "E", "largest error that counts as proved, default 1e-8"),
            new Option("--lenient", "", "sum what the problem states twice, as solve does"),
            new Option("--json", "", "print one JSON object and nothing else"),
            new Option("--quiet", "", "print the verdict only"),
            CommandSyntax.DEBUG),
        List.of(
            new CommandSyntax.Example(
                "infimum check model.mps.gz out.json", "exit code 0 proved, 1 not proved")));
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    double tolerance =
        arguments.number(
            "--tolerance", DEFAULT_TOLERANCE, 0.0, 1.0, "a number between 0 and 1, both excluded");
    String problem = arguments.operands().getFirst();
    String solution = arguments.operands().getLast();
    if (problem.equals(ProblemSource.STANDARD_INPUT) && solution.equals(problem)) {
      throw new InputException("Standard input (-) can be read only once.");
    }
    PlainReader.Reading reading = read(problem, arguments.has("--lenient"), terminal);
    ClaimedSolution claim = SolutionReader.read(solution, terminal.in());
    CheckReport report = Checker.check(reading.program(), claim, tolerance);
    PrintStream out = terminal.out();
    if (arguments.has("--json")) {
      printJson(report, out);
    } else {
      print(report, reading.integerColumns(), arguments.has("--quiet"), out);
    }
    return report.proved() ? ExitCode.PROVED : ExitCode.STOPPED_SHORT;
  }

  private static PlainReader.Reading read(String problem, boolean lenient, Terminal terminal) {
    if (!problem.equals(ProblemSource.STANDARD_INPUT)) {
      return PlainReader.read(ProblemSource.path(problem), lenient);
    }
    try {
      return PlainReader.read(ProblemSource.STANDARD_INPUT_NAME, terminal.in(), lenient);
    } catch (IOException e) {
      throw new InputException("Standard input cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private static void print(
      CheckReport report, int integerColumns, boolean quiet, PrintStream out) {
    out.println(
        (report.proved() ? "proved     " : "not proved ")
            + report.claim()
            + ", tolerance "
            + Decimals.scientific(report.tolerance(), 1)
            + (integerColumns > 0 ? ", " + integerColumns + " integer columns relaxed" : ""));
    if (quiet) {
      return;
    }
    for (CheckReport.Line line : report.lines()) {
      out.println(
          (line.holds() ? "  holds    " : "  FAILS    ")
              + Decimals.right(Decimals.scientific(line.measured(), 1), 8)
              + "  "
              + line.what()
              + (line.detail().isEmpty() ? "" : " (" + line.detail() + ")"));
    }
  }

  private static void printJson(CheckReport report, PrintStream out) {
    try (JsonStream json = new JsonStream(out)) {
      json.beginObject()
          .text("claim", report.claim())
          .truth("proved", report.proved())
          .number("tolerance", report.tolerance());
      Errors errors = report.errors();
      if (errors != null) {
        json.beginArray("dimacs");
        for (double error : errors.dimacs()) {
          json.number(error);
        }
        json.endArray();
      }
      Double certificateError = report.certificateError();
      if (certificateError != null) {
        json.number("certificateError", certificateError);
      }
      json.beginArray("lines");
      for (CheckReport.Line line : report.lines()) {
        json.beginObject()
            .text("what", line.what())
            .number("measured", line.measured())
            .number("limit", line.limit())
            .truth("holds", line.holds())
            .text("detail", line.detail())
            .endObject();
      }
      json.endArray().endObject().newLine();
    }
  }
}
