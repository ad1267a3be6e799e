// float twin: generated
package org.infimum.linalg.dense;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.infimum.linalg.machine.Species;

/**
 * The register tile of large products, on blocks packed in memory outside the heap: there they can
 * be aligned to cache lines, which makes the innermost loop a fifth faster than on arrays, whose
 * vectors cross from one line to the next. Each strip of the left block has {@link #ROWS} elements
 * of one inner index after the other, each of the right block {@link #COLUMNS}, filled up to {@link
 * #RIGHT_WIDTH}, a power of two.
 *
 * <p>The sums start from a matrix that is read and end in one that is written, mostly the same.
 * They are two arguments nonetheless, since addresses known to be alike would be kept in registers
 * throughout the loop, which needs these.
 */
final class DoubleAlignedTile {
  private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
  private static final int LANES = SPECIES.length();
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();
  private static final ValueLayout.OfDouble SCALAR = ValueLayout.JAVA_DOUBLE_UNALIGNED;

  /** The larger tile needs 30 registers: AVX-512, NEON and SVE have 32, AVX2 has 16. */
  private static final boolean WIDE = SPECIES.vectorBitSize() != 256;

  /** Rows of a tile. */
  static final int ROWS = (WIDE ? 4 : 3) * LANES;

  /** Columns of a tile. */
  static final int COLUMNS = WIDE ? 6 : 4;

  /** Elements of the right block for one inner index, the last of them unused. */
  static final int RIGHT_WIDTH = WIDE ? 8 : 4;

  private static final long LEFT_BYTES = (long) ROWS * Double.BYTES;
  private static final long VECTOR_BYTES = (long) LANES * Double.BYTES;
  private static final long RIGHT_BYTES = (long) RIGHT_WIDTH * Double.BYTES;

  private DoubleAlignedTile() {}

  /** Adds the product of a left strip at {@code aAt} and a right one at {@code bAt}, in bytes. */
  static void multiply(
      int k,
      MemorySegment packed,
      long aAt,
      long bAt,
      double[] from,
      int fromAt,
      int fromStride,
      double[] to,
      int toAt,
      int toStride) {
    if (WIDE) {
      fourBySix(k, packed, aAt, bAt, from, fromAt, fromStride, to, toAt, toStride);
    } else {
      threeByFour(k, packed, aAt, bAt, from, fromAt, fromStride, to, toAt, toStride);
    }
  }

  /** 24 sums. */
  private static void fourBySix(
      int k,
      MemorySegment packed,
      long aAt,
      long bAt,
      double[] from,
      int fromAt,
      int fromStride,
      double[] to,
      int toAt,
      int toStride) {
    DoubleVector s00 = DoubleVector.fromArray(SPECIES, from, fromAt);
    DoubleVector s10 = DoubleVector.fromArray(SPECIES, from, fromAt + LANES);
    DoubleVector s20 = DoubleVector.fromArray(SPECIES, from, fromAt + 2 * LANES);
    DoubleVector s30 = DoubleVector.fromArray(SPECIES, from, fromAt + 3 * LANES);
    DoubleVector s01 = DoubleVector.fromArray(SPECIES, from, fromAt + fromStride);
    DoubleVector s11 = DoubleVector.fromArray(SPECIES, from, fromAt + fromStride + LANES);
    DoubleVector s21 = DoubleVector.fromArray(SPECIES, from, fromAt + fromStride + 2 * LANES);
    DoubleVector s31 = DoubleVector.fromArray(SPECIES, from, fromAt + fromStride + 3 * LANES);
    DoubleVector s02 = DoubleVector.fromArray(SPECIES, from, fromAt + 2 * fromStride);
    DoubleVector s12 = DoubleVector.fromArray(SPECIES, from, fromAt + 2 * fromStride + LANES);
    DoubleVector s22 = DoubleVector.fromArray(SPECIES, from, fromAt + 2 * fromStride + 2 * LANES);
    DoubleVector s32 = DoubleVector.fromArray(SPECIES, from, fromAt + 2 * fromStride + 3 * LANES);
    DoubleVector s03 = DoubleVector.fromArray(SPECIES, from, fromAt + 3 * fromStride);
    DoubleVector s13 = DoubleVector.fromArray(SPECIES, from, fromAt + 3 * fromStride + LANES);
    DoubleVector s23 = DoubleVector.fromArray(SPECIES, from, fromAt + 3 * fromStride + 2 * LANES);
    DoubleVector s33 = DoubleVector.fromArray(SPECIES, from, fromAt + 3 * fromStride + 3 * LANES);
    DoubleVector s04 = DoubleVector.fromArray(SPECIES, from, fromAt + 4 * fromStride);
    DoubleVector s14 = DoubleVector.fromArray(SPECIES, from, fromAt + 4 * fromStride + LANES);
    DoubleVector s24 = DoubleVector.fromArray(SPECIES, from, fromAt + 4 * fromStride + 2 * LANES);
    DoubleVector s34 = DoubleVector.fromArray(SPECIES, from, fromAt + 4 * fromStride + 3 * LANES);
    DoubleVector s05 = DoubleVector.fromArray(SPECIES, from, fromAt + 5 * fromStride);
    DoubleVector s15 = DoubleVector.fromArray(SPECIES, from, fromAt + 5 * fromStride + LANES);
    DoubleVector s25 = DoubleVector.fromArray(SPECIES, from, fromAt + 5 * fromStride + 2 * LANES);
    DoubleVector s35 = DoubleVector.fromArray(SPECIES, from, fromAt + 5 * fromStride + 3 * LANES);
    for (int t = 0; t < k; t++) {
      long a = aAt + t * LEFT_BYTES;
      long b = bAt + t * RIGHT_BYTES;
      DoubleVector a0 = DoubleVector.fromMemorySegment(SPECIES, packed, a, ORDER);
      DoubleVector a1 = DoubleVector.fromMemorySegment(SPECIES, packed, a + VECTOR_BYTES, ORDER);
      DoubleVector a2 =
          DoubleVector.fromMemorySegment(SPECIES, packed, a + 2 * VECTOR_BYTES, ORDER);
      DoubleVector a3 =
          DoubleVector.fromMemorySegment(SPECIES, packed, a + 3 * VECTOR_BYTES, ORDER);
      DoubleVector b0 = DoubleVector.broadcast(SPECIES, packed.get(SCALAR, b));
      s00 = a0.fma(b0, s00);
      s10 = a1.fma(b0, s10);
      s20 = a2.fma(b0, s20);
      s30 = a3.fma(b0, s30);
      DoubleVector b1 = DoubleVector.broadcast(SPECIES, packed.get(SCALAR, b + Double.BYTES));
      s01 = a0.fma(b1, s01);
      s11 = a1.fma(b1, s11);
      s21 = a2.fma(b1, s21);
      s31 = a3.fma(b1, s31);
      DoubleVector b2 = DoubleVector.broadcast(SPECIES, packed.get(SCALAR, b + 2 * Double.BYTES));
      s02 = a0.fma(b2, s02);
      s12 = a1.fma(b2, s12);
      s22 = a2.fma(b2, s22);
      s32 = a3.fma(b2, s32);
      DoubleVector b3 = DoubleVector.broadcast(SPECIES, packed.get(SCALAR, b + 3 * Double.BYTES));
      s03 = a0.fma(b3, s03);
      s13 = a1.fma(b3, s13);
      s23 = a2.fma(b3, s23);
      s33 = a3.fma(b3, s33);
      DoubleVector b4 = DoubleVector.broadcast(SPECIES, packed.get(SCALAR, b + 4 * Double.BYTES));
      s04 = a0.fma(b4, s04);
      s14 = a1.fma(b4, s14);
      s24 = a2.fma(b4, s24);
      s34 = a3.fma(b4, s34);
      DoubleVector b5 = DoubleVector.broadcast(SPECIES, packed.get(SCALAR, b + 5 * Double.BYTES));
      s05 = a0.fma(b5, s05);
      s15 = a1.fma(b5, s15);
      s25 = a2.fma(b5, s25);
      s35 = a3.fma(b5, s35);
    }
    s00.intoArray(to, toAt);
    s10.intoArray(to, toAt + LANES);
    s20.intoArray(to, toAt + 2 * LANES);
    s30.intoArray(to, toAt + 3 * LANES);
    s01.intoArray(to, toAt + toStride);
    s11.intoArray(to, toAt + toStride + LANES);
    s21.intoArray(to, toAt + toStride + 2 * LANES);
    s31.intoArray(to, toAt + toStride + 3 * LANES);
    s02.intoArray(to, toAt + 2 * toStride);
    s12.intoArray(to, toAt + 2 * toStride + LANES);
    s22.intoArray(to, toAt + 2 * toStride + 2 * LANES);
    s32.intoArray(to, toAt + 2 * toStride + 3 * LANES);
    s03.intoArray(to, toAt + 3 * toStride);
    s13.intoArray(to, toAt + 3 * toStride + LANES);
    s23.intoArray(to, toAt + 3 * toStride + 2 * LANES);
    s33.intoArray(to, toAt + 3 * toStride + 3 * LANES);
    s04.intoArray(to, toAt + 4 * toStride);
    s14.intoArray(to, toAt + 4 * toStride + LANES);
    s24.intoArray(to, toAt + 4 * toStride + 2 * LANES);
    s34.intoArray(to, toAt + 4 * toStride + 3 * LANES);
    s05.intoArray(to, toAt + 5 * toStride);
    s15.intoArray(to, toAt + 5 * toStride + LANES);
    s25.intoArray(to, toAt + 5 * toStride + 2 * LANES);
    s35.intoArray(to, toAt + 5 * toStride + 3 * LANES);
  }

  /** 12 sums. */
  private static void threeByFour(
      int k,
      MemorySegment packed,
      long aAt,
      long bAt,
      double[] from,
      int fromAt,
      int fromStride,
      double[] to,
      int toAt,
      int toStride) {
    DoubleVector s00 = DoubleVector.fromArray(SPECIES, from, fromAt);
    DoubleVector s10 = DoubleVector.fromArray(SPECIES, from, fromAt + LANES);
    DoubleVector s20 = DoubleVector.fromArray(SPECIES, from, fromAt + 2 * LANES);
    DoubleVector s01 = DoubleVector.fromArray(SPECIES, from, fromAt + fromStride);
    DoubleVector s11 = DoubleVector.fromArray(SPECIES, from, fromAt + fromStride + LANES);
    DoubleVector s21 = DoubleVector.fromArray(SPECIES, from, fromAt + fromStride + 2 * LANES);
    DoubleVector s02 = DoubleVector.fromArray(SPECIES, from, fromAt + 2 * fromStride);
    DoubleVector s12 = DoubleVector.fromArray(SPECIES, from, fromAt + 2 * fromStride + LANES);
    DoubleVector s22 = DoubleVector.fromArray(SPECIES, from, fromAt + 2 * fromStride + 2 * LANES);
    DoubleVector s03 = DoubleVector.fromArray(SPECIES, from, fromAt + 3 * fromStride);
    DoubleVector s13 = DoubleVector.fromArray(SPECIES, from, fromAt + 3 * fromStride + LANES);
    DoubleVector s23 = DoubleVector.fromArray(SPECIES, from, fromAt + 3 * fromStride + 2 * LANES);
    for (int t = 0; t < k; t++) {
      long a = aAt + t * LEFT_BYTES;
      long b = bAt + t * RIGHT_BYTES;
      DoubleVector a0 = DoubleVector.fromMemorySegment(SPECIES, packed, a, ORDER);
      DoubleVector a1 = DoubleVector.fromMemorySegment(SPECIES, packed, a + VECTOR_BYTES, ORDER);
      DoubleVector a2 =
          DoubleVector.fromMemorySegment(SPECIES, packed, a + 2 * VECTOR_BYTES, ORDER);
      DoubleVector b0 = DoubleVector.broadcast(SPECIES, packed.get(SCALAR, b));
      s00 = a0.fma(b0, s00);
      s10 = a1.fma(b0, s10);
      s20 = a2.fma(b0, s20);
      DoubleVector b1 = DoubleVector.broadcast(SPECIES, packed.get(SCALAR, b + Double.BYTES));
      s01 = a0.fma(b1, s01);
      s11 = a1.fma(b1, s11);
      s21 = a2.fma(b1, s21);
      DoubleVector b2 = DoubleVector.broadcast(SPECIES, packed.get(SCALAR, b + 2 * Double.BYTES));
      s02 = a0.fma(b2, s02);
      s12 = a1.fma(b2, s12);
      s22 = a2.fma(b2, s22);
      DoubleVector b3 = DoubleVector.broadcast(SPECIES, packed.get(SCALAR, b + 3 * Double.BYTES));
      s03 = a0.fma(b3, s03);
      s13 = a1.fma(b3, s13);
      s23 = a2.fma(b3, s23);
    }
    s00.intoArray(to, toAt);
    s10.intoArray(to, toAt + LANES);
    s20.intoArray(to, toAt + 2 * LANES);
    s01.intoArray(to, toAt + toStride);
    s11.intoArray(to, toAt + toStride + LANES);
    s21.intoArray(to, toAt + toStride + 2 * LANES);
    s02.intoArray(to, toAt + 2 * toStride);
    s12.intoArray(to, toAt + 2 * toStride + LANES);
    s22.intoArray(to, toAt + 2 * toStride + 2 * LANES);
    s03.intoArray(to, toAt + 3 * toStride);
    s13.intoArray(to, toAt + 3 * toStride + LANES);
    s23.intoArray(to, toAt + 3 * toStride + 2 * LANES);
  }

  /**
   * Packs a full strip of the left block whose elements of one inner index are adjacent, times a
   * factor: element (s, t) is {@code from[at + s + t * stride]}.
   */
  static void packAlong(
      double[] from,
      int at,
      int stride,
      int depth,
      double factor,
      MemorySegment packed,
      long toAt) {
    for (int t = 0; t < depth; t++) {
      int in = at + t * stride;
      long out = toAt + t * LEFT_BYTES;
      for (int s = 0; s < ROWS; s += LANES) {
        DoubleVector.fromArray(SPECIES, from, in + s)
            .mul(factor)
            .intoMemorySegment(packed, out + (long) s * Double.BYTES, ORDER);
      }
    }
  }

  /**
   * Packs a full strip of the right block whose elements of one inner index are adjacent, times a
   * factor: element (s, t) is {@code from[at + s + t * stride]}.
   */
  static void packShort(
      double[] from,
      int at,
      int stride,
      int depth,
      double factor,
      MemorySegment packed,
      long toAt) {
    for (int t = 0; t < depth; t++) {
      int in = at + t * stride;
      long out = toAt + t * RIGHT_BYTES;
      for (int s = 0; s < COLUMNS; s++) {
        packed.set(SCALAR, out + (long) s * Double.BYTES, factor * from[in + s]);
      }
    }
  }

  /**
   * Packs two outer indices whose elements are adjacent along the inner index, times a factor:
   * element (s, t) is {@code from[at + s * stride + t]}, and is stored {@code t * width} elements
   * behind the first one of its outer index.
   */
  static void packTwoAcross(
      double[] from,
      int at,
      int stride,
      int depth,
      int width,
      double factor,
      MemorySegment packed,
      long toAt) {
    for (int t = 0; t < depth; t++) {
      long out = toAt + (long) t * width * Double.BYTES;
      packed.set(SCALAR, out, factor * from[at + t]);
      packed.set(SCALAR, out + Double.BYTES, factor * from[at + stride + t]);
    }
  }
}
