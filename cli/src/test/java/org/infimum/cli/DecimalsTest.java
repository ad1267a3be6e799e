package org.infimum.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalsTest {
  @Test
  void scientificNumbersAreWithinHalfAUnitOfTheirLastDigit() {
    long seed = Long.getLong("infimum.seed", 20260101L);
    Random random = new Random(seed);
    for (int k = 0; k < 10_000; k++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (!Double.isFinite(value) || value == 0.0) {
        continue;
      }
      int fraction = random.nextInt(12);
      String text = Decimals.scientific(value, fraction);
      BigDecimal unit = BigDecimal.ONE.movePointRight(exponent(text) - fraction);
      BigDecimal error = new BigDecimal(text).subtract(BigDecimal.valueOf(value)).abs();
      assertEquals(
          true, error.multiply(BigDecimal.TWO).compareTo(unit) <= 0, text + " seed " + seed);
      assertEquals(fraction == 0 ? 1 : fraction + 2, mantissaLength(text), text + " seed " + seed);
    }
  }

  private static int exponent(String text) {
    return Integer.parseInt(text.substring(text.indexOf('e') + 1));
  }

  private static int mantissaLength(String text) {
    return text.indexOf('e') - (text.startsWith("-") ? 1 : 0);
  }

  @Test
  void numbersAreLaidOutAsInC() {
    assertEquals("-4.6475314286e+02", Decimals.scientific(-464.75314286, 10));
    assertEquals("0.0e+00", Decimals.scientific(0.0, 1));
    assertEquals("1.0e+01", Decimals.scientific(9.99, 1));
    assertEquals("4.9e-324", Decimals.scientific(Double.MIN_VALUE, 1));
    assertEquals("12.35", Decimals.fixed(12.3456, 2));
    assertEquals("inf", Decimals.fixed(Double.POSITIVE_INFINITY, 2));
    assertEquals("nan", Decimals.scientific(Double.NaN, 2));
  }
}
