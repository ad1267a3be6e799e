package org.infimum.linalg;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Register tiles C -= A B, one or three vectors high and four or eight columns wide. Column t of A
 * starts at {@code aAt + t * aStride}, row t of B is stored contiguously at {@code bAt} plus t times
 * the width of the tile. Each element of C is one chain of fused multiply-adds over t, subtracted at
 * the end, so that all tiles agree to the bit.
 */
final class VectorTiles {
  static final VectorSpecies<Double> SPECIES = species();
  static final int LANES = SPECIES.length();

  private VectorTiles() {}

  /** The species of all kernels, as {@code infimum.species} says or as the machine prefers. */
  private static VectorSpecies<Double> species() {
    return switch (System.getProperty("infimum.species", "")) {
      case "128" -> DoubleVector.SPECIES_128;
      case "256" -> DoubleVector.SPECIES_256;
      case "512" -> DoubleVector.SPECIES_512;
      default -> DoubleVector.SPECIES_PREFERRED;
    };
  }

  /** Needs 28 vector registers (AVX-512, NEON, SVE). */
  static void threeByEight(
      int k, double[] a, int aAt, int aStride, double[] b, int bAt, double[] c, int cAt, int cStride) {
    DoubleVector s00 = DoubleVector.zero(SPECIES);
    DoubleVector s10 = DoubleVector.zero(SPECIES);
    DoubleVector s20 = DoubleVector.zero(SPECIES);
    DoubleVector s01 = DoubleVector.zero(SPECIES);
    DoubleVector s11 = DoubleVector.zero(SPECIES);
    DoubleVector s21 = DoubleVector.zero(SPECIES);
    DoubleVector s02 = DoubleVector.zero(SPECIES);
    DoubleVector s12 = DoubleVector.zero(SPECIES);
    DoubleVector s22 = DoubleVector.zero(SPECIES);
    DoubleVector s03 = DoubleVector.zero(SPECIES);
    DoubleVector s13 = DoubleVector.zero(SPECIES);
    DoubleVector s23 = DoubleVector.zero(SPECIES);
    DoubleVector s04 = DoubleVector.zero(SPECIES);
    DoubleVector s14 = DoubleVector.zero(SPECIES);
    DoubleVector s24 = DoubleVector.zero(SPECIES);
    DoubleVector s05 = DoubleVector.zero(SPECIES);
    DoubleVector s15 = DoubleVector.zero(SPECIES);
    DoubleVector s25 = DoubleVector.zero(SPECIES);
    DoubleVector s06 = DoubleVector.zero(SPECIES);
    DoubleVector s16 = DoubleVector.zero(SPECIES);
    DoubleVector s26 = DoubleVector.zero(SPECIES);
    DoubleVector s07 = DoubleVector.zero(SPECIES);
    DoubleVector s17 = DoubleVector.zero(SPECIES);
    DoubleVector s27 = DoubleVector.zero(SPECIES);
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
    subtract(c, cAt, s00, s10, s20);
    subtract(c, cAt + cStride, s01, s11, s21);
    subtract(c, cAt + 2 * cStride, s02, s12, s22);
    subtract(c, cAt + 3 * cStride, s03, s13, s23);
    subtract(c, cAt + 4 * cStride, s04, s14, s24);
    subtract(c, cAt + 5 * cStride, s05, s15, s25);
    subtract(c, cAt + 6 * cStride, s06, s16, s26);
    subtract(c, cAt + 7 * cStride, s07, s17, s27);
  }

  /** Needs 16 vector registers. */
  static void threeByFour(
      int k, double[] a, int aAt, int aStride, double[] b, int bAt, double[] c, int cAt, int cStride) {
    DoubleVector s00 = DoubleVector.zero(SPECIES);
    DoubleVector s10 = DoubleVector.zero(SPECIES);
    DoubleVector s20 = DoubleVector.zero(SPECIES);
    DoubleVector s01 = DoubleVector.zero(SPECIES);
    DoubleVector s11 = DoubleVector.zero(SPECIES);
    DoubleVector s21 = DoubleVector.zero(SPECIES);
    DoubleVector s02 = DoubleVector.zero(SPECIES);
    DoubleVector s12 = DoubleVector.zero(SPECIES);
    DoubleVector s22 = DoubleVector.zero(SPECIES);
    DoubleVector s03 = DoubleVector.zero(SPECIES);
    DoubleVector s13 = DoubleVector.zero(SPECIES);
    DoubleVector s23 = DoubleVector.zero(SPECIES);
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
    subtract(c, cAt, s00, s10, s20);
    subtract(c, cAt + cStride, s01, s11, s21);
    subtract(c, cAt + 2 * cStride, s02, s12, s22);
    subtract(c, cAt + 3 * cStride, s03, s13, s23);
  }

  /** A short tile for the last rows. */
  static void oneByEight(
      int k, double[] a, int aAt, int aStride, double[] b, int bAt, double[] c, int cAt, int cStride) {
    DoubleVector s00 = DoubleVector.zero(SPECIES);
    DoubleVector s01 = DoubleVector.zero(SPECIES);
    DoubleVector s02 = DoubleVector.zero(SPECIES);
    DoubleVector s03 = DoubleVector.zero(SPECIES);
    DoubleVector s04 = DoubleVector.zero(SPECIES);
    DoubleVector s05 = DoubleVector.zero(SPECIES);
    DoubleVector s06 = DoubleVector.zero(SPECIES);
    DoubleVector s07 = DoubleVector.zero(SPECIES);
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
    subtract(c, cAt, s00);
    subtract(c, cAt + cStride, s01);
    subtract(c, cAt + 2 * cStride, s02);
    subtract(c, cAt + 3 * cStride, s03);
    subtract(c, cAt + 4 * cStride, s04);
    subtract(c, cAt + 5 * cStride, s05);
    subtract(c, cAt + 6 * cStride, s06);
    subtract(c, cAt + 7 * cStride, s07);
  }

  /** A short tile for the last rows. */
  static void oneByFour(
      int k, double[] a, int aAt, int aStride, double[] b, int bAt, double[] c, int cAt, int cStride) {
    DoubleVector s00 = DoubleVector.zero(SPECIES);
    DoubleVector s01 = DoubleVector.zero(SPECIES);
    DoubleVector s02 = DoubleVector.zero(SPECIES);
    DoubleVector s03 = DoubleVector.zero(SPECIES);
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
    subtract(c, cAt, s00);
    subtract(c, cAt + cStride, s01);
    subtract(c, cAt + 2 * cStride, s02);
    subtract(c, cAt + 3 * cStride, s03);
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

  private static void subtract(
      double[] c, int at, DoubleVector s0, DoubleVector s1, DoubleVector s2) {
    subtract(c, at, s0);
    subtract(c, at + LANES, s1);
    subtract(c, at + 2 * LANES, s2);
  }

  private static void subtract(double[] c, int at, DoubleVector s) {
    DoubleVector.fromArray(SPECIES, c, at).sub(s).intoArray(c, at);
  }
}
