package org.infimum.convex.io;

import java.util.ArrayList;
import java.util.List;
import org.infimum.core.InputException;

/** What one reader has to say about its file: errors it throws and warnings it keeps. */
final class ReadLog {
  private static final int MOST_WARNINGS = 20;
  private static final int LONGEST_QUOTE = 40;

  private final String file;
  private final List<String> warnings = new ArrayList<>();
  private int dropped;

  ReadLog(String file) {
    this.file = file;
  }

  InputException error(int line, String sentence) {
    return new InputException(file + ":" + line + ": " + sentence);
  }

  InputException error(String sentence) {
    return new InputException(file + ": " + sentence);
  }

  InputException error(String sentence, Throwable cause) {
    return new InputException(file + ": " + sentence, cause);
  }

  void warn(int line, String sentence) {
    keep(line, sentence);
  }

  void warn(String sentence) {
    keep(0, sentence);
  }

  private void keep(int line, String sentence) {
    if (warnings.size() < MOST_WARNINGS) {
      warnings.add(file + (line > 0 ? ":" + line : "") + ": " + sentence);
    } else {
      dropped++;
    }
  }

  List<String> warnings() {
    List<String> all = new ArrayList<>(warnings);
    if (dropped > 0) {
      all.add(file + ": " + dropped + " more warnings are not shown.");
    }
    return List.copyOf(all);
  }

  /** A piece of the file in quotes, cut to a readable length, without control characters. */
  static String quote(String text) {
    int length = Math.min(text.length(), LONGEST_QUOTE);
    StringBuilder quoted = new StringBuilder(length + 5).append('\'');
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      quoted.append(Character.isISOControl(c) ? '?' : c);
    }
    return quoted.append(length < text.length() ? "...'" : "'").toString();
  }
}
