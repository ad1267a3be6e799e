package org.infimum.convex.io;

import org.infimum.core.InputException;

/**
 * The fields of a file of numbers. Fields end at blanks and at the format's punctuation; lines that
 * begin with a comment character are skipped. In a stream a field may come from a later line.
 */
final class NumberFields {
  private static final int BYTES = 256;
  private static final long LARGEST_WHOLE = Long.MAX_VALUE / 10 - 1;

  private final LineScanner lines;
  private final ReadLog log;
  private final boolean[] separates = new boolean[BYTES];
  private final boolean[] comments = new boolean[BYTES];
  private final boolean stream;
  private int from;
  private int to;

  /**
   * @param punctuation characters that separate fields as blanks do
   * @param commentStarts characters that make a line a comment if they come first in it
   * @param stream whether fields are asked for across line ends
   */
  NumberFields(LineScanner lines, String punctuation, String commentStarts, boolean stream) {
    this.lines = lines;
    this.log = lines.log();
    this.stream = stream;
    for (int c = 0; c < BYTES; c++) {
      separates[c] = Text.isBlank((byte) c) || punctuation.indexOf(c) >= 0;
      comments[c] = commentStarts.indexOf(c) >= 0;
    }
  }

  /** Number of the current line. */
  int line() {
    return lines.number();
  }

  InputException error(String sentence) {
    return log.error(lines.number(), sentence);
  }

  /** Moves to the next line that has a field and is no comment; false at the end of the file. */
  boolean nextLine() {
    while (lines.next()) {
      byte[] bytes = lines.bytes();
      int end = lines.end();
      int at = lines.start();
      while (at < end && Text.isBlank(bytes[at])) {
        at++;
      }
      from = at;
      to = at;
      if (at < end && !comments[bytes[at] & 0xff]) {
        return true;
      }
    }
    return false;
  }

  /** Moves to the next field of the line; false if there is none. */
  boolean nextField() {
    byte[] bytes = lines.bytes();
    int end = lines.end();
    int at = to;
    while (at < end && separates[bytes[at] & 0xff]) {
      at++;
    }
    from = at;
    while (at < end && !separates[bytes[at] & 0xff]) {
      at++;
    }
    to = at;
    return from < at;
  }

  /** The field as text. */
  String text() {
    return Text.decode(lines.bytes(), from, to);
  }

  /** The field in quotes, for messages. */
  String quoted() {
    return ReadLog.quote(text());
  }

  /** Whether the line begins with a letter: a keyword where numbers are expected. */
  boolean startsWithLetter() {
    int c = Text.lowerCase(lines.bytes()[from]);
    return c >= 'a' && c <= 'z';
  }

  /** Makes the field the next one again. */
  void stepBack() {
    to = from;
  }

  /** Leaves out what else stands on the line. */
  void skipLine() {
    to = lines.end();
  }

  /** Moves to the next field and demands that there is one. */
  void require(String what) {
    while (!nextField()) {
      if (!stream) {
        throw error("the line ends where " + what + " is needed.");
      }
      if (!nextLine()) {
        throw error("the file ends where " + what + " is needed.");
      }
    }
  }

  /** Demands that the line has no further field. */
  void requireEnd() {
    if (nextField()) {
      throw error(quoted() + " is one field too many.");
    }
  }

  /** The next field as a whole number of any sign. */
  long whole(String what) {
    require(what);
    byte[] bytes = lines.bytes();
    int at = from;
    boolean negative = bytes[at] == '-';
    if (negative || bytes[at] == '+') {
      at++;
    }
    long value = 0;
    boolean isWhole = at < to;
    for (; at < to && isWhole; at++) {
      int digit = bytes[at] - '0';
      isWhole = digit >= 0 && digit <= 9;
      value = value > LARGEST_WHOLE ? LARGEST_WHOLE : 10 * value + digit;
    }
    if (!isWhole) {
      throw error(what + " must be a whole number, not " + quoted() + ".");
    }
    return negative ? -value : value;
  }

  /** The next field as a whole number from 0 on that fits an int. */
  int count(String what) {
    long value = whole(what);
    if (value < 0) {
      throw error(what + " is negative: " + value + ".");
    }
    if (value > Integer.MAX_VALUE - 1) {
      throw error(what + " is " + quoted() + ", which no program of this library can have.");
    }
    return (int) value;
  }

  /** The next field as a whole number among {@code first, ..., first + count - 1}. */
  int index(String what, int first, int count) {
    long value = whole(what);
    if (value < first || value >= (long) first + count) {
      throw error(
          what
              + " is "
              + quoted()
              + (count == 0
                  ? ", but there is none."
                  : ", but " + first + " to " + (first + count - 1) + " are possible."));
    }
    return (int) value;
  }

  /** The next field as a number, which may be infinite. */
  double number(String what) {
    require(what);
    double value = Decimal.parse(lines.bytes(), from, to);
    if (Double.isNaN(value)) {
      throw error(quoted() + " is not a number.");
    }
    return value;
  }
}
