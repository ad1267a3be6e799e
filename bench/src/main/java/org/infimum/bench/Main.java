package org.infimum.bench;

import org.infimum.core.InputException;
import picocli.CommandLine;

/** The entry point of {@code infimum bench}. */
@CommandLine.Command(
    name = "infimum bench",
    description =
        "Measures Infimum beside its peers; docs/benchmarks.md names the command of each table.",
    subcommands = {
      SolveCommand.class,
      TableCommand.class,
      AblationCommand.class,
      ArraysCommand.class,
      ColdCommand.class,
      KernelsCommand.class,
      DenseCommand.class,
      SparseCommand.class,
      SpectralCommand.class
    })
public final class Main {
  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show this help message and exit.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;

  private Main() {}

  /** Runs a command and leaves the process, threads of peers that hang included. */
  public static void main(String[] arguments) {
    CommandLine commands = new CommandLine(new Main());
    commands.setExecutionExceptionHandler(
        (failure, line, parsed) -> {
          if (failure instanceof InputException) {
            line.getErr().println(failure.getMessage());
            return 2;
          }
          throw failure;
        });
    Runtime.getRuntime().halt(run(commands, arguments));
  }

  private static int run(CommandLine commands, String[] arguments) {
    int code = commands.execute(arguments);
    System.out.flush();
    System.err.flush();
    return code;
  }
}
