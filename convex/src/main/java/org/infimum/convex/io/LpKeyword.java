package org.infimum.convex.io;

import org.jspecify.annotations.Nullable;

/** The words that begin a section of an LP file, in any case, as the first of a line. */
enum LpKeyword {
  MINIMIZE("minimize", "minimise", "minimum", "min"),
  MAXIMIZE("maximize", "maximise", "maximum", "max"),
  SUBJECT_TO("subject to", "such that", "st", "s.t.", "st.", "s.t"),
  BOUNDS("bounds", "bound"),
  UNSUPPORTED(
      "semi-continuous",
      "semis",
      "semi",
      "sos",
      "sos1",
      "sos2",
      "lazy constraints",
      "user cuts",
      "general constraints",
      "pwlobj",
      "multi-objectives"),
  GENERAL("generals", "general", "gens", "gen", "integers", "integer", "int"),
  BINARY("binaries", "binary", "bins", "bin"),
  END("end");

  private static final LpKeyword[] ALL = values();

  @SuppressWarnings("ImmutableEnumChecker") // never written to
  private final String[] words;

  LpKeyword(String... words) {
    this.words = words;
  }

  /** The keyword at the start of {@code bytes[from, to)}, or null. */
  static @Nullable LpKeyword at(byte[] bytes, int from, int to) {
    for (LpKeyword keyword : ALL) {
      if (keyword.end(bytes, from, to) > from) {
        return keyword;
      }
    }
    return null;
  }

  /** Whether the word is one that begins the objective. */
  static boolean isObjective(byte[] bytes, int from, int to) {
    return MINIMIZE.end(bytes, from, to) == to || MAXIMIZE.end(bytes, from, to) == to;
  }

  /** Whether a name reads like a keyword. */
  static boolean isKeyword(byte[] name) {
    LpKeyword keyword = at(name, 0, name.length);
    return keyword != null && keyword.end(name, 0, name.length) == name.length;
  }

  /**
   * The offset behind the keyword if the bytes begin with it and a blank, a comment or nothing
   * follows; else {@code from}.
   */
  int end(byte[] bytes, int from, int to) {
    for (String word : words) {
      int end = matchEnd(bytes, from, to, word);
      if (end > from && (end == to || Text.isBlank(bytes[end]) || bytes[end] == '\\')) {
        return end;
      }
    }
    return from;
  }

  /** A blank in the word stands for any number of blanks. */
  private static int matchEnd(byte[] bytes, int from, int to, String word) {
    int at = from;
    for (int i = 0; i < word.length(); i++) {
      char wanted = word.charAt(i);
      int begin = at;
      if (wanted == ' ') {
        while (at < to && Text.isBlank(bytes[at])) {
          at++;
        }
      } else if (at < to && Text.lowerCase(bytes[at]) == wanted) {
        at++;
      }
      if (at == begin) {
        return from;
      }
    }
    return at;
  }
}
