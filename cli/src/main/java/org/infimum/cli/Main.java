package org.infimum.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The program {@code infimum}: the first word chooses the command. */
public final class Main {
  private static final String[] COMMANDS = {
    "solve", "check", "convert", "methods", "reproduce", "bench"
  };

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] line) {
    Interruption interruption = new Interruption();
    interruption.listen();
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    int code = run(line, System.in, out, err, interruption);
    interruption.end(code);
    System.exit(code);
  }

  /** UTF-8 whatever the locale, and flushed by the commands: a table line costs one write. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 13),
        false,
        StandardCharsets.UTF_8);
  }

  /**
   * Runs one command inside this process, without any handling of signals.
   *
   * @return the exit code: 0 proved, 1 stopped short, 2 bad usage or input, 3 internal error
   */
  public static int run(String[] line, InputStream in, PrintStream out, PrintStream err) {
    return run(line, in, out, err, new Interruption());
  }

  static int run(
      String[] line, InputStream in, PrintStream out, PrintStream err, Interruption interruption) {
    boolean debug = System.getenv("INFIMUM_DEBUG") != null;
    for (String word : line) {
      debug |= word.equals(CommandSyntax.DEBUG.name());
    }
    Terminal terminal = new Terminal(in, out, err, interruption, debug);
    int code;
    try {
      code = dispatch(line, terminal);
    } catch (HelpRequest request) {
      out.print(request.getMessage());
      code = ExitCode.PROVED;
    } catch (Throwable failure) {
      out.flush();
      code = Failure.report(failure, err, debug);
    }
    out.flush();
    err.flush();
    return code;
  }

  private static int dispatch(String[] line, Terminal terminal) {
    if (line.length == 0) {
      throw new UsageException("A command is missing.", "", null);
    }
    return switch (line[0]) {
      case "--help", "-h", "help" -> throw new HelpRequest(help());
      case "--version", "-V" -> throw new HelpRequest("infimum " + version() + "\n");
      default -> runCommand(line, terminal);
    };
  }

  private static int runCommand(String[] line, Terminal terminal) {
    Command command = command(line[0]);
    if (command == null) {
      throw new UsageException("There is no command '" + line[0] + "'.", "", null);
    }
    Arguments arguments = PlainLine.read(command.syntax(), line);
    if (arguments == null) {
      arguments = new PicocliLine(command.syntax()).read(line);
    }
    return command.run(arguments, terminal);
  }

  /** The command of that name; only its classes are loaded. */
  private static @Nullable Command command(String name) {
    return switch (name) {
      case "solve" -> new SolveCommand();
      case "check" -> new CheckCommand();
      case "convert" -> new ConvertCommand();
      case "methods" -> new MethodsCommand();
      case "reproduce" -> new ReproduceCommand();
      case "bench" -> new BenchCommand();
      default -> null;
    };
  }

  private static String help() {
    StringBuilder text = new StringBuilder();
    text.append("Usage: infimum COMMAND [OPTIONS]\n\n");
    text.append("Solves linear, quadratic and conic programs, with certificates.\n\nCommands:\n");
    for (String name : COMMANDS) {
      Command command = command(name);
      if (command != null) {
        text.append("  ").append(Decimals.left(name, 11)).append(command.syntax().summary());
        text.append('\n');
      }
    }
    text.append("\nExamples:\n");
    for (String name : COMMANDS) {
      Command command = command(name);
      if (command != null) {
        text.append("  ").append(command.syntax().examples().getFirst().line()).append('\n');
      }
    }
    text.append("\nOptions:\n  -h, --help     print this help; infimum COMMAND --help has more\n");
    text.append("  -V, --version  print the version\n\n");
    text.append("Exit codes: 0 proved (optimal, or a verified proof that there is no optimum),\n");
    text.append("1 stopped short of the goal, 2 bad usage or input, 3 internal error.\n");
    return text.toString();
  }

  private static String version() {
    try (InputStream resource = Main.class.getResourceAsStream("version.txt")) {
      return resource == null
          ? "(unreleased)"
          : new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
