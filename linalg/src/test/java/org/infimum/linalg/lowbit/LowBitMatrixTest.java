package org.infimum.linalg.lowbit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.infimum.linalg.random.RandomStream;
import org.junit.jupiter.api.Test;

class LowBitMatrixTest {
  private static final long SEED = Long.getLong("infimum.seed", 20_240_611L);
  private final Random random = new Random(SEED);

  private static float[] normal(int n, long stream) {
    float[] x = new float[n];
    RandomStream.of(SEED).stream(stream).fillGaussian(x, 0, n, 0);
    return x;
  }

  private static LowBitMatrix[] quantized(int rows, int columns, float[] w) {
    return new LowBitMatrix[] {
      Int8Matrix.quantize(rows, columns, w, 0, columns),
      BlockMatrix.quantize(BlockFormat.Q8_0, rows, columns, w, 0, columns),
      BlockMatrix.quantize(BlockFormat.Q4_0, rows, columns, w, 0, columns),
      BlockMatrix.quantize(BlockFormat.Q4_1, rows, columns, w, 0, columns)
    };
  }

  private static float[] expanded(LowBitMatrix matrix) {
    float[] w = new float[matrix.rows() * matrix.columns()];
    matrix.expand(w, 0, matrix.columns());
    return w;
  }

  /** Relative squared error on normal numbers, known for these formats to two percent. */
  @Test
  void theErrorOnNormalNumbersIsThatOfTheFormat() {
    int rows = 16;
    int columns = 4096;
    float[] w = normal(rows * columns, 0);
    double size = 0.0;
    for (float value : w) {
      size += (double) value * value;
    }
    double[] expected = {Double.NaN, 2.87e-5, 7.38e-3, Double.NaN};
    double[] bits = {8.0 + 32.0 / columns, 8.5, 4.5, 5.0};
    LowBitMatrix[] matrices = quantized(rows, columns, w);
    for (int m = 0; m < matrices.length; m++) {
      float[] back = expanded(matrices[m]);
      double error = 0.0;
      for (int i = 0; i < w.length; i++) {
        error += ((double) back[i] - w[i]) * (back[i] - w[i]);
      }
      if (!Double.isNaN(expected[m])) {
        assertEquals(expected[m], error / size, 0.02 * expected[m], "format " + m);
      }
      assertEquals(bits[m], matrices[m].bitsPerWeight(), 1e-12);
    }
  }

  @Test
  void noElementIsOffByMoreThanHalfAStep() {
    int rows = 5;
    int columns = 96;
    float[] w = normal(rows * columns, 1);
    LowBitMatrix[] matrices = quantized(rows, columns, w);
    // Steps of the widest block: 2 max / 254, 2 max / 254, max / 8 and range / 15; Q4_0 cuts the
    // far end off by up to one step more.
    for (int m = 0; m < matrices.length; m++) {
      float[] back = expanded(matrices[m]);
      for (int row = 0; row < rows; row++) {
        for (int b = 0; b < columns; b += 32) {
          int from = row * columns + b;
          int length = m == 0 ? columns : 32;
          int start = m == 0 ? row * columns : from;
          float largest = LowBitMatrix.largest(length, w, start);
          double step = m < 2 ? largest / 127 : m == 2 ? largest / 4 : largest / 7.5;
          for (int i = from; i < from + 32; i++) {
            assertEquals(w[i], back[i], 0.51 * step + 1e-3 * largest, "format " + m);
          }
        }
      }
    }
  }

  @Test
  void productsAreThoseOfTheExpandedMatrix() {
    for (int trial = 0; trial < 15; trial++) {
      int rows = 1 + random.nextInt(150);
      int columns = 32 * (1 + random.nextInt(12));
      float[] w = normal(rows * columns, trial);
      int count = random.nextInt(9);
      int ldx = columns + random.nextInt(3);
      int ldy = rows + random.nextInt(3);
      float[] x = normal(2 + (count + 1) * ldx, 1000 + trial);
      for (LowBitMatrix matrix : quantized(rows, columns, w)) {
        float[] dense = expanded(matrix);
        float[] y = new float[3 + (count + 1) * ldy];
        matrix.multiply(count, x, 2, ldx, y, 3, ldy, 1);
        float[] single = new float[rows];
        matrix.multiply(x, 2, single, 0, 1);
        for (int c = 0; c <= count; c++) {
          for (int r = 0; r < rows; r++) {
            double exact = 0.0;
            double size = 0.0;
            double sum = 0.0;
            for (int j = 0; j < columns; j++) {
              exact += (double) dense[r * columns + j] * x[2 + c * ldx + j];
              size += Math.abs(dense[r * columns + j] * x[2 + c * ldx + j]);
              sum += Math.abs(x[2 + c * ldx + j]);
            }
            // Rounding of sums of codes 0 to 15 before the middle is taken off.
            double slack = 0x1p-22 * columns * (size / 8 + sum / 8);
            String context = matrix.getClass().getSimpleName() + " trial " + trial;
            if (c < count) {
              assertEquals(exact, y[3 + c * ldy + r], slack, context);
            } else if (c == 0) {
              assertEquals(exact, single[r], slack, context);
            }
          }
        }
        float[] threaded = y.clone();
        matrix.multiply(count, x, 2, ldx, threaded, 3, ldy, 3);
        assertArrayEquals(y, threaded);
      }
    }
  }

  /**
   * A product with rounded activations is within its documented bound of the exact product, and its
   * typical error is half a percent.
   */
  @Test
  void roundedActivationsKeepTheirBound() {
    double squaredError = 0.0;
    double squaredSize = 0.0;
    for (int trial = 0; trial < 20; trial++) {
      int rows = 1 + random.nextInt(130);
      int columns = 32 * (1 + random.nextInt(40));
      float[] w = normal(rows * columns, 40 + trial);
      float[] x = normal(columns + 3, 2000 + trial);
      boolean outliers = trial % 2 == 1;
      if (outliers) {
        x[3 + random.nextInt(columns)] = 1000.0f;
        Arrays.fill(x, 3, 3 + 32, 0.0f);
      }
      for (BlockFormat format : List.of(BlockFormat.Q4_0, BlockFormat.Q4_1)) {
        BlockMatrix matrix = BlockMatrix.quantize(format, rows, columns, w, 0, columns);
        float[] dense = expanded(matrix);
        float[] y = new float[rows + 1];
        matrix.multiply(Activations.INT8, x, 3, y, 1, 1);
        float[] threaded = new float[rows + 1];
        matrix.multiply(Activations.INT8, x, 3, threaded, 1, 3);
        assertArrayEquals(y, threaded);
        for (int r = 0; r < rows; r++) {
          double exact = 0.0;
          double bound = 0.0;
          double size = 0.0;
          for (int b = 0; b < columns; b += 32) {
            float middle = format == BlockFormat.Q4_1 ? middle(dense, r * columns + b) : 0.0f;
            double codes = 0.0;
            for (int j = b; j < b + 32; j++) {
              exact += (double) dense[r * columns + j] * x[3 + j];
              size += Math.abs(dense[r * columns + j] * x[3 + j]);
              codes += Math.abs(dense[r * columns + j] - middle);
            }
            bound += LowBitMatrix.largest(32, x, 3 + b) / 254 * codes;
          }
          // Rounding of steps, shifts and sums of floats comes on top.
          double slack = bound * (1 + 1e-5) + 0x1p-20 * (size + bound);
          assertEquals(exact, y[1 + r], slack, "trial " + trial + " row " + r);
          if (!outliers) {
            squaredError += (exact - y[1 + r]) * (exact - y[1 + r]);
            squaredSize += exact * exact;
          }
        }
      }
    }
    assertEquals(5e-3, Math.sqrt(squaredError / squaredSize), 1e-3);
  }

  /** The number of code 8 in a block of Q4_1, whose extreme numbers have the codes 0 and 15. */
  private static float middle(float[] w, int at) {
    float min = w[at];
    float max = w[at];
    for (int i = at; i < at + 32; i++) {
      min = Math.min(min, w[i]);
      max = Math.max(max, w[i]);
    }
    return min + 8 * ((max - min) / 15);
  }

  @Test
  void numbersThatAreNotFiniteSpoilTheWholeProduct() {
    float[] w = normal(40 * 64, 9);
    for (float bad : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
      float[] x = normal(64, 10);
      x[37] = bad;
      for (LowBitMatrix matrix : quantized(40, 64, w)) {
        float[] y = new float[40];
        matrix.multiply(Activations.INT8, x, 0, y, 0, 1);
        for (float value : y) {
          assertFalse(Float.isFinite(value));
        }
      }
    }
  }

  @Test
  void bothTwinsGiveTheSameBits() {
    LowBitKernels scalar = LowBitKernelChoice.SCALAR;
    LowBitKernels vector = LowBitKernelChoice.fastest();
    int panel = LowBitKernels.PANEL;
    for (int blocks = 0; blocks <= LowBitKernels.CHUNK; blocks++) {
      byte[] codes = new byte[3 + 2 * blocks * panel * 32];
      random.nextBytes(codes);
      float[] x = normal(32 * blocks + 7, blocks);
      short[] halves = new short[2 + blocks * panel];
      for (int i = 0; i < halves.length; i++) {
        halves[i] = Float.floatToFloat16((float) random.nextGaussian() * (i % 7 == 0 ? 1e-6f : 1));
      }
      int second = 3 + blocks * panel * 16;
      float[] sums = normal(2 * LowBitKernels.SECOND, 7);
      float[] others = sums.clone();
      int width = 1 + random.nextInt(32);
      scalar.byteSums(blocks, width, codes, 3, second, x, 5, sums);
      vector.byteSums(blocks, width, codes, 3, second, x, 5, others);
      assertArrayEquals(sums, others);
      scalar.nibbleSums(blocks, codes, 3, second, x, 5, sums);
      vector.nibbleSums(blocks, codes, 3, second, x, 5, others);
      assertArrayEquals(sums, others);
      float[] y = normal(2 * panel, 8);
      float[] z = y.clone();
      scalar.addScaled(blocks, sums, LowBitKernels.SECOND, halves, 2, y, 1);
      vector.addScaled(blocks, sums, LowBitKernels.SECOND, halves, 2, z, 1);
      assertArrayEquals(y, z);
      scalar.addWeighted(blocks, halves, 2, x, 4, y, 1);
      vector.addWeighted(blocks, halves, 2, x, 4, z, 1);
      assertArrayEquals(y, z);
      Int8Vector rounded = Int8Vector.of(blocks, x, 6, random.nextBoolean());
      short[] products = new short[2 * LowBitKernels.SECOND];
      short[] otherProducts = new short[products.length];
      scalar.nibbleProducts(blocks, codes, 3, second, rounded.factors, 0, products);
      vector.nibbleProducts(blocks, codes, 3, second, rounded.factors, 0, otherProducts);
      assertArrayEquals(products, otherProducts);
      scalar.addScaledProducts(blocks, products, 0, halves, 2, rounded, 0, y, 1);
      vector.addScaledProducts(blocks, products, 0, halves, 2, rounded, 0, z, 1);
      assertArrayEquals(y, z);
    }
    byte[] codes = new byte[2000];
    random.nextBytes(codes);
    float[] scales = normal(panel, 1);
    float[] shifts = normal(panel, 2);
    float[] y = new float[40 * 32];
    float[] z = new float[40 * 32];
    scalar.expandNibbles(codes, 7, scales, shifts, y, 1, 40);
    vector.expandNibbles(codes, 7, scales, shifts, z, 1, 40);
    assertArrayEquals(y, z);
    scalar.expandBytes(31, codes, 7, scales, y, 1, 40);
    vector.expandBytes(31, codes, 7, scales, z, 1, 40);
    assertArrayEquals(y, z);
  }

  /** The sum of products of integers needs all of 16 bits here, and no more. */
  @Test
  void theLargestProductsOfIntegersAreExact() {
    float[] w = new float[32];
    float[] x = new float[32];
    Arrays.fill(w, -8.0f);
    for (float sign : new float[] {-1.0f, 1.0f}) {
      Arrays.fill(x, sign * 127.0f);
      float[] y = new float[1];
      BlockMatrix.quantize(BlockFormat.Q4_0, 1, 32, w, 0, 32)
          .multiply(Activations.INT8, x, 0, y, 0, 1);
      assertEquals(-sign * 8 * 127 * 32, y[0]);
    }
  }

  @Test
  void packedBlocksAreThoseOfGguf() {
    float[] w = new float[32];
    for (int i = 0; i < 32; i++) {
      w[i] = i - 16;
    }
    byte[] packed = new byte[18];
    BlockMatrix.quantize(BlockFormat.Q4_0, 1, 32, w, 0, 32).pack(packed, 0);
    // d = -16 / -8 = 2 in binary16 is 0x4000; code of x is floor(x / 2 + 8.5).
    assertEquals(0x00, packed[0]);
    assertEquals(0x40, packed[1]);
    for (int j = 0; j < 16; j++) {
      int low = (int) Math.floor(w[j] / 2.0 + 8.5);
      int high = Math.min(15, (int) Math.floor(w[16 + j] / 2.0 + 8.5));
      assertEquals((byte) (low | high << 4), packed[2 + j]);
    }
    for (BlockFormat format : BlockFormat.values()) {
      float[] v = normal(7 * 96, 5);
      BlockMatrix matrix = BlockMatrix.quantize(format, 7, 96, v, 0, 96);
      byte[] bytes = new byte[(int) matrix.bytes() + 3];
      matrix.pack(bytes, 3);
      BlockMatrix again = BlockMatrix.unpack(format, 7, 96, bytes, 3);
      assertArrayEquals(expanded(matrix), expanded(again));
    }
  }

  @Test
  void zerosStayZero() {
    for (LowBitMatrix matrix : quantized(2, 64, new float[128])) {
      assertArrayEquals(new float[128], expanded(matrix));
    }
    for (LowBitMatrix matrix : quantized(1, 32, tiny())) {
      for (float value : expanded(matrix)) {
        assertTrue(Math.abs(value) <= 1e-7f);
      }
    }
  }

  private static float[] tiny() {
    float[] w = new float[32];
    w[3] = Float.MIN_VALUE;
    w[4] = -1e-8f;
    return w;
  }

  @Test
  void badArgumentsAreRefused() {
    float[] w = new float[64];
    assertThrows(
        IllegalArgumentException.class,
        () -> BlockMatrix.quantize(BlockFormat.Q4_0, 2, 31, w, 0, 31));
    assertThrows(IllegalArgumentException.class, () -> Int8Matrix.quantize(0, 4, w, 0, 4));
    assertThrows(IllegalArgumentException.class, () -> Int8Matrix.quantize(2, 4, w, 0, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> Int8Matrix.quantize(2, 33, w, 0, 33));
    w[5] = Float.NaN;
    assertThrows(
        IllegalArgumentException.class,
        () -> BlockMatrix.quantize(BlockFormat.Q8_0, 2, 32, w, 0, 32));
    w[5] = 1e8f;
    for (BlockFormat format : BlockFormat.values()) {
      assertThrows(
          IllegalArgumentException.class, () -> BlockMatrix.quantize(format, 2, 32, w, 0, 32));
    }
    Int8Matrix matrix = Int8Matrix.quantize(2, 32, w, 0, 32);
    float[] x = new float[32];
    assertThrows(IllegalArgumentException.class, () -> matrix.multiply(x, 0, w, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> matrix.multiply(1, x, 0, 31, w, 0, 2, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> matrix.multiply(x, 1, w, 0, 1));
  }
}
