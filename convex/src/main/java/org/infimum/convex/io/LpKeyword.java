package org.infimum.convex.io;

/** The words that begin a section of an LP file. */
enum LpKeyword {
  MINIMIZE("minimize", "minimise", "minimum", "min"),
  MAXIMIZE("maximize", "maximise", "maximum", "max");

  private final String[] words;

  LpKeyword(String... words) {
    this.words = words;
  }

  private boolean matches(byte[] bytes, int from, int to) {
    for (String word : words) {
      if (Text.equalsIgnoreCase(bytes, from, to, word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the word begins the objective. */
  static boolean isObjective(byte[] bytes, int from, int to) {
    return MINIMIZE.matches(bytes, from, to) || MAXIMIZE.matches(bytes, from, to);
  }
}
