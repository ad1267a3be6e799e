package org.infimum.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.infimum.plot.Figure;

/** Where the examples leave their plots. */
final class Plots {
  private Plots() {}

  /** Writes the figure to the file named by the first argument, or to {@code name.svg} here. */
  static void write(Figure figure, String name, String[] arguments) throws IOException {
    Path file = Path.of(arguments.length > 0 ? arguments[0] : name + ".svg");
    Files.writeString(file, figure.svg());
    System.out.println("The plot is in " + file + ".");
  }
}
