package org.infimum.cli;

import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.infimum.convex.ConicProgram;
import org.infimum.convex.io.ProblemFiles;
import org.infimum.convex.io.ReadOptions;
import org.infimum.convex.io.ReadProblem;
import org.infimum.core.InputException;

/** Where a problem comes from: a file, or standard input. */
final class ProblemSource {
  /** The operand that stands for standard input. */
  static final String STANDARD_INPUT = "-";

  /** What messages call it. */
  static final String STANDARD_INPUT_NAME = "standard input";

  private ProblemSource() {}

  static ReadProblem read(String file, ReadOptions options, InputStream in) {
    return file.equals(STANDARD_INPUT)
        ? ProblemFiles.read(in, STANDARD_INPUT_NAME, options)
        : ProblemFiles.read(path(file), options);
  }

  static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new InputException("'" + Failure.oneLine(file) + "' is not the name of a file.", e);
    }
  }

  /** What messages call the source. */
  static String label(String file) {
    return file.equals(STANDARD_INPUT) ? STANDARD_INPUT_NAME : file;
  }

  /** The problem's name, that of its file if it has none. */
  static String title(String file, ConicProgram program) {
    if (!program.name().isEmpty()) {
      return program.name();
    }
    Path name = file.equals(STANDARD_INPUT) ? null : path(file).getFileName();
    return name == null ? label(file) : name.toString();
  }
}
