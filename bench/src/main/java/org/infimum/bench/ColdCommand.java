package org.infimum.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.infimum.bench.cold.EmptyMain;
import org.infimum.bench.cold.GlopMain;
import org.infimum.core.InputException;
import org.infimum.plot.Numbers;
import org.infimum.plot.Table;
import picocli.CommandLine;

/** Times whole processes, alternating: the launcher, an empty JVM, OR-Tools from Java. */
@CommandLine.Command(
    name = "cold",
    description =
        "Times whole processes: infimum solve, an empty JVM, OR-Tools from Java on the same file.",
    footer = "Example: infimum bench cold examples/afiro.mps")
final class ColdCommand implements Callable<Integer> {
  @CommandLine.Parameters(
      paramLabel = "FILE",
      description = "The problem file, in free or fixed MPS.")
  private Path file = Path.of("");

  @CommandLine.Option(
      names = "--launcher",
      paramLabel = "PATH",
      description = "The command under test (${DEFAULT-VALUE}).")
  private String launcher = "./infimum";

  @CommandLine.Option(names = "--rounds", description = "Runs of each command (${DEFAULT-VALUE}).")
  private int rounds = 15;

  @CommandLine.Mixin private MarkdownTarget target = new MarkdownTarget();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Map<String, List<String>> commands = commands();
    Map<String, double[]> seconds = new LinkedHashMap<>();
    commands.keySet().forEach(name -> seconds.put(name, new double[rounds]));
    // The first round fills caches of files and archives and is not counted.
    for (int round = -1; round < rounds; round++) {
      for (var command : commands.entrySet()) {
        double elapsed = time(command.getValue());
        double[] times = seconds.get(command.getKey());
        if (round >= 0 && times != null) {
          times[round] = elapsed;
        }
      }
    }
    Table table = table(seconds);
    System.out.println(table.markdown());
    target.write("cold", Machine.description() + ", " + rounds + " rounds.\n\n" + table.markdown());
    return 0;
  }

  private Map<String, List<String>> commands() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    Map<String, List<String>> commands = new LinkedHashMap<>();
    commands.put("infimum solve", List.of(launcher, "solve", file.toString(), "--quiet"));
    commands.put(
        "empty main, Vector API module",
        List.of(
            java,
            "--add-modules",
            "jdk.incubator.vector",
            "-cp",
            classPath,
            EmptyMain.class.getName()));
    commands.put(
        "OR-Tools from Java (GLOP)",
        List.of(
            java,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath,
            GlopMain.class.getName(),
            file.toString()));
    return commands;
  }

  private static double time(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    double seconds = (System.nanoTime() - start) * 1e-9;
    if (code != 0) {
      throw new InputException(
          "The command '"
              + String.join(" ", command)
              + "' ended with code "
              + code
              + ": "
              + output.strip());
    }
    return seconds;
  }

  private static Table table(Map<String, double[]> seconds) {
    List<List<String>> rows = new ArrayList<>();
    double own = median(seconds.values().iterator().next());
    seconds.forEach(
        (name, times) ->
            rows.add(
                List.of(
                    name,
                    Numbers.compact(1000.0 * median(times)) + " ms",
                    Numbers.compact(1000.0 * Arrays.stream(times).min().orElse(Double.NaN)) + " ms",
                    Numbers.compact(1000.0 * Arrays.stream(times).max().orElse(Double.NaN)) + " ms",
                    Numbers.compact(own / median(times)) + " x")));
    return new Table(
        "Whole processes",
        List.of("command", "median", "fastest", "slowest", "infimum / command"),
        rows);
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
  }
}
