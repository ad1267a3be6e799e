package org.infimum.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The options that say what becomes of the tables of a run. */
final class TableTarget {
  @CommandLine.Option(
      names = "--baseline",
      paramLabel = "OLD.csv",
      description = "Print the ratio to an earlier run.")
  private @Nullable Path baseline;

  @CommandLine.Mixin private MarkdownTarget markdown = new MarkdownTarget();

  /** Prints the comparison and writes the Markdown section {@code name}, each if asked for. */
  void write(String name, SolveTables tables) throws IOException {
    if (baseline != null) {
      System.out.println(tables.comparedWith(ResultFile.read(baseline)).markdown());
    }
    markdown.write(name, tables.markdown());
  }
}
