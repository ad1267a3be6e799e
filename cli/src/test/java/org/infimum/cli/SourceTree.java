package org.infimum.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checkout the tests run in, whatever folder of it they start from. */
final class SourceTree {
  private static final Pattern MODULE = Pattern.compile("<module>(\\w+)</module>");

  private SourceTree() {}

  /** The folder of the parent pom. */
  static Path root() {
    @Nullable Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("infimum"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("the tests run outside the checkout");
    }
    return folder;
  }

  /** The rooms in the order of the parent pom: a room uses those before it only. */
  static List<String> rooms() {
    return MODULE.matcher(text("pom.xml")).results().map(match -> match.group(1)).toList();
  }

  /** The text of a file, by its path below the root. */
  static String text(String path) {
    try {
      return Files.readString(root().resolve(path));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
