package org.infimum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Prints the tables of an earlier run again and draws its performance profile. */
@CommandLine.Command(
    name = "table",
    description =
        "Prints the tables of a result file and draws its performance profile (Dolan-More).",
    footer = "Example: infimum bench table lp.csv --profile lp.svg")
final class TableCommand implements Callable<Integer> {
  @CommandLine.Parameters(paramLabel = "RESULTS.csv", description = "What solve --csv wrote.")
  private Path csv = Path.of("");

  @CommandLine.Option(
      names = "--limit",
      paramLabel = "SECONDS",
      description = "The limit at which failures count (${DEFAULT-VALUE}).")
  private double limit = 300.0;

  @CommandLine.Option(
      names = "--profile",
      paramLabel = "OUT.svg",
      description = "Draw the performance profile into this file.")
  private @Nullable Path profile;

  @CommandLine.Mixin private TableTarget target = new TableTarget();

  @Override
  public Integer call() throws IOException {
    SolveTables tables = new SolveTables(ResultFile.read(csv), limit);
    String name = csv.getFileName().toString().replaceFirst("\\.csv$", "");
    System.out.println(tables.markdown());
    if (profile != null) {
      Files.writeString(profile, tables.profile("Solve time, " + name).svg());
    }
    target.write(name, tables);
    return 0;
  }
}
