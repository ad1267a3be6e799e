package org.infimum.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small problems whose answers are known by hand. */
final class Problems {
  /**
   * The example of docs/solve.md: x = 3, y = 1, objective 11, duals 2 and 0, reduced costs 1, 0.
   */
  static final String MAXIMIZE =
      """
      Maximize
       profit: 3 x + 2 y
      Subject To
       labour: x + y <= 4
       wood: x + 3 y <= 9
      Bounds
       x <= 3
      End
      """;

  /** x >= 2 and x <= 1 as rows: no feasible point. */
  static final String INFEASIBLE =
      """
      Minimize
       obj: x + y
      Subject To
       high: x + y >= 2
       low: x + y <= 1
      End
      """;

  /** max x + y over x - y <= 1: unbounded. */
  static final String UNBOUNDED =
      """
      Maximize
       obj: x + y
      Subject To
       row: x - y <= 1
      End
      """;

  private Problems() {}

  static Path write(Path folder, String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
