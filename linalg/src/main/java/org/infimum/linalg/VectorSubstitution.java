package org.infimum.linalg;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The inner loops of forward and back substitution, over four columns of a panel at a time. */
final class VectorSubstitution {
  private static final VectorSpecies<Double> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = SPECIES.length();

  private VectorSubstitution() {}

  /** x[j + 4 .. rows) -= L[:, j .. j + 3] x[j .. j + 3], where x begins at {@code at}. */
  static void subtractFour(
      double[] panel, int l0, int stride, int j, int rows, double[] x, int at) {
    int l1 = l0 + stride;
    int l2 = l1 + stride;
    int l3 = l2 + stride;
    double x0 = -x[at + j];
    double x1 = -x[at + j + 1];
    double x2 = -x[at + j + 2];
    double x3 = -x[at + j + 3];
    DoubleVector f0 = DoubleVector.broadcast(SPECIES, x0);
    DoubleVector f1 = DoubleVector.broadcast(SPECIES, x1);
    DoubleVector f2 = DoubleVector.broadcast(SPECIES, x2);
    DoubleVector f3 = DoubleVector.broadcast(SPECIES, x3);
    int i = j + 4;
    for (; i + LANES <= rows; i += LANES) {
      DoubleVector even =
          DoubleVector.fromArray(SPECIES, panel, l0 + i)
              .fma(f0, DoubleVector.fromArray(SPECIES, x, at + i));
      DoubleVector odd = DoubleVector.fromArray(SPECIES, panel, l1 + i).mul(f1);
      even = DoubleVector.fromArray(SPECIES, panel, l2 + i).fma(f2, even);
      odd = DoubleVector.fromArray(SPECIES, panel, l3 + i).fma(f3, odd);
      even.add(odd).intoArray(x, at + i);
    }
    for (; i < rows; i++) {
      x[at + i] +=
          panel[l0 + i] * x0 + panel[l1 + i] * x1 + (panel[l2 + i] * x2 + panel[l3 + i] * x3);
    }
  }

  /**
   * The inner products of columns j .. j + 3 with x over the rows from j + 4 on, into the first
   * four places of {@code sums}. The lanes are added in a fixed order; a reduction of the Vector
   * API would leave the order open.
   */
  static void sumFour(
      double[] panel, int l0, int stride, int j, int rows, double[] x, int at, double[] sums) {
    int l1 = l0 + stride;
    int l2 = l1 + stride;
    int l3 = l2 + stride;
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    int i = j + 4;
    for (; i + LANES <= rows; i += LANES) {
      DoubleVector xi = DoubleVector.fromArray(SPECIES, x, at + i);
      s0 = DoubleVector.fromArray(SPECIES, panel, l0 + i).fma(xi, s0);
      s1 = DoubleVector.fromArray(SPECIES, panel, l1 + i).fma(xi, s1);
      s2 = DoubleVector.fromArray(SPECIES, panel, l2 + i).fma(xi, s2);
      s3 = DoubleVector.fromArray(SPECIES, panel, l3 + i).fma(xi, s3);
    }
    s0.intoArray(sums, 4);
    s1.intoArray(sums, 4 + LANES);
    s2.intoArray(sums, 4 + 2 * LANES);
    s3.intoArray(sums, 4 + 3 * LANES);
    for (int column = 0; column < 4; column++) {
      double sum = 0.0;
      for (int lane = 0; lane < LANES; lane++) {
        sum += sums[4 + column * LANES + lane];
      }
      int from = l0 + column * stride;
      for (int row = i; row < rows; row++) {
        sum += panel[from + row] * x[at + row];
      }
      sums[column] = sum;
    }
  }
}
