package org.infimum.convex.io;

import java.nio.charset.StandardCharsets;

/**
 * Numbers as problem files write them: an optional sign, digits with an optional point, an optional
 * exponent behind e, E, d or D; or infinity (also inf). The value is that of {@link
 * Double#parseDouble} bit for bit.
 */
final class Decimal {
  /** Powers of ten that are exact in double precision. */
  private static final double[] EXACT_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final long LARGEST_EXACT_INTEGER = 1L << 53;
  private static final double LARGEST_PLAIN_INTEGER = 1e15;
  private static final int MOST_DIGITS = 18;
  private static final int LARGEST_EXPONENT = 100_000;

  private Decimal() {}

  /** The value of {@code bytes[from, to)}, or NaN if it is no number. */
  static double parse(byte[] bytes, int from, int to) {
    int at = from;
    boolean negative = false;
    if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
      negative = bytes[at] == '-';
      at++;
    }
    long mantissa = 0;
    int digits = 0;
    int significant = 0;
    int exponent = 0;
    boolean point = false;
    for (; at < to; at++) {
      int c = bytes[at];
      if (c >= '0' && c <= '9') {
        digits++;
        if (significant < MOST_DIGITS) {
          mantissa = 10 * mantissa + (c - '0');
          significant += mantissa == 0 ? 0 : 1;
          exponent -= point ? 1 : 0;
        } else {
          significant++;
        }
      } else if (c == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    if (digits == 0) {
      boolean infinite = !point && isInfinity(bytes, at, to);
      return !infinite
          ? Double.NaN
          : negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (at < to) {
      int mark = bytes[at++];
      if (mark != 'e' && mark != 'E' && mark != 'd' && mark != 'D') {
        return Double.NaN;
      }
      boolean down = false;
      if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
        down = bytes[at] == '-';
        at++;
      }
      if (at == to) {
        return Double.NaN;
      }
      int written = 0;
      for (; at < to; at++) {
        int c = bytes[at];
        if (c < '0' || c > '9') {
          return Double.NaN;
        }
        written = Math.min(10 * written + (c - '0'), LARGEST_EXPONENT);
      }
      exponent += down ? -written : written;
    }
    // An integer up to 2^53 times or over a power of ten up to 10^22: both exact, so one rounding.
    if (significant <= MOST_DIGITS && mantissa <= LARGEST_EXACT_INTEGER) {
      if (mantissa == 0) {
        return negative ? -0.0 : 0.0;
      }
      if (exponent >= -22 && exponent <= 22) {
        double value =
            exponent < 0 ? mantissa / EXACT_POWERS[-exponent] : mantissa * EXACT_POWERS[exponent];
        return negative ? -value : value;
      }
    }
    String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    return Double.parseDouble(text.replace('d', 'e').replace('D', 'e'));
  }

  /** Whether the text is inf or infinity in any case. */
  static boolean isInfinity(byte[] bytes, int from, int to) {
    return Text.equalsIgnoreCase(bytes, from, to, "inf")
        || Text.equalsIgnoreCase(bytes, from, to, "infinity");
  }

  /** Appends the shortest text that {@link #parse} reads back as the same value. */
  static void append(StringBuilder text, double value) {
    if (Math.abs(value) < LARGEST_PLAIN_INTEGER && value == (long) value) {
      text.append((long) value);
    } else if (Double.isInfinite(value)) {
      text.append(value > 0 ? "infinity" : "-infinity");
    } else {
      text.append(value);
    }
  }
}
