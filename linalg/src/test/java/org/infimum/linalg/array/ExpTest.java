package org.infimum.linalg.array;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExpTest {
  private static final long SEED = Long.getLong("infimum.seed", 20_240_611L);
  private static final MathContext DIGITS = new MathContext(40);

  /** e^x by its series at x / 2^12, squared twelve times; 30 digits are right. */
  private static BigDecimal exact(double x) {
    BigDecimal reduced = new BigDecimal(x).divide(BigDecimal.valueOf(1 << 12), DIGITS);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int k = 1; k < 25; k++) {
      term = term.multiply(reduced, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    for (int k = 0; k < 12; k++) {
      sum = sum.multiply(sum, DIGITS);
    }
    return sum;
  }

  private static double ulps(double computed, BigDecimal exact) {
    return new BigDecimal(computed)
        .subtract(exact)
        .abs()
        .divide(new BigDecimal(Math.ulp(exact.doubleValue())), DIGITS)
        .doubleValue();
  }

  @Test
  void doublesAreWithinOneUnitInTheLastPlace() {
    Random random = new Random(SEED);
    double worst = 0.0;
    for (int trial = 0; trial < 3000; trial++) {
      double x =
          switch (trial % 3) {
            case 0 -> random.nextDouble(-1.0, 1.0);
            case 1 -> random.nextDouble(-707.0, 709.0);
            default -> random.nextDouble(-30.0, 0.0);
          };
      BigDecimal exact = exact(x);
      double error = ulps(DoubleExp.exp(x), exact);
      if (x <= 0.0) {
        error = Math.max(error, ulps(DoubleExp.ofNonpositive(x), exact));
      }
      assertTrue(error <= 1.0, "e^" + x + " is off by " + error + " ulp, seed " + SEED);
      worst = Math.max(worst, error);
    }
    assertTrue(worst > 0.3, "the measure of errors is too kind: " + worst);
  }

  @Test
  void floatsAreWithinOneAndAQuarterUnits() {
    Random random = new Random(SEED);
    for (int trial = 0; trial < 500_000; trial++) {
      float x = trial % 2 == 0 ? random.nextFloat(-87.0f, 88.7f) : random.nextFloat(-1.0f, 1.0f);
      double exact = StrictMath.exp(x);
      double slack = 1.25 * Math.ulp((float) exact);
      assertEquals(exact, FloatExp.exp(x), slack, "x = " + x + ", seed " + SEED);
      if (x <= 0.0f) {
        assertEquals(exact, FloatExp.ofNonpositive(x), slack, "x = " + x + ", seed " + SEED);
      }
    }
  }

  @Test
  void theEndsOfTheRangeAreKept() {
    assertEquals(StrictMath.exp(-744.0), DoubleExp.exp(-744.0), 1.5 * Double.MIN_VALUE);
    assertEquals(StrictMath.exp(-720.0), DoubleExp.exp(-720.0), 1.5 * Double.MIN_VALUE);
    assertEquals(0.0, DoubleExp.exp(-745.2));
    assertEquals(0.0, DoubleExp.exp(-1e300));
    assertEquals(Double.POSITIVE_INFINITY, DoubleExp.exp(709.79));
    assertEquals(StrictMath.exp(709.78), DoubleExp.exp(709.78), Math.ulp(1.7e308));
    assertEquals(0.0, DoubleExp.ofNonpositive(Double.NEGATIVE_INFINITY));
    assertTrue(Double.isNaN(DoubleExp.ofNonpositive(Double.NaN)));
    assertTrue(Double.isNaN(DoubleExp.ofNonpositive(Double.longBitsToDouble(0x7FF8000000000123L))));
    assertEquals(1.0, DoubleExp.exp(-0.0));
    assertEquals((float) StrictMath.exp(-100.0), FloatExp.exp(-100.0f), 1.5f * Float.MIN_VALUE);
    assertEquals(0.0f, FloatExp.exp(-104.0f));
    assertEquals(Float.POSITIVE_INFINITY, FloatExp.exp(88.8f));
    assertEquals(0.0f, FloatExp.ofNonpositive(Float.NEGATIVE_INFINITY));
    assertTrue(Float.isNaN(FloatExp.ofNonpositive(Float.intBitsToFloat(0x7FC00123))));
  }
}
