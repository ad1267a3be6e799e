package org.infimum.linalg;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.infimum.linalg.machine.Species;

/**
 * Register tiles C = A B, one or three vectors high and four or eight columns wide. Column t of A
 * starts at {@code aAt + t * aStride}, row t of B is stored contiguously at {@code bAt} plus t
 * times the width of the tile, and C is stored column by column from 0 on. Each element of C is one
 * chain of fused multiply-adds over t, so that all tiles agree to the bit.
 *
 * <p>The products go through a small array in cache rather than straight into the target: the
 * compiler gives up inlining, and boxes every vector, when a method has many more operations.
 */
final class VectorTiles {
  static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
  static final int LANES = SPECIES.length();

  private VectorTiles() {}

  /** Needs 28 vector registers (AVX-512, NEON, SVE). */
  static void threeByEight(
      int k, double[] a, int aAt, int aStride, double[] b, int bAt, double[] c) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector s00 = zero;
    DoubleVector s10 = zero;
    DoubleVector s20 = zero;
    DoubleVector s01 = zero;
    DoubleVector s11 = zero;
    DoubleVector s21 = zero;
    DoubleVector s02 = zero;
    DoubleVector s12 = zero;
    DoubleVector s22 = zero;
    DoubleVector s03 = zero;
    DoubleVector s13 = zero;
    DoubleVector s23 = zero;
    DoubleVector s04 = zero;
    DoubleVector s14 = zero;
    DoubleVector s24 = zero;
    DoubleVector s05 = zero;
    DoubleVector s15 = zero;
    DoubleVector s25 = zero;
    DoubleVector s06 = zero;
    DoubleVector s16 = zero;
    DoubleVector s26 = zero;
    DoubleVector s07 = zero;
    DoubleVector s17 = zero;
    DoubleVector s27 = zero;
    for (int t = 0; t < k; t++) {
      DoubleVector a0 = DoubleVector.fromArray(SPECIES, a, aAt);
      DoubleVector a1 = DoubleVector.fromArray(SPECIES, a, aAt + LANES);
      DoubleVector a2 = DoubleVector.fromArray(SPECIES, a, aAt + 2 * LANES);
      DoubleVector b0 = DoubleVector.broadcast(SPECIES, b[bAt]);
      s00 = a0.fma(b0, s00);
      s10 = a1.fma(b0, s10);
      s20 = a2.fma(b0, s20);
      DoubleVector b1 = DoubleVector.broadcast(SPECIES, b[bAt + 1]);
      s01 = a0.fma(b1, s01);
      s11 = a1.fma(b1, s11);
      s21 = a2.fma(b1, s21);
      DoubleVector b2 = DoubleVector.broadcast(SPECIES, b[bAt + 2]);
      s02 = a0.fma(b2, s02);
      s12 = a1.fma(b2, s12);
      s22 = a2.fma(b2, s22);
      DoubleVector b3 = DoubleVector.broadcast(SPECIES, b[bAt + 3]);
      s03 = a0.fma(b3, s03);
      s13 = a1.fma(b3, s13);
      s23 = a2.fma(b3, s23);
      DoubleVector b4 = DoubleVector.broadcast(SPECIES, b[bAt + 4]);
      s04 = a0.fma(b4, s04);
      s14 = a1.fma(b4, s14);
      s24 = a2.fma(b4, s24);
      DoubleVector b5 = DoubleVector.broadcast(SPECIES, b[bAt + 5]);
      s05 = a0.fma(b5, s05);
      s15 = a1.fma(b5, s15);
      s25 = a2.fma(b5, s25);
      DoubleVector b6 = DoubleVector.broadcast(SPECIES, b[bAt + 6]);
      s06 = a0.fma(b6, s06);
      s16 = a1.fma(b6, s16);
      s26 = a2.fma(b6, s26);
      DoubleVector b7 = DoubleVector.broadcast(SPECIES, b[bAt + 7]);
      s07 = a0.fma(b7, s07);
      s17 = a1.fma(b7, s17);
      s27 = a2.fma(b7, s27);
      aAt += aStride;
      bAt += 8;
    }
    s00.intoArray(c, 0);
    s10.intoArray(c, LANES);
    s20.intoArray(c, 2 * LANES);
    s01.intoArray(c, 3 * LANES);
    s11.intoArray(c, 4 * LANES);
    s21.intoArray(c, 5 * LANES);
    s02.intoArray(c, 6 * LANES);
    s12.intoArray(c, 7 * LANES);
    s22.intoArray(c, 8 * LANES);
    s03.intoArray(c, 9 * LANES);
    s13.intoArray(c, 10 * LANES);
    s23.intoArray(c, 11 * LANES);
    s04.intoArray(c, 12 * LANES);
    s14.intoArray(c, 13 * LANES);
    s24.intoArray(c, 14 * LANES);
    s05.intoArray(c, 15 * LANES);
    s15.intoArray(c, 16 * LANES);
    s25.intoArray(c, 17 * LANES);
    s06.intoArray(c, 18 * LANES);
    s16.intoArray(c, 19 * LANES);
    s26.intoArray(c, 20 * LANES);
    s07.intoArray(c, 21 * LANES);
    s17.intoArray(c, 22 * LANES);
    s27.intoArray(c, 23 * LANES);
  }

  /** Needs 16 vector registers. */
  static void threeByFour(
      int k, double[] a, int aAt, int aStride, double[] b, int bAt, double[] c) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector s00 = zero;
    DoubleVector s10 = zero;
    DoubleVector s20 = zero;
    DoubleVector s01 = zero;
    DoubleVector s11 = zero;
    DoubleVector s21 = zero;
    DoubleVector s02 = zero;
    DoubleVector s12 = zero;
    DoubleVector s22 = zero;
    DoubleVector s03 = zero;
    DoubleVector s13 = zero;
    DoubleVector s23 = zero;
    for (int t = 0; t < k; t++) {
      DoubleVector a0 = DoubleVector.fromArray(SPECIES, a, aAt);
      DoubleVector a1 = DoubleVector.fromArray(SPECIES, a, aAt + LANES);
      DoubleVector a2 = DoubleVector.fromArray(SPECIES, a, aAt + 2 * LANES);
      DoubleVector b0 = DoubleVector.broadcast(SPECIES, b[bAt]);
      s00 = a0.fma(b0, s00);
      s10 = a1.fma(b0, s10);
      s20 = a2.fma(b0, s20);
      DoubleVector b1 = DoubleVector.broadcast(SPECIES, b[bAt + 1]);
      s01 = a0.fma(b1, s01);
      s11 = a1.fma(b1, s11);
      s21 = a2.fma(b1, s21);
      DoubleVector b2 = DoubleVector.broadcast(SPECIES, b[bAt + 2]);
      s02 = a0.fma(b2, s02);
      s12 = a1.fma(b2, s12);
      s22 = a2.fma(b2, s22);
      DoubleVector b3 = DoubleVector.broadcast(SPECIES, b[bAt + 3]);
      s03 = a0.fma(b3, s03);
      s13 = a1.fma(b3, s13);
      s23 = a2.fma(b3, s23);
      aAt += aStride;
      bAt += 4;
    }
    s00.intoArray(c, 0);
    s10.intoArray(c, LANES);
    s20.intoArray(c, 2 * LANES);
    s01.intoArray(c, 3 * LANES);
    s11.intoArray(c, 4 * LANES);
    s21.intoArray(c, 5 * LANES);
    s02.intoArray(c, 6 * LANES);
    s12.intoArray(c, 7 * LANES);
    s22.intoArray(c, 8 * LANES);
    s03.intoArray(c, 9 * LANES);
    s13.intoArray(c, 10 * LANES);
    s23.intoArray(c, 11 * LANES);
  }

  /** A short tile for the last rows. */
  static void oneByEight(int k, double[] a, int aAt, int aStride, double[] b, int bAt, double[] c) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector s00 = zero;
    DoubleVector s01 = zero;
    DoubleVector s02 = zero;
    DoubleVector s03 = zero;
    DoubleVector s04 = zero;
    DoubleVector s05 = zero;
    DoubleVector s06 = zero;
    DoubleVector s07 = zero;
    for (int t = 0; t < k; t++) {
      DoubleVector a0 = DoubleVector.fromArray(SPECIES, a, aAt);
      DoubleVector b0 = DoubleVector.broadcast(SPECIES, b[bAt]);
      s00 = a0.fma(b0, s00);
      DoubleVector b1 = DoubleVector.broadcast(SPECIES, b[bAt + 1]);
      s01 = a0.fma(b1, s01);
      DoubleVector b2 = DoubleVector.broadcast(SPECIES, b[bAt + 2]);
      s02 = a0.fma(b2, s02);
      DoubleVector b3 = DoubleVector.broadcast(SPECIES, b[bAt + 3]);
      s03 = a0.fma(b3, s03);
      DoubleVector b4 = DoubleVector.broadcast(SPECIES, b[bAt + 4]);
      s04 = a0.fma(b4, s04);
      DoubleVector b5 = DoubleVector.broadcast(SPECIES, b[bAt + 5]);
      s05 = a0.fma(b5, s05);
      DoubleVector b6 = DoubleVector.broadcast(SPECIES, b[bAt + 6]);
      s06 = a0.fma(b6, s06);
      DoubleVector b7 = DoubleVector.broadcast(SPECIES, b[bAt + 7]);
      s07 = a0.fma(b7, s07);
      aAt += aStride;
      bAt += 8;
    }
    s00.intoArray(c, 0);
    s01.intoArray(c, LANES);
    s02.intoArray(c, 2 * LANES);
    s03.intoArray(c, 3 * LANES);
    s04.intoArray(c, 4 * LANES);
    s05.intoArray(c, 5 * LANES);
    s06.intoArray(c, 6 * LANES);
    s07.intoArray(c, 7 * LANES);
  }

  /** A short tile for the last rows. */
  static void oneByFour(int k, double[] a, int aAt, int aStride, double[] b, int bAt, double[] c) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector s00 = zero;
    DoubleVector s01 = zero;
    DoubleVector s02 = zero;
    DoubleVector s03 = zero;
    for (int t = 0; t < k; t++) {
      DoubleVector a0 = DoubleVector.fromArray(SPECIES, a, aAt);
      DoubleVector b0 = DoubleVector.broadcast(SPECIES, b[bAt]);
      s00 = a0.fma(b0, s00);
      DoubleVector b1 = DoubleVector.broadcast(SPECIES, b[bAt + 1]);
      s01 = a0.fma(b1, s01);
      DoubleVector b2 = DoubleVector.broadcast(SPECIES, b[bAt + 2]);
      s02 = a0.fma(b2, s02);
      DoubleVector b3 = DoubleVector.broadcast(SPECIES, b[bAt + 3]);
      s03 = a0.fma(b3, s03);
      aAt += aStride;
      bAt += 4;
    }
    s00.intoArray(c, 0);
    s01.intoArray(c, LANES);
    s02.intoArray(c, 2 * LANES);
    s03.intoArray(c, 3 * LANES);
  }

  /**
   * X := B L^-T D^-1 on one vector of rows of eight columns, column j at {@code at + j * stride}.
   *
   * @param f from {@code factors} on, the negated entries of L by rows, then 1 / d
   */
  static void solveTriangle(double[] x, int at, int stride, double[] f, int factors) {
    DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, at);
    DoubleVector x1 = DoubleVector.fromArray(SPECIES, x, at + stride);
    x1 = x0.fma(DoubleVector.broadcast(SPECIES, f[factors + 0]), x1);
    DoubleVector x2 = DoubleVector.fromArray(SPECIES, x, at + 2 * stride);
    x2 = x0.fma(DoubleVector.broadcast(SPECIES, f[factors + 1]), x2);
    x2 = x1.fma(DoubleVector.broadcast(SPECIES, f[factors + 2]), x2);
    DoubleVector x3 = DoubleVector.fromArray(SPECIES, x, at + 3 * stride);
    x3 = x0.fma(DoubleVector.broadcast(SPECIES, f[factors + 3]), x3);
    x3 = x1.fma(DoubleVector.broadcast(SPECIES, f[factors + 4]), x3);
    x3 = x2.fma(DoubleVector.broadcast(SPECIES, f[factors + 5]), x3);
    DoubleVector x4 = DoubleVector.fromArray(SPECIES, x, at + 4 * stride);
    x4 = x0.fma(DoubleVector.broadcast(SPECIES, f[factors + 6]), x4);
    x4 = x1.fma(DoubleVector.broadcast(SPECIES, f[factors + 7]), x4);
    x4 = x2.fma(DoubleVector.broadcast(SPECIES, f[factors + 8]), x4);
    x4 = x3.fma(DoubleVector.broadcast(SPECIES, f[factors + 9]), x4);
    DoubleVector x5 = DoubleVector.fromArray(SPECIES, x, at + 5 * stride);
    x5 = x0.fma(DoubleVector.broadcast(SPECIES, f[factors + 10]), x5);
    x5 = x1.fma(DoubleVector.broadcast(SPECIES, f[factors + 11]), x5);
    x5 = x2.fma(DoubleVector.broadcast(SPECIES, f[factors + 12]), x5);
    x5 = x3.fma(DoubleVector.broadcast(SPECIES, f[factors + 13]), x5);
    x5 = x4.fma(DoubleVector.broadcast(SPECIES, f[factors + 14]), x5);
    DoubleVector x6 = DoubleVector.fromArray(SPECIES, x, at + 6 * stride);
    x6 = x0.fma(DoubleVector.broadcast(SPECIES, f[factors + 15]), x6);
    x6 = x1.fma(DoubleVector.broadcast(SPECIES, f[factors + 16]), x6);
    x6 = x2.fma(DoubleVector.broadcast(SPECIES, f[factors + 17]), x6);
    x6 = x3.fma(DoubleVector.broadcast(SPECIES, f[factors + 18]), x6);
    x6 = x4.fma(DoubleVector.broadcast(SPECIES, f[factors + 19]), x6);
    x6 = x5.fma(DoubleVector.broadcast(SPECIES, f[factors + 20]), x6);
    DoubleVector x7 = DoubleVector.fromArray(SPECIES, x, at + 7 * stride);
    x7 = x0.fma(DoubleVector.broadcast(SPECIES, f[factors + 21]), x7);
    x7 = x1.fma(DoubleVector.broadcast(SPECIES, f[factors + 22]), x7);
    x7 = x2.fma(DoubleVector.broadcast(SPECIES, f[factors + 23]), x7);
    x7 = x3.fma(DoubleVector.broadcast(SPECIES, f[factors + 24]), x7);
    x7 = x4.fma(DoubleVector.broadcast(SPECIES, f[factors + 25]), x7);
    x7 = x5.fma(DoubleVector.broadcast(SPECIES, f[factors + 26]), x7);
    x7 = x6.fma(DoubleVector.broadcast(SPECIES, f[factors + 27]), x7);
    x0.mul(DoubleVector.broadcast(SPECIES, f[factors + 28])).intoArray(x, at);
    x1.mul(DoubleVector.broadcast(SPECIES, f[factors + 29])).intoArray(x, at + stride);
    x2.mul(DoubleVector.broadcast(SPECIES, f[factors + 30])).intoArray(x, at + 2 * stride);
    x3.mul(DoubleVector.broadcast(SPECIES, f[factors + 31])).intoArray(x, at + 3 * stride);
    x4.mul(DoubleVector.broadcast(SPECIES, f[factors + 32])).intoArray(x, at + 4 * stride);
    x5.mul(DoubleVector.broadcast(SPECIES, f[factors + 33])).intoArray(x, at + 5 * stride);
    x6.mul(DoubleVector.broadcast(SPECIES, f[factors + 34])).intoArray(x, at + 6 * stride);
    x7.mul(DoubleVector.broadcast(SPECIES, f[factors + 35])).intoArray(x, at + 7 * stride);
  }
}
