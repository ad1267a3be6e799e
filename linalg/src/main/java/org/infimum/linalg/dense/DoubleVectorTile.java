// float twin: generated
package org.infimum.linalg.dense;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.infimum.linalg.machine.Species;

/**
 * Three vectors of rows and four or eight columns in registers. The sums start from C rather than
 * from zero, so that C is read and written once and nothing has to be added at the end.
 */
final class DoubleVectorTile implements DoubleTile {
  private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
  private static final int LANES = SPECIES.length();
  private static final int ROWS = 3 * LANES;

  /** The tile of eight columns needs 28 registers: AVX-512, NEON and SVE have 32, AVX2 has 16. */
  private static final boolean WIDE = SPECIES.vectorBitSize() != 256;

  private static final int COLUMNS = WIDE ? 8 : 4;

  @Override
  public int rows() {
    return ROWS;
  }

  @Override
  public int columns() {
    return COLUMNS;
  }

  @Override
  public void multiply(
      int k, double[] a, int aAt, int aStride, double[] b, int bAt, double[] c, int cAt, int ldc) {
    if (WIDE) {
      threeByEight(k, a, aAt, aStride, b, bAt, c, cAt, ldc);
    } else {
      threeByFour(k, a, aAt, aStride, b, bAt, c, cAt, ldc);
    }
  }

  /** 24 sums. */
  private static void threeByEight(
      int k, double[] a, int aAt, int aStride, double[] b, int bAt, double[] c, int cAt, int ldc) {
    int c0 = cAt;
    int c1 = c0 + ldc;
    int c2 = c1 + ldc;
    int c3 = c2 + ldc;
    int c4 = c3 + ldc;
    int c5 = c4 + ldc;
    int c6 = c5 + ldc;
    int c7 = c6 + ldc;
    DoubleVector s00 = DoubleVector.fromArray(SPECIES, c, c0);
    DoubleVector s10 = DoubleVector.fromArray(SPECIES, c, c0 + LANES);
    DoubleVector s20 = DoubleVector.fromArray(SPECIES, c, c0 + 2 * LANES);
    DoubleVector s01 = DoubleVector.fromArray(SPECIES, c, c1);
    DoubleVector s11 = DoubleVector.fromArray(SPECIES, c, c1 + LANES);
    DoubleVector s21 = DoubleVector.fromArray(SPECIES, c, c1 + 2 * LANES);
    DoubleVector s02 = DoubleVector.fromArray(SPECIES, c, c2);
    DoubleVector s12 = DoubleVector.fromArray(SPECIES, c, c2 + LANES);
    DoubleVector s22 = DoubleVector.fromArray(SPECIES, c, c2 + 2 * LANES);
    DoubleVector s03 = DoubleVector.fromArray(SPECIES, c, c3);
    DoubleVector s13 = DoubleVector.fromArray(SPECIES, c, c3 + LANES);
    DoubleVector s23 = DoubleVector.fromArray(SPECIES, c, c3 + 2 * LANES);
    DoubleVector s04 = DoubleVector.fromArray(SPECIES, c, c4);
    DoubleVector s14 = DoubleVector.fromArray(SPECIES, c, c4 + LANES);
    DoubleVector s24 = DoubleVector.fromArray(SPECIES, c, c4 + 2 * LANES);
    DoubleVector s05 = DoubleVector.fromArray(SPECIES, c, c5);
    DoubleVector s15 = DoubleVector.fromArray(SPECIES, c, c5 + LANES);
    DoubleVector s25 = DoubleVector.fromArray(SPECIES, c, c5 + 2 * LANES);
    DoubleVector s06 = DoubleVector.fromArray(SPECIES, c, c6);
    DoubleVector s16 = DoubleVector.fromArray(SPECIES, c, c6 + LANES);
    DoubleVector s26 = DoubleVector.fromArray(SPECIES, c, c6 + 2 * LANES);
    DoubleVector s07 = DoubleVector.fromArray(SPECIES, c, c7);
    DoubleVector s17 = DoubleVector.fromArray(SPECIES, c, c7 + LANES);
    DoubleVector s27 = DoubleVector.fromArray(SPECIES, c, c7 + 2 * LANES);
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
    s00.intoArray(c, c0);
    s10.intoArray(c, c0 + LANES);
    s20.intoArray(c, c0 + 2 * LANES);
    s01.intoArray(c, c1);
    s11.intoArray(c, c1 + LANES);
    s21.intoArray(c, c1 + 2 * LANES);
    s02.intoArray(c, c2);
    s12.intoArray(c, c2 + LANES);
    s22.intoArray(c, c2 + 2 * LANES);
    s03.intoArray(c, c3);
    s13.intoArray(c, c3 + LANES);
    s23.intoArray(c, c3 + 2 * LANES);
    s04.intoArray(c, c4);
    s14.intoArray(c, c4 + LANES);
    s24.intoArray(c, c4 + 2 * LANES);
    s05.intoArray(c, c5);
    s15.intoArray(c, c5 + LANES);
    s25.intoArray(c, c5 + 2 * LANES);
    s06.intoArray(c, c6);
    s16.intoArray(c, c6 + LANES);
    s26.intoArray(c, c6 + 2 * LANES);
    s07.intoArray(c, c7);
    s17.intoArray(c, c7 + LANES);
    s27.intoArray(c, c7 + 2 * LANES);
  }

  /** 12 sums. */
  private static void threeByFour(
      int k, double[] a, int aAt, int aStride, double[] b, int bAt, double[] c, int cAt, int ldc) {
    int c0 = cAt;
    int c1 = c0 + ldc;
    int c2 = c1 + ldc;
    int c3 = c2 + ldc;
    DoubleVector s00 = DoubleVector.fromArray(SPECIES, c, c0);
    DoubleVector s10 = DoubleVector.fromArray(SPECIES, c, c0 + LANES);
    DoubleVector s20 = DoubleVector.fromArray(SPECIES, c, c0 + 2 * LANES);
    DoubleVector s01 = DoubleVector.fromArray(SPECIES, c, c1);
    DoubleVector s11 = DoubleVector.fromArray(SPECIES, c, c1 + LANES);
    DoubleVector s21 = DoubleVector.fromArray(SPECIES, c, c1 + 2 * LANES);
    DoubleVector s02 = DoubleVector.fromArray(SPECIES, c, c2);
    DoubleVector s12 = DoubleVector.fromArray(SPECIES, c, c2 + LANES);
    DoubleVector s22 = DoubleVector.fromArray(SPECIES, c, c2 + 2 * LANES);
    DoubleVector s03 = DoubleVector.fromArray(SPECIES, c, c3);
    DoubleVector s13 = DoubleVector.fromArray(SPECIES, c, c3 + LANES);
    DoubleVector s23 = DoubleVector.fromArray(SPECIES, c, c3 + 2 * LANES);
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
    s00.intoArray(c, c0);
    s10.intoArray(c, c0 + LANES);
    s20.intoArray(c, c0 + 2 * LANES);
    s01.intoArray(c, c1);
    s11.intoArray(c, c1 + LANES);
    s21.intoArray(c, c1 + 2 * LANES);
    s02.intoArray(c, c2);
    s12.intoArray(c, c2 + LANES);
    s22.intoArray(c, c2 + 2 * LANES);
    s03.intoArray(c, c3);
    s13.intoArray(c, c3 + LANES);
    s23.intoArray(c, c3 + 2 * LANES);
  }

  @Override
  public void packAlong(
      int width, double[] from, int at, int stride, int depth, double[] to, int toAt) {
    if (width == ROWS) {
      copyVectors(ROWS, from, at, stride, depth, to, toAt);
    } else if (COLUMNS % LANES == 0) {
      copyVectors(COLUMNS, from, at, stride, depth, to, toAt);
    } else {
      copyShort(from, at, stride, depth, to, toAt);
    }
  }

  /** A row of the right factor is shorter than a vector. */
  private static void copyShort(
      double[] from, int at, int stride, int depth, double[] to, int toAt) {
    int in = at;
    for (int t = 0; t < depth; t++) {
      int out = toAt + t * COLUMNS;
      for (int s = 0; s < COLUMNS; s++) {
        to[out + s] = from[in + s];
      }
      in += stride;
    }
  }

  /** The width is a constant to the compiler. */
  private static void copyVectors(
      int width, double[] from, int at, int stride, int depth, double[] to, int toAt) {
    int in = at;
    for (int t = 0; t < depth; t++) {
      int out = toAt + t * width;
      for (int s = 0; s < width; s += LANES) {
        DoubleVector.fromArray(SPECIES, from, in + s).intoArray(to, out + s);
      }
      in += stride;
    }
  }

  @Override
  public void packAcross(
      int width, double[] from, int at, int stride, int depth, double[] to, int toAt) {
    if (width == ROWS) {
      DoubleInterleave.strip(ROWS, from, at, stride, depth, to, toAt);
    } else {
      DoubleInterleave.strip(COLUMNS, from, at, stride, depth, to, toAt);
    }
  }
}
