package org.infimum.linalg.random;

/**
 * The functions of the method of Box and Muller, "A note on the generation of random normal
 * deviates", Ann. Math. Stat. 29 (1958): the radius sqrt(-2 log u) and a direction. They use
 * additions, multiplications, fused multiply-adds, divisions and square roots only, so that every
 * machine gives the same bits. The polynomials are those of fdlibm (double) and of Cephes and musl
 * (float).
 */
final class BoxMuller {
  /** The low 52 bits of a double in [1, 2). */
  static final long ONE_BITS = 0x3FF0000000000000L;

  /** Adding it rounds a double to an integer, which is then in the low bits. */
  static final double ROUND = 0x1.8p52;

  static final long ROUND_BITS = 0x4338000000000000L;
  static final long SQRT_HALF_BITS = 0x3FE6A09E667F3BCDL;
  static final double LN2_HIGH = 0.6931471803691238;
  static final double LN2_LOW = 1.9082149292705877e-10;
  static final double TWO_PI = 2.0 * Math.PI;

  static final double L1 = 0.6666666666666735;
  static final double L2 = 0.3999999999940942;
  static final double L3 = 0.2857142874366239;
  static final double L4 = 0.22222198432149784;
  static final double L5 = 0.1818357216161805;
  static final double L6 = 0.15313837699209373;
  static final double L7 = 0.14798198605116586;

  static final double S1 = -0.16666666666666632;
  static final double S2 = 0.00833333333332249;
  static final double S3 = -0.0001984126982985795;
  static final double S4 = 2.7557313707070068e-06;
  static final double S5 = -2.5050760253406863e-08;
  static final double S6 = 1.58969099521155e-10;

  static final double C1 = 0.0416666666666666;
  static final double C2 = -0.001388888888887411;
  static final double C3 = 2.480158728947673e-05;
  static final double C4 = -2.7557314351390663e-07;
  static final double C5 = 2.087572321298175e-09;
  static final double C6 = -1.1359647557788195e-11;

  static final float ROUND_FLOAT = 0x1.8p23f;
  static final int ROUND_FLOAT_BITS = 0x4B400000;
  static final int SQRT_HALF_FLOAT_BITS = 0x3F3504F3;
  static final float LN2_HIGH_FLOAT = 6.931381e-1f;
  static final float LN2_LOW_FLOAT = 9.058001e-6f;
  static final float TWO_PI_FLOAT = (float) TWO_PI;

  static final float L1_FLOAT = 6.666666e-1f;
  static final float L2_FLOAT = 4.0000972e-1f;
  static final float L3_FLOAT = 2.8498787e-1f;
  static final float L4_FLOAT = 2.4279079e-1f;

  static final float S1_FLOAT = -1.6666655e-1f;
  static final float S2_FLOAT = 8.332161e-3f;
  static final float S3_FLOAT = -1.9515296e-4f;

  static final float C1_FLOAT = 4.1666646e-2f;
  static final float C2_FLOAT = -1.3887316e-3f;
  static final float C3_FLOAT = 2.4433157e-5f;

  private BoxMuller() {}

  /** sqrt(-2 log u) for u in (0, 1]. */
  static double radius(double u) {
    long bits = Double.doubleToRawLongBits(u);
    long exponent = (bits - SQRT_HALF_BITS) >> 52;
    double k = Double.longBitsToDouble(exponent + ROUND_BITS) - ROUND;
    double f = Double.longBitsToDouble(bits - (exponent << 52)) - 1.0;
    double s = f / (f + 2.0);
    double z = s * s;
    double r = Math.fma(z, L7, L6);
    r = Math.fma(z, r, L5);
    r = Math.fma(z, r, L4);
    r = Math.fma(z, r, L3);
    r = Math.fma(z, r, L2);
    r = Math.fma(z, r, L1);
    double half = f * f * 0.5;
    double low = Math.fma(s, Math.fma(z, r, half), k * LN2_LOW);
    double log = Math.fma(k, LN2_HIGH, f - (half - low));
    return Math.sqrt(log * -2.0);
  }

  /** As {@link #radius(double)}. */
  static float radius(float u) {
    int bits = Float.floatToRawIntBits(u);
    int exponent = (bits - SQRT_HALF_FLOAT_BITS) >> 23;
    float k = Float.intBitsToFloat(exponent + ROUND_FLOAT_BITS) - ROUND_FLOAT;
    float f = Float.intBitsToFloat(bits - (exponent << 23)) - 1.0f;
    float s = f / (f + 2.0f);
    float z = s * s;
    float r = Math.fma(z, L4_FLOAT, L3_FLOAT);
    r = Math.fma(z, r, L2_FLOAT);
    r = Math.fma(z, r, L1_FLOAT);
    float half = f * f * 0.5f;
    float low = Math.fma(s, Math.fma(z, r, half), k * LN2_LOW_FLOAT);
    float log = Math.fma(k, LN2_HIGH_FLOAT, f - (half - low));
    return (float) Math.sqrt(log * -2.0f);
  }

  /** x[at] and x[at + gap] := radius (cos, sin)(2 pi turn) for turn in [0, 1). */
  static void rotate(double radius, double turn, double[] x, int at, int gap) {
    double shifted = Math.fma(turn, 4.0, ROUND);
    long quadrant = Double.doubleToRawLongBits(shifted);
    double y = Math.fma(shifted - ROUND, -0.25, turn) * TWO_PI;
    double z = y * y;
    double p = Math.fma(z, S6, S5);
    p = Math.fma(z, p, S4);
    p = Math.fma(z, p, S3);
    p = Math.fma(z, p, S2);
    p = Math.fma(z, p, S1);
    double sine = Math.fma(y * z, p, y);
    double q = Math.fma(z, C6, C5);
    q = Math.fma(z, q, C4);
    q = Math.fma(z, q, C3);
    q = Math.fma(z, q, C2);
    q = Math.fma(z, q, C1);
    double cosine = Math.fma(z, Math.fma(z, q, -0.5), 1.0);
    boolean swap = (quadrant & 1L) != 0;
    double across = radius * (swap ? sine : cosine);
    double up = radius * (swap ? cosine : sine);
    x[at] =
        Double.longBitsToDouble(
            Double.doubleToRawLongBits(across) ^ (((quadrant + 1L) & 2L) << 62));
    x[at + gap] = Double.longBitsToDouble(Double.doubleToRawLongBits(up) ^ ((quadrant & 2L) << 62));
  }

  /** As {@link #rotate(double, double, double[], int, int)}. */
  static void rotate(float radius, float turn, float[] x, int at, int gap) {
    float shifted = Math.fma(turn, 4.0f, ROUND_FLOAT);
    int quadrant = Float.floatToRawIntBits(shifted);
    float y = Math.fma(shifted - ROUND_FLOAT, -0.25f, turn) * TWO_PI_FLOAT;
    float z = y * y;
    float p = Math.fma(z, S3_FLOAT, S2_FLOAT);
    p = Math.fma(z, p, S1_FLOAT);
    float sine = Math.fma(y * z, p, y);
    float q = Math.fma(z, C3_FLOAT, C2_FLOAT);
    q = Math.fma(z, q, C1_FLOAT);
    float cosine = Math.fma(z, Math.fma(z, q, -0.5f), 1.0f);
    boolean swap = (quadrant & 1) != 0;
    float across = radius * (swap ? sine : cosine);
    float up = radius * (swap ? cosine : sine);
    x[at] = Float.intBitsToFloat(Float.floatToRawIntBits(across) ^ (((quadrant + 1) & 2) << 30));
    x[at + gap] = Float.intBitsToFloat(Float.floatToRawIntBits(up) ^ ((quadrant & 2) << 30));
  }
}
