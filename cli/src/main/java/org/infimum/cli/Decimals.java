package org.infimum.cli;

/**
 * Numbers as text, alike in every locale, without the start-up cost of {@code Formatter} or {@code
 * BigDecimal}.
 */
final class Decimals {
  private Decimals() {}

  /** For example {@code -4.65e+02} with two digits after the point. */
  static String scientific(double value, int fraction) {
    if (!Double.isFinite(value)) {
      return nonFinite(value);
    }
    // The shortest decimal that stands for the value, such as 123.4, 0.00123 or 1.234E-8.
    String shortest = Double.toString(Math.abs(value));
    int point = shortest.indexOf('.');
    int mark = shortest.indexOf('E');
    int end = mark < 0 ? shortest.length() : mark;
    String digits = shortest.substring(0, point) + shortest.substring(point + 1, end);
    int first = 0;
    while (first < digits.length() - 1 && digits.charAt(first) == '0') {
      first++;
    }
    int exponent = value == 0.0 ? 0 : point - 1 - first;
    if (mark >= 0) {
      exponent += Integer.parseInt(shortest, mark + 1, shortest.length(), 10);
    }
    char[] rounded = new char[fraction + 1];
    for (int k = 0; k <= fraction; k++) {
      rounded[k] = first + k < digits.length() ? digits.charAt(first + k) : '0';
    }
    int next = first + rounded.length;
    if (next < digits.length() && digits.charAt(next) >= '5' && carries(rounded)) {
      exponent++;
    }
    StringBuilder text = new StringBuilder(fraction + 8);
    text.append(value < 0 ? "-" : "").append(rounded[0]);
    if (fraction > 0) {
      text.append('.').append(rounded, 1, fraction);
    }
    int magnitude = Math.abs(exponent);
    text.append(exponent < 0 ? "e-" : "e+").append(magnitude < 10 ? "0" : "");
    return text.append(magnitude).toString();
  }

  /** Adds one to the last digit; whether all were nines, which leaves 1 and zeros. */
  private static boolean carries(char[] digits) {
    for (int k = digits.length - 1; k >= 0; k--) {
      if (digits[k] != '9') {
        digits[k]++;
        return false;
      }
      digits[k] = '0';
    }
    digits[0] = '1';
    return true;
  }

  /** For example {@code 12.346} with three digits after the point, at most nine. */
  static String fixed(double value, int fraction) {
    if (!Double.isFinite(value)) {
      return nonFinite(value);
    }
    long unit = 1;
    for (int k = 0; k < fraction; k++) {
      unit *= 10;
    }
    if (Math.abs(value) * unit >= 1L << 53) {
      return scientific(value, fraction);
    }
    long scaled = Math.round(Math.abs(value) * unit);
    StringBuilder text = new StringBuilder();
    text.append(value < 0 && scaled != 0 ? "-" : "").append(scaled / unit);
    if (fraction > 0) {
      String behind = Long.toString(scaled % unit);
      text.append('.').append("0".repeat(fraction - behind.length())).append(behind);
    }
    return text.toString();
  }

  private static String nonFinite(double value) {
    return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  }

  /** The text with spaces before it, at least {@code width} characters long. */
  static String right(String text, int width) {
    return text.length() >= width ? text : " ".repeat(width - text.length()) + text;
  }

  /** The text with spaces after it, at least {@code width} characters long. */
  static String left(String text, int width) {
    return text.length() >= width ? text : text + " ".repeat(width - text.length());
  }
}
