package org.infimum.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.io.ProblemFiles;
import org.infimum.convex.io.ReadOptions;
import org.infimum.convex.io.ReadProblem;
import org.infimum.core.InputException;

/** {@code infimum convert}: the same problem in another file format. */
final class ConvertCommand implements Command {
  @Override
  public CommandSyntax syntax() {
    return new CommandSyntax(
        "convert",
        "Write a problem file in another format, if that can express the problem.",
        new CommandSyntax.Operands(
            "IN OUT",
            "the problem (- for standard input), then the new file, whose extension (.mps, .qps,"
                + " .lp, .cbf, .dat-s, also .gz) states its format",
            2,
            2),
        List.of(
            new Option("--relax", "", "read integer columns as continuous ones"),
            new Option("--lenient", "", "repair slips in the file with a warning"),
            new Option("--json", "", "print one JSON object and nothing else"),
            new Option("--quiet", "", "print nothing but warnings"),
            CommandSyntax.DEBUG),
        List.of(
            new CommandSyntax.Example(
                "infimum convert model.mps.gz model.lp", "from MPS to CPLEX LP"),
            new CommandSyntax.Example(
                "infimum convert examples/maxcut.dat-s maxcut.cbf", "from SDPA to CBF")));
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    String source = arguments.operands().getFirst();
    Path target = ProblemSource.path(arguments.operands().getLast());
    if (!ProblemFiles.isProblemFile(target)) {
      throw new InputException(
          target
              + ": the extension .mps, .qps, .lp, .cbf or .dat-s (and .gz) must state the"
              + " format.");
    }
    requireOther(source, target);
    ReadOptions reading = new ReadOptions(arguments.has("--lenient"), arguments.has("--relax"));
    ReadProblem problem = ProblemSource.read(source, reading, terminal.in());
    List<String> warnings = new ArrayList<>(problem.warnings());
    warnings.addAll(ProblemFiles.write(problem.program(), target));
    if (arguments.has("--json")) {
      printJson(problem, target, warnings, terminal.out());
      return ExitCode.PROVED;
    }
    for (String warning : warnings) {
      terminal.err().println("Warning: " + warning);
    }
    if (!arguments.has("--quiet")) {
      ProblemSummary.print(problem, terminal.out());
      terminal.out().println("written    " + target);
    }
    return ExitCode.PROVED;
  }

  /** Reading and writing one file at once would lose it. */
  private static void requireOther(String source, Path target) {
    try {
      if (!source.equals(ProblemSource.STANDARD_INPUT)
          && Files.exists(target)
          && Files.exists(ProblemSource.path(source))
          && Files.isSameFile(ProblemSource.path(source), target)) {
        throw new InputException(target + " would be overwritten by itself.");
      }
    } catch (IOException e) {
      throw new InputException(target + " cannot be examined: " + e.getMessage() + ".", e);
    }
  }

  private static void printJson(
      ReadProblem problem, Path target, List<String> warnings, PrintStream out) {
    ConicProgram program = problem.program();
    try (JsonStream json = new JsonStream(out)) {
      json.beginObject()
          .text("from", problem.format())
          .text("written", target.toString())
          .whole("rows", program.rows())
          .whole("columns", program.columns())
          .whole("nonzeros", program.a().nonzeros())
          .beginArray("warnings");
      for (String warning : warnings) {
        json.text(warning);
      }
      json.endArray().endObject().newLine();
    }
  }
}
