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
 * The kernels on the Vector API: codes are loaded a quarter of a vector at a time, widened to
 * integers, converted to floats and multiplied, so that only one fused multiply-add for each block
 * is spent on scales. For vectors of 8 or 16 floats.
 */
final class VectorLowBitKernels implements LowBitKernels {
  private static final VectorSpecies<Float> FLOATS = Species.FLOAT;
  private static final VectorSpecies<Integer> INTS = Species.INT;
  private static final int LANES = FLOATS.length();
  private static final VectorSpecies<Byte> CODES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, LANES * Byte.SIZE)));
  private static final VectorSpecies<Short> HALVES =
      VectorSpecies.of(short.class, VectorShape.forBitSize(Math.max(64, LANES * Short.SIZE)));
  private static final ScalarLowBitKernels TAIL = new ScalarLowBitKernels();

  /** Whether the vectors of this machine are wide enough. */
  static boolean fits() {
    return LANES >= 8;
  }

  @Override
  public float bytes(int n, byte[] codes, int at, float[] x, int xAt) {
    FloatVector s0 = FloatVector.zero(FLOATS);
    FloatVector s1 = s0;
    int i = 0;
    for (; i <= n - 2 * LANES; i += 2 * LANES) {
      s0 = signed(codes, at + i).fma(load(x, xAt + i), s0);
      s1 = signed(codes, at + i + LANES).fma(load(x, xAt + i + LANES), s1);
    }
    return s0.add(s1).reduceLanes(VectorOperators.ADD)
        + TAIL.bytes(n - i, codes, at + i, x, xAt + i);
  }

  @Override
  public float byteBlocks(
      int blocks, byte[] codes, int at, float[] scales, int scalesAt, float[] x, int xAt) {
    FloatVector sum = FloatVector.zero(FLOATS);
    for (int b = 0; b < blocks; b++) {
      int i = b * BLOCK;
      FloatVector block = signed(codes, at + i).mul(load(x, xAt + i));
      for (int j = i + LANES; j < i + BLOCK; j += LANES) {
        block = signed(codes, at + j).fma(load(x, xAt + j), block);
      }
      sum = block.fma(FloatVector.broadcast(FLOATS, scales[scalesAt + b]), sum);
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  @Override
  public float nibbleBlocks(
      int blocks, byte[] codes, int at, float[] scales, int scalesAt, float[] x, int xAt) {
    FloatVector sum = FloatVector.zero(FLOATS);
    for (int b = 0; b < blocks; b++) {
      int code = at + b * NIBBLE_BYTES;
      int i = xAt + b * BLOCK;
      IntVector both = unsigned(codes, code);
      FloatVector block = toFloats(both.and(15)).mul(load(x, i));
      block =
          toFloats(both.lanewise(VectorOperators.LSHR, 4)).fma(load(x, i + NIBBLE_BYTES), block);
      for (int j = LANES; j < NIBBLE_BYTES; j += LANES) {
        both = unsigned(codes, code + j);
        block = toFloats(both.and(15)).fma(load(x, i + j), block);
        block =
            toFloats(both.lanewise(VectorOperators.LSHR, 4))
                .fma(load(x, i + NIBBLE_BYTES + j), block);
      }
      sum = block.fma(FloatVector.broadcast(FLOATS, scales[scalesAt + b]), sum);
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  @Override
  public void decodeFinite(int n, short[] codes, int at, float[] x) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      ((IntVector)
              ShortVector.fromArray(HALVES, codes, at + i)
                  .convertShape(VectorOperators.S2I, INTS, 0))
          .lanewise(VectorOperators.LSHL, Short.SIZE)
          .lanewise(VectorOperators.ASHR, 3)
          .and(0x8FFFE000)
          .reinterpretAsFloats()
          .mul(0x1p112f)
          .intoArray(x, i);
    }
    ScalarLowBitKernels.decodeFrom(i, n, codes, at, x);
  }

  @Override
  public void expandBytes(int n, byte[] codes, int at, float scale, float[] y, int yAt) {
    FloatVector factor = FloatVector.broadcast(FLOATS, scale);
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      signed(codes, at + i).mul(factor).intoArray(y, yAt + i);
    }
    TAIL.expandBytes(n - i, codes, at + i, scale, y, yAt + i);
  }

  @Override
  public void expandNibbles(byte[] codes, int at, float scale, float shift, float[] y, int yAt) {
    FloatVector factor = FloatVector.broadcast(FLOATS, scale);
    FloatVector zero = FloatVector.broadcast(FLOATS, shift);
    for (int j = 0; j < NIBBLE_BYTES; j += LANES) {
      IntVector both = unsigned(codes, at + j);
      toFloats(both.and(15)).fma(factor, zero).intoArray(y, yAt + j);
      toFloats(both.lanewise(VectorOperators.LSHR, 4))
          .fma(factor, zero)
          .intoArray(y, yAt + NIBBLE_BYTES + j);
    }
  }

  private static FloatVector signed(byte[] codes, int at) {
    return (FloatVector)
        ByteVector.fromArray(CODES, codes, at).convertShape(VectorOperators.B2F, FLOATS, 0);
  }

  private static IntVector unsigned(byte[] codes, int at) {
    return (IntVector)
        ByteVector.fromArray(CODES, codes, at)
            .convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, 0);
  }

  private static FloatVector toFloats(IntVector v) {
    return (FloatVector) v.convertShape(VectorOperators.I2F, FLOATS, 0);
  }

  private static FloatVector load(float[] x, int at) {
    return FloatVector.fromArray(FLOATS, x, at);
  }
}
