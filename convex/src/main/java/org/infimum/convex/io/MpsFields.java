package org.infimum.convex.io;

/**
 * The fields of an MPS data line: type, name, name, number, name, number. They are found at blanks
 * (free format, and fixed format with names without blanks) or at the columns of the fixed format
 * (2-3, 5-12, 15-22, 25-36, 40-47, 50-61).
 */
final class MpsFields {
  static final int TYPE = 0;
  static final int NAME1 = 1;
  static final int NAME2 = 2;
  static final int NUMBER1 = 3;
  static final int NAME3 = 4;
  static final int NUMBER2 = 5;
  private static final int FIELDS = 6;
  private static final int MOST_TOKENS = 7;

  private final int[] tokenFrom = new int[MOST_TOKENS];
  private final int[] tokenTo = new int[MOST_TOKENS];
  private final int[] from = new int[FIELDS];
  private final int[] to = new int[FIELDS];
  private byte[] bytes = new byte[0];
  private int tokens;

  byte[] bytes() {
    return bytes;
  }

  int from(int field) {
    return from[field];
  }

  int to(int field) {
    return to[field];
  }

  boolean isEmpty(int field) {
    return from[field] == to[field];
  }

  double number(int field) {
    return Decimal.parse(bytes, from[field], to[field]);
  }

  String text(int field) {
    return Text.decode(bytes, from[field], to[field]);
  }

  String quoted(int field) {
    return ReadLog.quote(text(field));
  }

  boolean is(int field, String word) {
    return to[field] - from[field] == word.length() && text(field).equals(word);
  }

  /** Number of blank-separated tokens of the line last split, at most one more than six. */
  int tokens() {
    return tokens;
  }

  /** Finds the tokens of the line at blanks; {@link #assign} says which fields they are. */
  void splitAtBlanks(LineScanner line) {
    byte[] text = line.bytes();
    int end = line.end();
    int at = line.start();
    int count = 0;
    while (count < MOST_TOKENS) {
      while (at < end && Text.isBlank(text[at])) {
        at++;
      }
      if (at == end) {
        break;
      }
      tokenFrom[count] = at;
      while (at < end && !Text.isBlank(text[at])) {
        at++;
      }
      tokenTo[count++] = at;
    }
    bytes = text;
    tokens = count;
  }

  String token(int number) {
    return Text.decode(bytes, tokenFrom[number], tokenTo[number]);
  }

  int tokenFrom(int number) {
    return tokenFrom[number];
  }

  int tokenTo(int number) {
    return tokenTo[number];
  }

  /** Makes the tokens from {@code first} on the given fields, in order; other fields are empty. */
  void assign(int first, int... fields) {
    for (int field = 0; field < FIELDS; field++) {
      from[field] = 0;
      to[field] = 0;
    }
    for (int i = 0; i < fields.length && first + i < tokens; i++) {
      from[fields[i]] = tokenFrom[first + i];
      to[fields[i]] = tokenTo[first + i];
    }
  }

  /** Tokens 0, 1, 2 and, if there are five, 3, 4 as names and numbers: the line of a matrix. */
  void assignEntries() {
    from[TYPE] = 0;
    to[TYPE] = 0;
    for (int i = 0; i < 3; i++) {
      from[NAME1 + i] = tokenFrom[i];
      to[NAME1 + i] = tokenTo[i];
    }
    boolean second = tokens == 5;
    for (int i = 3; i < 5; i++) {
      from[NAME1 + i] = second ? tokenFrom[i] : 0;
      to[NAME1 + i] = second ? tokenTo[i] : 0;
    }
  }

  /** Finds the fields at the fixed columns; false if the line does not keep to them. */
  boolean splitAtColumns(LineScanner line) {
    bytes = line.bytes();
    int start = line.start();
    int end = line.end();
    for (int i = start; i < end; i++) {
      if (bytes[i] == '\t') {
        return false;
      }
    }
    if (!blankColumns(start, end, 1, 1)
        || !blankColumns(start, end, 4, 4)
        || !blankColumns(start, end, 13, 14)
        || !blankColumns(start, end, 23, 24)) {
      return false;
    }
    trim(TYPE, start, end, 2, 3);
    trim(NAME1, start, end, 5, 12);
    trim(NAME2, start, end, 15, 22);
    trim(NUMBER1, start, end, 25, 36);
    if (!blankColumns(start, end, 37, 39)) {
      // A number of more than twelve characters takes the rest of the line.
      trim(NUMBER1, start, end, 25, end - start);
      trim(NAME3, start, end, 1, 0);
      trim(NUMBER2, start, end, 1, 0);
      return hasNoBlank(NUMBER1);
    }
    trim(NAME3, start, end, 40, 47);
    trim(NUMBER2, start, end, 50, end - start);
    return blankColumns(start, end, 48, 49) && hasNoBlank(NUMBER1) && hasNoBlank(NUMBER2);
  }

  private boolean blankColumns(int start, int end, int first, int last) {
    for (int i = start + first - 1; i < end && i < start + last; i++) {
      if (bytes[i] != ' ') {
        return false;
      }
    }
    return true;
  }

  /** Sets a field to the columns {@code first..last}, counted from 1, without blanks around it. */
  private void trim(int field, int start, int end, int first, int last) {
    int begin = Math.min(start + first - 1, end);
    int behind = Math.max(begin, Math.min(start + last, end));
    while (begin < behind && Text.isBlank(bytes[begin])) {
      begin++;
    }
    while (begin < behind && Text.isBlank(bytes[behind - 1])) {
      behind--;
    }
    from[field] = begin;
    to[field] = behind;
  }

  private boolean hasNoBlank(int field) {
    for (int i = from[field]; i < to[field]; i++) {
      if (Text.isBlank(bytes[i])) {
        return false;
      }
    }
    return true;
  }
}
