package org.infimum.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a well-formed command line without loading picocli, whose classes are too old a format for
 * the ahead-of-time cache and would more than double the start-up of a small solve. A line that
 * needs more than this (help, an error message, {@code --}) is left to {@link PicocliLine}.
 */
final class PlainLine {
  private PlainLine() {}

  /** The arguments after the command's name, or null if the line is not plain. */
  static @Nullable Arguments read(CommandSyntax syntax, String[] line) {
    Map<String, String> values = new HashMap<>();
    List<String> operands = new ArrayList<>();
    for (int k = 1; k < line.length; k++) {
      String word = line[k];
      if (!word.startsWith("-") || word.equals("-")) {
        operands.add(word);
        continue;
      }
      int equals = word.indexOf('=');
      Option option = syntax.option(equals < 0 ? word : word.substring(0, equals));
      if (option == null || (option.isFlag() && equals >= 0)) {
        return null;
      }
      String value = "";
      if (equals >= 0) {
        value = word.substring(equals + 1);
      } else if (!option.isFlag() && !option.mayStandAlone()) {
        if (++k == line.length || line[k].startsWith("--")) {
          return null;
        }
        value = line[k];
      }
      if (values.put(option.name(), value) != null) {
        return null;
      }
    }
    return syntax.takes(operands.size()) ? new Arguments(values, operands) : null;
  }
}
