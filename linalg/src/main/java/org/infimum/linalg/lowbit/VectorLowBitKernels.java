package org.infimum.linalg.lowbit;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.infimum.linalg.machine.Species;

/**
 * The kernels on the Vector API, for vectors of 8 or 16 floats. Every method is small: what the
 * compiler inlines of the Vector API into one method is limited.
 */
final class VectorLowBitKernels implements LowBitKernels {
  private static final VectorSpecies<Float> FLOATS = Species.FLOAT;
  private static final VectorSpecies<Integer> INTS = Species.INT;
  private static final VectorSpecies<Short> SHORTS = Species.SHORT;
  private static final VectorSpecies<Byte> BYTES = Species.BYTE;
  private static final int LANES = FLOATS.length();
  private static final VectorSpecies<Byte> CODES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, LANES * Byte.SIZE)));
  private static final VectorSpecies<Short> HALVES =
      VectorSpecies.of(short.class, VectorShape.forBitSize(Math.max(64, LANES * Short.SIZE)));

  /** What a shift by one code leaves of the 16-bit numbers of their own. */
  private static final IntVector SHIFTED = IntVector.broadcast(INTS, 0x0FFF0FFF);

  private static final int HALF = PANEL / 2;

  /** Whether the vectors of this machine are wide enough. */
  static boolean fits() {
    return LANES >= 8;
  }

  @Override
  public void byteSums(
      int blocks,
      int width,
      byte[] codes,
      int first,
      int second,
      float[] x,
      int xAt,
      float[] sums) {
    for (int b = 0; b < blocks; b++) {
      int block = b * width * PANEL;
      for (int r = 0; r < PANEL; r += 2 * LANES) {
        int one = first + block + r;
        int two = second + block + r;
        FloatVector s0 = FloatVector.zero(FLOATS);
        FloatVector s1 = s0;
        FloatVector t0 = s0;
        FloatVector t1 = s0;
        for (int j = 0; j < width; j++) {
          FloatVector xj = FloatVector.broadcast(FLOATS, x[xAt + b * width + j]);
          s0 = signed(codes, one + j * PANEL).fma(xj, s0);
          s1 = signed(codes, one + j * PANEL + LANES).fma(xj, s1);
          t0 = signed(codes, two + j * PANEL).fma(xj, t0);
          t1 = signed(codes, two + j * PANEL + LANES).fma(xj, t1);
        }
        int to = b * PANEL + r;
        s0.intoArray(sums, to);
        s1.intoArray(sums, to + LANES);
        t0.intoArray(sums, SECOND + to);
        t1.intoArray(sums, SECOND + to + LANES);
      }
    }
  }

  @Override
  public void nibbleSums(
      int blocks, byte[] codes, int first, int second, float[] x, int xAt, float[] sums) {
    for (int b = 0; b < blocks; b++) {
      nibbleBlock(codes, first + b * NIBBLE_BYTES, x, xAt + b * BLOCK, sums, b * PANEL);
      nibbleBlock(codes, second + b * NIBBLE_BYTES, x, xAt + b * BLOCK, sums, SECOND + b * PANEL);
    }
  }

  private static void nibbleBlock(byte[] codes, int at, float[] x, int xAt, float[] sums, int to) {
    for (int r = 0; r < HALF; r += LANES) {
      int from = at + r * Integer.BYTES;
      FloatVector low = FloatVector.zero(FLOATS);
      FloatVector high = low;
      for (int g = 0; g < BLOCK / GROUP; g++) {
        IntVector both = ints(codes, from + g * GROUP_BYTES);
        for (int k = 0; k < GROUP; k++) {
          FloatVector xj = FloatVector.broadcast(FLOATS, x[xAt + g * GROUP + k]);
          low = toFloats(both.and(15)).fma(xj, low);
          high = toFloats(both.lanewise(VectorOperators.LSHR, 16).and(15)).fma(xj, high);
          both = both.lanewise(VectorOperators.LSHR, 4);
        }
      }
      low.intoArray(sums, to + r);
      high.intoArray(sums, to + HALF + r);
    }
  }

  @Override
  public void nibbleProducts(
      int blocks, byte[] codes, int first, int second, int[] factors, int at, short[] sums) {
    for (int b = 0; b < blocks; b++) {
      for (int part = 0; part < GROUP_BYTES; part += BYTES.length()) {
        int one = first + b * NIBBLE_BYTES + part;
        int two = second + b * NIBBLE_BYTES + part;
        ShortVector s = ShortVector.zero(SHORTS);
        ShortVector t = s;
        for (int g = 0; g < BLOCK / GROUP; g++) {
          IntVector v = ints(codes, one + g * GROUP_BYTES);
          IntVector w = ints(codes, two + g * GROUP_BYTES);
          for (int k = 0; k < GROUP; k++) {
            ShortVector factor = shorts(factors[at + b * BLOCK + g * GROUP + k]);
            s = s.add(v.reinterpretAsShorts().mul(factor));
            t = t.add(w.reinterpretAsShorts().mul(factor));
            v = v.lanewise(VectorOperators.LSHR, 4).and(SHIFTED);
            w = w.lanewise(VectorOperators.LSHR, 4).and(SHIFTED);
          }
        }
        int to = b * PANEL + part / Short.BYTES;
        s.intoArray(sums, to);
        t.intoArray(sums, SECOND + to);
      }
    }
  }

  @Override
  public void addScaled(
      int blocks, float[] sums, int at, short[] scales, int scalesAt, float[] y, int yAt) {
    for (int r = 0; r < PANEL; r += LANES) {
      FloatVector yr = FloatVector.fromArray(FLOATS, y, yAt + r);
      for (int b = 0; b < blocks; b++) {
        int i = b * PANEL + r;
        yr = FloatVector.fromArray(FLOATS, sums, at + i).fma(halves(scales, scalesAt + i), yr);
      }
      yr.intoArray(y, yAt + r);
    }
  }

  @Override
  public void addScaledProducts(
      int blocks,
      short[] sums,
      int at,
      short[] scales,
      int scalesAt,
      Int8Vector x,
      int block,
      float[] y,
      int yAt) {
    int[] offsets = x.offsets;
    float[] shifts = x.shifts;
    float[] steps = x.steps;
    for (int r = 0; r < HALF; r += LANES) {
      FloatVector low = FloatVector.fromArray(FLOATS, y, yAt + r);
      FloatVector high = FloatVector.fromArray(FLOATS, y, yAt + HALF + r);
      for (int b = 0; b < blocks; b++) {
        int scale = scalesAt + b * PANEL + r;
        IntVector both =
            ShortVector.fromArray(SHORTS, sums, at + b * PANEL + 2 * r)
                .add(shorts(offsets[block + b]))
                .reinterpretAsInts();
        FloatVector shift = FloatVector.broadcast(FLOATS, shifts[block + b]);
        FloatVector step = FloatVector.broadcast(FLOATS, steps[block + b]);
        low =
            toFloats(highHalf(both.lanewise(VectorOperators.LSHL, 16)))
                .fma(step, shift)
                .fma(halves(scales, scale), low);
        high = toFloats(highHalf(both)).fma(step, shift).fma(halves(scales, scale + HALF), high);
      }
      low.intoArray(y, yAt + r);
      high.intoArray(y, yAt + HALF + r);
    }
  }

  @Override
  public void addWeighted(
      int blocks, short[] scales, int scalesAt, float[] weights, int at, float[] y, int yAt) {
    for (int r = 0; r < PANEL; r += LANES) {
      FloatVector yr = FloatVector.fromArray(FLOATS, y, yAt + r);
      for (int b = 0; b < blocks; b++) {
        FloatVector weight = FloatVector.broadcast(FLOATS, weights[at + b]);
        yr = halves(scales, scalesAt + b * PANEL + r).fma(weight, yr);
      }
      yr.intoArray(y, yAt + r);
    }
  }

  @Override
  public void expandBytes(
      int width, byte[] codes, int at, float[] scales, float[] y, int yAt, int stride) {
    for (int r = 0; r < PANEL; r += LANES) {
      FloatVector scale = FloatVector.fromArray(FLOATS, scales, r);
      for (int j = 0; j < width; j++) {
        signed(codes, at + j * PANEL + r).mul(scale).intoArray(y, yAt + j * stride + r);
      }
    }
  }

  @Override
  public void expandNibbles(
      byte[] codes, int at, float[] scales, float[] shifts, float[] y, int yAt, int stride) {
    for (int r = 0; r < HALF; r += LANES) {
      FloatVector lowScale = FloatVector.fromArray(FLOATS, scales, r);
      FloatVector highScale = FloatVector.fromArray(FLOATS, scales, HALF + r);
      FloatVector lowShift = FloatVector.fromArray(FLOATS, shifts, r);
      FloatVector highShift = FloatVector.fromArray(FLOATS, shifts, HALF + r);
      for (int g = 0; g < BLOCK / GROUP; g++) {
        IntVector both = ints(codes, at + g * GROUP_BYTES + r * Integer.BYTES);
        for (int k = 0; k < GROUP; k++) {
          int to = yAt + (g * GROUP + k) * stride + r;
          toFloats(both.and(15)).fma(lowScale, lowShift).intoArray(y, to);
          toFloats(both.lanewise(VectorOperators.LSHR, 16).and(15))
              .fma(highScale, highShift)
              .intoArray(y, to + HALF);
          both = both.lanewise(VectorOperators.LSHR, 4);
        }
      }
    }
  }

  private static FloatVector signed(byte[] codes, int at) {
    return (FloatVector)
        ByteVector.fromArray(CODES, codes, at).convertShape(VectorOperators.B2F, FLOATS, 0);
  }

  private static IntVector ints(byte[] codes, int at) {
    return ByteVector.fromArray(BYTES, codes, at).reinterpretAsInts();
  }

  /** The 16-bit number that both halves of an integer hold, in all lanes. */
  private static ShortVector shorts(int twice) {
    return IntVector.broadcast(INTS, twice).reinterpretAsShorts();
  }

  /** The upper 16 bits as signed numbers. */
  private static IntVector highHalf(IntVector v) {
    return v.lanewise(VectorOperators.ASHR, Short.SIZE);
  }

  /**
   * Finite numbers in binary16: their bits move to those of floats, whose exponents are then
   * corrected by an exact multiplication with 2^112.
   */
  private static FloatVector halves(short[] codes, int at) {
    return ((IntVector)
            ShortVector.fromArray(HALVES, codes, at).convertShape(VectorOperators.S2I, INTS, 0))
        .lanewise(VectorOperators.LSHL, Short.SIZE)
        .lanewise(VectorOperators.ASHR, 3)
        .and(0x8FFFE000)
        .reinterpretAsFloats()
        .mul(0x1p112f);
  }

  private static FloatVector toFloats(IntVector v) {
    return (FloatVector) v.convertShape(VectorOperators.I2F, FLOATS, 0);
  }
}
