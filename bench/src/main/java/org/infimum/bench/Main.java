package org.infimum.bench;

import java.util.Arrays;
import org.infimum.core.InputException;
import org.infimum.linalg.dense.NativeBlas;
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
  private static final String NATIVE_BLAS = "--native-blas";

  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show this help message and exit.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;

  @CommandLine.Option(
      names = NATIVE_BLAS,
      arity = "0..1",
      paramLabel = "PATH",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Infimum leaves large dense products to OpenBLAS, or to the library at PATH.")
  @SuppressWarnings("UnusedVariable") // picocli shows it, main acts on it
  private String nativeBlas = "";

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
    Runtime.getRuntime().halt(usesNativeBlas(arguments) ? run(commands, arguments) : 2);
  }

  /** Does what the option of that name says; whether that was possible. */
  private static boolean usesNativeBlas(String[] arguments) {
    for (String word : arguments) {
      if (whole(word).startsWith(NATIVE_BLAS + "=")) {
        try {
          String path = whole(word).substring(NATIVE_BLAS.length() + 1);
          System.out.println("Large dense products by " + NativeBlas.use(path) + ".");
        } catch (IllegalArgumentException absent) {
          System.err.println(absent.getMessage());
          return false;
        }
      }
    }
    return true;
  }

  /** The option that may stand alone does not take the next word for its own. */
  private static String whole(String word) {
    return word.equals(NATIVE_BLAS) ? word + "=" : word;
  }

  private static int run(CommandLine commands, String[] arguments) {
    int code = commands.execute(Arrays.stream(arguments).map(Main::whole).toArray(String[]::new));
    System.out.flush();
    System.err.flush();
    return code;
  }
}
