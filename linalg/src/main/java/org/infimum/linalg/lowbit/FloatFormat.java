package org.infimum.linalg.lowbit;

import java.util.Objects;

/**
 * A floating-point format of 16 or 8 bits: sign, exponent, mantissa, with subnormal numbers. Floats
 * are rounded to the nearest number of the format, to the even one of two as near.
 */
public enum FloatFormat {
  /** IEEE 754 binary16: 5 bits of exponent, 10 of mantissa; largest number 65504. */
  FLOAT16(5, 10, true),

  /** The upper half of a float: 8 bits of exponent, 7 of mantissa. */
  BFLOAT16(8, 7, true),

  /**
   * Eight bits, 4 of exponent and 3 of mantissa, bias 7, without infinities: largest number 448
   * (OCP 8-bit Floating Point Specification, 2023; "float8_e4m3fn"). Finite numbers beyond it
   * become 448, infinities become NaN.
   */
  E4M3(4, 3, false),

  /** Eight bits, 5 of exponent and 2 of mantissa, with infinities: largest number 57344. */
  E5M2(5, 2, true);

  private static final int FLOAT_BIAS = 127;
  private static final int FLOAT_MANTISSA = 23;

  private final int mantissaBits;
  private final int bias;
  private final boolean infinities;
  private final int signBit;

  /** The code of infinity, or of the last NaN where there are none. */
  private final int last;

  private final double leastSubnormal;

  /** The numbers of all codes of 8 bits; never written again. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final float[] table;

  FloatFormat(int exponentBits, int mantissaBits, boolean infinities) {
    this.mantissaBits = mantissaBits;
    this.infinities = infinities;
    bias = (1 << (exponentBits - 1)) - 1;
    signBit = 1 << (exponentBits + mantissaBits);
    last = infinities ? ((1 << exponentBits) - 1) << mantissaBits : signBit - 1;
    leastSubnormal = Math.scalb(1.0, 1 - bias - mantissaBits);
    table = new float[bits() == 8 ? 256 : 0];
    for (int code = 0; code < table.length; code++) {
      table[code] = decodeFields(code);
    }
  }

  /** Bits of a number, 16 or 8. */
  public int bits() {
    return Integer.numberOfTrailingZeros(signBit) + 1;
  }

  /** The largest finite number. */
  public float largest() {
    return decode(last - 1);
  }

  /** The code of the number nearest to {@code x}, in the low bits. */
  public int encode(float x) {
    int sign = x < 0.0f || 1.0f / x < 0.0f ? signBit : 0;
    if (Float.isNaN(x)) {
      return infinities ? last | 1 << (mantissaBits - 1) : last;
    }
    float magnitude = Math.abs(x);
    if (magnitude == Float.POSITIVE_INFINITY) {
      return sign | last;
    }
    int code = Math.getExponent(magnitude) < 1 - bias ? subnormal(magnitude) : normal(magnitude);
    return sign | Math.min(code, infinities ? last : last - 1);
  }

  /** Codes ascend with the numbers, so that a carry out of the mantissa is right. */
  private int normal(float magnitude) {
    int shift = FLOAT_MANTISSA - mantissaBits;
    int bits = Float.floatToRawIntBits(magnitude);
    int even = bits >>> shift & 1;
    return (bits + (1 << (shift - 1)) - 1 + even >>> shift) - ((FLOAT_BIAS - bias) << mantissaBits);
  }

  private int subnormal(float magnitude) {
    return (int) Math.rint(magnitude / leastSubnormal);
  }

  /** The number of a code in the low bits; higher bits do not matter. */
  public float decode(int code) {
    return bits() == 8 ? table[code & 0xFF] : decodeFields(code);
  }

  private float decodeFields(int code) {
    int magnitude = code & (signBit - 1);
    double number;
    if (infinities ? magnitude > last : magnitude == last) {
      return Float.NaN;
    } else if (magnitude == last) {
      number = Double.POSITIVE_INFINITY;
    } else {
      int mantissa = magnitude & ((1 << mantissaBits) - 1);
      int exponent = magnitude >>> mantissaBits;
      number =
          exponent == 0
              ? mantissa * leastSubnormal
              : Math.scalb((double) (mantissa | 1 << mantissaBits) * leastSubnormal, exponent - 1);
    }
    return (float) ((code & signBit) == 0 ? number : -number);
  }

  /**
   * Encodes {@code n} floats as 16-bit codes.
   *
   * @throws IllegalArgumentException if this format has 8 bits
   * @throws IndexOutOfBoundsException if a part is not within its array
   */
  public void encode(int n, float[] x, int xAt, short[] codes, int at) {
    check(Short.SIZE, n, x.length, xAt, codes.length, at);
    for (int i = 0; i < n; i++) {
      codes[at + i] =
          this == FLOAT16 ? Float.floatToFloat16(x[xAt + i]) : (short) encode(x[xAt + i]);
    }
  }

  /**
   * Decodes {@code n} codes of 16 bits.
   *
   * @throws IllegalArgumentException if this format has 8 bits
   * @throws IndexOutOfBoundsException if a part is not within its array
   */
  public void decode(int n, short[] codes, int at, float[] x, int xAt) {
    check(Short.SIZE, n, x.length, xAt, codes.length, at);
    if (this == FLOAT16) {
      for (int i = 0; i < n; i++) {
        x[xAt + i] = Float.float16ToFloat(codes[at + i]);
      }
    } else {
      for (int i = 0; i < n; i++) {
        x[xAt + i] = Float.intBitsToFloat(codes[at + i] << Short.SIZE);
      }
    }
  }

  /**
   * Encodes {@code n} floats as 8-bit codes.
   *
   * @throws IllegalArgumentException if this format has 16 bits
   * @throws IndexOutOfBoundsException if a part is not within its array
   */
  public void encode(int n, float[] x, int xAt, byte[] codes, int at) {
    check(Byte.SIZE, n, x.length, xAt, codes.length, at);
    for (int i = 0; i < n; i++) {
      codes[at + i] = (byte) encode(x[xAt + i]);
    }
  }

  /**
   * Decodes {@code n} codes of 8 bits.
   *
   * @throws IllegalArgumentException if this format has 16 bits
   * @throws IndexOutOfBoundsException if a part is not within its array
   */
  public void decode(int n, byte[] codes, int at, float[] x, int xAt) {
    check(Byte.SIZE, n, x.length, xAt, codes.length, at);
    for (int i = 0; i < n; i++) {
      x[xAt + i] = table[codes[at + i] & 0xFF];
    }
  }

  private void check(int bits, int n, int xLength, int xAt, int codesLength, int at) {
    if (bits() != bits) {
      throw new IllegalArgumentException(
          this + " has " + bits() + " bits, but the codes have " + bits + ".");
    }
    Objects.checkFromIndexSize(xAt, n, xLength);
    Objects.checkFromIndexSize(at, n, codesLength);
  }
}
