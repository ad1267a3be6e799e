package org.infimum.cli;

import java.util.List;
import java.util.Map;
import org.infimum.core.InputException;
import org.jspecify.annotations.Nullable;

/**
 * A command line that fits its syntax; values are checked when they are asked for.
 *
 * @param values option names to their values, flags to the empty string
 * @param operands what is not an option
 */
record Arguments(Map<String, String> values, List<String> operands) {
  /** Whether the option was given. */
  boolean has(String option) {
    return values.containsKey(option);
  }

  /** The value as it was given, or null. */
  @Nullable String text(String option) {
    return values.get(option);
  }

  /**
   * The value as a whole number.
   *
   * @throws InputException if it is none or lies outside {@code [least, most]}
   */
  long whole(String option, long standard, long least, long most) {
    String text = values.get(option);
    if (text == null) {
      return standard;
    }
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number out of range.
    }
    throw new InputException(
        option + " takes a whole number" + range(least, most) + ", not '" + text + "'.");
  }

  private static String range(long least, long most) {
    if (least == Long.MIN_VALUE) {
      return "";
    }
    return most >= Integer.MAX_VALUE ? " of at least " + least : " from " + least + " to " + most;
  }

  /**
   * The value as a number.
   *
   * @param wanted the range in words, for the message
   * @throws InputException if it is none or does not lie strictly between the ends
   */
  double number(String option, double standard, double above, double below, String wanted) {
    String text = values.get(option);
    if (text == null) {
      return standard;
    }
    double value = parse(text);
    if (value > above && value < below) {
      return value;
    }
    throw new InputException(option + " takes " + wanted + ", not '" + text + "'.");
  }

  /** The number, NaN if the text is not a plain decimal one (no NaN, infinity, hex or suffix). */
  private static double parse(String text) {
    for (int k = 0; k < text.length(); k++) {
      if ("0123456789+-.eE".indexOf(text.charAt(k)) < 0) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
