// float twin: generated
package org.infimum.linalg.spectral;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.infimum.linalg.machine.DoubleLanes;
import org.infimum.linalg.machine.Species;

/** The kernels on the Vector API, four columns at a time. */
final class DoubleVectorColumns implements DoubleColumnKernels {
  private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
  private static final int LANES = SPECIES.length();

  @Override
  public void addSymmetric(
      int n,
      int from,
      int to,
      double[] a,
      int at,
      int stride,
      double[] x,
      int xAt,
      double[] y,
      int yAt) {
    int c = from;
    for (; c + 4 <= to; c += 4) {
      int next = c + 4;
      addCorner(c, a, at, stride, x, xAt, y, yAt);
      addFourBelow(n - next, a, at + c * stride + next, stride, x, xAt, c, y, yAt);
    }
    if (c < to) {
      DoubleColumnKernels.Scalar.KERNELS.addSymmetric(n, c, to, a, at, stride, x, xAt, y, yAt);
    }
  }

  /** The symmetric block of order four on the diagonal. */
  private static void addCorner(
      int c, double[] a, int at, int stride, double[] x, int xAt, double[] y, int yAt) {
    for (int j = c; j < c + 4; j++) {
      int column = at + j * stride;
      double factor = x[xAt + j];
      double sum = a[column + j] * factor;
      for (int r = j + 1; r < c + 4; r++) {
        double entry = a[column + r];
        y[yAt + r] += entry * factor;
        sum += entry * x[xAt + r];
      }
      y[yAt + j] += sum;
    }
  }

  /** The four columns below the block on the diagonal, and their mirror image. */
  private static void addFourBelow(
      int rows, double[] a, int at0, int stride, double[] x, int xAt, int c, double[] y, int yAt) {
    double x0 = x[xAt + c];
    double x1 = x[xAt + c + 1];
    double x2 = x[xAt + c + 2];
    double x3 = x[xAt + c + 3];
    int at1 = at0 + stride;
    int at2 = at1 + stride;
    int at3 = at2 + stride;
    int xRows = xAt + c + 4;
    int yRows = yAt + c + 4;
    DoubleVector sum0 = DoubleVector.zero(SPECIES);
    DoubleVector sum1 = sum0;
    DoubleVector sum2 = sum0;
    DoubleVector sum3 = sum0;
    int r = 0;
    for (int end = SPECIES.loopBound(rows); r < end; r += LANES) {
      DoubleVector a0 = DoubleVector.fromArray(SPECIES, a, at0 + r);
      DoubleVector a1 = DoubleVector.fromArray(SPECIES, a, at1 + r);
      DoubleVector a2 = DoubleVector.fromArray(SPECIES, a, at2 + r);
      DoubleVector a3 = DoubleVector.fromArray(SPECIES, a, at3 + r);
      DoubleVector xs = DoubleVector.fromArray(SPECIES, x, xRows + r);
      DoubleVector ys = DoubleVector.fromArray(SPECIES, y, yRows + r);
      sum0 = a0.fma(xs, sum0);
      sum1 = a1.fma(xs, sum1);
      sum2 = a2.fma(xs, sum2);
      sum3 = a3.fma(xs, sum3);
      ys = a0.fma(DoubleVector.broadcast(SPECIES, x0), ys);
      ys = a1.fma(DoubleVector.broadcast(SPECIES, x1), ys);
      ys = a2.fma(DoubleVector.broadcast(SPECIES, x2), ys);
      ys = a3.fma(DoubleVector.broadcast(SPECIES, x3), ys);
      ys.intoArray(y, yRows + r);
    }
    double total0 = DoubleLanes.sum(sum0);
    double total1 = DoubleLanes.sum(sum1);
    double total2 = DoubleLanes.sum(sum2);
    double total3 = DoubleLanes.sum(sum3);
    for (; r < rows; r++) {
      double a0 = a[at0 + r];
      double a1 = a[at1 + r];
      double a2 = a[at2 + r];
      double a3 = a[at3 + r];
      double xr = x[xRows + r];
      total0 += a0 * xr;
      total1 += a1 * xr;
      total2 += a2 * xr;
      total3 += a3 * xr;
      y[yRows + r] += (a0 * x0 + a1 * x1) + (a2 * x2 + a3 * x3);
    }
    y[yAt + c] += total0;
    y[yAt + c + 1] += total1;
    y[yAt + c + 2] += total2;
    y[yAt + c + 3] += total3;
  }

  @Override
  public void addProduct(
      int rows,
      int columns,
      double alpha,
      double[] a,
      int at,
      int stride,
      double[] x,
      int xAt,
      int xStep,
      double[] y,
      int yAt) {
    int c = 0;
    for (; c + 4 <= columns; c += 4) {
      int first = xAt + c * xStep;
      addFour(
          rows,
          a,
          at + c * stride,
          stride,
          alpha * x[first],
          alpha * x[first + xStep],
          alpha * x[first + 2 * xStep],
          alpha * x[first + 3 * xStep],
          y,
          yAt);
    }
    for (; c < columns; c++) {
      addScaled(rows, alpha * x[xAt + c * xStep], a, at + c * stride, y, yAt);
    }
  }

  private static void addFour(
      int rows,
      double[] a,
      int at0,
      int stride,
      double x0,
      double x1,
      double x2,
      double x3,
      double[] y,
      int yAt) {
    int at1 = at0 + stride;
    int at2 = at1 + stride;
    int at3 = at2 + stride;
    int r = 0;
    for (int end = SPECIES.loopBound(rows); r < end; r += LANES) {
      DoubleVector ys = DoubleVector.fromArray(SPECIES, y, yAt + r);
      ys = DoubleVector.fromArray(SPECIES, a, at0 + r).fma(DoubleVector.broadcast(SPECIES, x0), ys);
      ys = DoubleVector.fromArray(SPECIES, a, at1 + r).fma(DoubleVector.broadcast(SPECIES, x1), ys);
      ys = DoubleVector.fromArray(SPECIES, a, at2 + r).fma(DoubleVector.broadcast(SPECIES, x2), ys);
      ys = DoubleVector.fromArray(SPECIES, a, at3 + r).fma(DoubleVector.broadcast(SPECIES, x3), ys);
      ys.intoArray(y, yAt + r);
    }
    for (; r < rows; r++) {
      y[yAt + r] += (a[at0 + r] * x0 + a[at1 + r] * x1) + (a[at2 + r] * x2 + a[at3 + r] * x3);
    }
  }

  @Override
  public void transposedProduct(
      int rows,
      int columns,
      double[] a,
      int at,
      int stride,
      double[] x,
      int xAt,
      double[] y,
      int yAt) {
    int c = 0;
    for (; c + 4 <= columns; c += 4) {
      fourDots(rows, a, at + c * stride, stride, x, xAt, y, yAt + c);
    }
    for (; c < columns; c++) {
      y[yAt + c] = dot(rows, a, at + c * stride, x, xAt);
    }
  }

  private static void fourDots(
      int rows, double[] a, int at0, int stride, double[] x, int xAt, double[] y, int yAt) {
    int at1 = at0 + stride;
    int at2 = at1 + stride;
    int at3 = at2 + stride;
    DoubleVector sum0 = DoubleVector.zero(SPECIES);
    DoubleVector sum1 = sum0;
    DoubleVector sum2 = sum0;
    DoubleVector sum3 = sum0;
    int r = 0;
    for (int end = SPECIES.loopBound(rows); r < end; r += LANES) {
      DoubleVector xs = DoubleVector.fromArray(SPECIES, x, xAt + r);
      sum0 = DoubleVector.fromArray(SPECIES, a, at0 + r).fma(xs, sum0);
      sum1 = DoubleVector.fromArray(SPECIES, a, at1 + r).fma(xs, sum1);
      sum2 = DoubleVector.fromArray(SPECIES, a, at2 + r).fma(xs, sum2);
      sum3 = DoubleVector.fromArray(SPECIES, a, at3 + r).fma(xs, sum3);
    }
    double total0 = DoubleLanes.sum(sum0);
    double total1 = DoubleLanes.sum(sum1);
    double total2 = DoubleLanes.sum(sum2);
    double total3 = DoubleLanes.sum(sum3);
    for (; r < rows; r++) {
      double xr = x[xAt + r];
      total0 += a[at0 + r] * xr;
      total1 += a[at1 + r] * xr;
      total2 += a[at2 + r] * xr;
      total3 += a[at3 + r] * xr;
    }
    y[yAt] = total0;
    y[yAt + 1] = total1;
    y[yAt + 2] = total2;
    y[yAt + 3] = total3;
  }

  @Override
  public double dot(int n, double[] x, int xAt, double[] y, int yAt) {
    DoubleVector even = DoubleVector.zero(SPECIES);
    DoubleVector odd = even;
    int i = 0;
    for (int end = n - 2 * LANES; i <= end; i += 2 * LANES) {
      even =
          DoubleVector.fromArray(SPECIES, x, xAt + i)
              .fma(DoubleVector.fromArray(SPECIES, y, yAt + i), even);
      odd =
          DoubleVector.fromArray(SPECIES, x, xAt + i + LANES)
              .fma(DoubleVector.fromArray(SPECIES, y, yAt + i + LANES), odd);
    }
    double sum = DoubleLanes.sum(even.add(odd));
    for (; i < n; i++) {
      sum += x[xAt + i] * y[yAt + i];
    }
    return sum;
  }

  @Override
  public void addScaled(int n, double alpha, double[] x, int xAt, double[] y, int yAt) {
    int i = 0;
    for (int end = SPECIES.loopBound(n); i < end; i += LANES) {
      DoubleVector.fromArray(SPECIES, x, xAt + i)
          .fma(DoubleVector.broadcast(SPECIES, alpha), DoubleVector.fromArray(SPECIES, y, yAt + i))
          .intoArray(y, yAt + i);
    }
    for (; i < n; i++) {
      y[yAt + i] += alpha * x[xAt + i];
    }
  }

  @Override
  public void rotate(int n, double[] x, int xAt, double[] y, int yAt, double c, double s) {
    int i = 0;
    for (int end = SPECIES.loopBound(n); i < end; i += LANES) {
      DoubleVector first = DoubleVector.fromArray(SPECIES, x, xAt + i);
      DoubleVector second = DoubleVector.fromArray(SPECIES, y, yAt + i);
      first
          .mul(DoubleVector.broadcast(SPECIES, c))
          .add(second.mul(DoubleVector.broadcast(SPECIES, s)))
          .intoArray(x, xAt + i);
      second
          .mul(DoubleVector.broadcast(SPECIES, c))
          .sub(first.mul(DoubleVector.broadcast(SPECIES, s)))
          .intoArray(y, yAt + i);
    }
    for (; i < n; i++) {
      double first = x[xAt + i];
      double second = y[yAt + i];
      x[xAt + i] = c * first + s * second;
      y[yAt + i] = c * second - s * first;
    }
  }
}
