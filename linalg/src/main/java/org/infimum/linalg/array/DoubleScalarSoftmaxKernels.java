// float twin: generated
package org.infimum.linalg.array;

/** The kernels in plain Java. */
final class DoubleScalarSoftmaxKernels implements DoubleSoftmaxKernels {
  @Override
  public double largest(double[] x, int from, int to) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      largest = x[i] > largest ? x[i] : largest;
    }
    return largest;
  }

  @Override
  public double sumExp(double[] x, int from, int to, double shift) {
    double sum = 0.0;
    for (int i = from; i < to; i++) {
      sum += DoubleExp.ofNonpositive(x[i] - shift);
    }
    return sum;
  }

  @Override
  public double sumExpUpTo(double[] x, int from, int to, double shift, double threshold) {
    double sum = sumExp(x, from, to, shift);
    return firstAbove(x, from, to, threshold) < to ? -sum : sum;
  }

  @Override
  public double storeExp(double[] x, int from, int to, double shift, double[] y, int yAt) {
    double sum = 0.0;
    for (int i = from; i < to; i++) {
      double term = DoubleExp.ofNonpositive(x[i] - shift);
      y[yAt + i - from] = term;
      sum += term;
    }
    return sum;
  }

  @Override
  public void scaledExp(
      double[] x, int from, int to, double shift, double factor, double[] y, int yAt) {
    for (int i = from; i < to; i++) {
      y[yAt + i - from] = DoubleExp.ofNonpositive(x[i] - shift) * factor;
    }
  }

  @Override
  public void scale(double[] y, int from, int to, double factor) {
    for (int i = from; i < to; i++) {
      y[i] *= factor;
    }
  }

  @Override
  public int firstAbove(double[] x, int from, int to, double threshold) {
    int i = from;
    while (i < to && !(x[i] > threshold)) {
      i++;
    }
    return i;
  }

  @Override
  public int firstLarger(double[] x, int from, int to, double threshold) {
    int i = from;
    while (i < to && !(Math.abs(x[i]) > threshold)) {
      i++;
    }
    return i;
  }
}
