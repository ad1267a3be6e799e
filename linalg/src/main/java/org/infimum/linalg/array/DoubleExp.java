package org.infimum.linalg.array;

/**
 * The exponential function to within one unit in the last place. The argument is reduced by k ln 2
 * in two parts (Cody and Waite), e^r = 1 + r + r^2 Q(r) with the minimax polynomial Q of degree 10
 * on |r| <= ln 2 / 2, whose relative error is 2^-61. Additions and fused multiply-adds only: the
 * vector twin gives the same bits.
 */
final class DoubleExp {
  static final double LOG2_E = 1.4426950408889634;

  /** ln 2 in 33 bits, so that k times it is exact. */
  static final double LN2_HIGH = 0.6931471803691238;

  static final double LN2_LOW = 1.9082149292705877e-10;

  /** Adding it rounds to an integer, which is then in the low bits. */
  static final double ROUND = 0x1.8p52;

  static final long ROUND_BITS = 0x4338000000000000L;

  /** The same with the bias of the exponent in the low bits. */
  static final double BIASED_ROUND = 0x1.8p52 + 1023;

  static final double Q0 = 0.5;
  static final double Q1 = 0.1666666666666667;
  static final double Q2 = 0.04166666666666667;
  static final double Q3 = 0.008333333333326136;
  static final double Q4 = 0.0013888888888883748;
  static final double Q5 = 0.00019841269874820627;
  static final double Q6 = 2.4801587325547743e-05;
  static final double Q7 = 2.7557255400206422e-06;
  static final double Q8 = 2.75572736431103e-07;
  static final double Q9 = 2.5105217004720745e-08;
  static final double Q10 = 2.0914686968086876e-09;

  /** Here e^x overflows. */
  static final double LARGEST = 710.0;

  /** Here e^x is less than half the smallest double. */
  static final double SMALLEST = -746.0;

  /** Below it e^x is subnormal. */
  static final double SMALLEST_NORMAL = -708.0;

  private DoubleExp() {}

  /** e^x; infinity on overflow, correctly rounded to zero or a subnormal number on underflow. */
  static double exp(double x) {
    double clamped = x > LARGEST ? LARGEST : x;
    clamped = clamped < SMALLEST ? SMALLEST : clamped;
    double shifted = Math.fma(clamped, LOG2_E, ROUND);
    double k = shifted - ROUND;
    double p = powerMinusOne(clamped, k);
    long whole = Double.doubleToRawLongBits(shifted) - ROUND_BITS;
    long half = whole >> 1;
    double first = Double.longBitsToDouble((half + 1023) << 52);
    double second = Double.longBitsToDouble((whole - half + 1023) << 52);
    return Math.fma(p, first, first) * second;
  }

  /** e^x for x <= 0, with 0 in place of subnormal values. */
  static double ofNonpositive(double x) {
    if (x < SMALLEST_NORMAL) {
      return 0.0;
    }
    double shifted = Math.fma(x, LOG2_E, BIASED_ROUND);
    double p = powerMinusOne(x, shifted - BIASED_ROUND);
    double scale = Double.longBitsToDouble(Double.doubleToRawLongBits(shifted) << 52);
    return Math.fma(p, scale, scale);
  }

  /** e^r - 1 for r = x - k ln 2. */
  private static double powerMinusOne(double x, double k) {
    double r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, x));
    double q = Math.fma(r, Q10, Q9);
    q = Math.fma(r, q, Q8);
    q = Math.fma(r, q, Q7);
    q = Math.fma(r, q, Q6);
    q = Math.fma(r, q, Q5);
    q = Math.fma(r, q, Q4);
    q = Math.fma(r, q, Q3);
    q = Math.fma(r, q, Q2);
    q = Math.fma(r, q, Q1);
    q = Math.fma(r, q, Q0);
    return Math.fma(r * r, q, r);
  }
}
