package org.infimum.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, alike in every locale, without the start-up cost of {@code Formatter}. */
final class Decimals {
  private Decimals() {}

  /** For example {@code -4.65e+02} with two digits after the point. */
  static String scientific(double value, int fraction) {
    if (!Double.isFinite(value)) {
      return nonFinite(value);
    }
    StringBuilder text = new StringBuilder();
    if (value < 0) {
      text.append('-');
    }
    int exponent = 0;
    String digits = "";
    if (value != 0) {
      BigDecimal rounded =
          BigDecimal.valueOf(Math.abs(value))
              .round(new MathContext(fraction + 1, RoundingMode.HALF_EVEN));
      digits = rounded.unscaledValue().toString();
      exponent = digits.length() - 1 - rounded.scale();
    }
    for (int k = 0; k <= fraction; k++) {
      text.append(k < digits.length() ? digits.charAt(k) : '0');
      if (k == 0 && fraction > 0) {
        text.append('.');
      }
    }
    text.append(exponent < 0 ? "e-" : "e+");
    int magnitude = Math.abs(exponent);
    return text.append(magnitude < 10 ? "0" : "").append(magnitude).toString();
  }

  /** For example {@code 12.346} with three digits after the point. */
  static String fixed(double value, int fraction) {
    if (!Double.isFinite(value)) {
      return nonFinite(value);
    }
    return BigDecimal.valueOf(value).setScale(fraction, RoundingMode.HALF_EVEN).toPlainString();
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
