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
      names = "--baseline",
      paramLabel = "OLD.csv",
      description = "Print the ratio to an earlier run.")
  private @Nullable Path baseline;

  @CommandLine.Option(
      names = "--profile",
      paramLabel = "OUT.svg",
      description = "Draw the performance profile into this file.")
  private @Nullable Path profile;

  @CommandLine.Mixin private MarkdownTarget target = new MarkdownTarget();

  @Override
  public Integer call() throws IOException {
    SolveTables tables = new SolveTables(ResultFile.read(csv), limit);
    System.out.println(tables.markdown());
    if (baseline != null) {
      System.out.println(tables.comparedWith(ResultFile.read(baseline)).markdown());
    }
    if (profile != null) {
      String title = "Solve time, " + csv.getFileName().toString().replaceFirst("\\.csv$", "");
      Files.writeString(profile, tables.profile(title).svg());
    }
    target.write(csv.getFileName().toString().replaceFirst("\\.csv$", ""), tables.markdown());
    return 0;
  }
}
