// float twin: generated
package org.infimum.linalg.array;

/**
 * Products, sums and functions of arrays, without checks. The scalar and the vector twin agree to
 * rounding; {@link #exp} to the bit.
 */
interface DoubleArrayKernels {
  /** sum of x_i y_i. */
  double dot(int n, double[] x, int xAt, double[] y, int yAt);

  /** y := y + a x. */
  void axpy(int n, double a, double[] x, int xAt, double[] y, int yAt);

  /** x := a x. */
  void scale(int n, double a, double[] x, int at);

  /** sum of x_i. */
  double sum(int n, double[] x, int at);

  /** sum of |x_i|. */
  double absoluteSum(int n, double[] x, int at);

  /** sum of (a x_i)^2. */
  double sumOfSquares(int n, double a, double[] x, int at);

  /** The largest x_i, NaN if one is. */
  double max(int n, double[] x, int at);

  /** The largest |x_i|, NaN if one is. */
  double maxMagnitude(int n, double[] x, int at);

  /** The first i with x_i == value, or x_i NaN if the value is; -1 if there is none. */
  int find(int n, double value, double[] x, int at);

  /** y_i := e^x_i. */
  void exp(int n, double[] x, int xAt, double[] y, int yAt);

  /**
   * The sum of x_i as if in twice the precision: out[0] + out[1] (Ogita, Rump and Oishi, "Accurate
   * sum and dot product", SIAM J. Sci. Comput. 26 (2005), algorithm 4.4, one chain a lane).
   */
  void compensatedSum(int n, double[] x, int at, double[] out);

  /** The sum of x_i y_i as if in twice the precision: out[0] + out[1] (algorithm 5.3). */
  void compensatedDot(int n, double[] x, int xAt, double[] y, int yAt, double[] out);
}
