package org.infimum.plot;

import java.util.Locale;

/** Appends well-formed XML: every text and attribute value is escaped here and nowhere else. */
final class Markup {
  private final StringBuilder out = new StringBuilder();

  /** Opens an element; {@code attributes} alternates names and values. */
  Markup open(String element, Object... attributes) {
    tag(element, attributes).append('>');
    return this;
  }

  /** An element without content. */
  Markup empty(String element, Object... attributes) {
    tag(element, attributes).append("/>");
    return this;
  }

  /** An element that holds text. */
  Markup leaf(String element, String text, Object... attributes) {
    return open(element, attributes).text(text).close(element);
  }

  Markup close(String element) {
    out.append("</").append(element).append('>');
    return this;
  }

  Markup text(String text) {
    out.append(escape(text));
    return this;
  }

  /** Markup that is well-formed already. */
  Markup raw(CharSequence markup) {
    out.append(markup);
    return this;
  }

  Markup newline() {
    out.append('\n');
    return this;
  }

  private StringBuilder tag(String element, Object... attributes) {
    out.append('<').append(element);
    for (int k = 0; k < attributes.length; k += 2) {
      Object value = attributes[k + 1];
      String printed = value instanceof Double number ? number(number) : String.valueOf(value);
      out.append(' ').append(attributes[k]).append("=\"").append(escape(printed)).append('"');
    }
    return out;
  }

  /** A coordinate with two decimals, which is finer than a screen's pixel. */
  static String number(double value) {
    String printed = String.format(Locale.ROOT, "%.2f", value);
    return printed.endsWith(".00") ? printed.substring(0, printed.length() - 3) : printed;
  }

  /** Escapes the five characters of XML and drops those that XML 1.0 cannot hold. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                  if (isXmlCharacter(c)) {
                    escaped.appendCodePoint(c);
                  }
                }
              }
            });
    return escaped.toString();
  }

  private static boolean isXmlCharacter(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
