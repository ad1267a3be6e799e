package org.infimum.convex.io;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The text formats; QPS is MPS with a quadratic section. */
enum FileFormat {
  MPS,
  LP,
  CBF,
  SDPA;

  private static final String UNKNOWN = "this is no MPS, LP, CBF or SDPA file.";

  /** The format that the extension of a file name states, or null. */
  static @Nullable FileFormat ofName(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".gz")) {
      lower = lower.substring(0, lower.length() - 3);
    }
    if (lower.endsWith(".mps") || lower.endsWith(".qps")) {
      return MPS;
    }
    if (lower.endsWith(".dat-s") || lower.endsWith(".sdpa")) {
      return SDPA;
    }
    return lower.endsWith(".lp") ? LP : lower.endsWith(".cbf") ? CBF : null;
  }

  /** The format of a text that begins with these bytes: that of its first line but comments. */
  static FileFormat ofContent(byte[] prefix, ReadLog log) {
    int at = 0;
    while (at < prefix.length) {
      int end = at;
      while (end < prefix.length && prefix[end] != '\n') {
        end++;
      }
      int word = at;
      while (word < end && Text.isBlank(prefix[word])) {
        word++;
      }
      if (word < end && !isComment(prefix[word], word == at)) {
        FileFormat format = ofLine(prefix, at, word, end);
        if (format == null) {
          throw log.error(UNKNOWN);
        }
        return format;
      }
      at = end + 1;
    }
    throw log.error(prefix.length == 0 ? "the file is empty." : UNKNOWN);
  }

  /** Comments of MPS and SDPA begin with a star, of SDPA also with a quote, of CBF with #. */
  private static boolean isComment(byte first, boolean inFirstColumn) {
    return (first == '*' && inFirstColumn) || first == '"' || first == '#';
  }

  /**
   * The format that a line shows, or null.
   *
   * @param begin the line's first byte
   * @param word its first byte that is not blank
   */
  private static @Nullable FileFormat ofLine(byte[] prefix, int begin, int word, int end) {
    if (prefix[word] == '\\') {
      return LP;
    }
    int behind = word;
    while (behind < end && !Text.isBlank(prefix[behind]) && prefix[behind] != ':') {
      behind++;
    }
    if (word == begin && MpsSection.of(prefix, word, behind) != null) {
      return MPS;
    }
    if (LpKeyword.isObjective(prefix, word, behind)) {
      return LP;
    }
    if (Text.equalsIgnoreCase(prefix, word, behind, "ver")) {
      return CBF;
    }
    return prefix[word] >= '0' && prefix[word] <= '9' ? SDPA : null;
  }
}
