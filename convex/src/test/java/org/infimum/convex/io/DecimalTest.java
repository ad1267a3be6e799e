package org.infimum.convex.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecimalTest {
  private static double parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return Decimal.parse(bytes, 0, bytes.length);
  }

  private static void assertExact(String text) {
    assertEquals(
        Double.doubleToRawLongBits(Double.parseDouble(text)),
        Double.doubleToRawLongBits(parse(text)),
        text);
  }

  @Test
  void equalsParseDoubleBitForBitOnRandomDoubles() {
    SplittableRandom random = Problems.random(1);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertExact(Double.toString(value));
        StringBuilder written = new StringBuilder();
        Decimal.append(written, value);
        assertEquals(value, parse(written.toString()), written.toString());
      }
    }
  }

  @Test
  void equalsParseDoubleBitForBitOnRandomDigits() {
    SplittableRandom random = Problems.random(2);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
      int digits = 1 + random.nextInt(25);
      int point = random.nextInt(digits + 1);
      for (int k = 0; k < digits; k++) {
        text.append(k == point ? "." : "").append(random.nextInt(10));
      }
      if (random.nextBoolean()) {
        text.append(random.nextBoolean() ? "e" : "E").append(random.nextInt(61) - 30);
      }
      assertExact(text.toString());
    }
  }

  @Test
  void equalsParseDoubleAtTheEdges() {
    for (String text :
        new String[] {
          "0",
          "-0",
          "-0.0",
          ".5",
          "5.",
          "+1",
          "00012",
          "9007199254740993",
          "9007199254740992e22",
          "1e22",
          "1e23",
          "1e-22",
          "1e-23",
          "123456789012345678",
          "1234567890123456789",
          "0.000000000000000000000000000123",
          "4.9e-324",
          "2.4e-324",
          "1.7976931348623157e308",
          "1e400",
          "-1e400",
          "1e-400",
          "1e999999999999",
          "0e999999999999",
          "1e-99999999999"
        }) {
      assertExact(text);
    }
    assertEquals(12000.0, parse("1.2D+4"));
    assertEquals(Double.POSITIVE_INFINITY, parse("inf"));
    assertEquals(Double.NEGATIVE_INFINITY, parse("-Infinity"));
  }

  @Test
  void anythingElseIsNoNumber() {
    for (String text :
        new String[] {
          "", "-", "+", ".", "e5", "1e", "1e+", "1.2.3", "--1", "1,5", "nan", "NaN", "0x1p3", "1f",
          "1 2", "infin", ".inf", "1_000", "\u00e9"
        }) {
      assertTrue(Double.isNaN(parse(text)), text);
    }
  }
}
