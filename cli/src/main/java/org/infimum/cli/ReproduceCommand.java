package org.infimum.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.infimum.core.InputException;
import org.infimum.core.Run;
import org.infimum.reproduce.Experiment;
import org.infimum.reproduce.ExperimentContext;
import org.infimum.reproduce.Experiments;
import org.infimum.reproduce.Outcome;
import org.infimum.reproduce.ReproductionReport;

/** {@code infimum reproduce}: the papers' claims beside what is measured here. */
final class ReproduceCommand implements Command {
  @Override
  public CommandSyntax syntax() {
    return new CommandSyntax(
        "reproduce",
        "Run a paper's claim again and print it beside what is measured here.",
        new CommandSyntax.Operands("KEY", "the experiment; without one, they are listed", 0, 1),
        List.of(
            new Option("--report", "DIR", "write a self-contained page with plots into DIR"),
            RunOptions.timeLimit("seconds for the experiment"),
            RunOptions.THREADS,
            RunOptions.SEED,
            new Option("--json", "", "print one JSON object and nothing else"),
            new Option("--quiet", "", "print the verdict only"),
            CommandSyntax.DEBUG),
        List.of(
            new CommandSyntax.Example("infimum reproduce", "list the experiments"),
            new CommandSyntax.Example(
                "infimum reproduce central-path --report out", "run one and write its page")));
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    if (arguments.operands().isEmpty()) {
      return list(arguments.has("--json"), terminal.out());
    }
    String key = arguments.operands().getFirst();
    Experiment experiment =
        Experiments.byKey(key)
            .orElseThrow(
                () ->
                    new InputException(
                        "There is no experiment '"
                            + Failure.oneLine(key)
                            + "'; infimum reproduce lists them."));
    Run run = RunOptions.of(arguments).builder().build();
    terminal.interruption().watch(run);
    boolean json = arguments.has("--json");
    boolean verbose = !json && !arguments.has("--quiet");
    PrintStream out = terminal.out();
    Outcome outcome = experiment.run(ExperimentContext.of(run, log(verbose, out)));
    if (json) {
      printJson(outcome, out);
    } else {
      print(outcome, verbose, out);
    }
    String report = arguments.text("--report");
    if (report != null) {
      Path page = writeReport(report, outcome);
      if (verbose) {
        out.println("report     " + page);
      }
    }
    return outcome.holds() ? ExitCode.PROVED : ExitCode.STOPPED_SHORT;
  }

  private static int list(boolean json, PrintStream out) {
    if (json) {
      throw new InputException(
          "--json needs the key of an experiment; infimum reproduce lists them.");
    }
    for (Experiment experiment : Experiments.all()) {
      out.println(Decimals.left(experiment.key(), 20) + " " + experiment.title());
    }
    return ExitCode.PROVED;
  }

  private static Consumer<String> log(boolean verbose, PrintStream out) {
    return line -> {
      if (verbose) {
        out.println(line);
        out.flush();
      }
    };
  }

  private static void print(Outcome outcome, boolean verbose, PrintStream out) {
    String verdict = outcome.holds() ? "holds here" : "does not hold here";
    out.println(
        outcome.key()
            + ": "
            + verdict
            + ", measured "
            + outcome.measured()
            + ", threshold "
            + outcome.threshold()
            + ", "
            + Decimals.fixed(outcome.seconds(), 1)
            + " s");
    if (verbose) {
      out.println("claim      " + outcome.claim());
      out.println("metric     " + outcome.metric());
      out.println("notes      " + outcome.notes());
    }
  }

  private static void printJson(Outcome outcome, PrintStream out) {
    try (JsonStream json = new JsonStream(out)) {
      json.beginObject()
          .text("key", outcome.key())
          .text("claim", outcome.claim())
          .text("metric", outcome.metric())
          .number("threshold", outcome.threshold())
          .number("measured", outcome.measured())
          .truth("holds", outcome.holds())
          .number("seconds", outcome.seconds())
          .text("notes", outcome.notes())
          .endObject()
          .newLine();
    }
  }

  private static Path writeReport(String folder, Outcome outcome) {
    try {
      return ReproductionReport.write(ProblemSource.path(folder), List.of(outcome));
    } catch (IOException e) {
      throw new InputException(
          "--report cannot be written to "
              + folder
              + ": "
              + Failure.oneLine(String.valueOf(e.getMessage()))
              + ".",
          e);
    }
  }
}
