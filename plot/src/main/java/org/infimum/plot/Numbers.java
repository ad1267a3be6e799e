package org.infimum.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as a reader wants them: few digits, no trailing zeros, the same in every locale. */
public final class Numbers {
  private Numbers() {}

  /** Four significant digits; an exponent only below 1e-4 and from 1e7 on. */
  public static String compact(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "-" : value > 0 ? "inf" : "-inf";
    }
    double magnitude = Math.abs(value);
    if (magnitude != 0.0 && (magnitude < 1e-4 || magnitude >= 1e7)) {
      return String.format(Locale.ROOT, "%.3g", value);
    }
    return new BigDecimal(value, new MathContext(4, RoundingMode.HALF_EVEN))
        .stripTrailingZeros()
        .toPlainString();
  }

  /** A tick value with the decimals that its step needs. */
  static String plain(double value, double step) {
    if (Math.abs(value) >= 1e7 || step < 1e-4) {
      return compact(value);
    }
    int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
    String printed = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return printed.startsWith("-") && value > -0.5 * step ? printed.substring(1) : printed;
  }
}
