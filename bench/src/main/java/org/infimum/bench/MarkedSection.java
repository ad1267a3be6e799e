package org.infimum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.infimum.core.InputException;

/**
 * A section of a Markdown file that a command writes: what stands between {@code <!-- begin NAME
 * -->} and {@code <!-- end NAME -->}.
 */
final class MarkedSection {
  private MarkedSection() {}

  /** Replaces the section's content. */
  static void replace(Path file, String section, String content) throws IOException {
    String text = Files.readString(file);
    String begin = "<!-- begin " + section + " -->";
    String end = "<!-- end " + section + " -->";
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    if (from < 0 || to < from) {
      throw new InputException(
          "The file " + file + " has no section '" + begin + "' ... '" + end + "'.");
    }
    Files.writeString(
        file,
        text.substring(0, from + begin.length())
            + "\n"
            + content.strip()
            + "\n"
            + text.substring(to));
  }
}
