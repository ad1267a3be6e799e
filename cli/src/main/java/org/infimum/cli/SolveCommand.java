package org.infimum.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.infimum.core.InputException;
import org.jspecify.annotations.Nullable;

/** {@code infimum solve}: one problem with its course and evidence, or a list of problems. */
final class SolveCommand implements Command {
  @Override
  public CommandSyntax syntax() {
    return new CommandSyntax(
        "solve",
        "Solve linear, convex quadratic and conic programs, with a certificate for each answer.",
        new CommandSyntax.Operands(
            "FILE",
            "MPS, QPS, CPLEX LP, CBF or SDPA sparse, also .gz; - for standard input; a folder for all"
                + " in it",
            1,
            CommandSyntax.ANY),
        SolveOptions.SYNTAX,
        List.of(
            new CommandSyntax.Example(
                "infimum solve examples/afiro.mps", "solve, show the iterations and the evidence"),
            new CommandSyntax.Example(
                "infimum solve model.mps.gz --solution out.json", "write the answer by name"),
            new CommandSyntax.Example(
                "infimum solve problems/ --time-limit 60", "one line for each problem of a folder"),
            new CommandSyntax.Example(
                "infimum solve plan.mps --engine highs", "whole numbers, by an external engine"),
            new CommandSyntax.Example(
                "infimum solve - --json < model.mps", "one JSON object on standard output")));
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    SolveOptions options = SolveOptions.of(arguments);
    NativeKernels.use(arguments);
    List<String> files = ProblemList.expand(arguments.operands());
    if (options.engine() != null) {
      return new EngineSolving(options, options.engine(), terminal).solve(files);
    }
    if (ProblemList.isSingle(arguments.operands())) {
      return one(files.getFirst(), options, terminal);
    }
    if (options.solution() != null || options.trace() != null) {
      throw new InputException(
          (options.solution() != null ? "--solution" : "--trace")
              + " takes one problem, but "
              + files.size()
              + (files.size() == 1 ? " of a folder was given." : " were given."));
    }
    return new SolveList(options, terminal).solve(files);
  }

  private static int one(String file, SolveOptions options, Terminal terminal) {
    boolean verbose = !options.json() && !options.quiet();
    PrintStream out = terminal.out();
    try (OutputFile solution = open(options.solution(), "--solution", file);
        OutputFile trace = open(options.trace(), "--trace", file)) {
      Solving solving = new Solving(file, options, terminal);
      solving.read();
      if (verbose) {
        ProblemSummary.print(solving.problem(), out);
        solving.listen(new IterationTable(out));
      }
      TraceFile rows = trace == null ? null : new TraceFile(trace);
      if (rows != null) {
        solving.listen(rows);
      }
      Solved solved = solving.solve();
      if (options.json()) {
        SolveJson.print(solved, out);
      } else if (options.quiet()) {
        out.println(ResultLine.of(solved));
      } else {
        ResultText.print(solved, options.method().tolerance(), out);
      }
      out.flush();
      if (rows != null) {
        rows.finish();
      }
      if (solution != null) {
        SolutionFile.write(solved, solution);
      }
      return solved.exitCode();
    }
  }

  private static @Nullable OutputFile open(@Nullable Path path, String option, String problem) {
    return path == null ? null : OutputFile.open(path, option, problem);
  }
}
