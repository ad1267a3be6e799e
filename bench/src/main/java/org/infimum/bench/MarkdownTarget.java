package org.infimum.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The options that say where a table is to be written. */
final class MarkdownTarget {
  @CommandLine.Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write the tables into a marked section of this Markdown file.")
  private @Nullable Path file;

  @CommandLine.Option(
      names = "--section",
      paramLabel = "NAME",
      description = "The name of the section (<!-- begin NAME --> ... <!-- end NAME -->).")
  private @Nullable String section;

  /** Writes the section if a file was named; its name is {@code fallback} unless one was given. */
  void write(String fallback, String markdown) throws IOException {
    if (file != null) {
      MarkedSection.replace(file, section == null ? fallback : section, markdown);
    }
  }
}
