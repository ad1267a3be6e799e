// float twin: generated
package org.infimum.linalg.array;

/** What the soft-max does to a block of a row; the scalar and the vector twin agree to rounding. */
interface DoubleSoftmaxKernels {
  /** The largest of the numbers x[from .. to), NaN left out; minus infinity if there are none. */
  double largest(double[] x, int from, int to);

  /** sum of e^(x_i - shift) over [from, to), where no x_i exceeds the shift. */
  double sumExp(double[] x, int from, int to, double shift);

  /**
   * As {@link #sumExp}, with a minus sign if an x_i exceeds the threshold, which itself does not
   * exceed the shift: one reading does for both. If an x_i exceeds the shift, the sum means
   * nothing.
   */
  double sumExpUpTo(double[] x, int from, int to, double shift, double threshold);

  /** As {@link #sumExp}, and keeps the terms in y[yAt ..). */
  double storeExp(double[] x, int from, int to, double shift, double[] y, int yAt);

  /** y_i := e^(x_i - shift) factor. */
  void scaledExp(double[] x, int from, int to, double shift, double factor, double[] y, int yAt);

  /** y_i := y_i factor over [from, to). */
  void scale(double[] y, int from, int to, double factor);

  /** The first place in [from, to) with x_i > threshold, or {@code to}. */
  int firstAbove(double[] x, int from, int to, double threshold);

  /** The first place in [from, to) with |x_i| > threshold, or {@code to}. */
  int firstLarger(double[] x, int from, int to, double threshold);
}
