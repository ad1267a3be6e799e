package org.infimum.convex.io;

import java.nio.charset.StandardCharsets;

/** Bytes of a file seen as text. */
final class Text {
  private static final char REPLACEMENT = '\uFFFD';

  private Text() {}

  /** Decodes UTF-8, or Latin-1 where the bytes are not UTF-8. */
  static String decode(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0
        ? text
        : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** The bytes of a name in UTF-8. */
  static byte[] encode(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the bytes are the given lower-case ASCII word, letters in any case. */
  static boolean equalsIgnoreCase(byte[] bytes, int from, int to, String lowerCaseWord) {
    if (to - from != lowerCaseWord.length()) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (lowerCase(bytes[i]) != lowerCaseWord.charAt(i - from)) {
        return false;
      }
    }
    return true;
  }

  /** The byte with an ASCII letter in lower case. */
  static int lowerCase(byte b) {
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
  }

  /** Whether the byte separates fields: a blank, a tab or another control character. */
  static boolean isBlank(byte b) {
    return b >= 0 && b <= ' ';
  }
}
