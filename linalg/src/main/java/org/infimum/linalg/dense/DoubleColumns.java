// float twin: generated
package org.infimum.linalg.dense;

/** Loops over one or four columns, which the compiler turns into vector code by itself. */
final class DoubleColumns {
  /** A square above this has lost nothing that matters by underflow. */
  private static final double SMALLEST_SQUARE =
      DoublePrecision.SAFE_MIN / DoublePrecision.EPSILON / DoublePrecision.EPSILON;

  private static final double LARGEST_SQUARE = Double.MAX_VALUE;

  private DoubleColumns() {}

  /** y += factor x, fused. */
  static void add(int count, double factor, double[] x, int xAt, double[] y, int yAt) {
    for (int i = 0; i < count; i++) {
      y[yAt + i] = Math.fma(factor, x[xAt + i], y[yAt + i]);
    }
  }

  /** x := x / divisor. */
  static void divide(int count, double divisor, double[] x, int xAt) {
    for (int i = xAt; i < xAt + count; i++) {
      x[i] /= divisor;
    }
  }

  /** x := factor x. */
  static void multiply(int count, double factor, double[] x, int xAt) {
    for (int i = xAt; i < xAt + count; i++) {
      x[i] *= factor;
    }
  }

  /** Swaps x and y. */
  static void swap(int count, double[] x, int xAt, int xStep, double[] y, int yAt, int yStep) {
    for (int i = 0; i < count; i++) {
      int p = xAt + i * xStep;
      int q = yAt + i * yStep;
      double element = x[p];
      x[p] = y[q];
      y[q] = element;
    }
  }

  /** The index of the first element of largest magnitude, of NaN if there is one. */
  static int indexOfLargest(int count, double[] x, int xAt) {
    int index = 0;
    double largest = -1;
    for (int i = 0; i < count; i++) {
      double magnitude = Math.abs(x[xAt + i]);
      if (!(magnitude <= largest)) {
        largest = magnitude;
        index = i;
        if (Double.isNaN(magnitude)) {
          return i;
        }
      }
    }
    return index;
  }

  /** The Euclidean norm, without overflow or loss by underflow. */
  static double norm(int count, double[] x, int xAt) {
    double square = dot(count, x, xAt, x, xAt);
    if (square > SMALLEST_SQUARE && square < LARGEST_SQUARE) {
      return Math.sqrt(square);
    }
    double largest = count == 0 ? 0 : Math.abs(x[xAt + indexOfLargest(count, x, xAt)]);
    if (largest == 0 || !Double.isFinite(largest)) {
      return largest;
    }
    double sum = 0;
    for (int i = xAt; i < xAt + count; i++) {
      double ratio = x[i] / largest;
      sum = Math.fma(ratio, ratio, sum);
    }
    return largest * Math.sqrt(sum);
  }

  /** y += f0 a0 + f1 a1 + f2 a2 + f3 a3, each fused, for adjacent columns of A. */
  static void addFour(
      int count,
      double f0,
      double f1,
      double f2,
      double f3,
      double[] a,
      int aAt,
      int lda,
      double[] y,
      int yAt) {
    int a1 = aAt + lda;
    int a2 = a1 + lda;
    int a3 = a2 + lda;
    for (int i = 0; i < count; i++) {
      double sum = Math.fma(f0, a[aAt + i], y[yAt + i]);
      sum = Math.fma(f1, a[a1 + i], sum);
      sum = Math.fma(f2, a[a2 + i], sum);
      y[yAt + i] = Math.fma(f3, a[a3 + i], sum);
    }
  }

  /** x' y in eight interleaved sums, added in pairs. */
  static double dot(int count, double[] x, int xAt, double[] y, int yAt) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    int i = 0;
    for (; i + 8 <= count; i += 8) {
      int p = xAt + i;
      int q = yAt + i;
      s0 = Math.fma(x[p], y[q], s0);
      s1 = Math.fma(x[p + 1], y[q + 1], s1);
      s2 = Math.fma(x[p + 2], y[q + 2], s2);
      s3 = Math.fma(x[p + 3], y[q + 3], s3);
      s4 = Math.fma(x[p + 4], y[q + 4], s4);
      s5 = Math.fma(x[p + 5], y[q + 5], s5);
      s6 = Math.fma(x[p + 6], y[q + 6], s6);
      s7 = Math.fma(x[p + 7], y[q + 7], s7);
    }
    for (; i < count; i++) {
      s0 = Math.fma(x[xAt + i], y[yAt + i], s0);
    }
    return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
  }
}
