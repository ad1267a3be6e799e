// float twin: generated
package org.infimum.linalg.array;

import java.util.Objects;
import org.infimum.linalg.machine.VectorSupport;

/**
 * Level-1 kernels on parts of arrays of doubles; {@code n} entries from {@code at} on. NaN and
 * infinities propagate as in the plain loop. Sums add in a fixed order that depends on n and the
 * width of the vectors.
 *
 * <p>All methods throw {@link IndexOutOfBoundsException} if a part is not within its array.
 */
public final class DoubleArrays {
  static final DoubleArrayKernels SCALAR = new DoubleScalarArrayKernels();

  /** So many entries repay the vector twin, for cold Vector API code is slow. */
  private static final int VECTOR_ENTRIES = 64;

  /** Entries that a plain sum adds up in one go before it adds pairwise. */
  private static final int SUM_BLOCK = 4096;

  private DoubleArrays() {}

  /** The fastest kernels of this machine. */
  static DoubleArrayKernels fastest() {
    return Best.KERNELS;
  }

  /** The inner product of x and y. */
  public static double dot(int n, double[] x, int xAt, double[] y, int yAt) {
    return kernels(n, x, xAt, y, yAt).dot(n, x, xAt, y, yAt);
  }

  /** y := y + a x. */
  public static void axpy(int n, double a, double[] x, int xAt, double[] y, int yAt) {
    kernels(n, x, xAt, y, yAt).axpy(n, a, x, xAt, y, yAt);
  }

  /** x := a x. */
  public static void scale(int n, double a, double[] x, int at) {
    kernels(n, x, at).scale(n, a, x, at);
  }

  /**
   * The sum of x, pairwise above blocks of 4096 entries, so that the error bound grows with the
   * logarithm of n.
   */
  public static double sum(int n, double[] x, int at) {
    return pairwise(kernels(n, x, at), n, x, at);
  }

  private static double pairwise(DoubleArrayKernels kernels, int n, double[] x, int at) {
    if (n <= SUM_BLOCK) {
      return kernels.sum(n, x, at);
    }
    int blocks = (n + SUM_BLOCK - 1) / SUM_BLOCK;
    int first = blocks / 2 * SUM_BLOCK;
    return pairwise(kernels, first, x, at) + pairwise(kernels, n - first, x, at + first);
  }

  /** The sum of |x_i|. */
  public static double norm1(int n, double[] x, int at) {
    return kernels(n, x, at).absoluteSum(n, x, at);
  }

  /** The Euclidean norm, without overflow or underflow on the way. */
  public static double norm2(int n, double[] x, int at) {
    DoubleArrayKernels kernels = kernels(n, x, at);
    double squares = kernels.sumOfSquares(n, 1.0, x, at);
    double leastAccurate = n * (Double.MIN_NORMAL / Math.ulp(1.0));
    if (Double.isNaN(squares) || (squares >= leastAccurate && squares <= Double.MAX_VALUE)) {
      return DoubleRounding.of(Math.sqrt(squares));
    }
    double largest = kernels.maxMagnitude(n, x, at);
    if (largest == 0.0 || largest > Double.MAX_VALUE) {
      return largest;
    }
    int exponent = Math.min(Math.getExponent(largest), Double.MAX_EXPONENT - 1);
    exponent = Math.max(exponent, Double.MIN_EXPONENT + 1);
    double scaled = kernels.sumOfSquares(n, Math.scalb(1.0, -exponent), x, at);
    return Math.scalb(DoubleRounding.of(Math.sqrt(scaled)), exponent);
  }

  /** The largest magnitude; 0 if n = 0, NaN if an entry is NaN. */
  public static double normInfinity(int n, double[] x, int at) {
    return kernels(n, x, at).maxMagnitude(n, x, at);
  }

  /** The largest entry; minus infinity if n = 0, NaN if an entry is NaN. */
  public static double max(int n, double[] x, int at) {
    return kernels(n, x, at).max(n, x, at);
  }

  /**
   * The place of the largest entry, counted from {@code at}: the first of equal ones, the first NaN
   * if there is one, -1 if n = 0.
   */
  public static int indexOfMax(int n, double[] x, int at) {
    DoubleArrayKernels kernels = kernels(n, x, at);
    return kernels.find(n, kernels.max(n, x, at), x, at);
  }

  /**
   * y_i := e^x_i to within one and a quarter units in the last place, subnormal results to one and
   * a half; infinity on overflow, 0 on underflow, the same bits on every machine. Both may be the
   * same part of one array.
   */
  public static void exp(int n, double[] x, int xAt, double[] y, int yAt) {
    kernels(n, x, xAt, y, yAt).exp(n, x, xAt, y, yAt);
  }

  /**
   * The sum of x as if computed in twice the precision and then rounded (Ogita, Rump and Oishi,
   * "Accurate sum and dot product", SIAM J. Sci. Comput. 26 (2005)).
   */
  public static double compensatedSum(int n, double[] x, int at) {
    double[] out = new double[2];
    compensatedSum(n, x, at, out);
    return finite(out);
  }

  /**
   * The same unrounded: the sum is out[0] + out[1], and |out[1]| is at most half a unit in the last
   * place of out[0].
   */
  public static void compensatedSum(int n, double[] x, int at, double[] out) {
    kernels(n, x, at).compensatedSum(n, x, at, out);
    normalize(out);
  }

  /** The inner product as if computed in twice the precision and then rounded. */
  public static double compensatedDot(int n, double[] x, int xAt, double[] y, int yAt) {
    double[] out = new double[2];
    compensatedDot(n, x, xAt, y, yAt, out);
    return finite(out);
  }

  /** The same unrounded, as {@link #compensatedSum(int, double[], int, double[])}. */
  public static void compensatedDot(int n, double[] x, int xAt, double[] y, int yAt, double[] out) {
    kernels(n, x, xAt, y, yAt).compensatedDot(n, x, xAt, y, yAt, out);
    normalize(out);
  }

  /** The error term of an infinite sum is NaN; it counts only where the sum is finite. */
  private static double finite(double[] out) {
    return Math.abs(out[0]) <= Double.MAX_VALUE ? out[0] + out[1] : out[0];
  }

  private static void normalize(double[] out) {
    double sum = out[0] + out[1];
    if (Math.abs(sum) <= Double.MAX_VALUE) {
      double part = sum - out[0];
      out[1] = (out[0] - (sum - part)) + (out[1] - part);
      out[0] = sum;
    }
  }

  private static DoubleArrayKernels kernels(int n, double[] x, int at) {
    Objects.checkFromIndexSize(at, n, x.length);
    return n < VECTOR_ENTRIES ? SCALAR : Best.KERNELS;
  }

  private static DoubleArrayKernels kernels(int n, double[] x, int xAt, double[] y, int yAt) {
    Objects.checkFromIndexSize(yAt, n, y.length);
    return kernels(n, x, xAt);
  }

  private static final class Best {
    static final DoubleArrayKernels KERNELS =
        VectorSupport.isUsed() ? VectorProvider.load() : SCALAR;
  }

  /** Kept apart, so that the vector classes are never loaded without their module. */
  private static final class VectorProvider {
    static DoubleArrayKernels load() {
      return new DoubleVectorArrayKernels();
    }
  }
}
