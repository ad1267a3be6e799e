package org.infimum.convex.verify;

import java.util.regex.Pattern;

/** The words of one line of a file of numbers, taken one after the other. */
final class NumberLine {
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,10}");

  private final PlainConicProblem problem;
  private final String[] words;
  private final int line;
  private int at;

  NumberLine(PlainConicProblem problem, String[] words, int line) {
    this.problem = problem;
    this.words = words;
    this.line = line;
  }

  int line() {
    return line;
  }

  String word() {
    if (at == words.length) {
      throw problem.failure(line, "the line ends too early");
    }
    return words[at++];
  }

  double number() {
    String word = word();
    if (!PlainReader.isNumber(word)) {
      throw problem.failure(line, word + " is not a number");
    }
    return PlainReader.number(word);
  }

  long whole() {
    String word = word();
    if (!WHOLE.matcher(word).matches()) {
      throw problem.failure(line, word + " is not a whole number");
    }
    return Long.parseLong(word);
  }

  /** A whole number from {@code first} to {@code last}. */
  int index(long first, long last) {
    long value = whole();
    if (value < first || value > last) {
      throw problem.failure(line, value + " does not lie between " + first + " and " + last);
    }
    return (int) value;
  }

  void end() {
    if (at < words.length) {
      throw problem.failure(line, "the line has too many words");
    }
  }
}
