package org.infimum.linalg.lowbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FloatFormatTest {
  private static final long SEED = Long.getLong("infimum.seed", 20_240_611L);

  @Test
  void everyCodeComesBackFromItsNumber() {
    for (FloatFormat format : FloatFormat.values()) {
      int numbers = 0;
      for (int code = 0; code < 1 << format.bits(); code++) {
        float number = format.decode(code);
        if (Float.isNaN(number)) {
          assertTrue(Float.isNaN(format.decode(format.encode(number))), format + " " + code);
        } else if (Float.isInfinite(number) && format == FloatFormat.E4M3) {
          throw new AssertionError("E4M3 has no infinities: " + code);
        } else {
          assertEquals(code, format.encode(number), format + ": " + number);
          numbers++;
        }
      }
      assertTrue(numbers > (1 << format.bits()) * 0.93, format + " has but " + numbers);
    }
  }

  /** Between two neighbours the nearer one is taken, the even one from the middle. */
  @Test
  void roundingIsToTheNearestAndFromTheMiddleToTheEven() {
    for (FloatFormat format : FloatFormat.values()) {
      int top = format.encode(format.largest());
      for (int code = 0; code < top; code++) {
        double low = format.decode(code);
        double high = format.decode(code + 1);
        float middle = (float) (0.5 * (low + high));
        int even = (code & 1) == 0 ? code : code + 1;
        assertEquals(even, format.encode(middle), format + " " + code);
        assertEquals(code, format.encode(Math.nextDown(middle)), format + " " + code);
        assertEquals(code + 1, format.encode(Math.nextUp(middle)), format + " " + code);
        int sign = 1 << (format.bits() - 1);
        assertEquals(sign | even, format.encode(-middle), format + " " + code);
      }
    }
  }

  @Test
  void theLargestNumbersAreThosePublished() {
    assertEquals(65504.0f, FloatFormat.FLOAT16.largest());
    assertEquals(0x1.fep127f, FloatFormat.BFLOAT16.largest());
    assertEquals(448.0f, FloatFormat.E4M3.largest());
    assertEquals(57344.0f, FloatFormat.E5M2.largest());
    assertEquals(0x1p-9f, FloatFormat.E4M3.decode(1));
    assertEquals(0x1p-16f, FloatFormat.E5M2.decode(1));
  }

  @Test
  void overflowSaturatesWhereThereIsNoInfinity() {
    assertEquals(448.0f, FloatFormat.E4M3.decode(FloatFormat.E4M3.encode(1e9f)));
    assertEquals(-448.0f, FloatFormat.E4M3.decode(FloatFormat.E4M3.encode(-465.0f)));
    float infinity = Float.POSITIVE_INFINITY;
    assertTrue(Float.isNaN(FloatFormat.E4M3.decode(FloatFormat.E4M3.encode(infinity))));
    assertEquals(infinity, FloatFormat.E5M2.decode(FloatFormat.E5M2.encode(62_000.0f)));
    assertEquals(-infinity, FloatFormat.FLOAT16.decode(FloatFormat.FLOAT16.encode(-65_520.0f)));
    assertEquals(65504.0f, FloatFormat.FLOAT16.decode(FloatFormat.FLOAT16.encode(65_519.0f)));
    assertEquals(infinity, FloatFormat.BFLOAT16.decode(FloatFormat.BFLOAT16.encode(infinity)));
  }

  @Test
  void binary16AgreesWithThePlatform() {
    Random random = new Random(SEED);
    int n = 100_000;
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = Math.scalb(random.nextFloat() - 0.5f, random.nextInt(60) - 40);
      assertEquals(
          Float.floatToFloat16(x[i]), (short) FloatFormat.FLOAT16.encode(x[i]), "seed " + SEED);
    }
    short[] codes = new short[n + 1];
    FloatFormat.FLOAT16.encode(n, x, 0, codes, 1);
    float[] back = new float[n];
    FloatFormat.FLOAT16.decode(n, codes, 1, back, 0);
    for (int i = 0; i < n; i++) {
      assertEquals(Float.float16ToFloat(codes[i + 1]), back[i]);
      assertEquals(FloatFormat.FLOAT16.decode(codes[i + 1]), back[i]);
    }
  }

  @Test
  void arraysAreCodedAsSingleNumbers() {
    Random random = new Random(SEED);
    int n = 1000;
    float[] x = new float[n];
    float[] back = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = (float) random.nextGaussian();
    }
    short[] wide = new short[n];
    FloatFormat.BFLOAT16.encode(n, x, 0, wide, 0);
    FloatFormat.BFLOAT16.decode(n, wide, 0, back, 0);
    for (int i = 0; i < n; i++) {
      assertEquals(FloatFormat.BFLOAT16.decode(FloatFormat.BFLOAT16.encode(x[i])), back[i]);
      assertEquals(x[i], back[i], Math.abs(x[i]) * 0x1p-8f);
    }
    byte[] narrow = new byte[n];
    for (FloatFormat format : new FloatFormat[] {FloatFormat.E4M3, FloatFormat.E5M2}) {
      format.encode(n, x, 0, narrow, 0);
      format.decode(n, narrow, 0, back, 0);
      for (int i = 0; i < n; i++) {
        assertEquals(format.decode(format.encode(x[i])), back[i]);
      }
    }
    assertThrows(IllegalArgumentException.class, () -> FloatFormat.E4M3.encode(n, x, 0, wide, 0));
    assertThrows(
        IllegalArgumentException.class, () -> FloatFormat.FLOAT16.encode(n, x, 0, narrow, 0));
  }

  @Test
  void bothTwinsDecodeEveryFiniteBinary16() {
    short[] codes = new short[0x7C00 * 2];
    for (int i = 0; i < 0x7C00; i++) {
      codes[2 * i] = (short) i;
      codes[2 * i + 1] = (short) (i | 0x8000);
    }
    for (LowBitKernels kernels :
        new LowBitKernels[] {LowBitKernelChoice.SCALAR, LowBitKernelChoice.fastest()}) {
      float[] ones = {1.0f};
      float[] x = new float[codes.length];
      for (int at = 0; at < codes.length; at += LowBitKernels.PANEL) {
        kernels.addWeighted(1, codes, at, ones, 0, x, at);
      }
      float[] expected = new float[codes.length];
      FloatFormat.FLOAT16.decode(codes.length, codes, 0, expected, 0);
      for (int i = 0; i < codes.length; i++) {
        assertEquals(expected[i], x[i] == 0.0f ? 0.0f * expected[i] : x[i]);
      }
    }
  }
}
