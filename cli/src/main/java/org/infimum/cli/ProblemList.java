package org.infimum.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.infimum.convex.io.ProblemFiles;
import org.infimum.core.InputException;

/** The problems that the operands of a command stand for. */
final class ProblemList {
  private ProblemList() {}

  /** Whether the operands are one file rather than a list or a folder. */
  static boolean isSingle(List<String> operands) {
    return operands.size() == 1 && !isFolder(operands.getFirst());
  }

  /**
   * The operands with every folder replaced by the problem files below it, sorted by path.
   *
   * @throws InputException if a folder has none, or standard input is named twice
   */
  static List<String> expand(List<String> operands) {
    if (isSingle(operands)) {
      return operands;
    }
    List<String> files = new ArrayList<>();
    for (String operand : operands) {
      if (isFolder(operand)) {
        addFolder(operand, files);
      } else if (operand.equals(ProblemSource.STANDARD_INPUT) && files.contains(operand)) {
        throw new InputException("Standard input (-) can be read only once.");
      } else {
        files.add(operand);
      }
    }
    return files;
  }

  private static boolean isFolder(String operand) {
    return !operand.equals(ProblemSource.STANDARD_INPUT)
        && Files.isDirectory(ProblemSource.path(operand));
  }

  private static void addFolder(String folder, List<String> files) {
    List<Path> found;
    try (Stream<Path> walk = Files.walk(ProblemSource.path(folder))) {
      found =
          walk.filter(ProblemFiles::isProblemFile).filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(
          "The folder " + folder + " cannot be read: " + e.getMessage() + ".", e);
    }
    if (found.isEmpty()) {
      throw new InputException(
          "The folder "
              + folder
              + " has no problem file (.mps, .qps, .lp, .cbf, .dat-s,"
              + " also .gz).");
    }
    for (Path path : found) {
      files.add(path.toString());
    }
  }
}
