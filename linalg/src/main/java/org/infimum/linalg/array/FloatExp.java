package org.infimum.linalg.array;

/**
 * As {@link DoubleExp}, to within one and a quarter units, with Q of degree 4, whose relative error
 * is 2^-26.
 */
final class FloatExp {
  static final float LOG2_E = 1.442695f;

  /** ln 2 in 15 bits, so that k times it is exact. */
  static final float LN2_HIGH = 0x1.62e4p-1f;

  static final float LN2_LOW = 0x1.7f7d1cp-20f;

  static final float ROUND = 0x1.8p23f;
  static final int ROUND_BITS = 0x4B400000;
  static final float BIASED_ROUND = 0x1.8p23f + 127;

  static final float Q0 = 0.5f;
  static final float Q1 = 1.6666576e-1f;
  static final float Q2 = 4.1666556e-2f;
  static final float Q3 = 8.363179e-3f;
  static final float Q4 = 1.3926184e-3f;

  static final float LARGEST = 89.0f;
  static final float SMALLEST = -104.0f;
  static final float SMALLEST_NORMAL = -87.0f;

  private FloatExp() {}

  /** As {@link DoubleExp#exp}. */
  static float exp(float x) {
    float clamped = x > LARGEST ? LARGEST : x;
    clamped = clamped < SMALLEST ? SMALLEST : clamped;
    float shifted = Math.fma(clamped, LOG2_E, ROUND);
    float k = shifted - ROUND;
    float p = powerMinusOne(clamped, k);
    int whole = Float.floatToRawIntBits(shifted) - ROUND_BITS;
    int half = whole >> 1;
    float first = Float.intBitsToFloat((half + 127) << 23);
    float second = Float.intBitsToFloat((whole - half + 127) << 23);
    return Math.fma(p, first, first) * second;
  }

  /** As {@link DoubleExp#ofNonpositive}. */
  static float ofNonpositive(float x) {
    if (x < SMALLEST_NORMAL) {
      return 0.0f;
    }
    float shifted = Math.fma(x, LOG2_E, BIASED_ROUND);
    float p = powerMinusOne(x, shifted - BIASED_ROUND);
    float scale = Float.intBitsToFloat(Float.floatToRawIntBits(shifted) << 23);
    return Math.fma(p, scale, scale);
  }

  private static float powerMinusOne(float x, float k) {
    float r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, x));
    float q = Math.fma(r, Q4, Q3);
    q = Math.fma(r, q, Q2);
    q = Math.fma(r, q, Q1);
    q = Math.fma(r, q, Q0);
    return Math.fma(r * r, q, r);
  }
}
