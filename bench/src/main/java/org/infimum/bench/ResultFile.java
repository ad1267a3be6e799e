package org.infimum.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The CSV file of a side-by-side run: comment lines that describe the run and its contestants, then
 * one {@link ResultRow} a line, written as soon as it is known.
 */
final class ResultFile {
  private static final String RUN = "# run: ";
  private static final String SOLVER = "# solver ";

  private String run = "";
  private final Map<String, String> descriptions = new LinkedHashMap<>();
  private final List<ResultRow> rows = new ArrayList<>();

  /** Reads a file; an absent one is empty. */
  static ResultFile read(Path file) throws IOException {
    ResultFile result = new ResultFile();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        result.take(line);
      }
    }
    return result;
  }

  /** Takes one line of the file. */
  void take(String line) {
    if (line.startsWith(RUN)) {
      run = line.substring(RUN.length());
    } else if (line.startsWith(SOLVER)) {
      int colon = line.indexOf(": ");
      descriptions.put(line.substring(SOLVER.length(), colon), line.substring(colon + 2));
    } else if (!line.isBlank() && !line.startsWith("#") && !line.equals(ResultRow.HEADER)) {
      rows.add(ResultRow.parse(line));
    }
  }

  /** The machine, the limit and the date, in one line. */
  String run() {
    return run;
  }

  /** The description of each contestant, in the order in which they took part. */
  Map<String, String> descriptions() {
    return descriptions;
  }

  List<ResultRow> rows() {
    return rows;
  }

  boolean contains(Instance instance, String solver) {
    return rows.stream()
        .anyMatch(
            row ->
                row.set().equals(instance.set())
                    && row.instance().equals(instance.name())
                    && row.solver().equals(solver));
  }

  /** Appends a line to {@code file}. */
  static void append(Path file, String line) {
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static String runLine(String text) {
    return RUN + text;
  }

  static String solverLine(String key, String description) {
    return SOLVER + key + ": " + description;
  }
}
