package org.infimum.cli;

import java.io.PrintStream;
import java.util.List;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.EngineAnswer;
import org.infimum.convex.EngineResult;
import org.infimum.convex.Engines;
import org.infimum.convex.io.ReadProblem;
import org.infimum.core.InputException;
import org.infimum.core.Run;

/** {@code infimum solve --engine}: an external engine solves, the verifier measures its point. */
final class EngineSolving {
  private final SolveOptions options;
  private final String engine;
  private final Terminal terminal;

  EngineSolving(SolveOptions options, String engine, Terminal terminal) {
    this.options = options;
    this.engine = engine;
    this.terminal = terminal;
  }

  /** Solves the files in order; the worst exit code of all. */
  int solve(List<String> files) {
    int worst = ExitCode.PROVED;
    for (String file : files) {
      worst = Math.max(worst, solve(file));
      terminal.out().flush();
    }
    return worst;
  }

  private int solve(String file) {
    long start = System.nanoTime();
    ReadProblem read = ProblemSource.read(file, options.reading(), terminal.in());
    double readSeconds = (System.nanoTime() - start) * 1e-9;
    for (String warning : read.warnings()) {
      terminal.err().println("Warning: " + warning);
    }
    ConicProgram program = read.program();
    boolean[] integer = options.reading().relax() ? new boolean[program.columns()] : read.integer();
    Run run = options.run().builder().build();
    terminal.interruption().watch(run);
    EngineResult result = answer(file, program, integer, run);
    String name = ProblemSource.title(file, program);
    if (options.json()) {
      json(name, program, integer, result, readSeconds);
    } else {
      text(name, program, integer, result);
    }
    return result.isDone() ? ExitCode.PROVED : ExitCode.STOPPED_SHORT;
  }

  private EngineResult answer(String file, ConicProgram program, boolean[] integer, Run run) {
    try {
      return Engines.solve(engine, program, integer, run);
    } catch (InputException e) {
      throw new InputException(ProblemSource.label(file) + ": " + e.getMessage(), e);
    }
  }

  private void text(String name, ConicProgram program, boolean[] integer, EngineResult result) {
    PrintStream out = terminal.out();
    if (options.quiet()) {
      out.println(
          Decimals.left(name, 20)
              + "  "
              + Decimals.left(result.verdict().label(), 17)
              + Decimals.right(number(result.objective()), 18)
              + Decimals.right(Decimals.fixed(result.seconds(), 3), 9));
      return;
    }
    out.println("problem    " + name + ", " + size(program, integer));
    out.println("status     " + result.verdict().label() + ": " + meaning(result));
    out.println("objective  " + number(result.objective()));
    out.println("bound      " + number(result.bound()) + " (the engine's claim)");
    out.println(
        "errors     rows "
            + Decimals.scientific(result.rowResidual(), 1)
            + "  bounds "
            + Decimals.scientific(result.columnBounds(), 1)
            + "  whole numbers "
            + Decimals.scientific(result.integrality(), 1));
    out.println("engine     " + engine + ", its own word: " + result.detail());
    out.println("seconds    " + Decimals.fixed(result.seconds(), 3));
  }

  private static String size(ConicProgram program, boolean[] integer) {
    return program.rows()
        + " rows, "
        + program.columns()
        + " columns, "
        + count(integer)
        + " of them integer";
  }

  private static String meaning(EngineResult result) {
    return switch (result.verdict()) {
      case FEASIBLE ->
          result.isDone()
              ? "the point is verified; that none is better is the engine's claim"
              : "the point is verified; the engine does not claim that none is better";
      case REFUTED -> "the engine's point breaks the problem by more than " + Engines.TOLERANCE;
      case NO_POINT ->
          result.claim() == EngineAnswer.Claim.NONE
              ? "the engine came to no answer"
              : "the engine claims " + result.claim().label() + ", which is not verified";
    };
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Decimals.scientific(value, 10) : "-";
  }

  private static int count(boolean[] integer) {
    int count = 0;
    for (boolean marked : integer) {
      count += marked ? 1 : 0;
    }
    return count;
  }

  private void json(
      String name,
      ConicProgram program,
      boolean[] integer,
      EngineResult result,
      double readSeconds) {
    try (JsonStream json = new JsonStream(terminal.out())) {
      json.beginObject();
      json.beginObject("problem")
          .text("name", name)
          .whole("rows", program.rows())
          .whole("columns", program.columns())
          .whole("integerColumns", count(integer))
          .whole("nonzeros", program.a().nonzeros())
          .endObject();
      json.text("method", "engine")
          .text("engine", engine)
          .text("status", result.verdict().label())
          .text("claim", result.claim().label())
          .text("detail", result.detail())
          .number("objective", result.objective())
          .number("bound", result.bound())
          .number("gap", result.gap());
      json.beginObject("errors")
          .number("rows", result.rowResidual())
          .number("bounds", result.columnBounds())
          .number("integrality", result.integrality())
          .endObject();
      variables(json, program, result);
      json.beginObject("seconds")
          .number("read", readSeconds)
          .number("solve", result.seconds())
          .endObject();
      json.endObject().newLine();
    }
  }

  private static void variables(JsonStream json, ConicProgram program, EngineResult result) {
    json.beginObject("variables");
    double[] x = result.x();
    for (int j = 0; x != null && j < x.length; j++) {
      if (x[j] != 0.0) {
        json.number(program.columnName(j), x[j]);
      }
    }
    json.endObject();
  }
}
