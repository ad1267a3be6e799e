package org.infimum.convex.io;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The text formats; QPS is MPS with a quadratic section. */
enum FileFormat {
  MPS,
  LP;

  /** The format that the extension of a file name states, or null. */
  static @Nullable FileFormat ofName(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".gz")) {
      lower = lower.substring(0, lower.length() - 3);
    }
    if (lower.endsWith(".mps") || lower.endsWith(".qps")) {
      return MPS;
    }
    return lower.endsWith(".lp") ? LP : null;
  }

  /** The format of a text that begins with these bytes. */
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
      if (word < end && prefix[word] == '\\') {
        return LP;
      }
      if (word < end && !(prefix[word] == '*' && word == at)) {
        int behind = word;
        while (behind < end && !Text.isBlank(prefix[behind]) && prefix[behind] != ':') {
          behind++;
        }
        if (word == at && MpsSection.of(prefix, word, behind) != null) {
          return MPS;
        }
        if (LpKeyword.isObjective(prefix, word, behind)) {
          return LP;
        }
        throw log.error("this is neither an MPS nor an LP file.");
      }
      at = end + 1;
    }
    throw log.error(
        prefix.length == 0 ? "the file is empty." : "this is neither an MPS nor an LP file.");
  }
}
